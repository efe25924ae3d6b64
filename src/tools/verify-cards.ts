/** Finds the quotes of cards in the text of their source, and judges the cards. Pure. */
import type { QuotedCard } from '../card/card.ts';
import { hashJudged, type JudgeContext, prepareJudge } from '../card/evidence/checks/judge.ts';
import type { DatedText } from '../card/evidence/checks/source-facts.ts';
import { findQuote, prepareText, type QuoteMatch } from '../card/evidence/find-quote.ts';
import { findFragmentFault } from '../card/evidence/fragment.ts';
import { blocksOf, crossesBlocks, hasContext, locate } from '../card/evidence/locate.ts';
import { hashQuote, type LockEntry, supportKey } from '../card/evidence/lock.ts';
import { pageAt } from '../card/evidence/place.ts';
import { asInPage, endOfWord } from '../card/evidence/raised.ts';
import { countWords, type Quote } from '../card/kinds/fields.ts';

/** A text to search. `place`: a path or an address. */
export type SourceText = DatedText & { place: string; sha256: string; from: LockEntry['from'] };

/**
 * A quote to find. `key`: its key in the lock. `owner`, `path`: the card that contains it, and where. `card`: the card to
 * judge with it.
 */
export type QuoteToFind = {
  key: string;
  quote: Quote;
  owner: string;
  path: readonly (string | number)[];
  card?: QuotedCard;
};

/** The quotes that cards take from a source: main quotes and further quotes. */
export function collectQuotes(
  sourceId: string,
  cards: readonly { value: QuotedCard; source: { id: string } }[],
): QuoteToFind[] {
  return cards.flatMap(({ value: card, source }) => [
    ...(source.id === sourceId ? [{ key: card.id, quote: card.quote, owner: card.id, path: ['quote'], card }] : []),
    ...(card.support ?? []).flatMap(({ source: id = source.id, quote }, index) =>
      id === sourceId
        ? [{ key: supportKey(card.id, index), quote, owner: card.id, path: ['support', index, 'quote'] }]
        : [],
    ),
  ]);
}

export type Verdict = QuoteToFind & {
  found: QuoteMatch;
  /** "texts/a.txt:12", and the fault if there is one. */
  where: string;
  /** The fault of quote.exact with its place and fix; undefined if the quote was found. */
  fault: string | undefined;
  /** The new lock entry; undefined if the quote was not found. */
  entry: LockEntry | undefined;
};

/** Finds quotes in a text, and judges their cards. `today`: YYYY-MM-DD. */
export function verifyQuotes(
  wanted: readonly QuoteToFind[],
  source: SourceText,
  context: JudgeContext,
  today: string,
  before: Record<string, LockEntry> = {},
): Verdict[] {
  const text = prepareText(source.text);
  const judge = prepareJudge(source, context);
  const blocks = blocksOf(source);
  const own = source.blocks
    ?.filter(({ part }) => part !== 'furniture')
    .map(({ start, end }) => source.text.slice(start, end));
  const textWords = Math.max(1, countWords(own?.join(' ') ?? source.text));
  return wanted.map((wantedQuote) => {
    const { key, quote, card } = wantedQuote;
    const found = findQuote(text, quote, before[key]?.start);
    const where = describePlace(source, found);
    const result = { ...wantedQuote, found };
    if (found.match !== 'exact' && found.match !== 'normalised')
      return { ...result, where, fault: describeFault(where, found), entry: undefined };
    const pageText = findPageText(source, found);
    const fault =
      crossesBlocks(blocks, found) && !quote.acrossBlocks
        ? ACROSS_BLOCKS
        : hasContext(source, found, quote.context ?? {})
          ? findFragmentFault(text, found, quote, pageText)
          : NOT_IN_CONTEXT;
    if (fault !== undefined) {
      const message = `was found at ${where}, but ${fault}.`;
      return { ...result, where: `${where}: ${fault}`, fault: message, entry: undefined };
    }
    const { match, start, end } = found;
    const { sha256: snapshot, from } = source;
    const place = locate(source, found, { language: context.source.language, blocks });
    const located = { quote: hashQuote(quote), snapshot, from, match, start, end, pageText };
    const judged = card && { judged: hashJudged(card, context), checks: judge(card, found) };
    return { ...result, where, fault: undefined, entry: { ...located, checkedAt: today, place, textWords, ...judged } };
  });
}

/** The fix if all words were found, but not as whole words. */
const cutWords = (score: number) => (score === 1 ? ', inside a word or number. Quote the whole word' : '');

const ACROSS_BLOCKS =
  'spans more than one paragraph, heading, cell or list item. Quote only one of them, or add acrossBlocks: true to quote if this is intended';

const NOT_IN_CONTEXT =
  'is not between the words of quote.context. Copy the words directly before and after it from the same paragraph';

/** The words as browsers find them in the page; null if they equal the quote. */
function findPageText(
  { text }: SourceText,
  found: Extract<QuoteMatch, { match: 'exact' | 'normalised' }>,
): string | null {
  const end = endOfWord(text, found.end);
  return found.match === 'exact' && end === found.end ? null : asInPage(text.slice(found.start, end));
}

/** `where`: the result of `describePlace`. */
function describeFault(where: string, found: QuoteMatch): string {
  switch (found.match) {
    case 'ambiguous':
      return `is ambiguous. ${where}: the words directly before or after the intended occurrence.`;
    case 'drift': {
      const fix = found.recased || found.score === 1 ? '' : ' Copy the words of the source.';
      return `does not occur in the source in these words. ${where}.${fix}`;
    }
    default:
      return `does not occur in ${where}, and neither do similar words. Check that it is the right text, and copy the words from it.`;
  }
}

function describePlace(source: SourceText, found: QuoteMatch): string {
  const { place, text } = source;
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  switch (found.match) {
    case 'ambiguous':
      return `${place}, lines ${found.places
        .slice(0, 5)
        .map(({ start }) => lineAt(start))
        .join(', ')}: occurs ${found.places.length} times, add quote.prefix or quote.suffix`;
    case 'missing':
      return place;
    case 'drift': {
      const words = text.slice(found.start, found.end).replace(/\s+/g, ' ');
      const fix = found.recased ? ', in different letter case. Use the case of the page' : cutWords(found.score);
      return `${place}:${lineAt(found.start)} reads “${words}”${fix}`;
    }
    default: {
      const page = pageAt(source, found.start);
      return `${place}:${lineAt(found.start)}${page === undefined ? '' : ` (page ${page})`}`;
    }
  }
}
