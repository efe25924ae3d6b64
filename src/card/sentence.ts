/** The sentence of a card: one line with the fact, its speaker, date and source. All text forms use it. Pure. */
import { stepNames } from './attribution.ts';
import { publisherName, shortCitation } from './citation.ts';
import { firstDay, formatDate, lastDay } from './date.ts';
import { isPersonal, nameWords } from './evidence/checks/names.ts';
import { stateOf } from './history.ts';
import { keptText, sourcesOf } from './kept-text.ts';
import { quotedSpecOf } from './kind.ts';
import { cut } from './prose.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from './record.ts';
import { findSpeaker } from './speaker.ts';
import { natureCaveat } from './status.ts';
import { translationOf, translationWord } from './translation.ts';

/** The maximum length in characters. The sentence is also used as a title. */
export const MAX_SENTENCE_CHARACTERS = 220;

const sentences = keptText(
  (record) => (isComparison(record) ? comparedSentence(record) : quotedSentence(record)),
  sourcesOf,
);

/** "reportedly up to 1,000 Wagner fighters in Belarus (Kyiv Independent, Nov 2023)" */
export const sentenceOf = sentences.of;

/** Keeps a sentence that was written at compile time. */
export const keepSentence = sentences.keep;

/** The sentence of a card as a title, with "Retracted: " before it if the card is retracted. */
export function titleOf(record: CardRecord): string {
  if (stateOf(record.card) === 'retracted') return `Retracted: ${sentenceOf(record)}`;
  return asTitle(sentenceOf(record), record.card.language);
}

/** A sentence with a capital at its start, unless a name with capitals of its own is there: "iPhone", "macOS". */
export function asTitle(sentence: string, language = 'en'): string {
  const [first = ''] = /^[\p{L}\p{M}]+/u.exec(sentence) ?? [];
  if (/\p{Lu}/u.test(first)) return sentence;
  // In Dutch, "ij" is one letter.
  const [start = ''] = (/^nl\b/i.test(language) ? /^ij|^./su : /^./su).exec(first) ?? [];
  return start.toLocaleUpperCase(language) + sentence.slice(start.length);
}

function quotedSentence(record: QuotedRecord): string {
  const { says } = quotedSpecOf(record.card);
  const [whole, short = whole] = says(record);
  const [speaker = ''] = stepNames(record.card.attribution);
  for (const text of short === whole ? [whole] : [whole, short]) {
    const sentence = `${text} (${creditOf(record, mentions(text, speaker))})`;
    if (sentence.length <= MAX_SENTENCE_CHARACTERS) return sentence;
  }
  const credit = ` (${creditOf(record, true)})`;
  return `${cut(short, MAX_SENTENCE_CHARACTERS - credit.length)}${credit}`;
}

/** Speaker, outlet and date: "Pavel Latushka, Kyiv Independent, Nov 2023". `isNamed`: the text already names the speaker. */
function creditOf(record: QuotedRecord, isNamed: boolean): string {
  const { card, source } = record;
  const dates = [
    { text: shortCitation(source), fact: source.published },
    { text: timeOf(record), fact: card.asOf },
    { text: saidTime(record), fact: card.saidOn },
  ].flatMap(({ text, fact }) => (text === undefined ? [] : [{ text, inferred: fact?.basis === 'inferred' }]));
  const parts = [
    isNamed ? undefined : speakerOf(record),
    ...datedParts(dates),
    card.kind === 'figure' && natureCaveat(card),
    translationWord(translationOf(record)),
  ];
  return parts.filter(Boolean).join(', ');
}

/** "Nov 2023, inferred, as of 2022"; "Nov 2023, as of 2022, both dates inferred" */
function datedParts(dates: { text: string; inferred: boolean }[]): string[] {
  const isAll = dates.length > 1 && dates.every(({ inferred }) => inferred);
  const parts = dates.flatMap(({ text, inferred }) => [text, ...(inferred && !isAll ? ['inferred'] : [])]);
  return isAll ? [...parts, dates.length === 2 ? 'both dates inferred' : 'all dates inferred'] : parts;
}

/** When it was said, if this differs from both the date of the fact and the publication: "said Jun 2023". */
function saidTime({ card: { asOf, saidOn }, source }: QuotedRecord): string | undefined {
  if (!saidOn || isSameTime(saidOn.date, source.published.date)) return undefined;
  if (asOf && isSameTime(saidOn.date, asOf.date)) return undefined;
  return `said ${formatDate(saidOn.date, 'month')}`;
}

/** The date of the fact, if it differs from the publication: "as of Jul 2023"; for an event: "event on 24 Jun 2023". */
function timeOf({ card, source }: QuotedRecord): string | undefined {
  if (!card.asOf) return undefined;
  const { date } = card.asOf;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  if (card.kind === 'event' && isDay && date !== source.published.date) return `event on ${formatDate(date, 'day')}`;
  if (isSameTime(date, source.published.date)) return undefined;
  const isEndUnknown = /^\/|\/$/.test(date);
  return `${card.kind !== 'event' ? 'as of' : isEndUnknown ? 'event from' : 'event in'} ${formatDate(date, 'month')}`;
}

/** The speaker, unless it is the outlet. For an unnamed speaker the hedge suffices. */
function speakerOf({ card, source, speakers = [] }: QuotedRecord): string | undefined {
  const [first = ''] = stepNames(card.attribution);
  if (first === source.publisher || first === source.translated?.publisher) return undefined;
  return findSpeaker(speakers, first)?.type === 'unnamed' ? undefined : first.replace(/\s*\(.*\)$/u, '');
}

/** Whether a date lies within the months of the publication. */
function isSameTime(date: string, published: string): boolean {
  const month = (day: string) => day.replace(/-\d\d$/, '');
  const [first, last] = [month(firstDay(published)), month(lastDay(published))];
  if (first === '' || last === '~') return date === published;
  return month(firstDay(date)) >= first && month(lastDay(date)) <= last;
}

/** Whether a text contains a name, or the last word of a person's name. */
function mentions(text: string, name: string): boolean {
  const words = nameWords(name);
  const wanted = isPersonal(name) ? words.slice(-1) : words;
  const said = new Set(nameWords(text).map((word) => word.replace(/['’]s?$/u, '')));
  return wanted.length > 0 && wanted.every((word) => said.has(word));
}

/** A comparison names the outlets of its rows. */
function comparedSentence({ card, rows }: ComparisonRecord): string {
  const outlets = [...new Set(rows.map(({ record }) => publisherName(record.source)))];
  const credit = ` (${outlets.join('; ')})`;
  return `${cut(card.claim, MAX_SENTENCE_CHARACTERS - credit.length)}${credit}`;
}
