/** Loaded files → the data that the Worker bundles, every card with its revision and its evidence. Pure. */
import type { ComparisonCard, QuotedCard } from '../domain/card.ts';
import { EMPTY_LOCK, type EvidenceLock, hashQuote, toEvidence } from '../domain/evidence.ts';
import type { History } from '../domain/history.ts';
import type { Evidence } from '../domain/record.ts';
import { revisionOf } from '../domain/revision.ts';
import type { Source } from '../domain/source.ts';
import { type CatalogFile, type LoadedCatalog, loadCatalog } from './load.ts';
import type { FileProblem } from './parse.ts';

/** The catalogue as the Worker bundles it: plain data, rows and sources by id. */
export type CompiledCatalog = { sources: Source[]; cards: CompiledCard[] };

/** What a build bundles: the revision of the code that draws and writes, and of the catalogue in its assets. */
export type Build = { code: string; catalog: string };

/** What the preview shows besides: invented cards, and which of their pictures. */
export type BuiltSpecimens = { catalog: CompiledCatalog; pictures: string[] };

export type CompiledCard =
  | { card: QuotedCard; sourceId: string; evidence: Evidence | null; revision: string; updated: string }
  | { card: ComparisonCard; revision: string; updated: string };

export type Compilation = { catalog: CompiledCatalog; problems: FileProblem[] };

/** Compiles the catalogue. Where `problems` is not empty, `catalog` holds only what could be read and must not be used. */
export function compileCatalog(files: CatalogFile[], lock: EvidenceLock = EMPTY_LOCK): Compilation {
  const loaded = loadCatalog(files);
  return { catalog: compileLoaded(loaded, lock), problems: loaded.problems };
}

export function compileLoaded({ sources, quoted, comparisons }: LoadedCatalog, lock: EvidenceLock): CompiledCatalog {
  const cards: CompiledCard[] = quoted.map(({ value: card, source }) => ({
    card,
    sourceId: source.id,
    evidence: evidenceOf(card, lock),
    revision: revisionOf({ card, source }),
    updated: lastChange(card.history, [card.updated ?? source.snapshot.accessed]),
  }));
  const byId = new Map(cards.map((entry) => [entry.card.id, entry]));
  for (const { value: card } of comparisons) {
    const rows = card.rows.map((row) => byId.get(row.card)).filter((row) => row !== undefined);
    cards.push({
      card,
      revision: revisionOf({ card, rows: rows.map((row) => row.revision) }),
      updated: lastChange(card.history, [card.updated ?? '', ...rows.map((row) => row.updated)]),
    });
  }
  return { sources: sources.map(({ value }) => value), cards };
}

/** The newest of some days and of those in a card's history. */
function lastChange(history: History = [], days: string[]): string {
  return [...history.map(({ date }) => date), ...days].sort().at(-1) ?? '';
}

/** Evidence of a quote that has changed since is none. */
function evidenceOf(card: QuotedCard, lock: EvidenceLock): Evidence | null {
  const entry = lock.cards[card.id];
  return entry && entry.quote === hashQuote(card.quote) ? toEvidence(entry) : null;
}
