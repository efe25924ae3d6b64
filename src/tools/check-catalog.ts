/** All checks of a catalogue before publication: schema, rules, evidence, history and layout. */

import { findUnrecordedChanges, findUnrecordedSourceChanges } from '../catalog/changes.ts';
import { compileLoaded, linkRecords } from '../catalog/compile.ts';
import { checkDates } from '../catalog/date-rules.ts';
import {
  type CatalogFile,
  type LoadedCatalog,
  type LocatedCard,
  loadCatalog,
  problemAt,
  SITE_FILE,
} from '../catalog/load.ts';
import type { LockFile } from '../catalog/lock-file.ts';
import { checkLock } from '../catalog/lock-rules.ts';
import type { FileProblem } from '../catalog/parse.ts';
import { createReleases, type Releases } from '../catalog/releases.ts';
import { checkRules } from '../catalog/rules.ts';
import { registerModuleHooks } from './module-hooks.ts';
import type { ReadSite } from './site-files.ts';

export type Checked = { loaded: LoadedCatalog; problems: FileProblem[] };

/**
 * Checks the files of a catalogue against its evidence lock. Returns all problems at once. `isLaidOut`: whether a card is laid
 * out in every size, which takes the most time.
 */
export async function checkCatalog(
  files: CatalogFile[],
  lockFile: LockFile,
  { site, fonts }: Pick<ReadSite, 'site' | 'fonts'>,
  releases: Releases = createReleases([]),
  isLaidOut: (id: string) => boolean = () => true,
): Promise<Checked> {
  registerModuleHooks(fonts);
  const { missingLetters } = await import('../render/fonts.ts');
  const { findUnfitSizes } = await import('../render/layouts/layout.ts');
  const { faultsOfSizes } = await import('../render/variant.ts');

  const loaded = loadCatalog(files);
  const fontFault = errorOf(() => missingLetters(''));
  if (fontFault) return { loaded, problems: [...loaded.problems, fontProblem(fontFault)] };
  const { lock } = lockFile;
  const today = latestDay();
  const problems = [
    ...loaded.problems,
    ...checkRules(loaded, lock, missingLetters),
    ...lockFile.problems,
    ...checkLock(loaded, lockFile, today),
    ...checkDates(loaded, today),
    ...faultsOfSizes().map((message) => ({ file: 'src/render/variant.ts', line: 1, message })),
  ];
  const known = new Set(loaded.sources.map(({ value }) => value.id));
  const isWhole = ({ value }: LocatedCard) => (value.support ?? []).every(({ source }) => !source || known.has(source));
  const quoted = loaded.quoted.filter(isWhole);
  const ids = new Set(quoted.map(({ value }) => value.id));
  const comparisons = loaded.comparisons.filter(({ value }) => value.rows.every(({ card }) => ids.has(card)));
  const compiled = linkRecords(compileLoaded({ ...loaded, quoted, comparisons }, lock));
  const records = new Map(compiled.map((record) => [record.card.id, record]));
  for (const card of [...loaded.quoted, ...comparisons]) {
    const record = records.get(card.value.id);
    const faults = record ? findUnrecordedChanges(record, releases) : [];
    problems.push(...faults.map(({ path, message }) => problemAt(card, path, message)));
    const sizes = record && isLaidOut(card.value.id) ? findUnfitSizes(record, site.brand) : [];
    if (sizes.length === 0) continue;
    const message = `"${card.value.id}" has too much text for ${sizes.join(', ')}. Shorten the claim, the quote or the attribution.`;
    problems.push(problemAt(card, ['id'], message));
  }
  const cardsOf = Map.groupBy(loaded.quoted, (card) => card.source);
  for (const source of loaded.sources) {
    const cards = (cardsOf.get(source.value) ?? []).map(({ value }) => value);
    const faults = findUnrecordedSourceChanges(source.value, cards, releases);
    problems.push(...faults.map(({ path, message }) => problemAt(source, path, message)));
  }
  if (loaded.complete) problems.push(...findMissingCards(loaded, releases));
  return { loaded, problems };
}

/** In the easternmost time zone, a day begins 14 hours earlier than in UTC. */
const latestDay = () => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

function errorOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A font with valid tables that still cannot be measured. */
const fontProblem = (fault: string): FileProblem => ({
  file: `cards/${SITE_FILE}`,
  line: 1,
  message: `brand.fonts names a font that cannot be read: ${fault}. Download the file again from its publisher, or use another font.`,
});

/** Ids are permanent, because posts embed them. */
function findMissingCards({ quoted, comparisons }: LoadedCatalog, releases: Releases): FileProblem[] {
  const ids = new Set([...quoted, ...comparisons].map(({ value }) => value.id));
  const published = releases.lines.flatMap((line) => (line.type === 'source' ? [] : [line.card.id]));
  return [...new Set(published)]
    .filter((id) => !ids.has(id))
    .map((id) => ({
      file: 'cards',
      line: 1,
      message: `the card "${id}" was published on ${releases.of(id).at(-1)?.released} and is missing. Ids are permanent: restore the card, and record its retraction or supersession in its history.`,
    }));
}
