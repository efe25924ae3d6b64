/** What `npm run check` asks of the evidence lock itself, each at the line of its entry. Pure: the day is given to it. */
import { hashQuote, type LockEntry } from '../card/evidence/lock.ts';
import { normalise } from '../card/evidence/normalise.ts';
import { countWords } from '../card/kinds/fields.ts';
import { type LoadedCatalog, type LocatedCard, problemAt } from './load.ts';
import type { LockFile } from './lock-file.ts';
import type { FileProblem } from './parse.ts';
import { LOCK_FILE } from './rules.ts';

/** `latestDay`: what may be today somewhere on Earth, as YYYY-MM-DD. */
export function checkLock(loaded: LoadedCatalog, file: LockFile, latestDay: string): FileProblem[] {
  const cards = new Map(loaded.quoted.map((card) => [card.value.id, card]));
  const entries = Object.entries(file.lock.cards).flatMap(([id, entry]) => {
    const lines = file.linesOf(id);
    const at = (message: string) => [{ file: LOCK_FILE, line: lines.at(-1) ?? 1, message: `"${id}" ${message}` }];
    if (lines.length > 1)
      return at(`has an entry in each of the lines ${lines.join(', ')}. npm run verify keeps the one of its quote.`);
    const card = cards.get(id);
    if (card) return [...faultsOf(entry, card, latestDay)].flatMap(at);
    return loaded.complete ? at('is no card. Delete this line.') : [];
  });
  return [...entries, ...checkShares(loaded, file)];
}

function* faultsOf(entry: LockEntry, { value, source }: LocatedCard, latestDay: string): Generator<string> {
  const { match, start, end, standing, checkedAt, from, snapshot } = entry;
  // That it has changed is said at the card.
  if (entry.quote !== hashQuote(value.quote)) return;
  const { exact } = value.quote;
  const again = 'Run npm run verify.';
  const words = match === 'exact' ? exact : (standing ?? '');
  if (match === 'exact' && standing !== null)
    yield `has words in standing, though its quote was found exactly. ${again}`;
  else if (normalise(words).text !== normalise(exact).text)
    yield `has other words in standing than its quote. ${again}`;
  else if (end - start !== words.length)
    yield `was found from ${start} to ${end}, which is not the length of its words (${words.length}). ${again}`;
  if (checkedAt > latestDay) yield `was checked on ${checkedAt}, which is in the future. ${again}`;
  else if (from === 'snapshot' && snapshot === source.snapshot.sha256 && checkedAt < source.snapshot.accessed)
    yield `was checked on ${checkedAt}, before its source was captured (${source.snapshot.accessed}). ${again}`;
}

/** A catalogue quotes; it does not copy. */
const LARGEST_SHARE = 0.4;

/** The quotes of a source, with the words around them, are a small part of its text. */
function checkShares({ sources, quoted }: LoadedCatalog, { lock }: LockFile): FileProblem[] {
  const cardsOf = Map.groupBy(quoted, ({ source }) => source);
  return sources.flatMap((source) => {
    const cards = cardsOf.get(source.value) ?? [];
    const textWords = Math.max(0, ...cards.map(({ value }) => lock.cards[value.id]?.textWords ?? 0));
    const texts = new Set(
      cards.flatMap(({ value: { quote } }) => [quote.exact, quote.context?.before ?? '', quote.context?.after ?? '']),
    );
    const words = [...texts].reduce((sum, text) => sum + countWords(text), 0);
    if (textWords === 0 || words <= textWords * LARGEST_SHARE) return [];
    const share = `${words} of the ${textWords} words of its text (${Math.round((100 * words) / textWords)} %)`;
    const message = `is quoted with ${share}; at most ${LARGEST_SHARE * 100} % may be. Quote fewer words, or take out cards.`;
    return [problemAt(source, ['id'], message)];
  });
}
