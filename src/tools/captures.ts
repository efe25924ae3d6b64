/**
 * Captures: the pages of sources as they were read, in a private folder that git ignores. `{sha256}.html`, `.pdf` or `.txt`
 * contains the bytes, and `{sha256}.json` their origin. For `.html` and `.pdf`, a `.txt` contains the visible text.
 */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { Day } from '../card/date.ts';
import type { Source } from '../card/source.ts';
import { isHtml, isPdf, type PageBody, type ReadPage, readBody } from '../page/live-page.ts';
import { TooComplex } from '../page/parse-html.ts';
import { pdfBody } from '../page/pdf/read-pdf.ts';
import { sha256 as hashOf, readTexts } from './texts.ts';
import { absent, writeWhole } from './whole-file.ts';

export const CAPTURE_FOLDER = 'captures';

const Origin = z.strictObject({
  /** The address of the page; null if unknown. */
  url: z.string().nullable(),
  /** The day on which it was read. */
  accessed: Day,
  /** The HTTP headers that state its type and date. */
  headers: z.record(z.string(), z.string()),
});
type Origin = z.infer<typeof Origin>;

export type NewCapture = Origin & Pick<ReadPage, 'bytes' | 'sha256' | 'text'>;

/** A captured page. `place`: the file with its text. */
export type Capture = { ok: true; place: string } & Origin & Pick<ReadPage, 'bytes' | 'sha256'> & PageBody;

export type NoCapture = { ok: false; reason: 'absent' | 'damaged'; message: string };

const fileOf = (sha256: string, extension: 'html' | 'pdf' | 'txt' | 'json') =>
  join(CAPTURE_FOLDER, `${sha256}.${extension}`);
const typeOf = (headers: Record<string, string>) => headers['content-type'] || 'text/html';
function rawFile(sha256: string, headers: Record<string, string>): string {
  const type = typeOf(headers);
  return fileOf(sha256, isHtml(type) ? 'html' : isPdf(type) ? 'pdf' : 'txt');
}

/** Stores a page. Writes the JSON file last, because it marks the capture as complete. Returns the file of the bytes. */
export async function keepCapture({ bytes, sha256, text, url, accessed, headers }: NewCapture): Promise<string> {
  const kept = await readBytes(sha256);
  if (kept.ok) return kept.file;
  const file = rawFile(sha256, headers);
  await writeWhole(file, bytes);
  await keepText({ text, sha256, headers });
  const origin: Origin = { url, accessed, headers };
  await writeWhole(fileOf(sha256, 'json'), `${JSON.stringify(origin, null, 2)}\n`);
  return file;
}

/** Writes the text of a web page, for people and for the line numbers of `npm run verify`. */
export async function keepText({
  text,
  sha256,
  headers,
}: Pick<NewCapture, 'text' | 'sha256' | 'headers'>): Promise<void> {
  const file = fileOf(sha256, 'txt');
  if (file === rawFile(sha256, headers) || (await readFile(file, 'utf8').catch(absent)) === text) return;
  await writeWhole(file, text);
}

/** Reads a page from its capture, as if it were live. */
export async function readCapture(sha256: string): Promise<Capture | NoCapture> {
  const kept = await readBytes(sha256);
  if (!kept.ok) return kept;
  const { origin, file, bytes } = kept;
  const body = await readFileBody(file, bytes, typeOf(origin.headers));
  return { ok: true, ...origin, ...body, bytes, sha256, place: fileOf(sha256, 'txt') };
}

type Kept = { ok: true; origin: Origin; file: string; bytes: Uint8Array };

async function readBytes(sha256: string): Promise<Kept | NoCapture> {
  const json = await readFile(fileOf(sha256, 'json'), 'utf8').catch(absent);
  if (json === undefined) {
    return { ok: false, reason: 'absent', message: `${CAPTURE_FOLDER}/ has no capture with the SHA-256 ${sha256}.` };
  }
  const origin = parseOrigin(json);
  if (!origin) return damaged(fileOf(sha256, 'json'), 'cannot be read');
  const file = rawFile(sha256, origin.headers);
  const bytes = await readFile(file).catch(absent);
  if (bytes === undefined) return damaged(file, 'is missing');
  const hash = hashOf(bytes);
  if (hash !== sha256) return damaged(file, `does not match its name: the SHA-256 of its bytes is ${hash}`);
  return { ok: true, origin, file, bytes };
}

function parseOrigin(json: string): Origin | undefined {
  try {
    return Origin.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

function damaged(file: string, what: string): NoCapture {
  const fix = `Delete ${file.replace(/\.\w+$/, '.*')}, and capture the page again.`;
  return { ok: false, reason: 'damaged', message: `${file} ${what}. ${fix}` };
}

const HTML_FILE = /^\.x?html?$/i;

export type SavedPage = Omit<NewCapture, 'url' | 'accessed'> & PageBody;

/** Reads a saved page: HTML by its name, PDF by its first bytes, otherwise text in UTF-8. @throws UnreadableFile */
export async function readSavedPage(path: string, bytes: Uint8Array): Promise<SavedPage> {
  const isOther = HTML_FILE.test(extname(path)) ? 'text/html' : 'text/plain; charset=utf-8';
  const type = startsAsPdf(bytes) ? 'application/pdf' : isOther;
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const other = OTHER_FILES.find(([signature]) => start.startsWith(signature))?.[1];
  if (other) throw new UnreadableFile(`${path} ${other}`);
  const body = await readFileBody(path, bytes, type);
  return { ...body, bytes, sha256: hashOf(bytes), headers: { 'content-type': type } };
}

/** Files that are often mistaken for saved pages, by their first bytes. */
const OTHER_FILES: [start: string, message: string][] = [
  ['From: <Saved by', 'is an MHTML archive. Save the page again, as “Webpage, HTML only”.'],
  ['MIME-Version:', 'is an MHTML archive. Save the page again, as “Webpage, HTML only”.'],
  ['bplist00', 'is a web archive of Safari. Save the page again, as “Page Source”.'],
  ['PK\x03\x04', 'is a Word document or another ZIP file. Save it as PDF or as plain text.'],
  ['\xd0\xcf\x11\xe0', 'is an old Word document. Save it as PDF or as plain text.'],
];

/** "%PDF-", among the first bytes (ISO 32000-1, annex H.3.4.1). */
const startsAsPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** A file that cannot be read. The message names it, the reason and the fix. */
export class UnreadableFile extends Error {
  readonly code = 'UNREADABLE';
}

/** @throws UnreadableFile */
async function readFileBody(path: string, bytes: Uint8Array, type: string): Promise<PageBody> {
  if (isPdf(type)) {
    const body = await pdfBody(bytes);
    if ('fault' in body) throw new UnreadableFile(`${path} ${body.fault}`);
    return body;
  }
  try {
    return readBody(bytes, type);
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    throw new UnreadableFile(
      `${path} cannot be read: ${error.message}. Save the text of the article in a .txt file instead.`,
    );
  }
}

/** Stores every file of a folder whose SHA-256 a source names. @throws if the folder cannot be read */
export async function importCaptures(folder: string, sources: readonly Source[]): Promise<void> {
  const texts = await readTexts(folder);
  for (const { url, snapshot } of sources) {
    const found = texts.get(snapshot.sha256);
    if (!found) continue;
    await keepCapture({ ...(await readSavedPage(found.path, found.bytes)), url, accessed: snapshot.accessed });
  }
}
