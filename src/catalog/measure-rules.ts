/** The rules for the rows of comparisons: those with bars count the same thing, and shown and marked words are words of the quote. Pure. */
import type { ComparisonCard, QuotedCard } from '../card/card.ts';
import { amountOf, signOf } from '../card/chart.ts';
import { quotedSpecOf } from '../card/kind.ts';
import { type LoadedCatalog, type Located, problemAt } from './load.ts';
import type { FileProblem } from './parse.ts';

/** Only meaningful if all files could be read. */
export function checkMeasures({ quoted, comparisons }: LoadedCatalog): FileProblem[] {
  const cards = new Map(quoted.map(({ value }) => [value.id, value]));
  return comparisons.flatMap((comparison) => checkRows(comparison, cards));
}

function checkRows(comparison: Located<ComparisonCard>, cards: ReadonlyMap<string, QuotedCard>): FileProblem[] {
  const rows = comparison.value.rows.map((row, index) => ({ ...row, index, card: cards.get(row.card) }));
  const measured = rows.filter(({ measure, card }) => measure !== undefined && card !== undefined);
  const [first] = measured;
  const faultOf = ({ measure, card }: (typeof rows)[number]): string | undefined => {
    if (card?.kind !== 'figure' || !amountOf(card))
      return 'is given, but the card has no number that a bar can show. Remove it.';
    if (measure !== first?.measure)
      return `differs from “${first?.measure}”. A comparison has one axis: use the same words in each row with a bar, and remove measure from the others.`;
    if (first?.card?.kind === 'figure' && signOf(card) !== signOf(first.card))
      return `is the same as in another row, but the numbers have different units (${signOf(card) ?? 'none'}, ${signOf(first.card) ?? 'none'}). Remove it from the rows that count something else.`;
    return measured.length < 2
      ? 'is given in one row only. A bar needs another one beside it: add measure to a row that counts the same thing, or remove it.'
      : undefined;
  };
  const worded = rows.flatMap(({ index, exact, card }) =>
    exact === undefined || card === undefined || isQuotedIn(card, exact)
      ? []
      : [
          problemAt(
            comparison,
            ['rows', index, 'exact'],
            card.kind === 'figure'
              ? 'is given, but the row shows the number of its card. Remove it.'
              : `“${exact}” is not a part of the quote of the card. Copy it from ${card.quote.translation ? 'quote.translation.text' : 'quote.exact'} of the card, or remove it.`,
          ),
        ],
  );
  const marked = rows.filter(
    ({ mark, exact, card }) => mark !== undefined && card !== undefined && !hasWords(card, mark, exact),
  );
  return [
    ...measured.flatMap((row) => {
      const message = faultOf(row);
      return message === undefined ? [] : [problemAt(comparison, ['rows', row.index, 'measure'], message)];
    }),
    ...worded,
    ...marked.map(({ index, mark }) =>
      problemAt(
        comparison,
        ['rows', index, 'mark'],
        `“${mark}” is not a part of the words that the row shows. Copy it from exact of the row, or from the highlight of the card, or remove it.`,
      ),
    ),
  ];
}

const isQuotedIn = ({ kind, quote }: QuotedCard, words: string) =>
  kind !== 'figure' && (quote.translation?.text ?? quote.exact).includes(words);

const hasWords = (card: QuotedCard, words: string, exact?: string) =>
  card.kind !== 'figure' && quotedSpecOf(card).compared(card, exact).includes(words);
