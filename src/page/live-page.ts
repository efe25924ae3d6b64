/**
 * Reads the live page of a source, for `npm run verify` and the watch. What the network and the page did wrong is an
 * answer, with a line that says what to do.
 */
import { createHash } from 'node:crypto';
// @ts-expect-error The package ships no types.
import sniffEncoding from 'html-encoding-sniffer';
import type { StructuredText } from '../card/evidence/place.ts';
import { readHtml } from './html-text.ts';
import { TooComplex } from './parse-html.ts';
import {
  type Answer,
  type Failed,
  failure,
  MAX_BYTES,
  OR_CAPTURED,
  readBytes,
  unreachable,
  type Validators,
  type VisitOptions,
  visit,
} from './visit.ts';

/** What the bytes of a page say. */
export type PageBody = StructuredText & {
  /** Whether the page says that it is not free, so that a quote may stand in the part that is not shown. */
  paywalled: boolean;
};

export type ReadPage = PageBody & {
  ok: true;
  /** Where the page was found, after redirects. */
  url: string;
  /** The body, without its compression. */
  bytes: Uint8Array;
  /** SHA-256 of `bytes`, in hexadecimal. */
  sha256: string;
  /** Those of `KEPT_HEADERS` that the server sent. */
  headers: Record<string, string>;
  /** Where redirects that are permanent led; null where there was none. */
  movedTo: string | null;
  /** Null where the page gave none. */
  validators: Validators | null;
};
/** The page is as it was when it gave the validators that were sent. */
export type UnchangedPage = { ok: true; unchanged: true; movedTo: string | null };
export type LivePage = ReadPage | Failed;

/** What a capture keeps of the headers. */
const KEPT_HEADERS = ['content-type', 'etag', 'last-modified', 'date'];

const REFUSED = new Set([401, 402, 403, 451]);
const HTML = new Set(['text/html', 'application/xhtml+xml']);
/** "replacement" stands for the encodings that no decoder may have (Encoding Standard, section 14.1). */
const UNDECIDED = new Set(['UTF-8', 'windows-1252', 'replacement']);

/** Reads a page of the catalogue. Never throws for what the network, the server or the page did. */
export async function readLivePage(url: string, options: Omit<VisitOptions, 'validators'>): Promise<LivePage> {
  const { maxBytes = MAX_BYTES } = options;
  return visit(url, options, (answer) => readAnswer(answer, maxBytes));
}

/** Reads a page of the catalogue again, where it has changed since it gave the validators. */
export async function readAgain(url: string, options: VisitOptions): Promise<LivePage | UnchangedPage> {
  const { maxBytes = MAX_BYTES } = options;
  return visit<ReadPage | UnchangedPage>(url, options, async (answer) => {
    const isUnchanged = answer.response.status === 304 && options.validators?.url === answer.url.href;
    return isUnchanged ? { ok: true, unchanged: true, movedTo: answer.movedTo } : readAnswer(answer, maxBytes);
  });
}

async function readAnswer({ url, response, movedTo }: Answer, maxBytes: number): Promise<LivePage> {
  const { status, headers } = response;
  if (REFUSED.has(status)) {
    return failure(
      'paywall',
      `${url.href} answers ${status}: it is behind a paywall or refuses programs. Read it in a browser. ${OR_CAPTURED}`,
      status,
    );
  }
  if (!response.ok) {
    const gone = status === 404 || status === 410;
    const fix = gone ? 'If the article has moved, put its new address in its source.' : 'Try again later.';
    return failure('http-status', `${url.href} answers ${status}. ${fix} ${OR_CAPTURED}`, status);
  }

  const contentType = headers.get('content-type') || 'text/html';
  const type = mediaType(contentType);
  if (!HTML.has(type) && type !== 'text/plain') {
    return failure('not-html', `${url.href} is ${type}, not a web page. Name a web page in its source. ${OR_CAPTURED}`);
  }

  let read: Awaited<ReturnType<typeof readBytes>>;
  try {
    read = await readBytes(response, maxBytes);
  } catch (error) {
    return unreachable(url, error);
  }
  const { bytes, isWhole } = read;
  if (!isWhole) {
    return failure(
      'too-large',
      `${url.href} is larger than ${maxBytes / 1_000_000} MB. Name a smaller page in its source. ${OR_CAPTURED}`,
    );
  }

  const body = readWithin(bytes, contentType);
  if (body instanceof TooComplex) {
    return failure(
      'too-complex',
      `${url.href} cannot be read: ${body.message}. Name a simpler page in its source. ${OR_CAPTURED}`,
    );
  }
  if (body.text.trim() === '') {
    return failure('no-text', `${url.href} shows no text without JavaScript. Read it in a browser. ${OR_CAPTURED}`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const validators = { url: url.href, etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  return {
    ok: true,
    ...body,
    url: url.href,
    bytes,
    sha256,
    headers: Object.fromEntries(KEPT_HEADERS.flatMap((name) => pairOf(name, headers.get(name)))),
    movedTo,
    validators: validators.etag || validators.lastModified ? validators : null,
  };
}

function readWithin(bytes: Uint8Array, contentType: string): PageBody | TooComplex {
  try {
    return readBody(bytes, contentType);
  } catch (error) {
    if (error instanceof TooComplex) return error;
    throw error;
  }
}

const pairOf = (name: string, value: string | null) => (value === null ? [] : [[name, value]]);

/** Reads the bytes of a page, live or captured. @throws TooComplex */
export function readBody(bytes: Uint8Array, contentType: string): PageBody {
  const body = decode(bytes, charsetOf(contentType));
  const text = isHtml(contentType) ? readHtml(body) : { text: body, blocks: null };
  return { ...text, paywalled: saysNotFree(body) };
}

/** The HTML of a page; undefined where it is plain text. */
export function htmlOf(bytes: Uint8Array, contentType: string): string | undefined {
  return isHtml(contentType) ? decode(bytes, charsetOf(contentType)) : undefined;
}

const charsetOf = (contentType: string) => /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];

export const isHtml = (contentType: string): boolean => HTML.has(mediaType(contentType));

/** "text/html" of "text/html; charset=utf-8" */
function mediaType(contentType: string): string {
  return contentType
    .replace(/[;,].*/s, '')
    .trim()
    .toLowerCase();
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
