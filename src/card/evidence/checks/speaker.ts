/** Whether the source gives the words of a card to the speaker that the card names. Pure. */
import { stepNames } from '../../attribution.ts';
import { findSpeaker, namesOf, type Speaker } from '../../speaker.ts';
import type { Judged } from './check.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';
import { type FoundName, indexNames, isPersonal, isTitle, nameWords, properWords } from './names.ts';
import type { Passage } from './passage.ts';
import {
  findReporters,
  findSubject,
  findUnnamedReporter,
  isReported,
  knowsReporting,
  type Names,
} from './reporting.ts';

export function checkSpeaker(judged: Judged): Finding | undefined {
  const { card, speakers, passage, languages } = judged;
  const attribution = stepNames(card.attribution);
  const [first = '', ...others] = attribution;
  const heading = checkHeading(judged);
  if (heading) return heading;
  const names: Names = {
    known: [...speakers.flatMap(namesOf), ...attribution].filter((name) => /\p{Lu}/u.test(name)),
    proper: properWords(judged.article),
  };
  // Of an outlet that speaks itself, nobody else is to be looked for.
  if (isOutlet(first, judged)) return others.length > 0 ? checkFurther(judged) : undefined;
  if (isExempt(first, speakers)) {
    const further = checkFurther(judged);
    return further.outcome === 'warning' ? further : notCheckable('The text gives the speaker no name.');
  }

  const forms = formsOf(first, speakers);
  const through = attribution.slice(1).flatMap((name) => formsOf(name, speakers));
  const says = (sentence: string) =>
    findReporters(sentence, languages.source, names).filter(
      ({ text }) => !through.some((form) => isSameName(form, text, languages)),
    );
  const isNamed = (sentence: string) => forms.some((form) => indexNames(sentence, languages).has(form));
  if (!isNamed(judged.article) || isNamesake(first, judged)) {
    return warn(
      'speaker-not-in-text',
      `is “${first}”, whom the source text does not name.`,
      'Name the speaker as the text does, or add the spelling of the text to the aliases in speakers.yaml.',
    );
  }
  const own = afterSpeech(passage);
  const isSpeaker = ({ text }: FoundName) => forms.some((form) => isSameName(form, text, languages));
  const reporters = says(own);
  if (reporters.some(isSpeaker)) return checkFurther(judged);
  if (reporters.length > 0) return otherSpeaker(first, reporters);
  const other = findUnnamedReporter(own, languages.source);
  if (other && !nameWords(first).some((word) => nameWords(other.text).includes(word)))
    return otherSpeaker(first, [other]);
  if (isNamed(`${passage.before} ${passage.after}`)) return checkFurther(judged);
  // "he said": the one whom the sentences before it name last.
  const isPronoun = isReported(own, languages.source);
  let isMentioned = false;
  for (const sentence of passage.earlier) {
    const speaking = says(sentence);
    if (speaking.some(isSpeaker)) return checkFurther(judged);
    if (speaking.length > 0 && !isMentioned) return otherSpeaker(first, speaking);
    isMentioned ||= isNamed(sentence);
    const subject = isPronoun && !isMentioned ? findSubject(sentence, languages.source, names) : undefined;
    if (subject) return otherSpeaker(first, [subject]);
  }
  if (isMentioned) return checkFurther(judged);
  if (!knowsReporting(languages.source)) {
    return notCheckable(`The reporting phrases of the language "${languages.source}" are not known.`);
  }
  return warn(
    'speaker-unclear',
    `is “${first}”, whom neither the sentence of the quote nor the three paragraphs before it name.`,
    'Name who says it there.',
  );
}

/** Whether a text has the last name of a person only behind another first name: Michelle Obama is not Barack Obama. */
function isNamesake(name: string, { speakers, article, languages }: Judged): boolean {
  if (findSpeaker(speakers, name) || !isPersonal(name) || languages.source !== languages.card) return false;
  const words = name.split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (indexNames(article, languages).has(first)) return false;
  const others = Array.from(article.matchAll(/(\p{Lu}\p{Ll}+) (?:\p{Lu}\S* )?(\p{Lu}\p{L}+)/gu))
    .filter((match) => match[2] === last)
    .map((match) => match[1] ?? '');
  return others.some((other) => !isTitle(other));
}

function otherSpeaker(first: string, reporters: Pick<FoundName, 'text'>[]): Finding {
  const names = reporters.map(({ text }) => `“${text}”`).join(', ');
  return warn(
    'speaker-unclear',
    `is “${first}”, but the nearest speaker in the source is ${names}.`,
    'Name the one who says it.',
  );
}

/** A headline has the words of the outlet. */
function checkHeading({ card, passage, source }: Judged): Finding | undefined {
  if (passage.block?.type !== 'heading' || card.kind !== 'quote' || stepNames(card.attribution)[0] === source.publisher)
    return;
  return warn(
    'heading-as-speech',
    'is a heading: it has the words of the outlet and not those of a speaker.',
    'Quote the words from the text, or make it a claim of the outlet.',
  );
}

/** “Who comes?” he asked: the sentence behind a quotation can name its speaker. */
function afterSpeech({ sentence, next }: Passage): string {
  return /[?!…]["”’»]$/u.test(sentence) && /^[\p{L} ]{2,60}/u.test(next) ? `${sentence} ${next}` : sentence;
}

/** Whether a name is one of those who publish the text or write it. */
export function isOutlet(name: string, { source, speakers }: Pick<Judged, 'source' | 'speakers'>): boolean {
  const known = findSpeaker(speakers, name);
  const names = known ? namesOf(known) : [name];
  const outlets = [source.publisher, source.translated?.publisher, ...source.authors];
  return outlets.some((outlet) => outlet !== undefined && names.includes(outlet));
}

const isExempt = (name: string, speakers: readonly Speaker[]): boolean => {
  const type = findSpeaker(speakers, name)?.type;
  return type === 'unnamed' || type === 'document';
};

/** The names under which a text can mention a speaker: a person by the last word of the name, too. */
function formsOf(name: string, speakers: readonly Speaker[]): string[] {
  const speaker = findSpeaker(speakers, name);
  const names = speaker ? namesOf(speaker) : [name];
  const canBeShort = (one: string) => (speaker ? speaker.type === 'person' : isPersonal(one)) && isPersonal(one);
  return names.flatMap((one) => (canBeShort(one) ? [one, one.split(/\s+/u).at(-1) ?? one] : [one]));
}

function isSameName(form: string, found: string, languages: Judged['languages']): boolean {
  return (
    indexNames(found, languages).has(form) || (nameWords(found).length > 0 && indexNames(form, languages).has(found))
  );
}

/** Everybody whom the words came through is somewhere in the text, but those who publish it. */
function checkFurther(judged: Judged): Finding {
  const { card, speakers, article, languages } = judged;
  const whole = indexNames(article, languages, judged.words);
  const missing = stepNames(card.attribution)
    .slice(1)
    .find(
      (name) =>
        !isOutlet(name, judged) &&
        !isOutlet(name.replace(/\s*\(.*\)$/, ''), judged) &&
        !isExempt(name, speakers) &&
        !formsOf(name, speakers).some((form) => whole.has(form)),
    );
  if (missing === undefined) return confirmed;
  return warn(
    'outlet-not-in-text',
    `names “${missing}”, which the source text does not.`,
    'Remove it, or name it as the text does.',
  );
}
