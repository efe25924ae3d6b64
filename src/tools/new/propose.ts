/** Proposes the speaker and the date of a card from the sentence of its quote, by rules. The author decides. Pure. */

import { isTitle, properWords } from '../../card/evidence/checks/names.ts';
import type { Passage } from '../../card/evidence/checks/passage.ts';
import { findReporters, isReportingVerb, type Names } from '../../card/evidence/checks/reporting.ts';
import { findNearestSpeakers } from '../../card/evidence/checks/speaker.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import { withoutIgnorable } from '../../card/evidence/normalise.ts';
import { lexiconOf } from '../../card/evidence/numbers/lexicon.ts';
import { readNumbers } from '../../card/evidence/numbers/read-numbers.ts';
import { type Token, tokenise } from '../../card/evidence/numbers/tokens.ts';
import { findSpeakerPhrase, knowsPhrases } from './speaker-phrase.ts';

export type Proposed = {
  /** As the sentence names the speaker. */
  speaker: string | undefined;
  /** EDTF. */
  date: string | undefined;
  /** Whether the sentence names a date, a month or a weekday, so that it is not without a date if `date` is undefined. */
  namesDate: boolean;
};

export type ProposeOptions = {
  /** "" where it is not known. */
  language: string;
  /** EDTF: the year of a day without one. "" where it is not known. */
  published: string;
  names: Names;
};

/** `speakers`: the names in speakers.yaml. */
export function namesIn(text: string, speakers: readonly string[]): Names {
  return { known: speakers, proper: properWords(text) };
}

export function propose(sentence: string, { language, published, names }: ProposeOptions): Proposed {
  const primary = primaryLanguage(language);
  return {
    speaker: speakerIn(sentence, primary, names),
    date: dateIn(sentence, primary, published),
    namesDate: namesDate(sentence, primary),
  };
}

/** Undefined if the sentence has several speakers, because a program cannot choose one. */
function speakerIn(sentence: string, language: string, names: Names): string | undefined {
  const isKnown = (name: string) => names.known.includes(name) || names.proper.has(name.toLowerCase());
  const phrase = findSpeakerPhrase(sentence, language, isKnown);
  if (knowsPhrases(language)) return phrase;
  const reporters = findReporters(sentence, language, names);
  const speakers = new Set(
    reporters
      .filter((name) => !isPartOfNoun(sentence, name.end, language) && !isPartOfName(sentence, name))
      .map(({ text }) => withoutTitle(text)),
  );
  return speakers.size === 1 ? [...speakers][0] : undefined;
}

/** The speaker that `npm run verify` finds for words between quotation marks, if there is only one. */
export function nearestSpeaker(passage: Passage, language: string, names: Names): string | undefined {
  const [nearest, ...others] = findNearestSpeakers(passage, language, names);
  return nearest === undefined || others.length > 0 ? undefined : withoutTitle(nearest);
}

const BESIDE_VERB =
  /^(?:also|has|have|had|then|later|and|who|und|et|y|hat|haben|hatte|ont|avait|ha|han|había|dass|that|que)$/iu;

/** "Obama administration officials said": the officials speak, not Obama. */
function isPartOfNoun(sentence: string, end: number, language: string): boolean {
  const [, next = ''] = /^\s+(\p{Ll}{3,})/u.exec(sentence.slice(end)) ?? [];
  const before = /(\S+)\s+\S+$/u.exec(sentence.slice(0, end))?.[1] ?? '';
  return (
    next !== '' && !BESIDE_VERB.test(next) && !isReportingVerb(next, language) && !isReportingVerb(before, language)
  );
}

/** "said Ann Ray, an analyst at Ray Group", "selon le Quai d’Orsay": an employer, and the beginning of a longer name. */
function isPartOfName(sentence: string, { start, end }: { start: number; end: number }): boolean {
  return (
    /(?<!\p{L})(?:at|of|from|with|for|in|bei|für|mit|chez|pour|avec|en|para|con)\s+(?:the\s+)?$/iu.test(
      sentence.slice(0, start),
    ) || /^\s(?:d['’]|de\s|of\s|du\s|des\s)\p{Lu}/u.test(sentence.slice(end))
  );
}

function withoutTitle(name: string): string {
  const words = withoutIgnorable(name)
    .replace(/['’]s$/u, '')
    .split(/\s+/u);
  return words.length > 1 && isTitle(words[0] ?? '') ? words.slice(1).join(' ') : words.join(' ');
}

const WEEKDAYS: Record<string, string> = {
  en: '(?:mon|tues|wednes|thurs|fri|satur|sun)days?',
  de: '(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?',
  fr: '(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?',
  es: 'lunes|martes|miércoles|jueves|viernes|sábados?|domingos?',
  it: '(?:lune|marte|mercole|giove|vener)dì|sabato|domenica',
  pt: '(?:segunda|terça|quarta|quinta|sexta)-feira|sábado|domingo',
  nl: '(?:maan|dins|woens|donder|vrij|zater|zon)dag',
  pl: 'poniedział\\p{L}+|wtor(?:ek|ku)|środ[aęy]|czwart(?:ek|ku)|piąt(?:ek|ku)|sobot[aęy]|niedziel[aęi]',
  uk: "понеділ\\p{L}+|вівтор\\p{L}+|серед[ауи]|четвер\\p{L}*|п[’'ʼ]ятниц\\p{L}+|субот[ауи]|неділ[яюі]",
  ru: 'понедельник\\p{L}*|вторник\\p{L}*|сред[ауы]|четверг\\p{L}*|пятниц\\p{L}+|суббот[ауы]|воскресень\\p{L}+',
  be: 'панядзел\\p{L}+|аўтор\\p{L}+|серад[ауы]|чацв\\p{L}+|пятніц\\p{L}+|субот[ауы]|нядзел[яюі]',
};
/** Short names of months; shorter ones are words or abbreviations. "may" in lower case is an English verb. */
const MAY = /^(?:mai|maj|mei|мая|май|мае)$/;

function namesDate(sentence: string, language: string): boolean {
  const weekdays = WEEKDAYS[language];
  if (weekdays && new RegExp(`(?<!\\p{L})(?:${weekdays})(?!\\p{L})`, 'iu').test(sentence)) return true;
  const { months } = lexiconOf(language || null);
  const isMonth = ({ key, text }: Token) =>
    months.values.has(key) && (language === 'en' ? /^\p{Lu}\p{L}{2}/u.test(text) : key.length > 3 || MAY.test(key));
  return (
    tokenise(sentence, false).some(isMonth) ||
    readNumbers(sentence, language || null).some(({ type }) => type === 'date')
  );
}

/** The only date of a sentence. A day without a year is the one nearest to the publication. */
function dateIn(sentence: string, language: string, published: string): string | undefined {
  const dates = readNumbers(sentence, language || null).filter((reading) => reading.type === 'date');
  const [date] = dates;
  if (dates.length !== 1 || date?.type !== 'date') return undefined;
  const { year, month, day } = date;
  const two = (part: number) => String(part).padStart(2, '0');
  const rest = `${month === null ? '' : `-${two(month)}`}${month === null || day === null ? '' : `-${two(day)}`}`;
  if (year !== null) return `${String(year).padStart(4, '0')}${rest}`;
  if (month === null || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return undefined;
  const own = Number(published.slice(0, 4));
  const distance = (candidate: number) => Math.abs(Date.parse(`${candidate}${rest}`) - Date.parse(published));
  const nearest = [own, own - 1, own + 1].sort((a, b) => distance(a) - distance(b))[0];
  return `${nearest}${rest}`;
}
