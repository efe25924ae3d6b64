/** How a source is named: in a line, and in full. Pure. */
import { formatDate } from './date.ts';
import type { Source } from './source.ts';

/** The publisher; of a translation, the original's publisher and where the translation stands. */
export function publisherName(source: Source): string {
  return source.translated ? `${source.translated.publisher} via ${source.publisher}` : source.publisher;
}

/** "Kyiv Independent, Nov 2023" */
export function shortCitation(source: Source): string {
  return `${publisherName(source)}, ${formatDate(source.published.date, 'month')}`;
}

/** "Kyiv Independent, 2 Nov 2023", and "(inferred)" behind a date that was worked out. */
export function datedCitation(source: Source): string {
  const inferred = source.published.basis === 'inferred' ? ' (inferred)' : '';
  return `${publisherName(source)}, ${formatDate(source.published.date, 'day')}${inferred}`;
}

/** Authors, title, publisher, date and address, as a bibliography would give them. */
export function longCitation(source: Source): string {
  const { authors, title, published, translated, url } = source;
  const date = formatDate(published.date, 'long');
  return [
    authors.length > 0 ? authors.join(', ') : undefined,
    title === null ? 'untitled' : `“${title}”`,
    translated
      ? `${translated.publisher}, in translation (${translated.from} to ${source.language}) at ${source.publisher}`
      : source.publisher,
    published.basis === 'inferred' ? `${date} (inferred)` : date,
    url ?? 'address not known',
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
