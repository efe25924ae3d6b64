/** Finds the quotes of cards in the text of their source, and says what that proves. Pure. */
import type { QuotedCard } from '../card/card.ts';
import { hashJudged, prepareJudging, type Surroundings } from '../card/evidence/checks/judge.ts';
import { findQuote, prepareText, type QuoteMatch } from '../card/evidence/find-quote.ts';
import { hashQuote, type LockEntry } from '../card/evidence/lock.ts';
import type { StructuredText } from '../card/evidence/place.ts';

/** A text that quotes are looked for in. `place` is a path or an address. */
export type SourceText = StructuredText & { place: string; sha256: string; from: LockEntry['from'] };

export type Verdict = {
  card: QuotedCard;
  found: QuoteMatch;
  /** "texts/a.txt:12" */
  where: string;
  /** What the lock may say: only of a quote that was found. */
  entry: LockEntry | undefined;
};

/** Looks for the quotes of all `cards` in one text, and judges those cards. `today` is YYYY-MM-DD. */
export function verifyCards(
  cards: QuotedCard[],
  source: SourceText,
  around: Surroundings,
  today: string,
  before: Record<string, LockEntry> = {},
): Verdict[] {
  const text = prepareText(source.text);
  const judge = prepareJudging(source, around);
  return cards.map((card) => {
    const found = findQuote(text, card.quote, before[card.id]?.start);
    const entry = toEntry(card, source, found, today);
    if (entry) Object.assign(entry, { judged: hashJudged(card, around), checks: judge(card, entry) });
    return { card, found, where: describePlace(source, found), entry };
  });
}

function toEntry(card: QuotedCard, source: SourceText, found: QuoteMatch, checkedAt: string): LockEntry | undefined {
  if (found.match !== 'exact' && found.match !== 'normalised') return undefined;
  const { match, start, end } = found;
  return {
    quote: hashQuote(card.quote),
    snapshot: source.sha256,
    from: source.from,
    match,
    start,
    end,
    standing: match === 'exact' ? null : source.text.slice(start, end),
    checkedAt,
  };
}

function describePlace({ place, text }: SourceText, found: QuoteMatch): string {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  switch (found.match) {
    case 'ambiguous':
      return `${place}, lines ${found.places
        .slice(0, 5)
        .map(({ start }) => lineAt(start))
        .join(', ')}: stands ${found.places.length} times, add quote.prefix or quote.suffix`;
    case 'missing':
      return place;
    case 'drift':
      return `${place}:${lineAt(found.start)} reads “${text.slice(found.start, found.end).replace(/\s+/g, ' ')}”`;
    default:
      return `${place}:${lineAt(found.start)}`;
  }
}
