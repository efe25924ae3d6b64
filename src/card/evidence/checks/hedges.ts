/** Whether a card keeps the hedges and negations of its quote, and of the words just before and after it. Pure. */
import { stepNames } from '../../attribution.ts';
import { namesOf } from '../../speaker.ts';
import { isAhead } from '../../status.ts';
import type { Judged } from './check.ts';
import { confirmed, type Finding, notCheckable, type Warning, warn } from './findings.ts';
import { type Hedge, QUALIFIERS } from './hedge-lexicons.ts';
import { type FoundHedge, findHedges, HEDGE_LANGUAGES, keepsHedge } from './hedge-words.ts';
import { indexNames, nameWords, properWords } from './names.ts';
import type { Passage } from './passage.ts';
import { findReporters, isReported, withoutQuoted } from './reporting.ts';
import { isOutlet } from './speaker.ts';

const MEANING: Record<Hedge, string> = {
  reported: 'that it is only reported or alleged',
  possible: 'that it is only possible',
  probable: 'that it is only probable',
  conditional: 'its condition',
  negated: 'its negation',
  planned: 'that it is only planned or intended',
};

export function checkHedges(judged: Judged): Finding {
  const { card, passage, languages } = judged;
  const outside = hedgesBeside(passage, languages.source);
  const inside = hedgesIn(passage.quote, languages.source);
  if (!outside || !inside) return notCheckable(`The hedges of the language "${languages.source}" are not known.`);
  if (!HEDGE_LANGUAGES.includes(languages.card)) {
    return notCheckable(`The hedges of the language "${languages.card}" are not known.`);
  }
  const says = [card.kind === 'figure' ? card.figure.text : '', card.claim].join(' ');
  // The picture of a quote shows its words, so only what was cut off can be missing.
  const needed = card.kind === 'quote' ? outside : [...outside, ...inside];
  const dropped = needed.find(
    ({ hedge }) => !keepsHedge(says, hedge, languages.card) && !(hedge === 'planned' && isAhead(card)),
  );
  if (dropped) return droppedHedge(dropped, outside.includes(dropped), card.kind === 'figure');
  const asserted = assertedBy(judged);
  if (asserted !== undefined && !keepsHedge(says, 'reported', languages.card) && !isReported(says, languages.card)) {
    return warn(
      'hedge-dropped',
      `gives as a fact of ${stepNames(card.attribution)[0]} what the source gives as words of ${asserted}.`,
      'Name in attribution who says it, or say in claim that it is said.',
    );
  }
  return checkAdded(says, { card, passage, languages });
}

/** A plan of a relative clause is about its noun, and not about what the card states. */
function hedgesIn(quote: string, language: string): FoundHedge[] | undefined {
  const plans = findHedges(quote.replace(RELATIVE, ' '), language, ['planned']);
  return plans && [...(findHedges(quote, language) ?? []), ...plans];
}

/** A card can say so in a field of its own. */
const NAMES: Partial<Record<Hedge, Warning>> = { negated: 'negation-dropped', planned: 'plan-as-fact' };

function droppedHedge({ hedge, words }: FoundHedge, isOutside: boolean, isFigure: boolean): Finding {
  const where = isOutside ? 'The source has it just beside the quote' : 'The quote has it';
  const fields = isFigure ? 'figure.text or claim' : 'claim';
  const orQuote = isOutside ? ', or quote it' : '';
  const fix = `Keep it in ${fields}${orQuote}${hedge === 'planned' ? ', or give nature: plan or forecast' : ''}.`;
  const name = NAMES[hedge] ?? 'hedge-dropped';
  return warn(name, `leaves out “${words}”: ${MEANING[hedge]}. ${where}.`, fix);
}

/** German marks the words of others by the form of the verb. */
const REPORTED_SPEECH =
  /(?<!\p{L})(?:sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|gebe|liege|gehe|komme|stehe|bleibe)(?!\p{L})/iu;

/** Somebody else who says what a card gives as the outlet’s own words. */
function assertedBy({ card, source, speakers, article, passage, languages }: Judged): string | undefined {
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

/** "a capacity, not a count": says what a card means, and denies nothing that its source states. */
const isContrast = (before: string) => /[,;:–—]\s*$/u.test(before);

/** A claim that denies what its source does not deny says the opposite. */
function checkAdded(
  says: string,
  { card, passage, languages }: Pick<Judged, 'card' | 'passage' | 'languages'>,
): Finding {
  const added = findHedges(says, languages.card)?.find(
    ({ hedge, start }) => hedge === 'negated' && !isContrast(says.slice(0, start)),
  );
  const { paragraph } = passage;
  if (card.kind === 'quote' || !added || keepsHedge(paragraph, 'negated', languages.source)) return confirmed;
  return warn(
    'negation-added',
    `says “${added.words}”, and the paragraph of the quote has no negation.`,
    'State what the source states.',
  );
}

/** Words of the sentence so far before the quote, or after it, can change what it says. */
const WORDS_BEFORE = 8;
const WORDS_AFTER = 8;
const WORDS_OF_HEDGE = 2;
/** A plain negation behind a quote negates it only close by: "die Kämpfer kommen nicht". */
const NEGATION_AFTER = 2;

/** The clause that a quote continues, so far before it. */
const clauseBefore = (before: string, language: string): string =>
  before.split(CLAUSE_START[language] ?? /$^/).at(-1) ?? '';

/** The hedges of the sentence just before and after its quote; undefined where those of the language are not known. */
export function hedgesBeside({ before, quote, after }: Passage, language: string): FoundHedge[] | undefined {
  const near = clauseBefore(before.replace(RELATIVE, ' '), language).match(clauseEnd(WORDS_BEFORE))?.[0] ?? '';
  const behind =
    after
      .split(RELATIVE_START)[0]
      ?.match(/^[^;:“„«(]*/u)?.[0]
      .match(firstWords(WORDS_AFTER))?.[0] ?? '';
  // "failed to" can end in the quote.
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
      // A condition and a plan belong to the words right before them.
      if (hedge === 'conditional') return /^[\s,]*$/u.test(behind.slice(0, start));
      if (hedge === 'planned') return BEFORE_VERB.test(behind.slice(0, start));
      const isOfNext = /^\s+that\s/i.test(behind.slice(end));
      return hedge !== 'possible' && !isOfNext;
    }),
  ];
}

/** Languages that set a comma between a plan and what is planned: "plant, eine Brücke zu bauen". */
const COMMA_IN_CLAUSE = new Set(['de', 'uk', 'ru', 'be', 'pl']);

/** What can be between a subject and its verb: " is still". */
const BEFORE_VERB =
  /^\s*(?:(?!(?:and|but|who|which|that|as|while|und|aber|dass|y|pero|que|et|mais|qui|і|та|що|и|но|что)\s)\p{Ll}+\s+){0,2}$/u;

/** "Mnangagwa, who was ousted this month, has": what a relative clause says between commas is about its noun. */
const RELATIVE_START =
  /,\s(?=(?:who|which|whose|where|der|die|das|quien|que|cual|qui|dont|який|яка|яке|які|который|которая|которое|которые)\s)/iu;
const RELATIVE = new RegExp(`${RELATIVE_START.source}[^,]*,\\s`, 'giu');

const startOf = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words.replaceAll(' ', '\\s+')})(?![\\p{L}])`, 'iu');

/** Where another clause begins, so that a hedge before it is not about the quote. */
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

/** The last words before a quote, as far as they belong to its clause. */
const clauseEnd = (words: number) => new RegExp(`(?:[^\\s;:“„«]+\\s+){0,${words}}[^\\s;:“„«]*["“„«‘']?$`, 'u');
const firstWords = (words: number) => new RegExp(`^\\s*(?:[^\\s]+\\s*){0,${words}}`, 'u');

/** Negates the words behind it, and no more. */
const PREPOSITION = /^(?:without|sans|ohne|sin|без|nor|ni|ні|ни|neither)$/iu;

/** A verb that denies what was said before it, in any language of the lexicon; short words negate what comes after them. */
const isDenial = (words: string) => words.length > 5;
