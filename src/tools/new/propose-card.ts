/**
 * Proposes a whole card for words of an article, with the rules of `npm run new` and a default for each field that they leave
 * open. Every guess has a note in `doubts`. The author confirms or corrects it. Pure.
 */

import { publicationReason } from '../../card/date-reason.ts';
import { isShare } from '../../card/evidence/checks/part-of-whole.ts';
import { type Passage, readPassage } from '../../card/evidence/checks/passage.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import { blocksOf } from '../../card/evidence/locate.ts';
import { proposeFigureText } from '../../card/evidence/numbers/figure.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { quotedSpecOf } from '../../card/kind.ts';
import { findSpeaker, namesOf, type Speaker } from '../../card/speaker.ts';
import { proposeAttribution } from './attribution.ts';
import type { Ground } from './ground.ts';
import { proposeClaim, proposeStatus, proposeTopics, proposeUnit, splitFigure } from './guesses.ts';
import { makeUnique, proposeCardId } from './id.ts';
import { NATURE_DOUBT, proposeNature } from './nature.ts';
import { inNotation } from './notation.ts';
import { collectNotes, languageNote } from './notes.ts';
import { namesIn, nearestSpeaker, propose } from './propose.ts';
import { type FoundQuote, proposeKind } from './quote.ts';

export type ProposeContext = {
  speakers: readonly Speaker[];
  /** Of the catalogue, the most used first. */
  topics: readonly string[];
  /** Ids of cards. */
  taken: ReadonlySet<string>;
  /** Of cards without a language. */
  language: string;
};

export type ProposedCard = {
  card: Record<string, unknown>;
  /** What the author has to confirm, by field. */
  doubts: Record<string, string>;
  found: Pick<FoundQuote, 'line' | 'lines' | 'match' | 'range'>;
  /** What the author should know about the place of the words. */
  notes: string[];
  sentence: string;
};

/** A text and its source. */
type Facts = Pick<Ground, 'language' | 'published' | 'publisher' | 'sourceId'> & { text: StructuredText };

/** Proposes a card for words that were found. */
export function proposeFor(
  found: FoundQuote,
  { text, language, publisher, published, sourceId }: Facts,
  wanted: QuotedKind | undefined,
  context: ProposeContext,
): ProposedCard {
  const { selector } = found;
  const passage = readPassage(text, found.range, { language, paragraphs: blocksOf(text) });
  const names = namesIn(text.text, context.speakers.flatMap(namesOf));
  const { speaker: inSentence, date: stated, namesDate } = propose(passage.sentence, { language, published, names });
  const named =
    inSentence ?? (passage.isSpoken ? nearestSpeaker(passage, primaryLanguage(language), names) : undefined);
  // A future date may belong to a plan, and only the author knows whether the card states one.
  const date = stated !== undefined && published !== '' && stated > published ? undefined : stated;
  const words = proposeFigureText(selector.exact, language);
  const kind = wanted ?? proposeKind(text.text, found.range, words !== undefined);
  const figure = words === undefined ? undefined : { text: words };
  const attribution = proposeAttribution(named, { publisher, speakers: context.speakers });
  const speaker = named === undefined ? undefined : attribution.steps[0];
  const nature = proposeNature(passage, language, kind);
  const primary = primaryLanguage(language);
  const claim = proposeClaim(passage.sentence, selector.exact, speaker);
  const spec = quotedSpecOf({ kind });
  const highlight = spec.proposal.highlight(figure);
  const { topics, isGuess } = proposeTopics(text, { ...context, near: passage.paragraph, language: primary });
  const card: Record<string, unknown> = {
    id: makeUnique(
      proposeCardId(
        { words: selector.exact, language, figure: words, speaker: kind === 'quote' ? speaker : undefined },
        sourceId,
      ),
      context.taken,
    ),
    kind,
    topics,
    ...(kind === 'figure' && {
      figure:
        words === undefined
          ? { text: '', unit: '' }
          : figureOf(words, passage, { from: language, to: context.language }),
    }),
    claim,
    status: proposeStatus(passage.sentence, {
      speaker,
      isNamed: findSpeaker(context.speakers, speaker ?? '')?.type !== 'unnamed',
    }),
    ...(nature !== undefined && { nature }),
    attribution: attribution.steps,
    asOf: date ? { date, basis: 'stated' } : published && !namesDate ? inferred(published) : null,
    quote: { ...selector, ...(highlight !== undefined && selector.exact.includes(highlight) && { highlight }) },
  };
  const doubts: Record<string, string> = {
    claim: 'these are words of the source; write your own',
    ...(kind === 'figure' && { figure: figureDoubt(card.figure as { text: string; unit: string }, language) }),
    ...(isGuess && { topics: 'the most frequent name in the article; is it the topic?' }),
    ...(nature !== undefined && { nature: NATURE_DOUBT }),
    attribution: attribution.doubt,
    asOf: date
      ? `a date in the sentence of the quote; is it ${spec.proposal.asOf}?`
      : card.asOf
        ? `the day of publication; is it ${spec.proposal.asOf}?`
        : namesDate
          ? 'the sentence of the quote names a date, month or weekday; which day is meant?'
          : 'not known; give the date that the card is about',
  };
  const { line, lines, match } = found;
  const notes = [
    ...collectNotes(text, found.range, language, kind),
    ...(words === undefined ? [] : languageNote(language, context.language)),
  ];
  return { card, doubts, found: { line, lines, match, range: found.range }, notes, sentence: passage.sentence };
}

type Languages = Parameters<typeof inNotation>[1];

function figureOf(words: string, { quote, after }: Passage, languages: Languages): { text: string; unit: string } {
  const [text, rest] = splitFigure(words);
  return { text: inNotation(text, languages), unit: rest || proposeUnit(quote, after, words) };
}

function figureDoubt({ text, unit }: { text: string; unit: string }, language: string): string {
  const hint = isShare(text, primaryLanguage(language))
    ? '. The unit of a share begins with “of”: “of respondents”'
    : '';
  return unit === ''
    ? `what does the number count? Cards write the unit after it${hint}`
    : `the unit is what follows the number; is it what is counted?${hint.replace('.', '')}`;
}

const inferred = (published: string) => ({
  date: published,
  basis: 'inferred',
  reason: publicationReason(published),
});
