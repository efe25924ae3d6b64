/** Finds the quotes of cards in the text of their source, and what the lock records of that. Pure. */
import type { QuotedCard } from '../card/card.ts';
import { hashJudged, prepareJudging, type Surroundings } from '../card/evidence/checks/judge.ts';
import { findQuote, prepareText, type QuoteMatch } from '../card/evidence/find-quote.ts';
import { findFragmentFault } from '../card/evidence/fragment.ts';
import { blocksOf, crossesBlocks, hasContext, locate } from '../card/evidence/locate.ts';
import { hashQuote, type LockEntry, supportKey } from '../card/evidence/lock.ts';
import type { StructuredText } from '../card/evidence/place.ts';
import { asInPage, endOfWord } from '../card/evidence/raised.ts';
import { countWords, type Quote } from '../card/kinds/fields.ts';

/** A text that quotes are looked for in. `place` is a path or an address. */
export type SourceText = StructuredText & { place: string; sha256: string; from: LockEntry['from'] };

/**
 * A quote that is to be found in a text. `key`: of its entry in the lock. `owner`, `path`: the card that has it, and where.
 * `card`: the card that is judged with it.
 */
export type Wanted = {
  key: string;
  quote: Quote;
  owner: string;
  path: readonly (string | number)[];
  card?: QuotedCard;
};

/** The quotes that cards have from a source: their own, and those that further cards rest on. */
export function wantedFrom(
  sourceId: string,
  cards: readonly { value: QuotedCard; source: { id: string } }[],
): Wanted[] {
  return cards.flatMap(({ value: card, source }) => [
    ...(source.id === sourceId ? [{ key: card.id, quote: card.quote, owner: card.id, path: ['quote'], card }] : []),
    ...(card.support ?? []).flatMap(({ source: id = source.id, quote }, index) =>
      id === sourceId
        ? [{ key: supportKey(card.id, index), quote, owner: card.id, path: ['support', index, 'quote'] }]
        : [],
    ),
  ]);
}

export type Verdict = Wanted & {
  found: QuoteMatch;
  /** "texts/a.txt:12", and what is wrong there. */
  where: string;
  /** What quote.exact does wrong, where, and the fix; undefined of a quote that was found. */
  fault: string | undefined;
  /** What the lock may say: only of a quote that was found. */
  entry: LockEntry | undefined;
};

/** Looks for quotes in one text, and judges their cards. `today` is YYYY-MM-DD. */
export function verifyQuotes(
  wanted: readonly Wanted[],
  source: SourceText,
  around: Surroundings,
  today: string,
  before: Record<string, LockEntry> = {},
): Verdict[] {
  const text = prepareText(source.text);
  const judge = prepareJudging(source, around);
  const blocks = blocksOf(source);
  const own = source.blocks
    ?.filter(({ part }) => part !== 'furniture')
    .map(({ start, end }) => source.text.slice(start, end));
  const textWords = Math.max(1, countWords(own?.join(' ') ?? source.text));
  return wanted.map((one) => {
    const { key, quote, card } = one;
    const found = findQuote(text, quote, before[key]?.start);
    const where = describePlace(source, found);
    const looked = { ...one, found };
    if (found.match !== 'exact' && found.match !== 'normalised')
      return { ...looked, where, fault: describeFault(where, found), entry: undefined };
    const standing = standingOf(source, found);
    const fault =
      crossesBlocks(blocks, found) && !quote.acrossBlocks
        ? ACROSS_BLOCKS
        : hasContext(source, found, quote.context ?? {})
          ? findFragmentFault(text, found, quote, standing)
          : NOT_AROUND;
    if (fault !== undefined) {
      const message = `was found at ${where}, but ${fault}.`;
      return { ...looked, where: `${where}: ${fault}`, fault: message, entry: undefined };
    }
    const { match, start, end } = found;
    const { sha256: snapshot, from } = source;
    const place = locate(source, found, { language: around.source.language, blocks });
    const proof = { quote: hashQuote(quote), snapshot, from, match, start, end, standing };
    const judged = card && { judged: hashJudged(card, around), checks: judge(card, found) };
    return { ...looked, where, fault: undefined, entry: { ...proof, checkedAt: today, place, textWords, ...judged } };
  });
}

/** What the words are that are all there, but not for a browser. */
const cutWords = (score: number) => (score === 1 ? ', inside a word or number. Quote it whole' : '');

const ACROSS_BLOCKS =
  'begins in one paragraph, heading, cell or list item and ends in another. Quote words of one of them, or, where it is meant so, add acrossBlocks: true to quote';

const NOT_AROUND =
  'is not between the words of quote.context. Copy the words right before and after it, from the same paragraph';

/** The words as a browser finds them in the page; null where they are those of the quote. */
function standingOf(
  { text }: SourceText,
  found: Extract<QuoteMatch, { match: 'exact' | 'normalised' }>,
): string | null {
  const end = endOfWord(text, found.end);
  return found.match === 'exact' && end === found.end ? null : asInPage(text.slice(found.start, end));
}

/** `where`: as `describePlace` gives it. */
function describeFault(where: string, found: QuoteMatch): string {
  switch (found.match) {
    case 'ambiguous':
      return `is ambiguous. ${where}: the words right before or after the one that is meant.`;
    case 'drift': {
      const fix = found.recased || found.score === 1 ? '' : ' Copy the words of the source.';
      return `is not in the source in these words. ${where}.${fix}`;
    }
    default:
      return `is not in ${where}, and neither are similar words. Check that it is the right text, and copy the words from there.`;
  }
}

function describePlace({ place, text }: SourceText, found: QuoteMatch): string {
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
      const fix = found.recased ? ', in another case. Give the words in the case of the page' : cutWords(found.score);
      return `${place}:${lineAt(found.start)} reads “${words}”${fix}`;
    }
    default:
      return `${place}:${lineAt(found.start)}`;
  }
}
