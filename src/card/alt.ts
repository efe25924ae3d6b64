/** Alternative text: a card as a person would read it out. Pure. */
import { formatDate } from './date.ts';
import { comparedValue, noticeLine } from './headline.ts';
import { noticeOf, type Retraction, retractionOf } from './history.ts';
import { specOf } from './kind.ts';
import { type CardRecord, isComparison } from './record.ts';
import { cut, MAX_ALT_CHARACTERS, sentence } from './sentence.ts';

/** What a person would say who reads the card out, at most 420 characters. */
export function altText(record: CardRecord): string {
  const retraction = retractionOf(record.card);
  if (retraction) return cut(retractedText(record, retraction), MAX_ALT_CHARACTERS);
  const words = cut(`${leadText(record)}${describe(record)}`, MAX_ALT_CHARACTERS);
  const notice = noticeText(record);
  return notice === undefined ? words : cut(`${notice} ${words}`, MAX_ALT_CHARACTERS);
}

/** What a reader has to know first. */
function noticeText(record: CardRecord): string | undefined {
  const line = noticeLine(record);
  if (line === undefined) return undefined;
  const notice = noticeOf(record.card);
  return notice?.type === 'superseded' ? `${line} by another card, ${notice.by}.` : `${line}.`;
}

function retractedText(record: CardRecord, { date, reason }: Retraction): string {
  const said = `${leadText(record)}${sentence(record.card.claim)}`;
  return `Retracted ${formatDate(date, 'day')}: ${sentence(reason)} The card had said: ${said}`;
}

function leadText({ card }: CardRecord): string {
  const lead = specOf(card).lead(card);
  return lead === null ? '' : `${lead}. `;
}

function describe(record: CardRecord): string {
  if (!isComparison(record)) return specOf(record.card).describe(record);
  const rows = record.rows.map((row) => ({ ...row, value: comparedValue(row.record) }));
  const content = { ...record, rows };
  return specOf(record.card).describe(content);
}
