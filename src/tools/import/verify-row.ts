/** Verifies and checks a card before it is written, with the functions of `npm run verify` and `npm run check`. */
import type { LockEntry } from '../../card/evidence/lock.ts';
import { compileLoaded, linkRecords } from '../../catalog/compile.ts';
import { checkDates } from '../../catalog/date-rules.ts';
import { type CatalogFile, type LoadedCatalog, type LocatedCard, loadCatalog, problemAt } from '../../catalog/load.ts';
import type { LockFile } from '../../catalog/lock-file.ts';
import { checkLock } from '../../catalog/lock-rules.ts';
import type { FileProblem } from '../../catalog/parse.ts';
import { checkRules } from '../../catalog/rules.ts';
import { registerModuleHooks } from '../module-hooks.ts';
import type { ReadSite } from '../site-files.ts';
import { collectQuotes, type SourceText, verifyQuotes } from '../verify-cards.ts';

export type Entries = Record<string, LockEntry>;

/** The cards of a source that are already verified, with their entries in the lock. */
export type VerifiedCards = { cards: LocatedCard[]; entries: Entries };

export type RowResult = { ok: true; card: LocatedCard; entries: Entries } | { ok: false; problems: string[] };

export type VerifyRow = (
  /** A file with the source and this card alone. */
  file: CatalogFile,
  text: SourceText,
  verified: VerifiedCards,
) => RowResult;

type Settings = Pick<ReadSite, 'site' | 'fonts'> & {
  sharedFiles: CatalogFile[];
  topics: ReadonlyMap<string, string>;
  /** YYYY-MM-DD */
  today: string;
};

export async function openVerifier({ site, fonts, sharedFiles, topics, today }: Settings): Promise<VerifyRow> {
  registerModuleHooks(fonts);
  const { missingLetters } = await import('../../render/fonts.ts');
  const { findUnfitSizes } = await import('../../render/layouts/layout.ts');
  return (file, text, verified) => {
    const loaded = loadCatalog([file, ...sharedFiles]);
    const [card] = loaded.quoted;
    const [source] = loaded.sources;
    if (loaded.problems.length > 0 || !card || !source) return refused(loaded.problems);
    const context = {
      source: source.value,
      speakers: loaded.speakers.map(({ value }) => value),
      topics: [...topics.values()],
    };
    const { accessed } = source.value.snapshot;
    const verdicts = verifyQuotes(
      collectQuotes(source.value.id, [card]),
      text,
      context,
      today < accessed ? accessed : today,
    );
    const faults = verdicts.flatMap(({ path, fault }) =>
      fault === undefined ? [] : [problemAt(card, [...path, 'exact'], fault)],
    );
    if (faults.length > 0) return refused(faults);
    const entries = Object.fromEntries(verdicts.flatMap(({ key, entry }) => (entry ? [[key, entry]] : [])));
    const lock = { version: 1 as const, cards: entries };
    const problems = [
      ...checkRules(loaded, lock, missingLetters),
      ...checkDates(loaded, today),
      ...checkShare({ ...loaded, quoted: [...verified.cards, card] }, { ...verified.entries, ...entries }, today),
    ];
    if (problems.length > 0) return refused(problems);
    const [record] = linkRecords(compileLoaded(loaded, lock));
    const sizes = record ? findUnfitSizes(record, site.brand) : [];
    if (sizes.length === 0) return { ok: true, card, entries };
    const message = `claim has too much text for ${sizes.join(', ')}, together with the quote and the attribution. Shorten one of them.`;
    return { ok: false, problems: [message] };
  };
}

const refused = (problems: FileProblem[]): RowResult => ({
  ok: false,
  problems: problems.map(({ message }) => message),
});

/** Checks the rules for all quotes of a source together. */
function checkShare({ sources, ...loaded }: LoadedCatalog, cards: Entries, today: string): FileProblem[] {
  // Each card was loaded with its own copy of the source.
  const [source] = sources;
  if (!source) return [];
  const quoted = loaded.quoted.map((card) => ({ ...card, source: source.value }));
  const file: Pick<LockFile, 'lock' | 'linesOf'> = { lock: { version: 1, cards }, linesOf: () => [1] };
  return checkLock({ ...loaded, sources, quoted, complete: false }, file as LockFile, today);
}
