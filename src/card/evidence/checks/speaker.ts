/** Checks that the source attributes the words of a card to its speaker. Pure. */
import { stepNames } from '../../attribution.ts';
import { findSpeaker, namesOf, type Speaker } from '../../speaker.ts';
import type { CheckInput } from './check.ts';
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

export function checkSpeaker(input: CheckInput): Finding | undefined {
  const { card, speakers, passage, languages } = input;
  const attribution = stepNames(card.attribution);
  const [first = '', ...others] = attribution;
  const heading = checkHeading(input);
  if (heading) return heading;
  const names: Names = {
    known: [...speakers.flatMap(namesOf), ...attribution].filter((name) => /\p{Lu}/u.test(name)),
    proper: properWords(input.article),
  };
  // If the outlet speaks for itself, there is no other speaker to find.
  if (isOutlet(first, input)) return others.length > 0 ? checkFurther(input) : checkOutlet(first, input, names);
  if (isExempt(first, speakers)) {
    const further = checkFurther(input);
    return further.outcome === 'warning' ? further : notCheckable('The text does not name the speaker.');
  }

  const forms = formsOf(first, speakers);
  const through = attribution.slice(1).flatMap((name) => formsOf(name, speakers));
  const says = (sentence: string) =>
    findReporters(sentence, languages.source, names).filter(
      ({ text }) => !through.some((form) => isSameName(form, text, languages)),
    );
  const isNamed = (sentence: string) => forms.some((form) => indexNames(sentence, languages).has(form));
  if (!isNamed(input.article) || isNamesake(first, input)) {
    return warn(
      'speaker-not-in-text',
      `is “${first}”, but the source text does not contain this name.`,
      'Use the name from the text, or add the spelling of the text to the aliases in speakers.yaml.',
    );
  }
  const own = afterSpeech(passage);
  const isSpeaker = ({ text }: FoundName) => forms.some((form) => isSameName(form, text, languages));
  const reporters = says(own);
  if (reporters.some(isSpeaker)) return checkFurther(input);
  if (reporters.length > 0) return otherSpeaker(first, reporters);
  const other = findUnnamedReporter(own, languages.source);
  if (other && !nameWords(first).some((word) => nameWords(other.text).includes(word)))
    return otherSpeaker(first, [other]);
  if (isNamed(`${passage.before} ${passage.after}`)) return checkFurther(input);
  // "he said": the person that the preceding sentences name last.
  const isPronoun = isReported(own, languages.source);
  let isMentioned = false;
  for (const sentence of passage.earlier) {
    const speaking = says(sentence);
    if (speaking.some(isSpeaker)) return checkFurther(input);
    if (speaking.length > 0 && !isMentioned) return otherSpeaker(first, speaking);
    isMentioned ||= isNamed(sentence);
    const subject = isPronoun && !isMentioned ? findSubject(sentence, languages.source, names) : undefined;
    if (subject) return otherSpeaker(first, [subject]);
  }
  if (isMentioned) return checkFurther(input);
  if (!knowsReporting(languages.source)) {
    return notCheckable(`There is no list of reporting phrases for the language "${languages.source}".`);
  }
  return warn(
    'speaker-unclear',
    `is “${first}”, but neither the sentence of the quote nor the three paragraphs before it contain this name.`,
    'Name the speaker that the source gives.',
  );
}

/** Whether the text has the last name only after another first name: Michelle Obama is not Barack Obama. */
function isNamesake(name: string, { speakers, article, languages }: CheckInput): boolean {
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
    'Name the actual speaker.',
  );
}

/** Words between quotation marks are not the outlet's own. */
function checkOutlet(first: string, input: CheckInput, names: Names): Finding | undefined {
  const { card, passage, languages } = input;
  if (card.kind !== 'quote' || !passage.isSpoken) return undefined;
  const nearest = findNearestSpeakers(passage, languages.source, names).filter((name) => !isOutlet(name, input));
  const who = nearest.map((name) => `“${name}”`).join(', ');
  return warn(
    'outlet-as-speaker',
    `is the outlet, “${first}”, but the text has the quote between quotation marks${who && `, and the nearest speaker is ${who}`}.`,
    'Name who says the words before the outlet.',
  );
}

/** The speakers of the sentence of a quote, or else of the nearest sentence before it that names one. */
export function findNearestSpeakers(passage: Passage, language: string, names: Names): string[] {
  const own = afterSpeech(passage);
  const reporters = findReporters(own, language, names);
  const unnamed = reporters.length === 0 ? findUnnamedReporter(own, language) : undefined;
  if (unnamed) return [unnamed.text];
  const isPronoun = isReported(own, language);
  let found = reporters;
  for (const sentence of passage.earlier) {
    if (found.length > 0) break;
    found = findReporters(sentence, language, names);
    const subject = isPronoun && found.length === 0 ? findSubject(sentence, language, names) : undefined;
    if (subject) found = [subject];
  }
  return [...new Set(found.map(({ text }) => text))];
}

/** Headlines are the outlet's words. */
function checkHeading({ card, passage, source }: CheckInput): Finding | undefined {
  if (passage.block?.type !== 'heading' || card.kind !== 'quote' || stepNames(card.attribution)[0] === source.publisher)
    return;
  return warn(
    'heading-as-speech',
    'is a heading. Headings are the outlet’s words, not a speaker’s.',
    'Quote the text below it, or make the card a claim of the outlet.',
  );
}

/** “Who comes?” he asked: the sentence after a quotation can name its speaker. */
function afterSpeech({ sentence, next }: Passage): string {
  return /[?!…]["”’»]$/u.test(sentence) && /^[\p{L} ]{2,60}/u.test(next) ? `${sentence} ${next}` : sentence;
}

/** Whether a name is a publisher or author of the source. */
export function isOutlet(name: string, { source, speakers }: Pick<CheckInput, 'source' | 'speakers'>): boolean {
  const known = findSpeaker(speakers, name);
  const names = known ? namesOf(known) : [name];
  const outlets = [source.publisher, source.translated?.publisher, ...source.authors];
  return outlets.some((outlet) => outlet !== undefined && names.includes(outlet));
}

const isExempt = (name: string, speakers: readonly Speaker[]): boolean => {
  const type = findSpeaker(speakers, name)?.type;
  return type === 'unnamed' || type === 'document';
};

/** The names under which a text can mention a speaker, with the last name of a person. */
function formsOf(name: string, speakers: readonly Speaker[]): string[] {
  const speaker = findSpeaker(speakers, name);
  const names = speaker ? namesOf(speaker) : [name];
  const canBeShort = (form: string) => (speaker ? speaker.type === 'person' : isPersonal(form)) && isPersonal(form);
  return names.flatMap((form) => (canBeShort(form) ? [form, form.split(/\s+/u).at(-1) ?? form] : [form]));
}

function isSameName(form: string, found: string, languages: CheckInput['languages']): boolean {
  return (
    indexNames(found, languages).has(form) || (nameWords(found).length > 0 && indexNames(form, languages).has(found))
  );
}

/** Checks that the text names every further step of the attribution, except its own publishers. */
function checkFurther(input: CheckInput): Finding {
  const { card, speakers, article, languages } = input;
  const whole = indexNames(article, languages, input.words);
  const missing = stepNames(card.attribution)
    .slice(1)
    .find(
      (name) =>
        !isOutlet(name, input) &&
        !isOutlet(name.replace(/\s*\(.*\)$/, ''), input) &&
        !isExempt(name, speakers) &&
        !formsOf(name, speakers).some((form) => whole.has(form)),
    );
  if (missing === undefined) return confirmed;
  return warn(
    'outlet-not-in-text',
    `names “${missing}”, but the source text does not.`,
    'Remove it, or use the name from the text.',
  );
}
