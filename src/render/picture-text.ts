/** What a downloaded picture still says of itself: its title, its words, and where they come from. Pure. */
import { altText } from '../domain/alt.ts';
import { creditOf } from '../domain/credit.ts';
import { retractionOf } from '../domain/history.ts';
import type { CardRecord } from '../domain/record.ts';
import type { PngText } from './png.ts';

/** The text chunks of a card's PNG, under the keywords that the PNG specification registers, and "URL" for its page. */
export function pictureText(
  record: CardRecord,
  { pageUrl, sourceUrl }: { pageUrl: string; sourceUrl: string },
): PngText {
  return [
    ['Title', `${retractionOf(record.card) ? 'Retracted: ' : ''}${record.card.claim}`],
    ['Description', altText(record)],
    ['Author', creditOf(record)],
    ['Source', sourceUrl],
    ['URL', pageUrl],
  ];
}
