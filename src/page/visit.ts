/**
 * Requests an address of the catalogue, and reads the response within limits of time and size: of public sites only, and
 * redirects one by one. The only file that fetches a page.
 */

import ipaddr from 'ipaddr.js';
import app from '../../package.json' with { type: 'json' };
import { isPublicName } from '../card/address.ts';

export const VISIT_FAILURES = [
  'not-in-catalogue',
  'not-https',
  'not-public',
  'network',
  'timeout',
  'http-status',
  'paywall',
  'too-many-redirects',
  'redirect-refused',
  'disallowed',
  'no-robots',
  'not-html',
  'pdf',
  'too-large',
  'too-complex',
  'no-text',
] as const;
export type VisitFailure = (typeof VISIT_FAILURES)[number];

/** What went wrong and what to do, in one line. `status`: the status of the response, if there was one. `sha256`: of a PDF. */
export type Failed = { ok: false; reason: VisitFailure; message: string; status?: number; sha256?: string };

/** The validators for a conditional request (RFC 9110, section 8.8) of the address `url`. */
export type Validators = { url: string; etag: string | null; lastModified: string | null };

/** A response whose body is not read yet. */
export type Answer = {
  /** The address after redirects. */
  url: URL;
  response: Response;
  /** The target of permanent redirects, or null. */
  movedTo: string | null;
};

export type VisitOptions = {
  /** The addresses that may be requested: the `url` of every source, exactly as written. */
  allowed: ReadonlySet<string>;
  fetch?: typeof fetch;
  /** Who asks. */
  userAgent?: string;
  validators?: Validators | null;
  /** Whether robots.txt allows an address; called before each request. */
  permission?: (url: URL) => Promise<'allowed' | 'disallowed' | 'unknown'>;
  /** The limit for the whole visit, including redirects and body. */
  timeoutMs?: number;
  /** The limit for the decompressed body. */
  maxBytes?: number;
  /** Allows http addresses, if an author asks for one. */
  plainHttp?: boolean;
  /** Allows http addresses of this machine, for tests. */
  loopbackHttp?: boolean;
};

/** Longer than a slow newspaper takes, and short enough to wait for. */
const TIMEOUT_MS = 15_000;
/** Ten times the HTML of a heavy article page. */
export const MAX_BYTES = 5_000_000;
const MAX_REDIRECTS = 5;

const REDIRECT = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const USER_AGENT = `${app.name}/${app.version} (quote check)`;
const ACCEPT = 'text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.9';

export const OR_CAPTURED = 'Or check the captured text: npm run verify -- --texts DIR';

/** Requests an address and lets `read` read the response. Never throws because of the network or the server. */
export async function visit<T extends object>(
  url: string,
  options: VisitOptions,
  read: (answer: Answer) => Promise<T | Failed>,
): Promise<T | Failed> {
  const { allowed, timeoutMs = TIMEOUT_MS } = options;
  if (!allowed.has(url)) {
    return failure('not-in-catalogue', `${url} is not the url of a source. Correct it, or add the source to cards/.`);
  }
  const start = URL.parse(url);
  if (start === null || !isSecure(start, options)) {
    return failure('not-https', `${url} is not an https address. Correct the url of its source.`);
  }
  if (!isAskable(start, options)) {
    return failure('not-public', `${url} is not the address of a public site. Correct the url of its source.`);
  }

  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const deadline = new Promise<Failed>((resolve) => {
    const message = `${url} was not read within ${timeoutMs / 1000} s. Try again later. ${OR_CAPTURED}`;
    timer = setTimeout(() => resolve(failure('timeout', message)), timeoutMs);
  });
  try {
    return await Promise.race([follow(start, options, stop.signal, read), deadline]);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

async function follow<T>(
  start: URL,
  options: VisitOptions,
  signal: AbortSignal,
  read: (answer: Answer) => Promise<T | Failed>,
): Promise<T | Failed> {
  const { fetch: request = fetch, permission } = options;
  const sites = sitesOf(options.allowed);
  let url = start;
  let isPermanent = true;
  let movedTo: string | null = null;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const allowed = (await permission?.(url)) ?? 'allowed';
    if (allowed === 'disallowed') {
      return failure(
        'disallowed',
        `${url.href} is forbidden for programs by the robots.txt of its site. ${OR_CAPTURED}`,
      );
    }
    if (allowed === 'unknown') {
      return failure('no-robots', `The robots.txt of ${url.origin} cannot be read. Try again later. ${OR_CAPTURED}`);
    }
    let response: Response;
    try {
      response = await request(url.href, { redirect: 'manual', headers: headersFor(url, options), signal });
    } catch (error) {
      return unreachable(url, error);
    }
    const location = response.headers.get('location');
    if (!REDIRECT.has(response.status) || location === null) return read({ url, response, movedTo });
    await response.body?.cancel();

    // Header values arrive as Latin-1, and servers write unescaped UTF-8 there (Fetch Standard, "location URL").
    const target = URL.parse(Buffer.from(location, 'latin1').toString('utf8'), url);
    if (
      target === null ||
      !(sites.has(siteOf(target)) || siteOf(target) === siteOf(start)) ||
      !isAskable(target, options)
    ) {
      const message = `${url.href} redirects to ${target?.href ?? location}, which is not its own site over https.`;
      return failure(
        'redirect-refused',
        `${message} If the article has moved there, set url in its source to that address.`,
      );
    }
    isPermanent &&= PERMANENT.has(response.status);
    if (isPermanent && target.href !== start.href) movedTo = target.href;
    url = target;
  }
  return failure(
    'too-many-redirects',
    `${start.href} redirects more than ${MAX_REDIRECTS} times. Check in a browser where it leads. ${OR_CAPTURED}`,
  );
}

const knownSites = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The sites of addresses, cached. */
function sitesOf(addresses: ReadonlySet<string>): ReadonlySet<string> {
  const sites = knownSites.get(addresses) ?? new Set([...addresses].flatMap(siteOfText));
  knownSites.set(addresses, sites);
  return sites;
}

function siteOfText(address: string): string[] {
  const url = URL.parse(address);
  return url ? [siteOf(url)] : [];
}

function isSecure({ protocol, hostname }: URL, { loopbackHttp = false, plainHttp = false }: VisitOptions): boolean {
  return protocol === 'https:' || (protocol === 'http:' && (plainHttp || (loopbackHttp && LOOPBACK.has(hostname))));
}

/** Whether an address may be requested: https, a public site, and no user name or password. */
function isAskable(url: URL, options: VisitOptions): boolean {
  const isOwn = options.loopbackHttp === true && LOOPBACK.has(url.hostname);
  return isSecure(url, options) && (isOwn || isPublicHost(url)) && url.username === '' && url.password === '';
}

function headersFor(url: URL, { userAgent = USER_AGENT, validators }: VisitOptions): Record<string, string> {
  const known = validators?.url === url.href ? validators : undefined;
  return {
    'User-Agent': userAgent,
    Accept: ACCEPT,
    ...(known?.etag ? { 'If-None-Match': known.etag } : {}),
    ...(known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {}),
  };
}

/** The body up to the limit; the rest is not read. */
export async function readBytes(
  response: Response,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size > maxBytes) return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isWhole: false };
  }
  return { bytes: Buffer.concat(chunks), isWhole: true };
}

export function unreachable(url: URL, error: unknown): Failed {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const why = cause?.code ?? cause?.message ?? message;
  return failure(
    'network',
    `${url.href} cannot be read (${why}). Check the address and the connection. ${OR_CAPTURED}`,
  );
}

export function failure(reason: VisitFailure, message: string, status?: number): Failed {
  return { ok: false, reason, message, ...(status === undefined ? {} : { status }) };
}

/** Global unicast (RFC 4291). All other addresses that ipaddr.js calls unicast represent an IPv4 address, or none. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether the host of an address is the name or number of a public site (IANA Special-Purpose Address Registries). The URL
 * Standard has spelled numbers out before: "0x7f.1", "2130706433" and "0177.0.0.1" all arrive here as "127.0.0.1".
 */
export function isPublicHost({ hostname }: URL): boolean {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (!ipaddr.isValid(name)) return isPublicName(name);
  const address = ipaddr.parse(name);
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(PUBLIC_IPV6));
}

/** A site: its scheme, host and port, with or without `www.`. */
export function siteOf({ protocol, host }: URL): string {
  return `${protocol}//${host.replace(/^www\./, '')}`;
}
