/** The input of an author: an address, pasted text or HTML, or a file; and the page that it contains. */
import { z } from 'zod';
import { MAX_PDF_BYTES } from '../../page/live-page.ts';
import type { SavedPage } from '../captures.ts';
import { openSaved } from '../new/quote.ts';
import { Refused } from './refused.ts';

/** In characters: more than the largest page that is read. */
const MAX_PASTED = 12_000_000;
/** Of a call: the largest file in Base64, and its name. */
export const MAX_BODY = Math.ceil((MAX_PDF_BYTES * 4) / 3) + 10_000;

export const Given = z.strictObject({
  address: z.string().max(2_000).optional(),
  /** What was pasted. */
  content: z.string().optional(),
  isHtml: z.boolean().optional(),
  /** Its bytes stay as they are: they state their encoding, and a captured file keeps its SHA-256. */
  file: z.strictObject({ name: z.string().max(255), base64: z.string() }).optional(),
});
export type Given = z.infer<typeof Given>;

/** Undefined where only an address is given. @throws Refused */
export async function readGiven({ content, isHtml, file }: Given): Promise<SavedPage | undefined> {
  if (file === undefined && content === undefined) return undefined;
  if (content !== undefined && content.length > MAX_PASTED)
    throw new Refused(`The page is larger than ${MAX_PASTED / 1_000_000} MB. Paste only the article.`, 413);
  const name = file?.name ?? `The pasted ${isHtml ? 'page.html' : 'text.txt'}`;
  const bytes = file ? Buffer.from(file.base64, 'base64') : new TextEncoder().encode(content);
  const page = await openSaved(name, bytes);
  if (!page.ok) throw new Refused(withoutOption(page.message));
  if (page.text.trim() === '') throw new Refused('The page has no text. Paste the text of the article.');
  return page;
}

/** The messages are those of `npm run new`. */
const withoutOption = (message: string) => message.replace(/give (it|that) with --text FILE/, 'choose $1 here');
