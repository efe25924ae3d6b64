/** Compiles loaded files into the data that the Worker bundles, with revisions and evidence. Pure. */
import { stepNames } from '../card/attribution.ts';
import type { ComparisonCard, QuotedCard } from '../card/card.ts';
import { outcomesOf } from '../card/evidence/checks/findings.ts';
import { hashJudged } from '../card/evidence/checks/judge.ts';
import { EMPTY_LOCK, type EvidenceLock, hashQuote, type LockEntry, supportKey } from '../card/evidence/lock.ts';
import type { History } from '../card/history.ts';
import type { Quote } from '../card/kinds/fields.ts';
import {
  type CardRecord,
  type ComparisonRecord,
  type Evidence,
  isComparison,
  type QuotedRecord,
} from '../card/record.ts';
import type { Relation } from '../card/related.ts';
import { revisionOf } from '../card/revision.ts';
import { sentenceOf } from '../card/sentence.ts';
import type { Source } from '../card/source.ts';
import { listedSpeakers, type Speaker } from '../card/speaker.ts';
import { type Timeline, timelinesOf } from '../card/timeline.ts';
import { type CatalogFile, type LoadedCatalog, loadCatalog } from './load.ts';
import type { FileProblem } from './parse.ts';

/** The bundled catalogue: plain data that refers to sources and rows by id. */
export type CompiledCatalog = { sources: Source[]; speakers?: Speaker[]; cards: CompiledCard[] };

/** The revisions of a build: of the code, and of the catalogue in its assets. */
export type Build = { code: string; catalog: string };

/** The specimens of the preview: invented cards, and the pictures to show of them. */
export type BuiltSpecimens = { catalog: CompiledCatalog; pictures: string[] };

export type CompiledCard =
  | {
      card: QuotedCard;
      sourceId: string;
      evidence: Evidence | null;
      speakers?: Speaker[];
      support?: { sourceId: string; evidence: Evidence | null }[];
      relations?: Relation[];
      /** For an event: nearby events. */
      timeline?: Timeline;
      revision: string;
      updated: string;
    }
  | { card: ComparisonCard; revision: string; updated: string };

export type Compilation = { catalog: CompiledCatalog; problems: FileProblem[] };

/** Compiles the catalogue. If there are `problems`, `catalog` is incomplete and must not be used. */
export function compileCatalog(files: CatalogFile[], lock: EvidenceLock = EMPTY_LOCK): Compilation {
  const loaded = loadCatalog(files);
  return { catalog: compileLoaded(loaded, lock), problems: loaded.problems };
}

export function compileLoaded(loaded: LoadedCatalog, lock: EvidenceLock): CompiledCatalog {
  const { sources, quoted, comparisons } = loaded;
  const speakers = loaded.speakers.map(({ value }) => value);
  const sourcesById = new Map(sources.map(({ value }) => [value.id, value]));
  const relationsOf = relateCards(loaded, lock);
  const timelineOf = timelinesOf(quoted.map(({ value }) => value));
  const cards: CompiledCard[] = quoted.map(({ value: card, source }) => {
    const listed = listedSpeakers(speakers, stepNames(card.attribution));
    const named = listed.length > 0 ? { speakers: listed } : {};
    const support = card.support?.map(({ source: id, quote }, index) => ({
      sourceId: id ?? source.id,
      evidence: quoteEvidence(quote, lock.cards[supportKey(card.id, index)]),
    }));
    const others = [...new Set(support?.map(({ sourceId }) => sourceId))].filter((id) => id !== source.id);
    const relations = relationsOf(card.id);
    // The picture of an event shows its timeline, which is therefore part of its revision.
    const nearby = card.kind === 'event' ? timelineOf(card) : null;
    const timeline = nearby ? { timeline: nearby } : {};
    return {
      card,
      sourceId: source.id,
      evidence: cardEvidence(card, lock, { source, speakers }),
      ...named,
      ...(support && { support }),
      ...(relations.length > 0 && { relations }),
      ...timeline,
      revision: revisionOf({
        card,
        source,
        ...named,
        ...timeline,
        ...(others.length > 0 && { others: others.map((id) => sourcesById.get(id) ?? null) }),
      }),
      updated: lastChange(card.history, [card.updated ?? source.snapshot.accessed]),
    };
  });
  const byId = new Map(cards.map((entry) => [entry.card.id, entry]));
  for (const { value: card } of comparisons) {
    const rows = card.rows.map((row) => byId.get(row.card)).filter((row) => row !== undefined);
    cards.push({
      card,
      revision: revisionOf({ card, rows: rows.map((row) => row.revision) }),
      updated: lastChange(card.history, [card.updated ?? '', ...rows.map((row) => row.updated)]),
    });
  }
  return { sources: sources.map(({ value }) => value), ...(speakers.length > 0 && { speakers }), cards };
}

/** The relations of each card, with the sentences of the other cards. `updated-by` relations come last. */
function relateCards({ quoted, speakers }: LoadedCatalog, lock: EvidenceLock): (id: string) => Relation[] {
  const listed = speakers.map(({ value }) => value);
  const sentences = new Map<string, string>();
  const byId = new Map(quoted.map((card) => [card.value.id, card]));
  const relationTo = (type: Relation['type'], id: string): Relation[] => {
    const located = byId.get(id);
    if (!located) return [];
    const { value: card, source } = located;
    const said = { speakers: listedSpeakers(listed, stepNames(card.attribution)), revision: '', updated: '' };
    const sentence =
      sentences.get(id) ?? sentenceOf({ card, source, evidence: quoteEvidence(card.quote, lock.cards[id]), ...said });
    sentences.set(id, sentence);
    return [{ type, card: id, sentence }];
  };
  const newer = quoted.flatMap(({ value: { id, related = [] } }) =>
    related.flatMap(({ type, card }) => (type === 'updates' ? [{ id, card }] : [])),
  );
  const newerOf = Map.groupBy(newer, ({ card }) => card);
  return (id) => [
    ...(byId.get(id)?.value.related ?? []).flatMap(({ type, card }) => relationTo(type, card)),
    ...(newerOf.get(id) ?? []).flatMap((other) => relationTo('updated-by', other.id)),
  ];
}

/** The newest of some days and the days of a card's history. */
function lastChange(history: History = [], days: string[]): string {
  return [...history.map(({ date }) => date), ...days].sort().at(-1) ?? '';
}

type JudgeContext = { source: Source; speakers: readonly Speaker[] };

/** The evidence of a card; null if its quote has changed since. Outdated checks are omitted. */
function cardEvidence(card: QuotedCard, lock: EvidenceLock, context: JudgeContext): Evidence | null {
  const entry = lock.cards[card.id];
  const found = quoteEvidence(card.quote, entry);
  if (!found || !entry) return null;
  const { checks, judged } = entry;
  const isJudged = checks !== undefined && judged === hashJudged(card, context);
  return { ...found, ...(isJudged && { checks: outcomesOf(checks, card.accept) }) };
}

/** The evidence of a quote; null if the quote has changed since. */
function quoteEvidence(quote: Quote, entry: LockEntry | undefined): Evidence | null {
  if (!entry || entry.quote !== hashQuote(quote)) return null;
  const { match, checkedAt, snapshot, pageText, place } = entry;
  const where = place && {
    beginsSentence: place.beginsSentence,
    endsSentence: place.endsSentence,
    block: place.block,
    ...(place.page === undefined ? {} : { page: place.page }),
  };
  return { match, checkedAt, snapshot, pageText, ...where };
}

type Find = { source(id: string): Source | undefined; card(id: string): CardRecord | undefined };

/** Links a card to its source or rows. @throws Error if one of them is missing. */
export function linkRecord(entry: CompiledCard, find: Find): CardRecord {
  if ('sourceId' in entry) {
    const { sourceId, support, ...rest } = entry;
    const sourceOf = (id: string) => {
      const source = find.source(id);
      if (!source) throw new Error(`the compiled catalogue has no source "${id}"`);
      return source;
    };
    const further = entry.card.support?.map(({ quote }, index) => ({
      source: sourceOf(support?.[index]?.sourceId ?? sourceId),
      quote,
      evidence: support?.[index]?.evidence ?? null,
    }));
    return { ...rest, ...(further && { support: further }), source: sourceOf(sourceId) } satisfies QuotedRecord;
  }
  const rows = entry.card.rows.map(({ card, ...row }) => {
    const record = find.card(card);
    if (!record || isComparison(record))
      throw new Error(`the compiled catalogue has no card "${card}", which a comparison needs`);
    return { ...row, record };
  });
  return { ...entry, rows } satisfies ComparisonRecord;
}

/** Links all cards in order. Compared cards precede their comparison. */
export function linkRecords({ sources, cards }: CompiledCatalog): CardRecord[] {
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const records = new Map<string, CardRecord>();
  const find: Find = { source: (id) => sourcesById.get(id), card: (id) => records.get(id) };
  for (const entry of cards) records.set(entry.card.id, linkRecord(entry, find));
  return [...records.values()];
}
