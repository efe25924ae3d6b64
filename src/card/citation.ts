/** How sources and speakers are named: in a line, and in full. Pure. */
import { type CitedCard, cslItem, dateWords } from './csl.ts';
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

/**
 * Authors, title, publisher, date and address, as a bibliography would give them, with the day it was read; then the
 * original of a translation, the way of a card's words, and the archived copy.
 */
export function longCitation(source: Source, card?: CitedCard): string {
  const { author = [], title, URL: url, issued, accessed, note, ...item } = cslItem(source, card);
  const publication = [
    ...author.map((name) => ('literal' in name ? name.literal : `${name.given} ${name.family}`)),
    title && `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`,
    item['container-title'],
    dateWords(issued),
    url ?? 'address not known',
    `accessed ${dateWords(accessed)}`,
  ].filter((part) => part !== undefined);
  return [publication.join(', '), note].filter((part) => part !== undefined).join('; ');
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
