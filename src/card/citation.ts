/** How sources and speakers are named: in a line, and in full. Pure. */
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

type Attributed = {
  card: { attribution: string[]; quote: { translated?: { by: string | null } | undefined } };
  source: Source;
};

/** The names in order, and a word on the translation where the words are not the speaker's own. */
export function attributionChain({ card, source }: Attributed): { names: string[]; translation: string | null } {
  const own = card.attribution.length === 1 && card.attribution[0] === source.publisher;
  const { translated } = card.quote;
  return {
    names: own ? ['In the outlet’s own words'] : card.attribution,
    translation: translated ? (translated.by ? `translated by ${translated.by}` : 'translated') : null,
  };
}

/** "Pavel Latushka → RFE/RL → Kyiv Independent", and "(translated by Pravda)" behind it. */
export function attributionLine(attributed: Attributed): string {
  const { names, translation } = attributionChain(attributed);
  return `${names.join(' → ')}${translation ? ` (${translation})` : ''}`;
}
