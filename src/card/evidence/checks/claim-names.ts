/** Whether the names in a claim and the place of a card occur in its source. Pure. */
import { stepNames } from '../../attribution.ts';
import { namesOf } from '../../speaker.ts';
import type { Judged } from './check.ts';
import { confirmed, type Finding, warn } from './findings.ts';
import { findCountries, findNames, indexNames, nameWords } from './names.ts';
import { isReportingVerb } from './reporting.ts';

/** The names that need not occur in the text: those of who publishes it, writes it, or passed the words on. */
function exemptNames({ card, source, speakers }: Judged): string[] {
  const { publisher, translated, authors } = source;
  const names = [publisher, translated?.publisher ?? '', ...authors, ...stepNames(card.attribution)];
  return [
    ...names,
    ...speakers.filter((speaker) => namesOf(speaker).some((name) => names.includes(name))).flatMap(namesOf),
  ];
}

export function checkClaimNames(judged: Judged): Finding {
  const { card, languages, speakers, topics, article, words } = judged;
  const index = indexNames(article, languages, words);
  const exempt = new Set(exemptNames(judged).flatMap(nameWords));
  const known = [...speakers.flatMap(namesOf), ...topics, ...stepNames(card.attribution)];
  const isExempt = (word: string) => exempt.has(word);
  const occurs = (name: string) =>
    index.has(name) ||
    (nameWords(name).some(isExempt) && nameWords(name).every((word) => isExempt(word) || index.has(word))) ||
    speakers.some((speaker) => namesOf(speaker).includes(name) && namesOf(speaker).some((other) => index.has(other)));
  const opening = openingName(card.claim, languages.card);
  const named = findNames(card.claim, languages.card, known, new Set(opening ? [opening.toLowerCase()] : []));
  const missing = named.find(({ text: name }) => !occurs(name));
  if (missing) {
    return warn(
      'name-not-in-text',
      `names “${missing.text}”, which the source text does not.`,
      'Use a name that the text has, or add its spelling there to the aliases in speakers.yaml.',
    );
  }
  return confirmed;
}

/** "Cameron on …", "Siemens released …, Reuters said": a word that begins a claim is a name where it speaks, or is spoken of as one. */
function openingName(claim: string, language: string): string | undefined {
  const [, first = '', next = ''] = /^(\p{Lu}[\p{L}-]+)(?:['’]s)?\s+(\p{L}+)/u.exec(claim) ?? [];
  // "Officials said", "They said": many of a kind, and somebody named elsewhere.
  if (first === '' || /s$/u.test(first) || PRONOUNS.has(first.toLowerCase())) return undefined;
  return ABOUT.has(next.toLowerCase()) || isReportingVerb(next, language) ? first : undefined;
}

const PRONOUNS = new Set('he she it they we who one er sie es él ella il elle on він вона вони он она они'.split(' '));
const ABOUT = new Set('on über zu sobre sur про о об'.split(' '));

export function checkPlace({ card, languages, article, words, passage }: Judged): Finding | undefined {
  if (!card.place) return undefined;
  const index = indexNames(article, languages, words);
  const parts = card.place.split(/\s*,\s*/u).map(capitals);
  const missing = parts.find((part) => !index.has(part));
  if (missing !== undefined) {
    return warn(
      'place-not-in-text',
      `is “${missing}”, which the source text does not name.`,
      'Give a place that the text has.',
    );
  }
  const near = indexNames([passage.earlier[0] ?? '', passage.paragraph, passage.heading].join('\n'), languages);
  const [elsewhere] = findCountries(passage.sentence, languages.source);
  if (elsewhere === undefined || parts.some((part) => near.has(part))) return confirmed;
  return warn(
    'place-not-in-text',
    `is “${card.place}”, which is not near the quote: its sentence names “${elsewhere}”.`,
    'Give the place that the statement is about.',
  );
}

/** The words of a place that are names: "Tsel" of "near Tsel"; all of them where none has a capital letter. */
function capitals(place: string): string {
  const names = place.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word));
  return names.length > 0 ? names.join(' ') : place;
}
