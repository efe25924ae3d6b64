/** Compares cards and sources with their last release: what readers see cannot change without an entry in a history. Pure. */
import type { ComparisonCard, QuotedCard } from '../card/card.ts';
import { type FrozenField, type FrozenFields, fieldValue, recordedValue, recordedWords } from '../card/frozen.ts';
import type { History } from '../card/history.ts';
import { FROZEN } from '../card/kind.ts';
import type { CardRecord } from '../card/record.ts';
import type { ReleasedCard } from '../card/release.ts';
import { canonicalJson } from '../card/revision.ts';
import { FROZEN_OF_SOURCE, type Source } from '../card/source.ts';
import type { Releases } from './releases.ts';

/** What is wrong with a card or a source beside what was published of it: the field at fault, and how to fix it. */
export type ReleaseFault = { path: readonly string[]; message: string };

/** Compares a card with its last release. A card that was never published has no faults. */
export function faultsOf({ card }: Pick<CardRecord, 'card'>, releases: Releases): ReleaseFault[] {
  const last = releases.of(card.id).at(-1);
  if (!last) return [];
  const before: History = last.card.history ?? [];
  if (JSON.stringify((card.history ?? []).slice(0, before.length)) !== JSON.stringify(before)) {
    const message = `is not what was published on ${last.released}. Put its entries back as they were, and add new ones after them.`;
    return [{ path: ['history'], message }];
  }
  if (hasNewEntry(card, last)) return [];
  return changesOf(FROZEN, card, last.card).map(({ field, name, before: value }) => ({
    path: field.path,
    message: `${changedText(field, value, last.released)} Put it back, or add an entry to the history of "${card.id}" that says what changed and why: ${entryText(recordedText(field, name, value))}`,
  }));
}

/**
 * Compares a source with what was published of it with its cards: a fault for each field, which names the cards. A new
 * entry in a card's history clears that card, because it informs the readers.
 */
export function sourceFaultsOf(source: Source, cards: readonly QuotedCard[], releases: Releases): ReleaseFault[] {
  const changes = cards.flatMap((card) => {
    const last = releases.of(card.id).at(-1);
    const before = last?.type === 'card' && !hasNewEntry(card, last) ? releases.source(last.source) : undefined;
    if (!last || !before) return [];
    return changesOf(FROZEN_OF_SOURCE, source, before).map((change) => ({ ...change, card, last }));
  });
  return [...Map.groupBy(changes, ({ name }) => name).values()].flatMap(([change, ...others]) => {
    if (!change) return [];
    const { field, name, before, last } = change;
    const ids = [change, ...others].map(({ card }) => card.id).join(', ');
    const recorded = recordedText(field, name, before);
    return [
      {
        path: field.path,
        message: `${changedText(field, before, last.released)} Cards that show it: ${ids}. Put it back, or add an entry to the history of each that says what changed and why: ${entryText(recorded && `source: { ${recorded} }`)}`,
      },
    ];
  });
}

function hasNewEntry({ history = [] }: QuotedCard | ComparisonCard, last: ReleasedCard): boolean {
  return history.length > (last.card.history ?? []).length;
}

type Change = { name: string; field: FrozenField; before: unknown };

function changesOf(fields: FrozenFields, now: object, before: object): Change[] {
  return Object.entries(fields)
    .map(([name, field]) => ({ name, field, before: fieldValue(before, field) }))
    .filter(({ field, before: value }) => canonicalJson(fieldValue(now, field)) !== canonicalJson(value));
}

function changedText(field: FrozenField, before: unknown, released: string): string {
  const words = recordedWords(field, recordedValue(field, before));
  return `has changed since it was published on ${released}. It was: ${words}.`;
}

/** The earlier value as it is written in a history: `figure: "up to 2,000 fighters"`. Undefined where none can be. */
function recordedText(field: FrozenField, name: string, before: unknown): string | undefined {
  const value = recordedValue(field, before);
  return value === undefined ? undefined : `${name}: ${JSON.stringify(value)}`;
}

function entryText(recorded: string | undefined): string {
  const earlier = recorded === undefined ? '' : `, earlier: { ${recorded} }`;
  return `{ type: ${recorded === undefined ? 'updated' : 'corrected'}, date: …, reason: …${earlier} }`;
}
