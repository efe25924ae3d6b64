/** Checks that a card keeps the hedges and negations in its quote and next to it. Pure. */
import { stepNames } from '../../attribution.ts';
import { namesOf } from '../../speaker.ts';
import { isPlanOrForecast } from '../../status.ts';
import type { CheckInput } from './check.ts';
import { confirmed, type Finding, notCheckable, type Warning, warn } from './findings.ts';
import { type Hedge, QUALIFIERS } from './hedge-lexicons.ts';
import { type FoundHedge, findHedges, HEDGE_LANGUAGES, keepsHedge } from './hedge-words.ts';
import { indexNames, nameWords, properWords } from './names.ts';
import type { Passage } from './passage.ts';
import { findReporters, isReported, withoutQuoted } from './reporting.ts';
import { isOutlet } from './speaker.ts';

const MEANING: Record<Hedge, string> = {
  reported: 'only reported or alleged',
  possible: 'only possible',
  probable: 'only probable',
  conditional: 'conditional',
  negated: 'negated',
  planned: 'only planned or intended',
};

export function checkHedges(input: CheckInput): Finding {
  const { card, passage, languages } = input;
  const outside = hedgesBeside(passage, languages.source);
  const inside = hedgesIn(passage.quote, languages.source);
  if (!outside || !inside) return notCheckable(`There is no list of hedges for the language "${languages.source}".`);
  if (!HEDGE_LANGUAGES.includes(languages.card)) {
    return notCheckable(`There is no list of hedges for the language "${languages.card}".`);
  }
  const says = [card.kind === 'figure' ? card.figure.text : '', card.claim].join(' ');
  // The picture of a quote card shows the words themselves, so only hedges outside the quote can be missing.
  const needed = card.kind === 'quote' ? outside : [...outside, ...inside];
  const dropped = needed.find(
    ({ hedge }) => !keepsHedge(says, hedge, languages.card) && !(hedge === 'planned' && isPlanOrForecast(card)),
  );
  if (dropped) return droppedHedge(dropped, outside.includes(dropped), card.kind === 'figure');
  const otherSpeaker = findOtherSpeaker(input);
  if (
    otherSpeaker !== undefined &&
    !keepsHedge(says, 'reported', languages.card) &&
    !isReported(says, languages.card)
  ) {
    return warn(
      'hedge-dropped',
      `states as a fact of ${stepNames(card.attribution)[0]} something that the source attributes to ${otherSpeaker}.`,
      'Name the speaker in attribution, or say in claim that somebody said it.',
    );
  }
  return checkAdded(says, { card, passage, languages });
}

/** A plan in a relative clause is about the noun, not about the statement of the card. */
function hedgesIn(quote: string, language: string): FoundHedge[] | undefined {
  const plans = findHedges(quote.replace(RELATIVE, ' '), language, ['planned']);
  return plans && [...(findHedges(quote, language) ?? []), ...plans];
}

/** Warnings with their own names. Other hedges use `hedge-dropped`. */
const NAMES: Partial<Record<Hedge, Warning>> = { negated: 'negation-dropped', planned: 'plan-as-fact' };

function droppedHedge({ hedge, words }: FoundHedge, isOutside: boolean, isFigure: boolean): Finding {
  const where = isOutside ? ', which is next to the quote in the source' : ' from the quote';
  const fields = isFigure ? 'figure.text or claim' : 'claim';
  const orQuote = isOutside ? ', or include it in the quote' : '';
  const fix = `Keep it in ${fields}${orQuote}${hedge === 'planned' ? ', or set nature to plan or forecast' : ''}.`;
  const name = NAMES[hedge] ?? 'hedge-dropped';
  return warn(name, `omits “${words}”${where}. The statement is ${MEANING[hedge]}.`, fix);
}

/** German marks reported speech by the verb form. */
const REPORTED_SPEECH =
  /(?<!\p{L})(?:sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|gebe|liege|gehe|komme|stehe|bleibe)(?!\p{L})/iu;

/** The speaker of a statement that a card presents as the outlet’s own. */
function findOtherSpeaker({ card, source, speakers, article, passage, languages }: CheckInput): string | undefined {
  const { before, quote, sentence } = passage;
  if (card.kind === 'quote' || !isOutlet(stepNames(card.attribution)[0] ?? '', { source, speakers })) return undefined;
  const names = { known: speakers.flatMap(namesOf), proper: properWords(article) };
  const clause = before.length - clauseBefore(before, languages.source).length;
  const speaker = findReporters(sentence, languages.source, names).find(
    ({ start, end }) => start >= clause && end <= before.length && !/[–—;]/u.test(before.slice(end)),
  );
  const claim = indexNames(card.claim, { source: languages.card, card: languages.source });
  if (speaker && !nameWords(speaker.text).some((word) => claim.has(word))) return `“${speaker.text}”`;
  const words = REPORTED_SPEECH.exec(withoutQuoted(`${before}${quote}`))?.[0];
  return languages.source === 'de' && words !== undefined ? `somebody else (“${words}”)` : undefined;
}

/** "a capacity, not a count": clarifies the card and does not contradict the source. */
const isContrast = (before: string) => /[,;:–—]\s*$/u.test(before);

/** Warns if a claim has a negation that its source does not have. */
function checkAdded(
  says: string,
  { card, passage, languages }: Pick<CheckInput, 'card' | 'passage' | 'languages'>,
): Finding {
  const added = findHedges(says, languages.card)?.find(
    ({ hedge, start }) => hedge === 'negated' && !isContrast(says.slice(0, start)),
  );
  const { paragraph } = passage;
  if (card.kind === 'quote' || !added || keepsHedge(paragraph, 'negated', languages.source)) return confirmed;
  return warn(
    'negation-added',
    `says “${added.words}”, but the paragraph of the quote has no negation.`,
    'State what the source states.',
  );
}

/** How many words before and after the quote can change its meaning. */
const WORDS_BEFORE = 8;
const WORDS_AFTER = 8;
const WORDS_OF_HEDGE = 2;
/** A simple negation after a quote only counts if it is close: "die Kämpfer kommen nicht". */
const NEGATION_AFTER = 2;

/** The part of the clause before its quote. */
const clauseBefore = (before: string, language: string): string =>
  before.split(CLAUSE_START[language] ?? /$^/).at(-1) ?? '';

/** The hedges of the sentence directly before and after its quote; undefined if the language has no lexicon. */
export function hedgesBeside({ before, quote, after }: Passage, language: string): FoundHedge[] | undefined {
  const near = clauseBefore(before.replace(RELATIVE, ' '), language).match(clauseEnd(WORDS_BEFORE))?.[0] ?? '';
  const behind =
    after
      .split(RELATIVE_START)[0]
      ?.match(/^[^;:“„«(]*/u)?.[0]
      .match(firstWords(WORDS_AFTER))?.[0] ?? '';
  // A hedge such as "failed to" can extend into the quote.
  const opening = quote.match(firstWords(WORDS_OF_HEDGE))?.[0] ?? '';
  const hedgesBefore = findHedges(near + opening, language, QUALIFIERS)?.filter(({ start }) => start < near.length);
  const hedgesAfter = findHedges(behind, language, QUALIFIERS);
  if (!hedgesBefore || !hedgesAfter) return undefined;
  const close = behind.match(/^[^,.–—]*/u)?.[0].match(firstWords(NEGATION_AFTER))?.[0].length ?? 0;
  return [
    ...hedgesBefore.filter(({ hedge, words, end }) => {
      if (hedge === 'planned' && !COMMA_IN_CLAUSE.has(language) && /[,–—]/u.test(near.slice(end))) return false;
      return !PREPOSITION.test(words) || near.slice(end).trim() === '';
    }),
    ...hedgesAfter.filter(({ hedge, start, end, words }) => {
      if (hedge === 'negated') return start < close || isDenial(words);
      // A condition or a plan refers to the words directly before it.
      if (hedge === 'conditional') return /^[\s,]*$/u.test(behind.slice(0, start));
      if (hedge === 'planned') return BEFORE_VERB.test(behind.slice(0, start));
      const isOfNext = /^\s+that\s/i.test(behind.slice(end));
      return hedge !== 'possible' && !isOfNext;
    }),
  ];
}

/** Languages with a comma between a plan and its infinitive: "plant, eine Brücke zu bauen". */
const COMMA_IN_CLAUSE = new Set(['de', 'uk', 'ru', 'be', 'pl']);

/** Words allowed between a subject and its verb: " is still". */
const BEFORE_VERB =
  /^\s*(?:(?!(?:and|but|who|which|that|as|while|und|aber|dass|y|pero|que|et|mais|qui|і|та|що|и|но|что)\s)\p{Ll}+\s+){0,2}$/u;

/** "Mnangagwa, who was ousted this month, has": a relative clause between commas is about its noun. */
const RELATIVE_START =
  /,\s(?=(?:who|which|whose|where|der|die|das|quien|que|cual|qui|dont|який|яка|яке|які|который|которая|которое|которые)\s)/iu;
const RELATIVE = new RegExp(`${RELATIVE_START.source}[^,]*,\\s`, 'giu');

const startOf = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words.replaceAll(' ', '\\s+')})(?![\\p{L}])`, 'iu');

/** Words that begin another clause. A hedge before them is not about the quote. */
const CLAUSE_START: Record<string, RegExp> = {
  en: startOf(
    'and that|but|after|before|because|who|which|while|whereas|although|though|when|since|as|so that|and then|and also',
  ),
  de: startOf('und dass|aber|sondern|nachdem|bevor|weil|während|obwohl|als|seit|sodass|damit'),
  es: startOf('y que|pero|sino|después|antes|porque|quien|quienes|mientras|aunque|cuando|desde'),
  fr: startOf('et que|et qu|mais|après|avant|parce|qui|tandis|alors|bien que|lorsque|quand|depuis'),
  uk: startOf('і що|та що|але|а|після|перед|бо|тому що|який|яка|які|коли|хоча|поки'),
  ru: startOf('и что|но|а|после|перед|потому что|который|которая|которые|когда|хотя|пока'),
};

/** The last words before a quote that belong to its clause. */
const clauseEnd = (words: number) => new RegExp(`(?:[^\\s;:“„«]+\\s+){0,${words}}[^\\s;:“„«]*["“„«‘']?$`, 'u');
const firstWords = (words: number) => new RegExp(`^\\s*(?:[^\\s]+\\s*){0,${words}}`, 'u');

/** Words that negate only the words after them. */
const PREPOSITION = /^(?:without|sans|ohne|sin|без|nor|ni|ні|ни|neither)$/iu;

/** Whether a negation denies the words before it. Verbs do; short words negate the words after them. */
const isDenial = (words: string) => words.length > 5;
