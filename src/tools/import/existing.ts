/** Finds rows whose cards are already in the catalogue, and the columns in which they differ. Pure. */
import { canonicalUrl } from '../../card/address.ts';
import type { QuotedCard } from '../../card/card.ts';
import { trimQuote } from '../../card/quotation-marks.ts';
import type { Source } from '../../card/source.ts';
import { sameWords } from '../../card/spreadsheet/cells.ts';
import { EXPORTED, SPEAKER, STATE, VIA } from '../../card/spreadsheet/columns.ts';
import { type CardRow, cellsOf } from '../../card/spreadsheet/rows.ts';
import { keyOf, type Row } from './row.ts';

/** Identifies a card, and the row for it, among those of a page. */
export const cardKey = ({ claim, quote }: { claim: string; quote: { exact: string } }): string =>
  [sameWords(trimQuote(quote.exact)), sameWords(claim)].join('\n');

/** The keys that rows of a card may have: by the address, the id or the text of its source. */
export function keysOfCard(card: QuotedCard, { url, id, snapshot }: Source): string[] {
  const pages = [...(url === null ? [] : [canonicalUrl(url)]), id, snapshot.sha256];
  return pages.map((page) => keyOf({ page, quote: card.quote.exact, claim: card.claim }));
}

/** Words of the page may differ in typography. A state is not read. */
const NOT_COMPARED = new Set(['address', 'quote', 'claim', STATE]);

/** The columns in which a row differs from its card. */
export function differences(row: Row, { card, source }: { card: QuotedCard; source: Source }): string[] {
  const attribution = [row.speaker ?? card.attribution[0], ...(row.via ?? card.attribution.slice(1))];
  const quote = { ...(row.card.quote as object), exact: card.quote.exact };
  const given = cellsOf({ card: { ...row.card, quote, attribution }, source: row.source } as unknown as CardRow);
  const actual = cellsOf({ card, source });
  const differs = (name: string) => (row.cells[name] ?? '') !== '' && given[name] !== actual[name];
  return EXPORTED.filter((name) => !NOT_COMPARED.has(name) && differs(name) && ![SPEAKER, VIA].includes(name)).concat(
    [SPEAKER, VIA].filter(differs),
  );
}
