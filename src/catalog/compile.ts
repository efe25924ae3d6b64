/** Puts the files of the catalogue together: checks what no single file can show, and names every revision. Pure. */
import type { ComparisonCard, QuotedCard } from '../domain/card.ts';
import type { Evidence } from '../domain/record.ts';
import { revisionOf } from '../domain/revision.ts';
import type { Source } from '../domain/source.ts';
import { ComparisonFile, type FileProblem, type LineOf, name, type Path, parseFile, SourceFile } from './parse.ts';

export const COMPARISONS_FILE = 'comparisons.yaml';

/** The catalogue as the Worker bundles it: plain data, rows and sources by id. */
export type CompiledCatalog = { sources: Source[]; cards: CompiledCard[] };
export type CompiledCard =
  | { card: QuotedCard; sourceId: string; evidence: Evidence | null; revision: string; updated: string }
  | { card: ComparisonCard; revision: string; updated: string };

/** A file of the catalogue: its name inside cards/, and its text. */
export type CatalogFile = { name: string; text: string };
export type Compilation = { catalog: CompiledCatalog; problems: FileProblem[] };

type Place = { file: string; line: number };
type Located<T> = { value: T; file: string; lineOf: LineOf; path: Path };

/** Compiles the catalogue. Where `problems` is not empty, `catalog` holds only what could be read and must not be used. */
export function compileCatalog(files: CatalogFile[]): Compilation {
  const problems: FileProblem[] = [];
  const sources: Located<Source>[] = [];
  const quoted: (Located<QuotedCard> & { source: Source })[] = [];
  const comparisons: Located<ComparisonCard>[] = [];

  for (const { name, text } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `cards/${name}`;
    if (name === COMPARISONS_FILE) {
      const parsed = parseFile(file, text, ComparisonFile);
      problems.push(...parsed.problems);
      parsed.data?.cards.forEach((value, index) => {
        comparisons.push({ value, file, lineOf: parsed.lineOf, path: ['cards', index] });
      });
      continue;
    }
    const parsed = parseFile(file, text, SourceFile);
    problems.push(...parsed.problems);
    if (!parsed.data) continue;
    const { source, cards } = parsed.data;
    const { lineOf } = parsed;
    sources.push({ value: source, file, lineOf, path: ['source'] });
    if (name !== `${source.id}.yaml`) {
      const message = `source.id is "${source.id}", but the file is ${name}. Rename the file to ${source.id}.yaml, or mend the id.`;
      problems.push({ file, line: lineOf(['source', 'id']), message });
    }
    cards.forEach((value, index) => {
      quoted.push({ value, file, lineOf, path: ['cards', index], source });
    });
  }

  problems.push(...findDuplicateIds('source', sources), ...findDuplicateIds('card', [...quoted, ...comparisons]));
  problems.push(...findUnknownRows(comparisons, new Set(quoted.map(({ value }) => value.id))));

  const cards: CompiledCard[] = quoted.map(({ value: card, source }) => ({
    card,
    sourceId: source.id,
    evidence: null,
    revision: revisionOf({ card, source }),
    updated: card.updated ?? source.snapshot.accessed,
  }));
  const byId = new Map(cards.map((entry) => [entry.card.id, entry]));
  for (const { value: card } of comparisons) {
    const rows = card.rows.map((row) => byId.get(row.card)).filter((row) => row !== undefined);
    cards.push({
      card,
      revision: revisionOf({ card, rows: rows.map((row) => row.revision) }),
      updated: [card.updated ?? '', ...rows.map((row) => row.updated)].sort().at(-1) ?? '',
    });
  }
  return { catalog: { sources: sources.map(({ value }) => value), cards }, problems };
}

function findDuplicateIds(what: string, entries: Located<{ id: string }>[]): FileProblem[] {
  const seen = new Map<string, Place>();
  const problems: FileProblem[] = [];
  for (const { value, file, lineOf, path } of entries) {
    const place = { file, line: lineOf([...path, 'id']) };
    const first = seen.get(value.id);
    if (!first) seen.set(value.id, place);
    else {
      const message = `${name([...path, 'id'])} "${value.id}" is taken by the ${what} at ${first.file}:${first.line}. Choose another: ids are unique in the whole catalogue.`;
      problems.push({ ...place, message });
    }
  }
  return problems;
}

function findUnknownRows(comparisons: Located<ComparisonCard>[], ids: Set<string>): FileProblem[] {
  return comparisons.flatMap(({ value, file, lineOf, path }) =>
    value.rows.flatMap((row, index) => {
      if (ids.has(row.card)) return [];
      const at = [...path, 'rows', index, 'card'];
      return [
        {
          file,
          line: lineOf(at),
          message: `${name(at)} "${row.card}" is no card with a quote in this catalogue. Check the id.`,
        },
      ];
    }),
  );
}
