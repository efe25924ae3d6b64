/** What `npm run check` asks of the evidence lock itself, each at the line of its entry. Pure: the day is given to it. */
import { hashQuote, type LockEntry, supportKey } from '../card/evidence/lock.ts';
import { normalise } from '../card/evidence/normalise.ts';
import { countWords, type Quote } from '../card/kinds/fields.ts';
import type { Source } from '../card/source.ts';
import { type LoadedCatalog, type LocatedCard, problemAt } from './load.ts';
import type { LockFile } from './lock-file.ts';
import type { FileProblem } from './parse.ts';
import { LOCK_FILE } from './rules.ts';

/** `latestDay`: what may be today somewhere on Earth, as YYYY-MM-DD. */
export function checkLock(loaded: LoadedCatalog, file: LockFile, latestDay: string): FileProblem[] {
  const sourcesById = new Map(loaded.sources.map(({ value }) => [value.id, value]));
  const proved = new Map(loaded.quoted.flatMap((card) => provedBy(card, sourcesById)));
  const entries = Object.entries(file.lock.cards).flatMap(([id, entry]) => {
    const lines = file.linesOf(id);
    const at = (message: string) => [{ file: LOCK_FILE, line: lines.at(-1) ?? 1, message: `"${id}" ${message}` }];
    if (lines.length > 1)
      return at(`has an entry in each of the lines ${lines.join(', ')}. npm run verify keeps the one of its quote.`);
    const quoted = proved.get(id);
    if (quoted) return [...faultsOf(entry, quoted, latestDay)].flatMap(at);
    return loaded.complete ? at('is no card. Delete this line.') : [];
  });
  return [...entries, ...checkShares(loaded, file)];
}

type Proved = { quote: Quote; source: Source };

/** The entries that a card has in the lock: of its quote, and of each further one. */
function provedBy({ value, source }: LocatedCard, sources: ReadonlyMap<string, Source>): [key: string, Proved][] {
  return [
    [value.id, { quote: value.quote, source }],
    ...(value.support ?? []).map(({ source: id, quote }, index): [string, Proved] => [
      supportKey(value.id, index),
      { quote, source: sources.get(id ?? source.id) ?? source },
    ]),
  ];
}

function* faultsOf(entry: LockEntry, { quote, source }: Proved, latestDay: string): Generator<string> {
  const { match, start, end, standing, checkedAt, from, snapshot } = entry;
  // That it has changed is said at the card.
  if (entry.quote !== hashQuote(quote)) return;
  const { exact } = quote;
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
  const sourcesById = new Map(sources.map(({ value }) => [value.id, value]));
  const quotesOf = Map.groupBy(
    quoted.flatMap((card) => provedBy(card, sourcesById)),
    ([, { source }]) => source,
  );
  return sources.flatMap((source) => {
    const quotes = quotesOf.get(source.value) ?? [];
    const textWords = Math.max(0, ...quotes.map(([key]) => lock.cards[key]?.textWords ?? 0));
    const texts = new Set(
      quotes.flatMap(([, { quote }]) => [quote.exact, quote.context?.before ?? '', quote.context?.after ?? '']),
    );
    const words = [...texts].reduce((sum, text) => sum + countWords(text), 0);
    if (textWords === 0 || words <= textWords * LARGEST_SHARE) return [];
    const share = `${words} of the ${textWords} words of its text (${Math.round((100 * words) / textWords)} %)`;
    const message = `is quoted with ${share}; at most ${LARGEST_SHARE * 100} % may be. Quote fewer words, or take out cards.`;
    return [problemAt(source, ['id'], message)];
  });
}
