/** Days as the timestamps that feeds and sitemaps ask for. Pure. No clock. */
import type { CardRecord } from '../domain/record.ts';

/** Midnight UTC of a day (RFC 3339): a card's last change is known to the day, and feeds ask for a time. */
export function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The day of the last change among some cards; undefined where there is no card. */
export function newestDay(cards: readonly CardRecord[]): string | undefined {
  return cards.reduce<string | undefined>(
    (newest, { updated }) => (newest === undefined || updated > newest ? updated : newest),
    undefined,
  );
}
