/**
 * Tries an edit without writing it: the catalogue with the changed file, its evidence, every problem that `npm run check` would
 * report for the file, and the card as it would be drawn.
 */
import { parseDocument } from 'yaml';
import { altText } from '../../card/alt.ts';
import { CHECKS, type Outcome, outcomesOf } from '../../card/evidence/checks/findings.ts';
import { deriveNumbers } from '../../card/evidence/numbers/figure.ts';
import type { CardRecord } from '../../card/record.ts';
import { sentenceOf } from '../../card/sentence.ts';
import { hasNewEntry, recordEarlier } from '../../catalog/changes.ts';
import { compileLoaded, linkRecords } from '../../catalog/compile.ts';
import { type LoadedCatalog, loadCatalog } from '../../catalog/load.ts';
import type { LockFile } from '../../catalog/lock-file.ts';
import { type FileProblem, formatProblem } from '../../catalog/parse.ts';
import { readCatalogFiles, readLock, readReleases } from '../catalog-files.ts';
import { checkCatalog } from '../check-catalog.ts';
import { type Checked, nextEntries } from '../lock-entries.ts';
import { readSite } from '../site-files.ts';
import { collectQuotes, verifyQuotes } from '../verify-cards.ts';
import { drawable } from './drawable.ts';
import { type Edit, fileOf, hashOf, type Written, writeEdit, writeHistory } from './edit.ts';
import { type Reading, type Readings, today } from './readings.ts';
import { Refused } from './refused.ts';

/** A problem of the file, as `npm run check` reports it. `code`: its warning, if it is one. `field`: a field of the card, or "source." and one of the source; or null. */
export type TrialProblem = { message: string; field: string | null; code?: string };

export type Trial = {
  edit: Edit;
  written: Written & { before: string | undefined };
  problems: TrialProblem[];
  /** Whether the file can be read, the id is free, and the words were found. Otherwise nothing is saved. */
  canSave: boolean;
  /** The new entries of the lock; undefined if the text could not be read or searched. */
  lockEntries: ((before: LockFile) => LockFile['lock']['cards']) | undefined;
  outcomes: (Outcome & { title: string; code: string | null })[];
  record: CardRecord | undefined;
  sentence: string | null;
  alt: string | null;
  /** The numbers that a program reads in the figure: "min 300, max 500". */
  bounds: string | null;
  /** If the card was published: when, what has changed since, and whether the history needs an entry. */
  published: { on: string; changed: string[]; needsEntry: boolean } | null;
};

/** @throws Refused if no file can be made from the edit. */
export async function tryEdit(edit: Edit, readings: Readings, { isStrict = false } = {}): Promise<Trial> {
  const reading = edit.reading === null ? undefined : readings.find(edit.reading);
  if (edit.reading !== null && !reading)
    throw new Refused('The article is no longer open. Open it again. This page keeps your fields.', 409);
  const name = fileOf(edit.source);
  const files = await readCatalogFiles('cards');
  const before = files.find((file) => file.name === name)?.text;
  if (isStrict && hashOf(before) !== edit.base) throw stale(name, before, edit);
  const settings = await readSite();
  const lockFile = await readLock();
  const { releases } = await readReleases();
  const written = writeEdit(edit, before, reading);
  const load = (text: string) => {
    const changed = [...files.filter((file) => file.name !== name), { name, text }];
    return { changed, loaded: loadCatalog(changed) };
  };
  let { changed, loaded } = load(written.text);
  const published = publishedOf(loaded, written.id, releases);
  if (edit.entry && loaded.quoted.concat(loaded.comparisons as never[]).some(({ value }) => value.id === written.id)) {
    written.text = writeHistory(edit, written, { loaded, releases, today: today() });
    ({ changed, loaded } = load(written.text));
  }
  const verified = verifyEdit(edit, loaded, lockFile, reading);
  const candidate: LockFile = {
    ...lockFile,
    lock: { version: 1, cards: verified?.entries(lockFile) ?? lockFile.lock.cards },
    linesOf: (id) => lockFile.linesOf(id),
  };
  const checked = await checkCatalog(changed, candidate, settings, releases, (id) => id === written.id);
  const problems = ownProblems(checked.problems, written, verified?.faults ?? []);
  const isRead = loaded.sources.concat(loaded.comparisons as never[]).some(({ file }) => file === `cards/${name}`);
  if (!isRead && problems.length === 0) problems.push(problemOfOthers(checked.problems, name));
  const record = isRead ? recordOf(loaded, candidate, written.id) : drawable(changed, written, edit.card);
  const entry = candidate.lock.cards[written.id];
  const accept = loaded.quoted.find(({ value }) => value.id === written.id)?.value.accept;
  const isUnique =
    [...loaded.quoted, ...loaded.comparisons].filter(({ value }) => value.id === written.id).length === 1;
  const outcomes = isRead && entry?.checks ? outcomesOf(entry.checks, accept) : [];
  return {
    edit,
    written: { ...written, before },
    problems,
    canSave: isRead && isUnique && (verified?.faults ?? []).length === 0,
    lockEntries: verified?.entries,
    outcomes: outcomes.map((one) => ({ ...one, title: CHECKS[one.check], code: one.warning?.code ?? null })),
    record,
    sentence: record && isRead ? sentenceOf(record) : null,
    alt: record && isRead ? altText(record) : null,
    bounds: boundsOf(edit.card, settings.site.language),
    published,
  };
}

function boundsOf({ figure, language }: Edit['card'], site: string): string | null {
  const text: unknown = (figure as Record<string, unknown> | undefined)?.text;
  const numbers =
    typeof text === 'string' ? deriveNumbers(text, typeof language === 'string' ? language : site) : undefined;
  if (!numbers) return null;
  return Object.entries(numbers)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** The first problem in the file of the card. A file with any problem in its structure is not read. */
function problemOfOthers(all: FileProblem[], name: string): TrialProblem {
  const first = all.find(({ file }) => file === `cards/${name}`);
  const message = first ? formatProblem(first) : `cards/${name} cannot be read.`;
  return { message: `Another entry of the file has a problem. Correct it first: ${message}`, field: null };
}

/** The refusal of a save whose file has changed. */
export function stale(name: string, text: string | undefined, { was }: Edit): Refused {
  const what = text === undefined ? 'has been deleted' : 'has changed';
  const message = `cards/${name} ${what} since this page read it: in another tab, in an editor or by a command. Nothing was saved, and your fields are kept. See what is in the file now, then save again.`;
  return new Refused(message, 409, { base: hashOf(text), theirs: text === undefined ? null : cardIn(text, was) });
}

/** A card as it is in a file; null if there is none. */
export function cardIn(text: string, id: string | null): Record<string, unknown> | null {
  const read = parseDocument(text).toJS() as { cards?: Record<string, unknown>[] } | null;
  return read?.cards?.find((card) => card?.id === id) ?? null;
}

type Releases = Awaited<ReturnType<typeof readReleases>>['releases'];

function publishedOf(loaded: LoadedCatalog, id: string, releases: Releases): Trial['published'] {
  const last = releases.of(id).at(-1);
  if (!last) return null;
  const quoted = loaded.quoted.find(({ value }) => value.id === id);
  const card = quoted?.value ?? loaded.comparisons.find(({ value }) => value.id === id)?.value;
  if (!card) return { on: last.released, changed: [], needsEntry: false };
  const { changed } = recordEarlier(card, quoted?.source, releases);
  return { on: last.released, changed, needsEntry: changed.length > 0 && !hasNewEntry(card, last) };
}

/** Finds the quotes of the card, and of the other cards of a changed source, as `npm run verify` does. */
function verifyEdit(
  { card, source: id, sourceFields, was }: Edit,
  loaded: LoadedCatalog,
  lockFile: LockFile,
  reading?: Reading,
) {
  const source = loaded.sources.find(({ value }) => value.id === id)?.value;
  if (!source || !reading) return undefined;
  const isSourceChanged = Object.keys(sourceFields).length > 0;
  const wanted = collectQuotes(source.id, loaded.quoted).filter(({ owner }) => isSourceChanged || owner === card.id);
  const speakers = loaded.speakers.map(({ value }) => value);
  const topics = [...new Set(loaded.quoted.flatMap(({ value }) => value.topics))];
  const captured = source.snapshot.accessed;
  const day = today() < captured ? captured : today();
  const text = { ...reading.text, place: 'the text', from: reading.from };
  const found = verifyQuotes(wanted, text, { source, speakers, topics }, day, lockFile.lock.cards);
  const verdicts: Checked[] = found.map((verdict) => ({ ...verdict, sha256: reading.text.sha256, captured }));
  return {
    entries: (before: LockFile) => {
      const entries = nextEntries(loaded, verdicts, { before, isWhole: false });
      if (was !== null && was !== card.id) delete entries[was];
      return entries;
    },
    faults: verdicts.flatMap(({ owner, path, fault }) =>
      owner === card.id && fault !== undefined ? [{ path: [...path, 'exact'].join('.'), fault }] : [],
    ),
  };
}

/** The problems of the file, without those of its other cards, under the names of the card's fields. */
function ownProblems(
  all: FileProblem[],
  { name, index, id }: Written,
  faults: { path: string; fault: string }[],
): TrialProblem[] {
  const file = `cards/${name}`;
  const own = `cards[${index}]`;
  const problems = all.flatMap(({ file: at, message }): TrialProblem[] => {
    if (at !== file) return message.includes(`"${id}"`) ? [{ message, field: null }] : [];
    const [, other] = /^cards\[(\d+)\]/.exec(message) ?? [];
    if (other !== undefined && Number(other) !== index) return [];
    const [path = ''] = message.split(' ', 1);
    const short = message.replace(`${own}.`, '');
    const code = /accept: \[\{ check: ([a-z-]+),/.exec(message)?.[1];
    const warning = code === undefined ? {} : { code };
    if (path.startsWith(`${own}.`)) return [{ message: short, field: path.slice(own.length + 1), ...warning }];
    return [{ message: short, field: path.startsWith('source.') ? path : null, ...warning }];
  });
  // The rules say that the quote is not verified; the search says why.
  const isUnproven = faults.length > 0;
  const others = isUnproven ? problems.filter(({ message }) => !/npm run verify/.test(message)) : problems;
  const quotes = faults.map(({ path, fault }) => ({ field: path, message: `${path} ${fault}` }));
  // A date is entered with its basis.
  const empty = new Set(
    others.filter(({ field }) => field?.endsWith('.date')).map(({ field }) => `${field?.slice(0, -5)}.basis`),
  );
  const unique = new Map(
    [...quotes, ...others.filter(({ field }) => !empty.has(field ?? ''))].map((problem) => [problem.message, problem]),
  );
  return [...unique.values()];
}

function recordOf(loaded: LoadedCatalog, { lock }: LockFile, id: string): CardRecord | undefined {
  const known = new Set(loaded.sources.map(({ value }) => value.id));
  const quoted = loaded.quoted.filter(({ value }) =>
    (value.support ?? []).every(({ source }) => !source || known.has(source)),
  );
  const ids = new Set(quoted.map(({ value }) => value.id));
  const comparisons = loaded.comparisons.filter(({ value }) => value.rows.every(({ card }) => ids.has(card)));
  return linkRecords(compileLoaded({ ...loaded, quoted, comparisons }, lock)).find(({ card }) => card.id === id);
}
