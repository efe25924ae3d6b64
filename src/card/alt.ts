/** The alternative text of a card's picture. Pure. */
import { formatDate } from './date.ts';
import { comparedValue, noticesOf } from './headline.ts';
import { noticeOf, type Retraction, retractionOf } from './history.ts';
import { keptText, sourcesOf } from './kept-text.ts';
import { quotedSpecOf, specOf } from './kind.ts';
import { cut, endSentence, MAX_ALT_CHARACTERS, saysWords } from './prose.ts';
import { type CardRecord, isComparison } from './record.ts';
import { asTitle, sentenceOf, titleOf } from './sentence.ts';

const texts = keptText(writeAlt, (record) => [...sourcesOf(record), record.sourceChanged, record.asPublished]);

/** Returns the alternative text, at most 420 characters: the notices, the sentence, and further details as they fit. */
export const altText = texts.of;

/** Keeps an alternative text that was written at compile time. */
export const keepAlt = texts.keep;

function writeAlt(record: CardRecord): string {
  const retraction = retractionOf(record.card);
  if (retraction) return cut(retractedText(record, retraction), MAX_ALT_CHARACTERS);
  const notice = noticeText(record);
  const room = MAX_ALT_CHARACTERS - (notice === undefined ? 0 : notice.length + 1);
  return [notice, describe(record, room)].filter((part) => part !== undefined).join(' ');
}

/** The notices that a reader needs first, as sentences. */
function noticeText(record: CardRecord): string | undefined {
  const [first, ...others] = noticesOf(record);
  if (first === undefined) return undefined;
  const notice = noticeOf(record.card);
  const by = notice?.type === 'superseded' ? ` by another card, ${notice.by}` : '';
  return [`${first}${by}`, ...others].map(endSentence).join(' ');
}

function retractedText(record: CardRecord, { date, reason }: Retraction): string {
  return `Retracted ${formatDate(date, 'day')}: ${endSentence(reason)} The card had said: ${asTitle(sentenceOf(record), record.card.language)}.`;
}

function describe(record: CardRecord, room: number): string {
  if (isComparison(record)) {
    const rows = record.rows.map((row) => ({ ...row, value: comparedValue(row) }));
    const content = { ...record, rows };
    return cut(specOf(record.card).describe(content, room).join(' '), room);
  }
  // Skips a part that repeats what is said already, or does not fit; a shorter one may still fit.
  return quotedSpecOf(record.card)
    .describe(record, room)
    .reduce(
      (text, part) => (text.length + 1 + part.length <= room && !saysWords(text, part) ? `${text} ${part}` : text),
      cut(`${titleOf(record)}.`, room),
    );
}
