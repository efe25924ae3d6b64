/** Checks that a figure does not confuse a part with its whole, as in "12 of the 90 soldiers", and that a share is named as one. Pure. */
import { SHARE_OF } from '../../chart.ts';
import { readNumbers } from '../numbers/read-numbers.ts';
import type { Quantity } from '../numbers/reading.ts';
import type { CheckInput } from './check.ts';
import { type Finding, warn } from './findings.ts';
import { indexWords, type WordIndex, wordsOf } from './words.ts';

/** Words between a part and its whole. Words for the part may precede them: "officers of the". */
const OF: Record<string, string> = {
  en: '(?:(?:out )?of|among|from among)(?: (?:the|its|his|her|their|our|some|all|these|those|about|around|more than|nearly|over))*',
  de: '(?:von|der|aus|unter)(?: (?:den|der|seinen|ihren|rund|etwa|insgesamt|mehr als))*',
  fr: '(?:des|de|sur|parmi)(?: (?:les|ses|leurs|quelque|environ|plus de))*',
  es: '(?:de|entre)(?: (?:los|las|sus|unos|unas|más de))*',
  uk: '(?:із|з|зі|серед)(?: (?:усіх|цих|понад|близько))*',
  ru: '(?:из|среди)(?: (?:всех|этих|более|около))*',
};

/** Words between a whole and its part: "90 soldiers, including 12 officers", "90 soldiers, 12 of them officers". */
const AMONG: Record<string, string> = {
  en: 'including|among them|of them|of whom',
  de: 'darunter|davon|unter ihnen',
  fr: 'dont|parmi eux|parmi elles|y compris',
  es: 'entre ellos|entre ellas|incluidos|incluidas|de ellos|de ellas',
  uk: 'серед них|з них|зокрема|у тому числі',
  ru: 'среди них|из них|в том числе',
};

/** The end of the words that name the whole: a punctuation mark, a common verb, or another phrase. */
const END_OF_NAME =
  /[,.;:!?()–—]|\s(?=(?:is|are|was|were|has|have|had|be|been|who|that|which|in|at|on|from|by|after|since|will|would|could|may|said|sind|waren|wurden|haben|hatten|im|in|am|bei|ont|sont|étaient|dans|qui|à|son|están|fueron|han|que|en|були|було|мають|які|у|в|были|было|которые)(?!\p{L}))/iu;

type Partition = { part: Quantity; whole: Quantity; ofPart: string; ofWhole: string; said: string };

/** Parts and wholes in a sentence: "12 of the 90 soldiers", "Of the 90 soldiers, 12". `said`: the statement about the part. */
function findPartitions(sentence: string, language: string, unit: WordIndex): Partition[] {
  const joint = OF[language]?.replaceAll(' ', '\\s+');
  if (joint === undefined) return [];
  const between = new RegExp(`^((?:\\s\\p{L}+){0,3}?)\\s${joint}\\s$`, 'iu');
  const opening = new RegExp(`(?:^|[,;–—]\\s)${joint}\\s$`, 'iu');
  const among = new RegExp(
    `^(?:\\s\\p{L}+){1,5},?(?:\\s(?:${AMONG[language]})\\s#|\\s#(\\s(?:${AMONG[language]})\\s))`,
    'iu',
  );
  const nameOf = (rest: string): string => {
    const phrase = rest.slice(0, END_OF_NAME.exec(rest)?.index);
    // An unlisted verb ends the phrase, too, because the unit does not contain it.
    const named = wordsOf(phrase).findLast(({ text }) => unit.has(text));
    return phrase.slice(0, named?.end);
  };
  const quantities = readNumbers(sentence, language).filter((reading) => reading.type === 'quantity');
  return quantities.slice(1).flatMap((second, at) => {
    const first = quantities[at] as Quantity;
    if (first.unit !== null || second.unit !== null) return [];
    const [before, middle, after] = [
      sentence.slice(0, first.start),
      sentence.slice(first.end, second.start),
      sentence.slice(second.end),
    ];
    const ofPart = between.exec(middle)?.[1];
    if (ofPart !== undefined) {
      const ofWhole = nameOf(after);
      return [{ part: first, whole: second, ofPart, ofWhole, said: `${before} ${after.slice(ofWhole.length)}` }];
    }
    const isAmong = among.exec(`${middle}#${after}`);
    if (isAmong) {
      const ofPart = nameOf(` ${after.slice((isAmong[1] ?? '').length).trimStart()}`);
      return [{ part: second, whole: first, ofPart, ofWhole: nameOf(middle), said: '' }];
    }
    if (!opening.test(before) || /[.;:]/u.test(middle)) return [];
    const ofWhole = nameOf(middle);
    return [{ part: second, whole: first, ofPart: '', ofWhole, said: `${middle.slice(ofWhole.length)} ${after}` }];
  });
}

export function findPartAsWhole({ card, passage, languages }: CheckInput): Finding | undefined {
  if (card.kind !== 'figure' || languages.source !== languages.card) return undefined;
  const language = languages.source;
  const { text, unit } = card.figure;
  const own = readNumbers(text, language).find((reading) => reading.type === 'quantity');
  if (!own) return undefined;
  const index = (words: string) => indexWords(words, language);
  const content = (words: string) => wordsOf(words).filter((word) => word.text.length > 3);
  const names = (words: string) => content(unit).some((word) => index(words).has(word.text));
  for (const { part, whole, ofPart, ofWhole, said } of findPartitions(passage.sentence, language, index(unit))) {
    const isPart = isSame(own, part);
    if (isPart === isSame(own, whole)) continue;
    const words = ({ start, end }: Quantity) => passage.sentence.slice(start, end);
    const [counted, other] = isPart ? [ofPart, `${words(whole)}${ofWhole}`] : [ofWhole, `${words(part)}${ofPart}`];
    if (counted.trim() !== '' && names(other) && !names(counted)) {
      return warn(
        'part-of-whole',
        `is “${text}”. In the source it counts “${counted.trim()}”, but the unit is that of “${other}”.`,
        'Use the unit of the number in the source.',
      );
    }
    // Words of the statement about the part that are not in the name of the whole.
    const [ofName, ofSaid] = [index(ofWhole), index(said)];
    const isToldOfPart = content(`${unit} ${card.claim}`).some(({ text }) => ofSaid.has(text) && !ofName.has(text));
    const namesPart = readNumbers(card.claim, language).some(
      (reading) => reading.type === 'quantity' && isSame(reading, part),
    );
    if (!isPart && isToldOfPart && !namesPart) {
      return warn(
        'part-of-whole',
        `is “${text}”, but the source says this only about a part: “${words(part)}${ofPart}”.`,
        'Use the number of the part, or also name the part in claim.',
      );
    }
  }
  return undefined;
}

/** The number of words of the whole that can precede its name: "of the 2,000 adult respondents". */
const MAX_BEFORE_NAME = 4;

/** The first words of the unit of a rate or a change: "20% more ships", "5% a year", "3% inflation". */
const OF_RATE =
  /^(?:more|less|fewer|higher|lower|larger|smaller|faster|slower|better|worse|above|below|up|down|a|an|per|annual\p{L}*|points?|increase|decrease|rise|fall|drop|growth|decline|gain|loss|inflation|interest|discount|mehr|weniger|höher|niedriger|größer|kleiner|über|unter|pro|im|Zinsen|plus|moins|par|más|menos|por|al|più|meno|mais|meer|minder|więcej|mniej|більше|менше|больше|меньше|больш|менш)(?!\p{L})|(?:rate|growth|inflation|wachstum|increase|quote|steuer|tax|tariffs?|turnout|majority|minority|stake|share|chance|probability|approval|beteiligung|mehrheit|anteil)$/iu;

/** Whether the words of a number are a share: "59%", "one in ten". */
export function isShare(text: string, language: string): boolean {
  const own = quantityIn(text, language);
  return own !== undefined && (own.unit === '%' || (own.unit === null && (own.max?.value ?? 1) < 1));
}

const quantityIn = (text: string, language: string) =>
  readNumbers(text, language).find((reading) => reading.type === 'quantity');

/** "70% of respondents" or "PHP 59%", with the unit "respondents" or "PHP": the card would say "70% respondents". */
export function findBareShare({ card, passage, languages }: CheckInput): Finding | undefined {
  if (card.kind !== 'figure') return undefined;
  const { text, unit } = card.figure;
  if (SHARE_OF.test(unit) || !isShare(text, languages.card)) return undefined;
  const joined = languages.source === languages.card ? joinedShare(text, unit, passage.sentence, languages.card) : null;
  if (joined)
    return warn(
      'bare-share',
      `is “${unit}”, but the source says “${joined.said}”.`,
      `Cards write “${text} ${unit}”. Begin the unit with the joining word: “${joined.word} ${unit}”.`,
    );
  if (quantityIn(text, languages.card)?.unit !== '%' || OF_RATE.test(unit)) return undefined;
  return warn(
    'bare-share',
    `is “${unit}”, so the card says “${text} ${unit}”: a share of something that it does not name.`,
    'Begin the unit of a share with “of”, in the language of the card: “of respondents”. If the number is a rate or a change, accept the warning.',
  );
}

/** The words of a sentence that join a share with the words of the unit: "70% of respondents". */
function joinedShare(text: string, unit: string, sentence: string, language: string) {
  const joint = OF[language]?.replaceAll(' ', '\\s+');
  const own = quantityIn(text, language);
  if (!joint || !own) return null;
  const [name] = wordsOf(unit);
  for (const whole of readNumbers(sentence, language)) {
    if (whole.type !== 'quantity' || whole.unit !== own.unit || !isSame(whole, own)) continue;
    const after = sentence.slice(whole.end);
    const joined = new RegExp(`^\\s+(${joint})\\s`, 'iu').exec(after);
    if (!joined) continue;
    const named = wordsOf(after.slice(joined[0].length)).slice(0, MAX_BEFORE_NAME);
    const at = named.findIndex(({ text: word }) => indexWords(word, language).has(name?.text ?? ''));
    if (at < 0) continue;
    const said = sentence.slice(whole.start, whole.end + joined[0].length + (named[at]?.end ?? 0));
    return { said, word: joined[1]?.split(/\s/)[0] };
  }
  return null;
}

const isSame = (one: Quantity, other: Quantity) =>
  one.min?.value === other.min?.value && one.max?.value === other.max?.value;
