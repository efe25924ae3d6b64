/**
 * Reads the live page of a source, for `npm run verify`. Asks only for addresses that stand in the catalogue, within
 * limits of time and size. What the network and the page did wrong is an answer, with a line that says what to do.
 */
// @ts-expect-error The package ships no types.
import sniffEncoding from 'html-encoding-sniffer';
import app from '../../package.json' with { type: 'json' };
import { htmlToText } from './html-text.ts';
import { sha256 as hashBytes } from './texts.ts';

export type LivePageFailure =
  | 'not-in-catalogue'
  | 'not-https'
  | 'network'
  | 'timeout'
  | 'http-status'
  | 'paywall'
  | 'too-many-redirects'
  | 'redirect-refused'
  | 'not-html'
  | 'too-large'
  | 'no-text';

export type LivePage =
  | {
      ok: true;
      /** Where the page was found, after redirects. */
      url: string;
      /** What a reader sees: one block a line. */
      text: string;
      /** SHA-256 of the body, without its compression, in hexadecimal. */
      sha256: string;
      /** Whether the page says that it is not free, so that a quote may stand in the part that is not shown. */
      paywalled: boolean;
    }
  | { ok: false; reason: LivePageFailure; message: string };

export type LivePageOptions = {
  /** The addresses that may be asked for: the `url` of every source, spelled as there. */
  allowed: ReadonlySet<string>;
  fetch?: typeof fetch;
  /** Limit of the whole reading, redirects and body included. */
  timeoutMs?: number;
  /** Limit of the body, without its compression. */
  maxBytes?: number;
  /** Lets tests read http addresses of this machine. */
  loopbackHttp?: boolean;
};

/** Longer than a slow newspaper takes, shorter than patience. */
const TIMEOUT_MS = 15_000;
/** Ten times the HTML of a heavy article page. */
const MAX_BYTES = 5_000_000;
const MAX_REDIRECTS = 5;

const REDIRECT = new Set([301, 302, 303, 307, 308]);
const REFUSED = new Set([401, 402, 403]);
const HTML = new Set(['text/html', 'application/xhtml+xml']);
/** "replacement" stands for the encodings that no decoder may have (Encoding Standard, section 14.1). */
const UNDECIDED = new Set(['UTF-8', 'windows-1252', 'replacement']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const HEADERS = {
  'User-Agent': `${app.name}/${app.version} (quote check)`,
  Accept: 'text/html, application/xhtml+xml, text/plain;q=0.9',
};

const OR_CAPTURED = 'Or check the captured text: npm run verify -- --texts DIR';

/** Reads a page of the catalogue. Never throws for what the network, the server or the page did. */
export async function readLivePage(url: string, options: LivePageOptions): Promise<LivePage> {
  const { allowed, timeoutMs = TIMEOUT_MS, loopbackHttp = false } = options;
  if (!allowed.has(url)) {
    return failure('not-in-catalogue', `${url} is not the url of a source. Correct it, or add the source to cards/.`);
  }
  const start = URL.parse(url);
  const isLoopbackHttp = start?.protocol === 'http:' && LOOPBACK.has(start.hostname);
  if (start === null || !(start.protocol === 'https:' || (loopbackHttp && isLoopbackHttp))) {
    return failure('not-https', `${url} is not an https address. Correct the url of its source.`);
  }

  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<LivePage>((resolve) => {
    const message = `${url} was not read within ${timeoutMs / 1000} s. Try again later. ${OR_CAPTURED}`;
    timer = setTimeout(() => resolve(failure('timeout', message)), timeoutMs);
  });
  try {
    return await Promise.race([visit(start, options, stop.signal), deadline]);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** Follows redirects by hand, because each must stay on the site of the address in the catalogue. */
async function visit(start: URL, options: LivePageOptions, signal: AbortSignal): Promise<LivePage> {
  const { fetch: request = fetch, maxBytes = MAX_BYTES } = options;
  let url = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    let response: Response;
    try {
      response = await request(url.href, { redirect: 'manual', headers: HEADERS, signal });
    } catch (error) {
      return unreachable(url, error);
    }
    const location = response.headers.get('location');
    if (!REDIRECT.has(response.status) || location === null) return readAnswer(url, response, maxBytes);

    // Header values arrive as Latin-1, and servers write unescaped UTF-8 there (Fetch Standard, "location URL").
    const target = URL.parse(Buffer.from(location, 'latin1').toString('utf8'), url);
    if (target === null || site(target) !== site(start)) {
      const message = `${url.href} redirects to ${target?.href ?? location}, which is not its own site over https.`;
      return failure('redirect-refused', `${message} If the article has moved there, put that address in its source.`);
    }
    url = target;
  }
  return failure(
    'too-many-redirects',
    `${start.href} redirects more than ${MAX_REDIRECTS} times. See in a browser where it leads. ${OR_CAPTURED}`,
  );
}

/** What a redirect must not leave: scheme, host and port, with or without `www.`. */
function site({ protocol, host }: URL): string {
  return `${protocol}//${host.replace(/^www\./, '')}`;
}

async function readAnswer(url: URL, response: Response, maxBytes: number): Promise<LivePage> {
  const { status } = response;
  if (REFUSED.has(status)) {
    return failure(
      'paywall',
      `${url.href} answers ${status}: it is behind a paywall or refuses programs. Read it in a browser. ${OR_CAPTURED}`,
    );
  }
  if (!response.ok) {
    const gone = status === 404 || status === 410;
    const cure = gone ? 'If the article has moved, put its new address in its source.' : 'Try again later.';
    return failure('http-status', `${url.href} answers ${status}. ${cure} ${OR_CAPTURED}`);
  }

  const contentType = response.headers.get('content-type') || 'text/html';
  const type = contentType
    .replace(/[;,].*/s, '')
    .trim()
    .toLowerCase();
  if (!HTML.has(type) && type !== 'text/plain') {
    return failure('not-html', `${url.href} is ${type}, not a web page. Name a web page in its source. ${OR_CAPTURED}`);
  }

  let bytes: Uint8Array | undefined;
  try {
    bytes = await readBytes(response, maxBytes);
  } catch (error) {
    return unreachable(url, error);
  }
  if (bytes === undefined) {
    return failure(
      'too-large',
      `${url.href} is larger than ${maxBytes / 1_000_000} MB. Name a smaller page in its source. ${OR_CAPTURED}`,
    );
  }

  const body = decode(bytes, /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1]);
  const text = HTML.has(type) ? htmlToText(body) : body;
  if (text.trim() === '') {
    return failure('no-text', `${url.href} shows no text without JavaScript. Read it in a browser. ${OR_CAPTURED}`);
  }
  const sha256 = hashBytes(bytes);
  return { ok: true, url: url.href, text, sha256, paywalled: saysNotFree(body) };
}

/** The body, or undefined as soon as it is larger than the limit: the rest is not awaited. */
async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Bytes → text, in the encoding of BOM, Content-Type or `meta`. UTF-8 and windows-1252 are declared for one another so
 * often that between them (and where nothing is declared) the bytes decide: read as UTF-8, text in windows-1252 has more
 * broken letters than sound ones outside ASCII. One broken letter alone does not spoil a page in UTF-8.
 */
function decode(bytes: Uint8Array, declared: string | undefined): string {
  const named: string = sniffEncoding(bytes, { transportLayerEncodingLabel: declared, defaultEncoding: 'UTF-8' });
  if (!UNDECIDED.has(named)) return new TextDecoder(named).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return hasMark || broken <= sound ? text : new TextDecoder('windows-1252').decode(bytes);
}

/** Whether JSON-LD in the page says `"isAccessibleForFree": false` (schema.org), of the article or of a part of it. */
function saysNotFree(html: string): boolean {
  return html.split(/<script\b/i).some((piece) => {
    const [script = ''] = piece.split(/<\/script/i, 1);
    return /^[^>]*application\/ld\+json/i.test(script) && /"isAccessibleForFree"\s*:\s*"?false\b/i.test(script);
  });
}

function unreachable(url: URL, error: unknown): LivePage {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const why = cause?.code ?? cause?.message ?? message;
  return failure(
    'network',
    `${url.href} cannot be read (${why}). Check the address and the connection. ${OR_CAPTURED}`,
  );
}

function failure(reason: LivePageFailure, message: string): LivePage {
  return { ok: false, reason, message };
}
