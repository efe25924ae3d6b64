/** Updates the published values, which requests read, with the findings of a pass. Pure. */
import { revisionOf } from '../card/revision.ts';
import type { Watch } from '../card/watch.ts';
import type { SourceFindings } from './findings.ts';
import { type CardGroup, type Published, type SourceEntry, VERSION } from './published.ts';
import { addDays, HISTORY_DAYS } from './timeline.ts';

/** Readers load the whole feed. 90 days have few changes, unless a large outlet closes. */
const MOST_CHANGES = 5_000;

/** Merges the findings of some sources into the published values. `ids`: all sources of the catalogue. */
export function publish(
  before: Partial<Published>,
  updated: ReadonlyMap<string, SourceFindings>,
  ids: ReadonlySet<string>,
  day: string,
): Published {
  const known = <T>(entries: Record<string, T> = {}) => Object.entries(entries).filter(([id]) => ids.has(id));
  const findings = [...updated].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = { version: VERSION, day } as const;

  const groups = { ...Object.fromEntries(known(before.index?.sources)), ...mapped(findings, groupsOf) };
  const states = Object.entries(groups).map(([id, of]) => [
    id,
    of.map(([watch, cards]) => [watch?.state, watch?.since, cards]),
  ]);
  const sources = { ...Object.fromEntries(known(before.sources?.sources)), ...mapped(findings, entryOf) };
  const first = addDays(day, 1 - HISTORY_DAYS);
  const others = (before.changes?.changes ?? []).filter(({ source }) => ids.has(source) && !updated.has(source));
  const changes = [...findings.flatMap(([, source]) => source.changes), ...others]
    .filter((change) => change.day >= first && change.day <= day)
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, MOST_CHANGES);
  return {
    index: {
      ...head,
      revision: revisionOf(JSON.stringify([day, groups])),
      statesRevision: revisionOf(JSON.stringify(states)),
      sources: groups,
    },
    sources: { ...head, revision: revisionOf(JSON.stringify([day, sources])), sources },
    changes: { ...head, revision: revisionOf(JSON.stringify(changes)), changes },
  };
}

function mapped<T>(findings: [string, SourceFindings][], map: (source: SourceFindings) => T): Record<string, T> {
  return Object.fromEntries(findings.map(([id, source]) => [id, map(source)]));
}

/** The state of each card; cards with the same state form a group. */
function groupsOf({ cards }: SourceFindings): CardGroup[] {
  const groups = new Map<string, CardGroup>();
  for (const [card, { confirmed, recent }] of Object.entries(cards)) {
    const lastVisit = recent.at(-1)?.day;
    const watch: Watch | null = confirmed && lastVisit ? { ...confirmed, lastLooked: lastVisit } : null;
    const key = JSON.stringify(watch);
    const group = groups.get(key) ?? [watch, []];
    group[1].push(card);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function entryOf({ lastLooked, outcome, movedTo, skippedUntil, history }: SourceFindings): SourceEntry {
  return { lastLooked: lastLooked || null, outcome, movedTo, skippedUntil, history };
}
