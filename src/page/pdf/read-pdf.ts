/** Reads a PDF: its text with pages, and its metadata. For the commands; the Worker does not contain it. */
import { getDocumentProxy, getMeta } from 'unpdf';
import type { StructuredText } from '../../card/evidence/place.ts';
import { MAX_PDF_BYTES, type PageBody } from '../live-page.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { PdfPage } from './pdf-furniture.ts';
import { linesOf, type Piece } from './pdf-lines.ts';
import { pdfMetadata } from './pdf-metadata.ts';
import { pdfText } from './pdf-text.ts';

export type PdfBody = StructuredText & { pages: number[]; metadata: Metadata };

/** Why a PDF cannot be read: the rest of a sentence that begins with its name, and what to do. */
export class UnreadablePdf extends Error {}

/** Reports have hundreds of pages; more takes minutes. */
const MAX_PAGES = 2_000;
const OR_TEXT = 'Save the words that you quote in a .txt file, and give it with --text FILE.';

const known = new WeakMap<Uint8Array, Promise<PdfBody>>();

/** Reads a file once. @throws UnreadablePdf if it is locked, damaged, without text, or too long. */
export function readPdf(bytes: Uint8Array): Promise<PdfBody> {
  const reading = known.get(bytes) ?? read(bytes);
  known.set(bytes, reading);
  return reading;
}

/** For `readLivePage`. */
export async function pdfBody(bytes: Uint8Array): Promise<PageBody | { fault: string }> {
  try {
    const { text, blocks, pages } = await readPdf(bytes);
    return { text, blocks, pages, paywalled: false };
  } catch (error) {
    if (error instanceof UnreadablePdf) return { fault: error.message };
    throw error;
  }
}

async function read(bytes: Uint8Array): Promise<PdfBody> {
  if (bytes.length > MAX_PDF_BYTES)
    throw new UnreadablePdf(`is larger than ${MAX_PDF_BYTES / 1_000_000} MB. Give a part of it.`);
  // pdf.js detaches the buffer that it receives.
  const opened = getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const document = await opened.catch((error: Error) => {
    throw new UnreadablePdf(
      error.name === 'PasswordException'
        ? `is locked with a password. Open it, save a copy without the password, and give that with --text FILE.`
        : `is damaged, or is not a PDF (${error.message}). Download it again.`,
    );
  });
  try {
    if (document.numPages > MAX_PAGES)
      throw new UnreadablePdf(`has ${document.numPages} pages; the limit is ${MAX_PAGES}. Give a part of it.`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
    const text = pdfText(pages);
    if (text.text.trim() === '')
      throw new UnreadablePdf(`has no text: its pages are pictures, for example from a scanner. ${OR_TEXT}`);
    const firstPage = (pages[0]?.lines ?? []).map((line) => line.text);
    const { info, metadata } = await getMeta(document);
    const xmp = metadata as { get?: (name: string) => unknown } | null;
    const lang = typeof info.Language === 'string' ? info.Language : null;
    return { ...text, metadata: pdfMetadata({ info, xmp: (name) => xmp?.get?.(name), lang }, { ...text, firstPage }) };
  } finally {
    await document.loadingTask.destroy();
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(document: Document, number: number): Promise<PdfPage> {
  const page = await document.getPage(number).catch((error: Error) => {
    throw new UnreadablePdf(`is damaged: page ${number} cannot be read (${error.message}). Download it again.`);
  });
  const { items } = await page.getTextContent();
  const [, bottom = 0, , top = 0] = page.view;
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item)) return [];
    const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number];
    // Vertical text is a mark at the edge, not a line.
    if (Math.abs(b) > Math.abs(a)) return [];
    const size = Math.hypot(c, d);
    return size > 0 ? [{ text: item.str, x, y: y - bottom, width: item.width, size }] : [];
  });
  page.cleanup();
  return { lines: linesOf(pieces), height: top - bottom };
}
