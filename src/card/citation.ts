/** How sources and speakers are named: in a line, and in full. Pure. */
import { type Attribution, isOutletSpeaking, stepLabels, stepsOf } from './attribution.ts';
import { type CitedCard, cslItem, dateWords } from './csl.ts';
import { formatDate } from './date.ts';
import type { Source } from './source.ts';
import type { Speaker } from './speaker.ts';

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
  card: { attribution: Attribution; quote: { translated?: { by: string | null } | undefined } };
  source: Source;
  speakers?: readonly Speaker[] | undefined;
};

/** The names in order, and a word on the translation where no name says that the words are translated. */
export function attributionChain(attributed: Attributed): { names: string[]; translation: string | null } {
  const names = isOutletSpeaking(attributed) ? [OWN_WORDS] : stepLabels(attributed.card.attribution);
  return { names, translation: translationNote(attributed) };
}

/** The outlet is named with the source already, so it is not named as its speaker again. */
export const OWN_WORDS = 'In the outlet’s own words';

function translationNote(attributed: Attributed): string | null {
  const { translated } = attributed.card.quote;
  if (!translated) return null;
  const translators = stepsOf(attributed).filter(({ as }) => as === 'translated');
  if (translators.some(({ name }) => translated.by === null || name === translated.by)) return null;
  return translated.by ? `translated by ${translated.by}` : 'translated';
}

/** "Pavel Latushka → RFE/RL → Kyiv Independent", and "(translated by Pravda)" behind it. */
export function attributionLine(attributed: Attributed): string {
  const { names, translation } = attributionChain(attributed);
  return `${names.join(' → ')}${translation ? ` (${translation})` : ''}`;
}
