/** The released revisions of all cards: looks up revisions, and creates the lines of a new release. Pure. */
import type { ComparisonCard } from '../card/card.ts';
import { type CardRecord, type ComparisonRow, isComparison } from '../card/record.ts';
import type { ReleasedCard, ReleaseLine } from '../card/release.ts';
import { revisionOf } from '../card/revision.ts';
import type { Source } from '../card/source.ts';

export type Releases = {
  lines: readonly ReleaseLine[];
  /** A released revision of a card. @throws Error if its source or rows were not released. */
  find(id: string, revision: string): CardRecord | undefined;
  /** The revisions of a card, oldest first. */
  of(id: string): readonly ReleasedCard[];
  /** A source as released. */
  source(revision: string): Source | undefined;
};

/** Indexes the lines of a release file. */
export function createReleases(lines: readonly ReleaseLine[]): Releases {
  const sources = new Map<string, Source>();
  const byId = new Map<string, ReleasedCard[]>();
  for (const line of lines) {
    if (line.type === 'source') sources.set(line.revision, line.source);
    else byId.set(line.card.id, [...(byId.get(line.card.id) ?? []), line]);
  }
  // After a merge, the days may be out of order.
  for (const of of byId.values()) of.sort((a, b) => (a.released < b.released ? -1 : a.released > b.released ? 1 : 0));

  const found = {
    card: (id: string, revision: string) => byId.get(id)?.find((released) => released.revision === revision),
    source: (revision: string) => sources.get(revision),
  };
  return {
    lines,
    find: (id, revision) => findRelease(found, id, revision),
    of: (id) => byId.get(id) ?? [],
    source: found.source,
  };
}

type FindLine = {
  card(id: string, revision: string): ReleasedCard | undefined;
  source(revision: string): Source | undefined;
};

/** Links a released revision to its source or rows. @throws Error if they were not released. */
export function findRelease(find: FindLine, id: string, revision: string): CardRecord | undefined {
  const line = find.card(id, revision);
  if (!line) return undefined;
  const { updated, released } = line;
  const published = { revision, updated, asPublished: released };
  if (line.type === 'card') {
    const sourceOf = (of: string) => {
      const source = find.source(of);
      if (!source) throw new Error(`the releases have no source of revision ${of}, which "${id}" needs`);
      return source;
    };
    const { card, evidence, speakers, timeline } = line;
    const support = card.support?.map(({ quote }, index) => ({
      quote,
      source: sourceOf(line.support?.[index]?.source ?? line.source),
      evidence: line.support?.[index]?.evidence ?? null,
    }));
    const source = sourceOf(line.source);
    return {
      card,
      source,
      evidence,
      ...(speakers && { speakers }),
      ...(support && { support }),
      ...(timeline && { timeline }),
      ...published,
    };
  }
  const rows = line.card.rows.map((row, index) => rowOf(row, findRelease(find, row.card, line.rows[index] ?? '')));
  return { card: line.card, rows, ...published };
}

function rowOf({ card, ...row }: ComparisonCard['rows'][number], record: CardRecord | undefined): ComparisonRow {
  if (!record || isComparison(record))
    throw new Error(`the releases lack the revision of "${card}" that a comparison needs`);
  return { ...row, record };
}

/** The new lines of a release: the revisions that were not released yet. */
export function newLines(releases: Releases, records: readonly CardRecord[], released: string): ReleaseLine[] {
  const sources = new Set(releases.lines.flatMap((line) => (line.type === 'source' ? [line.revision] : [])));
  return records.flatMap((record): ReleaseLine[] => {
    const { card, revision, updated } = record;
    if (releases.of(card.id).some((line) => line.revision === revision)) return [];
    const published = { revision, released, updated };
    if (isComparison(record)) {
      const rows = record.rows.map((row) => row.record.revision);
      return [{ type: 'comparison', ...published, rows, card: record.card }];
    }
    const { source, evidence, speakers, support, timeline } = record;
    const line: ReleaseLine = {
      type: 'card',
      ...published,
      source: revisionOf(source),
      evidence,
      ...(speakers && { speakers: [...speakers] }),
      ...(support && {
        support: support.map((further) => ({ source: revisionOf(further.source), evidence: further.evidence })),
      }),
      ...(timeline && { timeline }),
      card: record.card,
    };
    const named = [source, ...(support ?? []).map((further) => further.source)].flatMap((of): ReleaseLine[] => {
      const sourceRevision = revisionOf(of);
      if (sources.has(sourceRevision)) return [];
      sources.add(sourceRevision);
      return [{ type: 'source', revision: sourceRevision, source: of }];
    });
    return [...named, line];
  });
}
