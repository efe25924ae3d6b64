/** The place of a quote in the structure of its page. Schemas and types. Pure. */
import { z } from 'zod';
import type { Range } from './find-quote.ts';

export const BlockType = z.enum(['paragraph', 'heading', 'caption', 'list-item', 'table-cell']);
export type BlockType = z.infer<typeof BlockType>;

/** `furniture`: navigation, teasers, comments, banners, related links. `other`: unclear. */
export const PagePart = z.enum(['article', 'furniture', 'other']);
export type PagePart = z.infer<typeof PagePart>;

/** A block of a page's text, as UTF-16 offsets. */
export type Block = Range & { type: BlockType; part: PagePart };

/** The text of a source with its structure; `blocks` is null for plain text. `pages`: where each page of a PDF starts. */
export type StructuredText = { text: string; blocks: readonly Block[] | null; pages?: readonly number[] };

/** The number of the page at an offset, from 1; undefined where the text has no pages. */
export function pageAt({ pages }: StructuredText, offset: number): number | undefined {
  const next = pages?.findIndex((start) => start > offset) ?? 0;
  return pages && (next < 0 ? pages.length : next);
}

export const Place = z.strictObject({
  /** The block in which the quote begins; null for plain text. */
  block: BlockType.nullable(),
  part: PagePart.nullable(),
  /** Whether the quote begins at the start of a sentence, and ends at the end of one. */
  beginsSentence: z.boolean(),
  endsSentence: z.boolean(),
  /** The page of a PDF on which the quote begins. */
  page: z.int().positive().optional(),
  /** The SHA-256 of the words around the quote. */
  around: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Place = z.infer<typeof Place>;
