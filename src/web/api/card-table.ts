/** All cards of a query as a spreadsheet. */

import { type CardRecord, isComparison } from '../../card/record.ts';
import type { Site } from '../../card/site.ts';
import { cellsOf, tableText } from '../../card/spreadsheet/rows.ts';
import { topicSlug } from '../../card/topic.ts';
import type { CardQuery, Store } from '../../catalog/store.ts';
import type { CardContext } from '../context.ts';

export async function readCards(store: Store, query: CardQuery): Promise<CardRecord[]> {
  return (await store.listCards({ ...query, limit: Math.max(store.counts.cards, 1) }))?.cards ?? [];
}

/** "harbour-facts-belarus-figure.csv": the site and what was asked for, in ASCII. */
export function nameOf({ name }: Pick<Site, 'name'>, { q = '', ...choices }: CardQuery): string {
  const parts = [name, ...Object.values(choices).flat(), q].map((part) => topicSlug(String(part))).join('-');
  const ascii = parts.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${ascii.slice(0, MAX_NAME) || 'cards'}.csv`;
}

const MAX_NAME = 80;

/** RFC 4180, section 3: the first line is a header. */
export function answerTable(c: CardContext, records: readonly CardRecord[], name: string) {
  const cells = records.map((record) =>
    cellsOf(isComparison(record) ? { card: record.card } : { card: record.card, source: record.source }),
  );
  return c.body(tableText(cells), 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}
