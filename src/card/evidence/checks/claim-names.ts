/** Checks that the names in a claim and the place of a card occur in the source. Pure. */
import { stepNames } from '../../attribution.ts';
import { namesOf } from '../../speaker.ts';
import type { CheckInput } from './check.ts';
import { confirmed, type Finding, warn } from './findings.ts';
import { findCountries, findNames, indexNames, nameWords } from './names.ts';
import { isReportingVerb } from './reporting.ts';

/** Names that need not occur in the text: its publishers and authors, and the steps of the attribution. */
function exemptNames({ card, source, speakers }: CheckInput): string[] {
  const { publisher, translated, authors } = source;
  const names = [publisher, translated?.publisher ?? '', ...authors, ...stepNames(card.attribution)];
  return [
    ...names,
    ...speakers.filter((speaker) => namesOf(speaker).some((name) => names.includes(name))).flatMap(namesOf),
  ];
}

export function checkClaimNames(input: CheckInput): Finding {
  const { card, languages, speakers, topics, article, words } = input;
  const index = indexNames(article, languages, words);
  const exempt = new Set(exemptNames(input).flatMap(nameWords));
  const known = [...speakers.flatMap(namesOf), ...topics, ...stepNames(card.attribution)];
  const isExempt = (word: string) => exempt.has(word);
  const occurs = (name: string) =>
    index.has(name) ||
    (nameWords(name).some(isExempt) && nameWords(name).every((word) => isExempt(word) || index.has(word))) ||
    speakers.some((speaker) => namesOf(speaker).includes(name) && namesOf(speaker).some((other) => index.has(other)));
  const opening = openingName(card.claim, languages.card);
  // "On Lukashenko …": the first word is not a part of the name.
  const claim = card.claim.replace(/^\p{Lu}\p{Ll}*(?= )/u, (first) =>
    ABOUT.has(first.toLowerCase()) ? first.toLowerCase() : first,
  );
  const named = findNames(claim, languages.card, known, new Set(opening ? [opening.toLowerCase()] : []));
  const missing = named.find(({ text: name }) => !occurs(name) && !occurs(name.replace(/['’]s?$/u, '')));
  if (missing) {
    return warn(
      'name-not-in-text',
      `names “${missing.text}”, but the source text does not.`,
      'Use a name from the text. For a speaker, add the spelling of the text to the aliases in speakers.yaml; for a translated name, such as Brazil for Brasil, accept the warning.',
    );
  }
  return confirmed;
}

/** The first word of a claim, if it is a name: "Cameron on …", "Siemens released …, Reuters said". */
function openingName(claim: string, language: string): string | undefined {
  const [, first = '', next = ''] = /^(\p{Lu}[\p{L}-]+)(?:['’]s)?\s+(\p{L}+)/u.exec(claim) ?? [];
  // "Officials said", "They said": a plural noun or a pronoun is not a name.
  if (first === '' || /s$/u.test(first) || PRONOUNS.has(first.toLowerCase())) return undefined;
  return ABOUT.has(next.toLowerCase()) || isReportingVerb(next, language) ? first : undefined;
}

const PRONOUNS = new Set('he she it they we who one er sie es él ella il elle on він вона вони он она они'.split(' '));
const ABOUT = new Set('on über zu sobre sur про о об'.split(' '));

export function checkPlace({ card, languages, article, words, passage }: CheckInput): Finding | undefined {
  if (!card.place) return undefined;
  const index = indexNames(article, languages, words);
  const parts = card.place.split(/\s*,\s*/u).map(capitals);
  const missing = parts.find((part) => !index.has(part));
  if (missing !== undefined) {
    return warn(
      'place-not-in-text',
      `is “${missing}”, but the source text does not name it.`,
      'Give a place that the text names.',
    );
  }
  const near = indexNames([passage.earlier[0] ?? '', passage.paragraph, passage.heading].join('\n'), languages);
  const [elsewhere] = findCountries(passage.sentence, languages.source);
  if (elsewhere === undefined || parts.some((part) => near.has(part))) return confirmed;
  return warn(
    'place-not-in-text',
    `is “${card.place}”, but that is not near the quote. The sentence of the quote names “${elsewhere}”.`,
    'Give the place that the statement is about.',
  );
}

/** The capitalised words of a place: "Tsel" from "near Tsel". All words if none is capitalised. */
function capitals(place: string): string {
  const names = place.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word));
  return names.length > 0 ? names.join(' ') : place;
}
