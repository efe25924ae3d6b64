/** What a page, read or captured, says about itself: of HTML and PDFs. */
import type { StatedDate } from '../card/evidence/checks/source-facts.ts';
import { htmlOf, isPdf, type ReadPage } from '../page/live-page.ts';
import { type Metadata, readMetadata } from '../page/metadata/metadata.ts';
import { readPdf } from '../page/pdf/read-pdf.ts';

type SomePage = Pick<ReadPage, 'bytes' | 'headers' | 'text'> & { url: string | null };

/** Of plain text, only the language can be worked out, and a date in the address. */
export async function metadataOf({ bytes, headers, text, url }: SomePage): Promise<Metadata> {
  const type = headers['content-type'] || 'text/html';
  if (isPdf(type)) return (await readPdf(bytes)).metadata;
  return readMetadata(htmlOf(bytes, type) ?? '', { url, text });
}

/** The days of publication that a page states where readers may not see them. */
export async function statedDates(page: SomePage): Promise<StatedDate[]> {
  const { published } = await metadataOf(page);
  if (published?.basis !== 'stated') return [];
  return [published, ...published.others].map(({ value, from }) => ({ date: value, from }));
}
