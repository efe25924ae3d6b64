/** Days as the timestamps that feeds and sitemaps ask for. Pure. No clock. */

/** Midnight UTC of a day (RFC 3339): a card's last change is known to the day, and feeds ask for a time. */
export function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
