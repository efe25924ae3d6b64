/** The tool verify_quote: whether words are one of the catalogue's verified quotes. */
import { z } from 'zod';
import { findQuote, prepareText } from '../../card/evidence/find-quote.ts';
import { type CardRecord, type Evidence, isQuoted } from '../../card/record.ts';
import { sentenceOf } from '../../card/sentence.ts';
import { Id, type Source } from '../../card/source.ts';
import type { Store } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { briefEvidence, THIRD_PARTY_NOTICE } from './brief.ts';
import { ToolProblem, tool } from './tool.ts';

const input = z.strictObject({
  words: z.string().min(3).max(600).describe('The words to check, without quotation marks.'),
  source: Id.optional().describe('The id of a source, to check only its quotes.'),
});

/** The best first. */
const OUTCOMES = {
  whole: 'The words are a whole quote that a program found in the source.',
  part: 'The words are part of a quote that a program found in the source.',
  more: 'The words contain a quote that a program found in the source. This catalogue does not know the other words.',
  nearly:
    'The words are similar to a quote that a program found in the source, but not the same. Use the words of the quote.',
  unknown: 'No quote of this catalogue has these words.',
} as const;
type Outcome = keyof typeof OUTCOMES;
const RANKS = Object.keys(OUTCOMES) as Outcome[];

const LIMITS =
  'This catalogue contains only the quotes of its cards, not the full texts of their sources. Unknown words may still occur in a source, or may be false.';

/** Less similar words do not match. */
const LEAST_SIMILARITY = 0.7;
const MATCHES = 5;

export const verifyQuote = tool({
  name: 'verify_quote',
  title: 'Verify a quote',
  description:
    'Checks whether words are a quote of this catalogue that a program found in its source: the whole quote, part of it, the quote among other words, similar words, or unknown. It knows only the quotes of the cards, not the full texts of their sources.',
  input,
  async call({ words, source }, { var: { store, links } }) {
    if (source !== undefined && !(await store.getSource(source)))
      throw new ToolProblem('There is no source with this id. get_card returns the id of the source of a card.');
    const candidates = await findCandidates(words, source, store);
    const matches = candidates
      .flatMap((record) => matchesOf(words, record, links))
      .filter(({ sourceId }) => source === undefined || sourceId === source)
      .sort(
        (a, b) =>
          RANKS.indexOf(a.outcome) - RANKS.indexOf(b.outcome) ||
          b.similarity - a.similarity ||
          Number(a.isSupport) - Number(b.isSupport),
      );
    const outcome = matches[0]?.outcome ?? 'unknown';
    const shown = matches.slice(0, MATCHES);
    return {
      result: { notice: THIRD_PARTY_NOTICE, outcome, means: OUTCOMES[outcome], limits: LIMITS, matches: shown },
    };
  },
});

const CARDS_PER_SEARCH = 20;
const MAX_WORDS = 12;

/** The cards that may contain the words: searches for all words, and for the longest ones, because one word may be wrong. */
async function findCandidates(text: string, source: string | undefined, store: Store): Promise<CardRecord[]> {
  const words = [...new Set(text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2))];
  const longest = words.toSorted((a, b) => b.length - a.length);
  const queries = [
    words.slice(0, MAX_WORDS),
    longest.slice(0, 2),
    longest.slice(2, 4),
    longest.slice(0, 1),
    longest.slice(1, 2),
  ];
  const searches = queries.filter((query) => query.length > 0).map((query) => query.join(' '));
  const pages = await Promise.all(
    [...new Set(searches)].map((q) => store.listCards({ q, ...(source && { source }), limit: CARDS_PER_SEARCH })),
  );
  return [...new Set(pages.flatMap((page) => page?.cards ?? []))];
}

/** The verified quotes of a card that match. */
function matchesOf(words: string, record: CardRecord, links: Links) {
  if (!isQuoted(record)) return [];
  const { card, support = [] } = record;
  const quotes = [
    { ...record, quote: card.quote, passage: links.passage(record), isSupport: false },
    ...support.map((further) => ({ ...further, passage: links.passageOf(further), isSupport: true })),
  ];
  return quotes.flatMap(({ quote, source, evidence, passage, isSupport }) => {
    const match = evidence && compareWords(words, quote.exact);
    if (!match) return [];
    const found = { card: card.id, sentence: sentenceOf(record), page: links.page(card.id), passage, isSupport };
    return [{ ...match, ...found, ...quotedFrom(quote.exact, source), evidence: proofOf(evidence) }];
  });
}

const proofOf = (evidence: Evidence) => briefEvidence({ evidence });
const quotedFrom = (exact: string, { id, publisher }: Source) => ({
  sourceId: id,
  quote: { thirdPartyText: exact, publisher },
});

/** How words match a quote; undefined if they do not. Ignores typography, but not letter case. */
function compareWords(words: string, exact: string): { outcome: Outcome; similarity: number } | undefined {
  const inQuote = findQuote(prepareText(exact), { exact: words });
  const inWords = findQuote(prepareText(words), { exact });
  const [isPart, isMore] = [inQuote, inWords].map(({ match }) => ['exact', 'normalised', 'ambiguous'].includes(match));
  if (isPart) return { outcome: isMore ? 'whole' : 'part', similarity: 1 };
  if (isMore) return { outcome: 'more', similarity: 1 };
  const scores = [inQuote, inWords].map((found) => (found.match === 'drift' ? found.score : 0));
  const similarity = Math.max(...scores);
  return similarity >= LEAST_SIMILARITY ? { outcome: 'nearly', similarity: Number(similarity.toFixed(2)) } : undefined;
}
