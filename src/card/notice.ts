/** What a card's picture and its readings say of its history, in a line. Pure. */
import { formatDate } from './date.ts';
import { noticeOf } from './history.ts';
import type { CardRecord } from './record.ts';

const WORDS = { corrected: 'Corrected', superseded: 'Superseded', retracted: 'Retracted' } as const;

/** "Corrected 3 Dec 2026", "Superseded 3 Dec 2026"; "Source changed since 9 Jan 2027"; of an earlier revision, "Version of 21 Nov 2026"; or nothing. */
export function noticeLine(record: CardRecord): string | undefined {
  const notice = noticeOf(record.card);
  const parts = [
    notice && `${WORDS[notice.type]} ${formatDate(notice.date, 'day')}`,
    record.sourceChanged && `Source changed since ${formatDate(record.sourceChanged, 'day')}`,
    record.asPublished && `Version of ${formatDate(record.asPublished, 'day')}`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
