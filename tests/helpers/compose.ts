/** A catalogue in a folder of its own, with a companion of the composer, and the calls of its page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lockText } from '../../src/card/evidence/lock.ts';
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { createReleases, newLines } from '../../src/catalog/releases.ts';
import { GOOD_FILE } from './catalog-file.ts';
import { lockOf } from './lock.ts';

export const ADDRESS = 'https://news.example.org/harbour';
export const PAGE = `<!doctype html><html lang="en"><head><title>A harbour grows | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Eva Muster">
<meta property="article:published_time" content="2023-08-01T10:00:00Z"></head><body><article><h1>A harbour grows</h1>
<p>By Eva Muster, 1 August 2023</p>
<p>The harbour reportedly moors up to 1,200 fishing boats in summer. Its quays are old, and its lamps are lit every night of the year.</p>
<p>“We built every quay ourselves without any help,” Mayor Jan Novak said on Friday. The town likes its quays very much.</p>
<p>In May the lamps burn late. In June the lamps burn late too, and nobody in the town knows why that is so.</p>
</article></body></html>`;

export type Answer = { status: number; body: Record<string, unknown> & { message?: string } };

/** Serves pages, by host and path: text as HTML, bytes as PDF. A page that a test changes is served as it is then. */
async function servePages(pages: Record<string, string | Buffer>) {
  const server = createServer((request, response) => {
    const page = pages[`https:/${request.url}`];
    const type = typeof page === 'string' ? 'text/html; charset=utf-8' : 'application/pdf';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return server;
}

export async function openComposer(pages: Record<string, string | Buffer> = { [ADDRESS]: PAGE }) {
  /** Redirects as the preview does, and answers what its watch has found. */
  const found: { watch: object | null } = { watch: null };
  const redirecting = createServer(({ url }, response) => {
    if (url === '/api/watch') response.end(JSON.stringify(found));
    else response.writeHead(302, { location: address.href }).end();
  });
  await new Promise<void>((settle) => redirecting.listen(0, '127.0.0.1', settle));
  const preview = () => `http://localhost:${(redirecting.address() as AddressInfo).port}`;
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  const path = (name: string) => join(root, name);
  mkdirSync(path('cards'));
  const site = await servePages(pages);
  const start = async () => {
    const child = spawn(process.execPath, [resolve('tests/helpers/compose-server.ts')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PREVIEW: preview(), PAGES: `http://127.0.0.1:${(site.address() as AddressInfo).port}` },
    });
    const [line] = await once(child.stdout, 'data');
    const stop = async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    };
    return { address: new URL(`${line}`.trim()), stop };
  };
  const write = (name: string, text: string) => writeFileSync(path(name), text);
  const writeCatalog = (text: string) => {
    write('cards/daily-example.yaml', text);
    write('cards/evidence.lock.json', lockText(lockOf([{ name: 'daily-example.yaml', text }])));
  };
  const reset = () => {
    found.watch = null;
    for (const name of readdirSync(root)) rmSync(path(name), { recursive: true });
    mkdirSync(path('cards'));
    writeCatalog(GOOD_FILE);
  };
  reset();
  const companion = await start();
  const { address } = companion;
  const token = address.pathname.split('/')[1] ?? '';
  return {
    root,
    address,
    token,
    start,
    stop: companion.stop,
    writeCatalog,
    /** The project as it was at the start. */
    reset,
    /** What the watch of the preview has found. */
    found,
    /** Releases the cards as they are. */
    publish() {
      const text = readFileSync(path('cards/daily-example.yaml'), 'utf8');
      const records = linkRecords(compileCatalog([{ name: 'daily-example.yaml', text }]).catalog);
      const lines = newLines(createReleases([]), records, '2026-11-22');
      write('cards/releases.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
    call: (name: string, body: unknown, headers: Record<string, string> = {}) =>
      send(address, {
        method: 'POST',
        path: `/api/${name}`,
        headers: { 'x-composer-token': token, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (at: string, headers: Record<string, string> = {}) => send(address, { method: 'GET', path: at, headers }),
    read: (name: string) => readFileSync(path(name), 'utf8'),
    write,
    path,
    files: (folder = 'cards') => readdirSync(path(folder)).sort(),
    async close() {
      await companion.stop();
      site.close();
      redirecting.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
export type Composer = Awaited<ReturnType<typeof openComposer>>;

type Sent = { method: string; path: string; headers: Record<string, string>; body?: string };

/** Unlike fetch, sends every header as given. */
function send(
  { hostname, port }: URL,
  { body, ...rest }: Sent,
): Promise<Answer & { text: string; headers: Record<string, unknown> }> {
  return new Promise((settle, reject) => {
    const sent = request({ hostname, port, ...rest }, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('end', () => {
        const isJson = response.headers['content-type'] === 'application/json';
        settle({
          status: response.statusCode ?? 0,
          body: isJson ? JSON.parse(text) : {},
          text,
          headers: response.headers,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
