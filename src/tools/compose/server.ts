/** The server of the composer, beside the preview of `npm run dev`. It serves only its own page, on this machine. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prettifyError } from 'zod';
import { MAX_PDF_BYTES } from '../../page/live-page.ts';
import { readNewPage } from '../new/read-page.ts';
import { type CallOptions, createCalls, Picture } from './calls.ts';
import { MAX_BODY } from './given.ts';
import { findIntrusion, type Own, TOKEN_HEADER } from './guard.ts';
import { readPageFiles } from './page-files.ts';
import { Refused } from './refused.ts';

/** Allows only scripts and styles of this server, and pictures that the page has fetched. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export type Companion = { address: string; close(): Promise<void> };

export async function startCompanion({
  readPage = readNewPage,
  preview,
}: Partial<CallOptions> & { preview: string }): Promise<Companion> {
  const files = await readPageFiles();
  const calls = createCalls({ readPage, preview });
  const own: Own = { host: '', origin: '', token: randomBytes(24).toString('base64url') };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`The composer failed: ${(error as Error).stack ?? error}`);
      send(response, 500, {
        message: `The composer failed: ${(error as Error).message}. This page keeps your fields.`,
      });
    });
  });
  server.requestTimeout = 60_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = /^\/api\/(\w+)$/.exec(pathname)?.[1];
    const [, inPath = '', file = ''] = /^\/([^/]*)\/([^/]*)$/.exec(pathname) ?? [];
    const token = name === undefined ? inPath : `${request.headers[TOKEN_HEADER] ?? ''}`;
    const intrusion = findIntrusion(request, own, token);
    if (intrusion !== undefined) return send(response, 403, { message: intrusion });
    if (name === undefined) return sendFile(request, response, file);
    const its = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (!its) return send(response, 404, { message: `There is no call “${name}”.` });
    if (request.method !== 'POST') return send(response, 405, { message: 'Send calls with POST.' }, { Allow: 'POST' });
    if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? ''))
      return send(response, 415, { message: 'Send calls as JSON.' });
    const text = await readText(request);
    if (text === undefined) {
      const message = `The page is larger than ${MAX_PDF_BYTES / 1_000_000} MB. Give only the article.`;
      return send(response, 413, { message }, { Connection: 'close' });
    }
    const body = its.body.safeParse(parseJson(text));
    if (!body.success) return send(response, 400, { message: `The call is invalid: ${prettifyError(body.error)}` });
    try {
      const result = await its.answer(body.data);
      if (!(result instanceof Picture)) return send(response, 200, result as object);
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'image/svg+xml' }).end(result.svg);
    } catch (error) {
      const known = error instanceof Refused ? error : refusalOf(error);
      if (!known) throw error;
      send(response, known.status, { message: known.message, ...known.details });
    }
  }

  function sendFile({ method }: IncomingMessage, response: ServerResponse, name: string): void {
    const file = files.get(name);
    const isRead = method === 'GET' || method === 'HEAD';
    if (!file) send(response, 404, { message: 'There is no such page.' });
    else if (!isRead) send(response, 405, { message: 'Read pages with GET.' }, { Allow: 'GET, HEAD' });
    else response.writeHead(200, { ...HEADERS, 'Content-Type': file.type }).end(method === 'HEAD' ? '' : file.body);
  }

  await new Promise<void>((settle, reject) => server.once('error', reject).listen(0, '127.0.0.1', settle));
  own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  own.origin = `http://${own.host}`;
  return {
    address: `${own.origin}/${own.token}/`,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

/** Errors of the system: a full disk, a folder without permission, another command that writes. */
function refusalOf(error: unknown): Refused | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? new Refused(`Nothing was saved. ${message}`, 503) : undefined;
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  if (response.headersSent) return;
  response.writeHead(status, { ...HEADERS, ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** The body; undefined if it is too large. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
