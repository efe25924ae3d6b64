/** What a page, read or captured, says about itself: of HTML and PDFs. */
import type { StatedDate } from '../card/evidence/checks/source-facts.ts';
import { htmlOf, isPdf, type ReadPage } from '../page/live-page.ts';
import { type Metadata, readMetadata } from '../page/metadata/metadata.ts';
import { readTextHead } from '../page/metadata/text-head.ts';
import { readPdf } from '../page/pdf/read-pdf.ts';

type SomePage = Pick<ReadPage, 'bytes' | 'headers' | 'text'> & { url: string | null };

/** Of a text without markup or a pasted part of a page, the lines at its head are read. */
export async function metadataOf({ bytes, headers, text, url }: SomePage): Promise<Metadata> {
  const type = headers['content-type'] || 'text/html';
  if (isPdf(type)) return (await readPdf(bytes)).metadata;
  const metadata = readMetadata(htmlOf(bytes, type) ?? '', { url, text });
  if (metadata.title) return metadata;
  const { title, authors, published } = readTextHead(text, metadata.language?.value ?? null);
  return { ...metadata, title, authors: metadata.authors ?? authors, published: published ?? metadata.published };
}

/** The days of publication that a page states where readers may not see them. */
export async function statedDates(page: SomePage): Promise<StatedDate[]> {
  const { published } = await metadataOf(page);
  if (published?.basis !== 'stated') return [];
  return [published, ...published.others].map(({ value, from }) => ({ date: value, from }));
}
