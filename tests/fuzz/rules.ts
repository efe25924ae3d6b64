/** What holds of every answer, whatever was asked. */
import { PNG } from 'pngjs';
import { parseXml } from '../helpers/xml.ts';
import { echoesIn } from './echo.ts';
import type { Received, Sent } from './wire.ts';

const READING = ['GET', 'HEAD'];
const STATUSES = [200, 204, 301, 302, 304, 400, 404, 405, 501];

/** Everything that an answer may say in its head. */
const HEADERS = new Set([
  ...['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'connection', 'date', 'keep-alive'],
  ...['cache-control', 'etag', 'link', 'location', 'allow', 'vary', 'content-security-policy', 'referrer-policy'],
  ...['x-content-type-options', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'access-control-allow-methods'],
  ...['access-control-allow-headers', 'access-control-max-age', 'cache-tag'],
]);

/** The server before the Worker refuses what is too long (414, 431), or is no request of HTTP (400, 501). */
function isRefusedBefore({ status, headers, body }: Received): boolean {
  const words = body.toString().toLowerCase();
  const refusal =
    /^(?:uri too long|invalid uri|error: (?:headers? too large|bad request|unrecognized request method).*)?$/;
  return [400, 414, 431, 501].includes(status) && !headers['x-content-type-options'] && refusal.test(words.trim());
}

/** What is wrong with an answer; nothing where all is well. */
export function findFaults(sent: Sent, received: Received, canary: string): string[] {
  if (isRefusedBefore(received)) return [];
  const { status, headers } = received;
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  must(STATUSES.includes(status), `status ${status}`);
  if (sent.method === 'OPTIONS') must(status === 204, `OPTIONS answers ${status}`);
  else if (!READING.includes(sent.method) && !/^\/mcp(?:\?|$)/.test(sent.target))
    must(status === 405, `${sent.method} answers ${status}`);
  const strange = Object.keys(headers).filter((name) => !HEADERS.has(name));
  must(strange.length === 0, `unknown headers: ${strange}`);
  must(headers['access-control-allow-origin'] === '*', 'not open to all sites');
  // A browser would put them in the place of those that came with what it has.
  if (status === 304) for (const name of POLICIES) must(headers[name] === undefined, `304 with ${name}`);
  else faults.push(...missingPolicies(headers));
  if (status >= 400) must(isBriefly(headers['cache-control']), `an error is cached: ${headers['cache-control']}`);
  return [...faults, ...findBodyFaults(sent, received), ...echoesIn(sent, received, canary)];
}

const POLICIES = ['x-content-type-options', 'referrer-policy', 'content-security-policy'];

function missingPolicies(headers: Received['headers']): string[] {
  const missing: string[] = [];
  if (headers['x-content-type-options'] !== 'nosniff') missing.push('no nosniff');
  if (headers['referrer-policy'] === undefined) missing.push('no Referrer-Policy');
  const isPicture = headers['content-type'] === 'image/png' || headers['content-type'] === 'image/svg+xml';
  if (!isPicture && headers['content-security-policy'] === undefined) missing.push('no Content-Security-Policy');
  return missing;
}

function isBriefly(policy = ''): boolean {
  const seconds = /^public, max-age=(\d+)$/.exec(policy)?.[1];
  return policy === 'no-store' || (seconds !== undefined && Number(seconds) <= 60);
}

type Form = 'json' | 'text' | 'png' | 'svg' | 'page';
const JSON_PATHS = ['/api', '/health', '/oembed'];
const ERROR_TYPES: Record<Form, string> = {
  json: 'application/problem+json',
  text: 'text/plain',
  page: 'text/html',
  png: 'image/png',
  svg: 'image/svg+xml',
};
/** What an address of each form may be answered with, where it is there. A style sheet and a script are pages' own. */
const TYPES: Record<Form, RegExp> = {
  json: /^application\/(?:json|feed\+json)$|^text\/xml$/,
  text: /^text\/(?:markdown|plain)$|^application\/(?:atom\+)?xml$/,
  page: /^text\/(?:html|css|javascript)$/,
  png: /^image\/png$/,
  svg: /^image\/svg\+xml$/,
};

/** The form that a path asks for by its ending. */
function formOf(path: string): Form {
  if (path.startsWith('/api/') || JSON_PATHS.includes(path)) return 'json';
  const ending = /\.(png|svg|json|md|txt|xml)$/.exec(path)?.[1];
  if (ending === 'png' || ending === 'svg' || ending === 'json') return ending;
  return ending ? 'text' : 'page';
}

/** The form of an address: of its path as written and as decoded, where the two are not the same. */
function formsOf(target: string): Form[] {
  const { pathname } = new URL(`http://x${target.split('?')[0]}`);
  return [
    formOf(pathname),
    formOf(pathname.replace(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))),
  ];
}

function findBodyFaults(sent: Sent, { status, headers, body }: Received): string[] {
  if (sent.method === 'HEAD' || [204, 301, 302, 304].includes(status))
    return body.length === 0 ? [] : [`${sent.method} ${status} has a body`];
  const type = headers['content-type']?.split(';')[0] ?? '';
  const forms = formsOf(sent.target);
  const isRight =
    status >= 400 ? forms.some((form) => ERROR_TYPES[form] === type) : forms.some((form) => TYPES[form].test(type));
  if (!isRight) return [`${forms} is answered as ${type} with ${status}`];
  try {
    return findContentFaults(type, body, status);
  } catch (error) {
    return [`${type} does not decode: ${(error as Error).message}`];
  }
}

/** Pictures that were decoded before: there are few, and decoding takes longest. */
const decodedPictures = new Set<string>();

function findContentFaults(type: string, body: Buffer, status: number): string[] {
  const text = body.toString('utf8');
  if (type.endsWith('json')) {
    const document = JSON.parse(text) as { status?: unknown };
    return status >= 400 && document.status !== status ? ['the problem has another status'] : [];
  }
  if (type === 'text/html') return /^<!doctype html>.*<\/html>$/is.test(text.trim()) ? [] : ['not a whole page'];
  if (type.endsWith('xml')) parseXml(text);
  if (type === 'image/png' && !decodedPictures.has(body.toString('latin1'))) {
    PNG.sync.read(body);
    decodedPictures.add(body.toString('latin1'));
  }
  return body.length === 0 ? ['an empty body'] : [];
}
