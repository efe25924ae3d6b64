/** Loads all files of the catalogue, and checks rules that span several files. Pure. */
import { z } from 'zod';
import type { ComparisonCard, QuotedCard } from '../card/card.ts';
import { Language, type Source } from '../card/source.ts';
import { namesOf, type Speaker } from '../card/speaker.ts';
import {
  ComparisonFile,
  type FileProblem,
  type LineOf,
  name,
  type Path,
  parseFile,
  SourceFile,
  SpeakerFile,
} from './parse.ts';

export const COMPARISONS_FILE = 'comparisons.yaml';

/** The file of the speakers and their aliases. */
export const SPEAKERS_FILE = 'speakers.yaml';

/** The settings are loaded separately. */
export const SITE_FILE = 'site.yaml';

/** The default language of cards. */
const DEFAULT_LANGUAGE = 'en';

/** A file of the catalogue: its name in cards/, and its text. `fault`: why the text could not be read. */
export type CatalogFile = { name: string; text: string; fault?: { line: number; message: string } };

/** A value with its file, path and line. */
export type Located<T> = { value: T; file: string; path: Path; lineOf: LineOf };
export type LocatedCard = Located<QuotedCard> & { source: Source };

export type LoadedCatalog = {
  sources: Located<Source>[];
  quoted: LocatedCard[];
  comparisons: Located<ComparisonCard>[];
  speakers: Located<Speaker>[];
  /** Whether all files could be read. Otherwise a missing id may be in an unread file. */
  complete: boolean;
  problems: FileProblem[];
};

/** A problem at a field of a located value. */
export function problemAt({ file, path, lineOf }: Located<unknown>, field: Path, message: string): FileProblem {
  const at = [...path, ...field];
  return { file, line: lineOf(at), message: `${name(at)} ${message}` };
}

/** Loads the files in the order of their names. If there are `problems`, some files could not be read. */
export function loadCatalog(files: CatalogFile[]): LoadedCatalog {
  const loaded: LoadedCatalog = {
    sources: [],
    quoted: [],
    comparisons: [],
    speakers: [],
    complete: true,
    problems: [],
  };
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (file.name === SITE_FILE) continue;
    if (file.fault) loaded.problems.push({ file: `cards/${file.name}`, ...file.fault });
    else if (file.name === COMPARISONS_FILE) loadComparisons(file, loaded);
    else if (file.name === SPEAKERS_FILE) loadSpeakers(file, loaded);
    else loadSourceFile(file, loaded);
  }
  const language = siteLanguage(files);
  if (language !== DEFAULT_LANGUAGE)
    for (const { value } of [...loaded.quoted, ...loaded.comparisons]) value.language ??= language;
  const { sources, quoted, comparisons, speakers, problems } = loaded;
  loaded.complete = problems.length === 0;
  problems.push(
    ...findDuplicateIds('source', sources),
    ...findDuplicateIds('card', [...quoted, ...comparisons]),
    ...findDuplicateIds('speaker', speakers),
    ...findSharedNames(speakers),
  );
  if (loaded.complete) {
    problems.push(
      ...findUnknownRows(comparisons, new Set(quoted.map(({ value }) => value.id))),
      ...findUnknownSupport(quoted, new Set(sources.map(({ value }) => value.id))),
    );
  }
  return loaded;
}

const LanguageOfSite = z.looseObject({ language: Language.optional().catch(undefined) });

/** The default language of cards that cards/site.yaml gives. Problems of that file are reported by who reads the settings. */
export function siteLanguage(files: CatalogFile[]): string {
  const file = files.find(({ name }) => name === SITE_FILE);
  return (file && parseFile(file.name, file.text, LanguageOfSite).data?.language) ?? DEFAULT_LANGUAGE;
}

function loadSourceFile(input: CatalogFile, { sources, quoted, problems }: LoadedCatalog): void {
  const file = `cards/${input.name}`;
  const parsed = parseFile(file, input.text, SourceFile);
  problems.push(...parsed.problems);
  if (!parsed.data) return;
  const { source, cards } = parsed.data;
  const { lineOf } = parsed;
  const located = { value: source, file, path: ['source'], lineOf };
  sources.push(located);
  if (input.name !== `${source.id}.yaml`) {
    const message = `is "${source.id}", but the file is ${input.name}. Rename the file to ${source.id}.yaml, or correct the id.`;
    problems.push(problemAt(located, ['id'], message));
  }
  quoted.push(...cards.map((value, index) => ({ value, file, path: ['cards', index], lineOf, source })));
}

function loadComparisons(input: CatalogFile, { comparisons, problems }: LoadedCatalog): void {
  const file = `cards/${input.name}`;
  const parsed = parseFile(file, input.text, ComparisonFile);
  problems.push(...parsed.problems);
  const cards = parsed.data?.cards ?? [];
  comparisons.push(...cards.map((value, index) => ({ value, file, path: ['cards', index], lineOf: parsed.lineOf })));
}

function loadSpeakers(input: CatalogFile, { speakers, problems }: LoadedCatalog): void {
  const file = `cards/${input.name}`;
  const parsed = parseFile(file, input.text, SpeakerFile);
  const rest = parsed.data ? '' : ' Other checks of the speakers follow once the file can be read.';
  problems.push(...parsed.problems.map((problem) => ({ ...problem, message: `${problem.message}${rest}` })));
  speakers.push(...(parsed.data ?? []).map((value, index) => ({ value, file, path: [index], lineOf: parsed.lineOf })));
}

/** A name must belong to one speaker, because cards refer to speakers by name. */
function findSharedNames(speakers: Located<Speaker>[]): FileProblem[] {
  const owners = new Map<string, string>();
  return speakers.flatMap((speaker) =>
    namesOf(speaker.value).flatMap((shared) => {
      const folded = shared.toLowerCase();
      const owner = owners.get(folded);
      owners.set(folded, owner ?? speaker.value.id);
      if (owner === undefined || owner === speaker.value.id) return [];
      return [
        problemAt(
          speaker,
          ['name'],
          `or an alias is “${shared}”, which is also a name of "${owner}". Use it for only one of them.`,
        ),
      ];
    }),
  );
}

function findDuplicateIds(what: string, entries: Located<{ id: string }>[]): FileProblem[] {
  const seen = new Map<string, string>();
  return entries.flatMap((entry) => {
    const { value, file, lineOf, path } = entry;
    const first = seen.get(value.id);
    if (!first) {
      seen.set(value.id, `${file}:${lineOf([...path, 'id'])}`);
      return [];
    }
    const message = `"${value.id}" is already used by the ${what} at ${first}. Choose another id: ids are unique in the whole catalogue.`;
    return [problemAt(entry, ['id'], message)];
  });
}

function findUnknownSupport(quoted: LocatedCard[], ids: Set<string>): FileProblem[] {
  return quoted.flatMap((card) =>
    (card.value.support ?? []).flatMap(({ source }, index) => {
      if (source === undefined || ids.has(source)) return [];
      return [
        problemAt(card, ['support', index, 'source'], `"${source}" is not a source in this catalogue. Check the id.`),
      ];
    }),
  );
}

function findUnknownRows(comparisons: Located<ComparisonCard>[], ids: Set<string>): FileProblem[] {
  return comparisons.flatMap((comparison) =>
    comparison.value.rows.flatMap(({ card }, index) => {
      if (ids.has(card)) return [];
      const message = `"${card}" is not a card with a quote in this catalogue. Check the id.`;
      return [problemAt(comparison, ['rows', index, 'card'], message)];
    }),
  );
}
