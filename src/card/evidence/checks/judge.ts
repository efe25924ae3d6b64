/** Runs all checks of a card's meaning against its source, and hashes their input. Pure. */
import { createHash } from 'node:crypto';
import { stepNames } from '../../attribution.ts';
import type { QuotedCard } from '../../card.ts';
import { canonicalJson } from '../../revision.ts';
import type { Source } from '../../source.ts';
import { findSpeaker, type Speaker } from '../../speaker.ts';
import type { Range } from '../find-quote.ts';
import { blocksOf } from '../locate.ts';
import type { StructuredText } from '../place.ts';
import { checkAsOf, checkSaidOn } from './as-of.ts';
import type { CheckInput } from './check.ts';
import { checkClaimNames, checkPlace } from './claim-names.ts';
import { checkClaimNumbers } from './claim-numbers.ts';
import { checkFigure } from './figure.ts';
import { CHECK_NAMES, type Check, type Finding, type Findings } from './findings.ts';
import { checkFurniture } from './furniture.ts';
import { checkHedges } from './hedges.ts';
import { readPassage } from './passage.ts';
import { checkSource, type DatedText } from './source-facts.ts';
import { checkSpeaker } from './speaker.ts';
import { checkUnit } from './unit.ts';
import { indexWords, primaryLanguage } from './words.ts';

/** A check returns undefined if it does not apply to the card. */
const RUN: Record<Check, (judged: CheckInput) => Finding | undefined> = {
  figure: checkFigure,
  unit: checkUnit,
  hedges: checkHedges,
  numbers: checkClaimNumbers,
  names: checkClaimNames,
  place: checkPlace,
  speaker: checkSpeaker,
  asOf: checkAsOf,
  saidOn: checkSaidOn,
  furniture: checkFurniture,
  published: ({ ofSource }) => ofSource.published,
  title: ({ ofSource }) => ofSource.title,
  authors: ({ ofSource }) => ofSource.authors,
};

/** The parts of the catalogue that the checks need. */
export type JudgeContext = { source: Source; speakers: readonly Speaker[]; topics: readonly string[] };

/** Prepares a text once for the checks of all its cards. */
export function prepareJudge(text: DatedText, context: JudgeContext) {
  const language = primaryLanguage(context.source.language);
  const article = articleOf(text);
  const words = indexWords(article, language);
  const paragraphs = blocksOf(text);
  const ofSource = checkSource(text, context.source);
  /** Runs the checks on a card whose quote was found at `range`. */
  return (card: QuotedCard, range: Range): Findings => {
    const languages = { source: language, card: primaryLanguage(card.language ?? 'en') };
    // Further quotes are verified separately; the claim may rely on them.
    const support = (card.support ?? []).map(({ quote }) => quote.exact);
    const passage = readPassage(text, range, { language, paragraphs });
    const judged: CheckInput = {
      ...context,
      card,
      article: [article, ...support].join('\n'),
      words: support.length === 0 ? words : indexWords([article, ...support].join('\n'), language),
      passage: { ...passage, paragraph: [passage.paragraph, ...support].join('\n') },
      languages,
      ofSource,
    };
    return Object.fromEntries(
      CHECK_NAMES.flatMap((name) => {
        const finding = RUN[name](judged);
        return finding ? [[name, finding]] : [];
      }),
    );
  };
}

/** The text without page furniture; the whole of a plain text. */
function articleOf({ text, blocks }: StructuredText): string {
  if (!blocks) return text;
  return blocks
    .filter(({ part }) => part !== 'furniture')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

/** The SHA-256 of the input of the checks: the content of the card, and the facts about its source and speakers. */
export function hashJudged(card: QuotedCard, { source, speakers }: Omit<JudgeContext, 'topics'>): string {
  const { accept, history, updated, topics, ...said } = card;
  const { publisher, translated = null, title, authors, published, language } = source;
  const named = stepNames(card.attribution).map((name) => findSpeaker(speakers, name) ?? null);
  const judged = { said, source: { publisher, translated, title, authors, published, language }, named };
  return createHash('sha256').update(canonicalJson(judged)).digest('hex');
}
