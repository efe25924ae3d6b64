/** The tool compare: cards side by side, with the reasons why they may not be comparable. */
import { z } from 'zod';
import { formatDate } from '../../card/date.ts';
import { comparedValue } from '../../card/headline.ts';
import { numberRange } from '../../card/kinds/figure.ts';
import { type ComparisonRow, isComparison, type QuotedRecord } from '../../card/record.ts';
import { Id } from '../../card/source.ts';
import type { Store } from '../../catalog/store.ts';
import { briefCard, THIRD_PARTY_NOTICE } from './brief.ts';
import { findCard, ToolProblem, tool } from './tool.ts';

const MAX_CARDS = 8;

const input = z.strictObject({
  ids: z
    .array(Id)
    .min(1)
    .max(MAX_CARDS)
    .describe('The ids of at least two cards, or of a comparison, whose rows are then compared.'),
});

export const compare = tool({
  name: 'compare',
  title: 'Compare cards',
  description:
    'Compares cards side by side: values, dates, speakers, status and nature. Says whether they measure the same thing, why they may not be comparable, and how they are related.',
  input,
  async call({ ids }, c) {
    const { store, links } = c.var;
    const named = await Promise.all([...new Set(ids)].map((id) => findCard(c, id)));
    const shown = named.flatMap((record) => (isComparison(record) ? record.rows : [whole(record)]));
    const compared: Pick<ComparisonRow, 'record' | 'exact'>[] = [
      ...new Map(shown.map((row) => [row.record.card.id, row])).values(),
    ];
    const records = compared.map(({ record }) => record);
    if (records.length < 2) throw new ToolProblem('Give the ids of at least two cards, or the id of a comparison.');
    const differences = differencesOf(records);
    const rows = compared.map((row) => {
      const { record } = row;
      const { card } = record;
      const highest = card.kind === 'figure' ? (numberRange(card)?.[1] ?? null) : null;
      return { ...briefCard(record, links), value: comparedValue(row), number: highest };
    });
    const comparisons = await comparisonsOf(records, store);
    const relations = relationsAmong(records);
    const comparable = differences.length === 0;
    return { result: { notice: THIRD_PARTY_NOTICE, comparable, differences, rows, relations, comparisons } };
  },
});

/** A row with the whole quote: a highlight alone may lack a hedge or a condition. */
const whole = (record: QuotedRecord): Pick<ComparisonRow, 'record' | 'exact'> => {
  const { exact, translation } = record.card.quote;
  return { record, exact: translation?.text ?? exact };
};

/** Why cards cannot be compared like for like. */
function differencesOf(records: readonly QuotedRecord[]): string[] {
  const differ = (what: string, partOf: (record: QuotedRecord) => string | undefined) => {
    const values = [...new Set(records.map(partOf))].filter((value) => value !== undefined);
    return values.length > 1 ? [`${what}: ${values.join('; ')}.`] : [];
  };
  const isFigure = records.every(({ card }) => card.kind === 'figure');
  return [
    ...(isFigure ? [] : ['Not all cards are figures, so their values cannot be compared as numbers.']),
    ...differ('They count different things', ({ card }) => (card.kind === 'figure' ? card.figure.unit : undefined)),
    ...differ('Their natures differ', ({ card }) => ('nature' in card && card.nature) || 'not stated'),
    ...differ('Their statuses differ', ({ card }) => card.status),
    ...differ('They are about different times', ({ card }) =>
      card.asOf ? formatDate(card.asOf.date, 'day') : 'unknown',
    ),
    ...differ('They are about different places', ({ card }) => card.place ?? 'not stated'),
  ];
}

function relationsAmong(records: readonly QuotedRecord[]) {
  const ids = new Set(records.map(({ card }) => card.id));
  return records.flatMap(({ card, relations = [] }) =>
    relations.filter((other) => ids.has(other.card)).map(({ type, card: to }) => ({ from: card.id, type, to })),
  );
}

/** The comparisons of the catalogue with two of the cards or more. */
async function comparisonsOf(records: readonly QuotedRecord[], store: Store) {
  const found = (await Promise.all(records.map(({ card }) => store.comparisonsOf(card.id)))).flat();
  const counts = Map.groupBy(found, ({ card }) => card.id);
  return [...counts].flatMap(([id, [first, second]]) =>
    first && second ? [{ id, claim: first.card.claim, note: first.card.note }] : [],
  );
}
