/** Compares cards and sources with their last release. Visible changes need an entry in the history. Pure. */
import type { ComparisonCard, QuotedCard } from '../card/card.ts';
import { type FrozenField, type FrozenFields, fieldValue, recordedValue, recordedWords } from '../card/frozen.ts';
import type { Earlier, History } from '../card/history.ts';
import { FROZEN } from '../card/kind.ts';
import type { CardRecord } from '../card/record.ts';
import type { ReleasedCard } from '../card/release.ts';
import { canonicalJson } from '../card/revision.ts';
import { FROZEN_OF_SOURCE, type Source } from '../card/source.ts';
import type { Releases } from './releases.ts';

/** A change of a published card or source without a history entry: the changed field, and how to fix it. */
export type UnrecordedChange = { path: readonly string[]; message: string };

/** Compares a card with its last release. A card that was never released has none. */
export function findUnrecordedChanges({ card }: Pick<CardRecord, 'card'>, releases: Releases): UnrecordedChange[] {
  const last = releases.of(card.id).at(-1);
  if (!last) return [];
  const before: History = last.card.history ?? [];
  if (JSON.stringify((card.history ?? []).slice(0, before.length)) !== JSON.stringify(before)) {
    const message = `differs from the history published on ${last.released}. Restore the published entries, and add new ones after them.`;
    return [{ path: ['history'], message }];
  }
  if (hasNewEntry(card, last)) return [];
  return findChanges(FROZEN, card, last.card).map(({ field, name, before: value }) => ({
    path: field.path,
    message: `${changedText(field, value, last.released)} Restore the published value, or add an entry to the history of "${card.id}": ${entryText(recordedText(field, name, value))}`,
  }));
}

/**
 * Compares a source with its releases. Each changed field is one result, which names the affected cards. Cards with a new
 * history entry are not named.
 */
export function findUnrecordedSourceChanges(
  source: Source,
  cards: readonly QuotedCard[],
  releases: Releases,
): UnrecordedChange[] {
  const changes = cards.flatMap((card) => {
    const last = releases.of(card.id).at(-1);
    const before = last?.type === 'card' && !hasNewEntry(card, last) ? releases.source(last.source) : undefined;
    if (!last || !before) return [];
    return findChanges(FROZEN_OF_SOURCE, source, before).map((change) => ({ ...change, card, last }));
  });
  return [...Map.groupBy(changes, ({ name }) => name).values()].flatMap(([change, ...others]) => {
    if (!change) return [];
    const { field, name, before, last } = change;
    const ids = [change, ...others].map(({ card }) => card.id).join(', ');
    const recorded = recordedText(field, name, before);
    return [
      {
        path: field.path,
        message: `${changedText(field, before, last.released)} Cards that show it: ${ids}. Restore the published value, or add an entry to the history of each card: ${entryText(recorded && `source: { ${recorded} }`)}`,
      },
    ];
  });
}

/** What a new history entry records: the published values of the fields that have changed. Undefined if it can record none. */
export function recordEarlier(
  card: QuotedCard | ComparisonCard,
  source: Source | undefined,
  releases: Releases,
): { earlier: Earlier | undefined; changed: string[] } {
  const last = releases.of(card.id).at(-1);
  if (!last) return { earlier: undefined, changed: [] };
  const published = last.type === 'card' ? releases.source(last.source) : undefined;
  const ofCard = findChanges(FROZEN, card, last.card);
  const ofSource = source && published ? findChanges(FROZEN_OF_SOURCE, source, published) : [];
  const values = (changes: Change[]) => {
    const pairs = changes.map(({ field, name, before }) => [name, recordedValue(field, before)]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
  };
  const [own, its] = [values(ofCard), values(ofSource)];
  const earlier = { ...own, ...(Object.keys(its).length > 0 && { source: its }) } as Earlier;
  return {
    earlier: Object.keys(earlier).length > 0 ? earlier : undefined,
    changed: [...ofCard.map(({ name }) => name), ...ofSource.map(({ name }) => `source.${name}`)],
  };
}

export function hasNewEntry({ history = [] }: QuotedCard | ComparisonCard, last: ReleasedCard): boolean {
  return history.length > (last.card.history ?? []).length;
}

type Change = { name: string; field: FrozenField; before: unknown };

function findChanges(fields: FrozenFields, now: object, before: object): Change[] {
  return Object.entries(fields)
    .map(([name, field]) => ({ name, field, before: fieldValue(before, field) }))
    .filter(({ field, before: value }) => canonicalJson(fieldValue(now, field)) !== canonicalJson(value));
}

function changedText(field: FrozenField, before: unknown, released: string): string {
  const words = recordedWords(field, recordedValue(field, before));
  return `has changed since ${released}, when it was published as: ${words}.`;
}

/** The earlier value in YAML: `figure: "up to 2,000 fighters"`. Undefined if it cannot be recorded. */
function recordedText(field: FrozenField, name: string, before: unknown): string | undefined {
  const value = recordedValue(field, before);
  return value === undefined ? undefined : `${name}: ${JSON.stringify(value)}`;
}

function entryText(recorded: string | undefined): string {
  const earlier = recorded === undefined ? '' : `, earlier: { ${recorded} }`;
  return `{ type: ${recorded === undefined ? 'updated' : 'corrected'}, date: …, reason: …${earlier} }`;
}
