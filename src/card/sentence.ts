/** The sentence of a card: one line that says the fact, who says it, when, and where, wherever text is shown. Pure. */
import { stepNames } from './attribution.ts';
import { publisherName, shortCitation } from './citation.ts';
import { firstDay, formatDate, lastDay } from './date.ts';
import { isPersonal, nameWords } from './evidence/checks/names.ts';
import { stateOf } from './history.ts';
import { quotedSpecOf } from './kind.ts';
import { cut } from './prose.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from './record.ts';
import { findSpeaker } from './speaker.ts';
import { absentNature } from './status.ts';
import { translationOf, translationWord } from './translation.ts';

/** The longest sentence, in characters: it is a title, too. */
export const MAX_SENTENCE_CHARACTERS = 220;

/** "reportedly up to 1,000 Wagner fighters in Belarus (Kyiv Independent, Nov 2023)" */
export function sentenceOf(record: CardRecord): string {
  const known = sentences.get(record);
  if (known !== undefined) return known;
  const sentence = isComparison(record) ? comparedSentence(record) : quotedSentence(record);
  sentences.set(record, sentence);
  return sentence;
}

/** A page has the sentence of a card in many places. */
const sentences = new WeakMap<CardRecord, string>();

/** The sentence of a card, and before that whether it was retracted. */
export function titleOf(record: CardRecord): string {
  return `${stateOf(record.card) === 'retracted' ? 'Retracted: ' : ''}${sentenceOf(record)}`;
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

/** Who says it, where, and when: "Pavel Latushka, Kyiv Independent, Nov 2023". `isNamed`: the text before it has the speaker. */
function creditOf(record: QuotedRecord, isNamed: boolean): string {
  const { card, source } = record;
  const time = timeOf(record);
  const inferred = [source.published.basis === 'inferred', time !== undefined && card.asOf?.basis === 'inferred'];
  const [citation, fact] = inferred.every(Boolean)
    ? ['', ', both inferred']
    : inferred.map((is) => (is ? ', inferred' : ''));
  const parts = [
    isNamed ? undefined : speakerOf(record),
    `${shortCitation(source)}${citation}`,
    time && `${time}${fact}`,
    card.kind === 'figure' && absentNature(card),
    translationWord(translationOf(record)),
  ];
  return parts.filter(Boolean).join(', ');
}

/** The time of the fact, where it is not that of the publication: "as of Jul 2023"; of an event, its day: "on 24 Jun 2023". */
function timeOf({ card, source }: QuotedRecord): string | undefined {
  if (!card.asOf) return undefined;
  const { date } = card.asOf;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  if (card.kind === 'event' && isDay && date !== source.published.date) return `on ${formatDate(date, 'day')}`;
  if (isSameTime(date, source.published.date)) return undefined;
  const isEndUnknown = /^\/|\/$/.test(date);
  return `${card.kind !== 'event' ? 'as of' : isEndUnknown ? 'from' : 'in'} ${formatDate(date, 'month')}`;
}

/** The speaker, where it is not the outlet. The hedge indicates an unnamed speaker. */
function speakerOf({ card, source, speakers = [] }: QuotedRecord): string | undefined {
  const [first = ''] = stepNames(card.attribution);
  if (first === source.publisher || first === source.translated?.publisher) return undefined;
  return findSpeaker(speakers, first)?.type === 'unnamed' ? undefined : first.replace(/\s*\(.*\)$/u, '');
}

/** Whether the time of a fact is that of its publication, as far as months say. */
function isSameTime(date: string, published: string): boolean {
  const month = (day: string) => day.replace(/-\d\d$/, '');
  const [first, last] = [month(firstDay(published)), month(lastDay(published))];
  if (first === '' || last === '~') return date === published;
  return month(firstDay(date)) >= first && month(lastDay(date)) <= last;
}

/** Whether a text has a name, or the last word of a person's. */
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
