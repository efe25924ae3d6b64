/**
 * Reads the live page of a source, for `npm run verify` and the watch. Returns failures of the network or the page as
 * values, with a message that says what to do.
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

/** The text of a page, read from its bytes. */
export type PageBody = StructuredText & {
  /** Whether the page says that it is not free. A quote may then be in the hidden part. */
  paywalled: boolean;
};

export type ReadPage = PageBody & {
  ok: true;
  /** The address of the page after redirects. */
  url: string;
  /** The decompressed body. */
  bytes: Uint8Array;
  /** SHA-256 of `bytes`, in hexadecimal. */
  sha256: string;
  /** Those of `KEPT_HEADERS` that the server sent. */
  headers: Record<string, string>;
  /** The target of permanent redirects, or null. */
  movedTo: string | null;
  /** Null if the server sent none. */
  validators: Validators | null;
};
/** The page has not changed since the server sent the validators. */
export type UnchangedPage = { ok: true; unchanged: true; movedTo: string | null };
export type LivePage = ReadPage | Failed;

/** The headers that a capture keeps. */
const KEPT_HEADERS = ['content-type', 'etag', 'last-modified', 'date'];

const REFUSED = new Set([401, 402, 403, 451]);
const HTML = new Set(['text/html', 'application/xhtml+xml']);
const PDF = 'application/pdf';
/** A report with pictures. */
export const MAX_PDF_BYTES = 50_000_000;
/** "replacement": encodings that decoders must not support (Encoding Standard, section 14.1). */
const UNDECIDED = new Set(['UTF-8', 'windows-1252', 'replacement']);

/** Reads a PDF, or says why it cannot be read: the rest of a sentence that begins with its name. */
export type PdfReader = (bytes: Uint8Array) => Promise<PageBody | { fault: string }>;

type ReadOptions = Omit<VisitOptions, 'validators'> & {
  /** Reads PDFs. Commands have one; for the Worker it would be too large. */
  pdf?: PdfReader;
};

/** Reads the page of a source. Never throws because of the network, the server or the page. */
export async function readLivePage(url: string, { pdf, ...options }: ReadOptions): Promise<LivePage> {
  const page = await visit<ReadPage>(url, options, (answer) => readAnswer(answer, { ...options, takesPdf: !!pdf }));
  if (!page.ok || !pdf || !isPdf(page.headers['content-type'] ?? '')) return page;
  // Reading a long PDF may take longer than the limit for a request.
  const body = await pdf(page.bytes);
  return 'fault' in body ? failure('pdf', `${page.url} ${body.fault}`) : { ...page, ...body };
}

type AgainOptions = VisitOptions & {
  /** The SHA-256 of the capture of the source. */
  captured?: string;
};

/**
 * Reads the page of a source again if it has changed since the server sent the validators. A PDF is not read: it is unchanged if it
 * is the captured file.
 */
export async function readAgain(url: string, options: AgainOptions): Promise<LivePage | UnchangedPage> {
  return visit<ReadPage | UnchangedPage>(url, options, async (answer) => {
    const unchanged = { ok: true, unchanged: true, movedTo: answer.movedTo } as const;
    if (answer.response.status === 304 && options.validators?.url === answer.url.href) return unchanged;
    const page = await readAnswer(answer, options);
    return !page.ok && page.sha256 !== undefined && page.sha256 === options.captured ? unchanged : page;
  });
}

type AnswerOptions = { maxBytes?: number; takesPdf?: boolean };

/** The page in a response, or why it cannot be used. With `takesPdf`, a PDF is returned as bytes. */
async function readAnswer(
  { url, response, movedTo }: Answer,
  { maxBytes = MAX_BYTES, takesPdf = false }: AnswerOptions,
): Promise<LivePage> {
  const { status, headers } = response;
  if (REFUSED.has(status)) {
    return failure(
      'paywall',
      `${url.href} returned status ${status}: it is behind a paywall or refuses programs. Read it in a browser. ${OR_CAPTURED}`,
      status,
    );
  }
  if (!response.ok) {
    const gone = status === 404 || status === 410;
    const fix = gone ? 'If the article has moved, put its new address in its source.' : 'Try again later.';
    return failure('http-status', `${url.href} returned status ${status}. ${fix} ${OR_CAPTURED}`, status);
  }

  const contentType = typeOf(url, headers);
  const type = mediaType(contentType);
  if (!HTML.has(type) && type !== 'text/plain' && type !== PDF) {
    return failure('not-html', `${url.href} is ${type}, not a web page. Name a web page in its source. ${OR_CAPTURED}`);
  }

  let read: Awaited<ReturnType<typeof readBytes>>;
  const limit = takesPdf && type === PDF ? MAX_PDF_BYTES : maxBytes;
  try {
    read = await readBytes(response, limit);
  } catch (error) {
    return unreachable(url, error);
  }
  const { bytes, isWhole } = read;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (type === PDF && !takesPdf) {
    const why = isWhole ? 'not the captured file' : `larger than ${limit / 1_000_000} MB`;
    return { ...failure('pdf', `${url.href} is a PDF, and ${why}. ${READ_LIVE}`), ...(isWhole && { sha256 }) };
  }
  if (!isWhole) {
    return failure(
      'too-large',
      `${url.href} is larger than ${limit / 1_000_000} MB. Set url in its source to a smaller page. ${OR_CAPTURED}`,
    );
  }

  const body = type === PDF ? UNREAD : readWithin(bytes, contentType);
  if (body instanceof TooComplex) {
    return failure(
      'too-complex',
      `${url.href} cannot be read: ${body.message}. Name a simpler page in its source. ${OR_CAPTURED}`,
    );
  }
  if (body !== UNREAD && body.text.trim() === '') {
    return failure('no-text', `${url.href} shows no text without JavaScript. Read it in a browser. ${OR_CAPTURED}`);
  }
  const validators = { url: url.href, etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  const kept = KEPT_HEADERS.flatMap((name) => pairOf(name, headers.get(name)));
  return {
    ok: true,
    ...body,
    url: url.href,
    bytes,
    sha256,
    headers: { ...Object.fromEntries(kept), ...(type === PDF && { 'content-type': PDF }) },
    movedTo,
    validators: validators.etag || validators.lastModified ? validators : null,
  };
}

/** A PDF whose text is read later. */
const UNREAD: PageBody = { text: '', blocks: null, paywalled: false };
const READ_LIVE = 'npm run verify -- --live reads it.';

/** Some servers do not know what a PDF is. */
function typeOf({ pathname }: URL, headers: Headers): string {
  const type = headers.get('content-type') || 'text/html';
  const isUnnamed = /^(?:application\/(?:octet-stream|x-pdf|download)|binary\/octet-stream)$/.test(mediaType(type));
  return isUnnamed && /\.pdf$/i.test(pathname) ? PDF : type;
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

/** The HTML of a page; undefined if it is plain text. */
export function htmlOf(bytes: Uint8Array, contentType: string): string | undefined {
  return isHtml(contentType) ? decode(bytes, charsetOf(contentType)) : undefined;
}

const charsetOf = (contentType: string) => /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];

export const isPdf = (contentType: string): boolean => mediaType(contentType) === PDF;
export const isHtml = (contentType: string): boolean => HTML.has(mediaType(contentType));

/** "text/html" of "text/html; charset=utf-8" */
function mediaType(contentType: string): string {
  return contentType
    .replace(/[;,].*/s, '')
    .trim()
    .toLowerCase();
}

/**
 * Decodes bytes with the encoding of the BOM, Content-Type or `meta`. Pages often declare UTF-8 as windows-1252 and vice
 * versa. For these two, and if none is declared, the bytes decide: windows-1252 text that is decoded as UTF-8 has more
 * invalid than valid characters outside ASCII. A few invalid characters do not make a page windows-1252.
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

/** Whether JSON-LD in the page says `"isAccessibleForFree": false` (schema.org), for the article or a part of it. */
function saysNotFree(html: string): boolean {
  return html.split(/<script\b/i).some((piece) => {
    const [script = ''] = piece.split(/<\/script/i, 1);
    return /^[^>]*application\/ld\+json/i.test(script) && /"isAccessibleForFree"\s*:\s*"?false\b/i.test(script);
  });
}
