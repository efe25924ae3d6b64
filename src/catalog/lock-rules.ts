/** The rules of `npm run check` for the evidence lock, reported at the line of the entry. Pure: takes the current day. */
import { hashQuote, type LockEntry, supportKey } from '../card/evidence/lock.ts';
import { normalise } from '../card/evidence/normalise.ts';
import { countWords, type Quote } from '../card/kinds/fields.ts';
import type { Source } from '../card/source.ts';
import { type LoadedCatalog, type LocatedCard, problemAt } from './load.ts';
import type { LockFile } from './lock-file.ts';
import type { FileProblem } from './parse.ts';
import { LOCK_FILE } from './rules.ts';

/** `latestDay`: the current day in the easternmost time zone, as YYYY-MM-DD. */
export function checkLock(loaded: LoadedCatalog, file: LockFile, latestDay: string): FileProblem[] {
  const sourcesById = new Map(loaded.sources.map(({ value }) => [value.id, value]));
  const proved = new Map(loaded.quoted.flatMap((card) => lockedQuotesOf(card, sourcesById)));
  const entries = Object.entries(file.lock.cards).flatMap(([id, entry]) => {
    const lines = file.linesOf(id);
    const at = (message: string) => [{ file: LOCK_FILE, line: lines.at(-1) ?? 1, message: `"${id}" ${message}` }];
    if (lines.length > 1)
      return at(`has several entries, in lines ${lines.join(', ')}. Run npm run verify to keep the current one.`);
    const quoted = proved.get(id);
    if (quoted) return [...checkEntry(entry, quoted, latestDay)].flatMap(at);
    return loaded.complete ? at('is not a card. Run npm run verify, which removes this line.') : [];
  });
  return [...entries, ...checkShares(loaded, file)];
}

type LockedQuote = { quote: Quote; source: Source };

/** The lock entries of a card: of its quote, and of each further quote. */
function lockedQuotesOf(
  { value, source }: LocatedCard,
  sources: ReadonlyMap<string, Source>,
): [key: string, LockedQuote][] {
  return [
    [value.id, { quote: value.quote, source }],
    ...(value.support ?? []).map(({ source: id, quote }, index): [string, LockedQuote] => [
      supportKey(value.id, index),
      { quote, source: sources.get(id ?? source.id) ?? source },
    ]),
  ];
}

function* checkEntry(entry: LockEntry, { quote, source }: LockedQuote, latestDay: string): Generator<string> {
  const { match, start, end, pageText, checkedAt, from, snapshot } = entry;
  // A changed quote is reported at the card.
  if (entry.quote !== hashQuote(quote)) return;
  const { exact } = quote;
  const again = 'Run npm run verify.';
  const words = match === 'exact' ? exact : (pageText ?? '');
  if (match === 'exact' && pageText !== null) yield `has a pageText, although its quote was found exactly. ${again}`;
  else if (normalise(words).text !== normalise(exact).text)
    yield `has a pageText that differs from its quote. ${again}`;
  else if (end - start !== words.length)
    yield `was found from ${start} to ${end}, but its words have ${words.length} characters. ${again}`;
  if (checkedAt > latestDay) yield `was checked on ${checkedAt}, which is in the future. ${again}`;
  else if (from === 'snapshot' && snapshot === source.snapshot.sha256 && checkedAt < source.snapshot.accessed)
    yield `was checked on ${checkedAt}, before its source was captured (${source.snapshot.accessed}). ${again}`;
}

/** The share of the words of a text that a catalogue may quote. */
const LARGEST_SHARE = 0.4;

/** Checks that the quotes and contexts of a source are a small part of its text. */
function checkShares({ sources, quoted }: LoadedCatalog, { lock }: LockFile): FileProblem[] {
  const sourcesById = new Map(sources.map(({ value }) => [value.id, value]));
  const quotesBySource = Map.groupBy(
    quoted.flatMap((card) => lockedQuotesOf(card, sourcesById)),
    ([, { source }]) => source,
  );
  return sources.flatMap((source) => {
    const quotes = quotesBySource.get(source.value) ?? [];
    const textWords = Math.max(0, ...quotes.map(([key]) => lock.cards[key]?.textWords ?? 0));
    const texts = new Set(
      quotes.flatMap(([, { quote }]) => [quote.exact, quote.context?.before ?? '', quote.context?.after ?? '']),
    );
    const words = [...texts].reduce((sum, text) => sum + countWords(text), 0);
    if (textWords === 0 || words <= textWords * LARGEST_SHARE) return [];
    const share = `${words} of the ${textWords} words of its text (${Math.round((100 * words) / textWords)}%)`;
    const message = `has cards that quote ${share}. The limit is ${LARGEST_SHARE * 100}%. Quote fewer words, or remove cards.`;
    return [problemAt(source, ['id'], message)];
  });
}
