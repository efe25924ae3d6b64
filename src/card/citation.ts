/** Citations of sources and attribution lines, short and long. Pure. */
import { type Attribution, isOutletSpeaking, stepLabels, stepNames, stepsOf } from './attribution.ts';
import { type CitedCard, cslItem, dateWords, noteOf } from './csl.ts';
import { formatDate } from './date.ts';
import type { Quote } from './kinds/fields.ts';
import { nestMarks } from './quotation-marks.ts';
import type { Source } from './source.ts';
import { namesOf, type Speaker } from './speaker.ts';
import { translationLine, translationOf, translationWord, withoutLanguage } from './translation.ts';

/** The publisher. For a translation: the original publisher, then the publisher of the translation. */
export function publisherName(source: Source): string {
  return source.translated ? `${source.translated.publisher} via ${source.publisher}` : source.publisher;
}

/** "Kyiv Independent, Nov 2023" */
export function shortCitation(source: Source): string {
  return `${publisherName(source)}, ${formatDate(source.published.date, 'month')}`;
}

/** "Kyiv Independent, 2 Nov 2023", with "(inferred)" after an inferred date. */
export function datedCitation(source: Source): string {
  const inferred = source.published.basis === 'inferred' ? ' (inferred)' : '';
  return `${publisherName(source)}, ${formatDate(source.published.date, 'day')}${inferred}`;
}

/**
 * The long citation: authors, title, publisher, date, address and access date, as in a bibliography. The note adds the
 * original of a translation, the attribution of the card, and the archived copy.
 */
export function longCitation(source: Source, card?: CitedCard): string {
  const publication = publications.get(source) ?? publicationOf(source);
  publications.set(source, publication);
  const note = noteOf(source, card);
  return note === undefined ? publication : `${publication}; ${note}`;
}

/** Cached, because all cards of a source share it. */
const publications = new WeakMap<Source, string>();

function publicationOf(source: Source): string {
  const { author = [], title, URL: url, issued, accessed, ...item } = cslItem(source);
  const parts = [
    ...author.map((name) => ('literal' in name ? name.literal : `${name.given} ${name.family}`)),
    title && `“${nestMarks(title, 'en')}”`,
    item['container-title'],
    dateWords(issued),
    url ?? 'address not known',
    `accessed ${dateWords(accessed)}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

type Attributed = {
  card: { attribution: Attribution; quote: Pick<Quote, 'translated' | 'translation'> };
  source: Source;
  speakers?: readonly Speaker[] | undefined;
};

/** The names in order. `translation` is set only if no name is the translator's. `isBrief`: without the language of the original. */
export function attributionChain(
  attributed: Attributed,
  isBrief = false,
): { names: string[]; translation: string | null } {
  const whole = translationOf(attributed);
  const translation = isBrief ? withoutLanguage(whole) : whole;
  if (isOutletSpeaking(attributed)) return { names: [OWN_WORDS], translation: translationLine(translation) ?? null };
  const labels = stepLabels(attributed.card.attribution);
  const translator = stepsOf(attributed).findIndex(
    ({ as, name, speaker }) => as === 'translated' && isTranslator(translation?.by ?? null, name, speaker),
  );
  if (!translation || translator < 0) return { names: labels, translation: translationLine(translation) ?? null };
  const name = stepNames(attributed.card.attribution)[translator];
  const names = labels.map((label, at) => (at === translator ? `${name} (${translationWord(translation)})` : label));
  return { names, translation: null };
}

/** Whether a step is the translator, under any of its names. True if no translator is named. */
function isTranslator(by: string | null, name: string, speaker: Speaker | undefined): boolean {
  return by === null || by === name || (speaker !== undefined && namesOf(speaker).includes(by));
}

/** Used instead of the outlet's name, because the citation already names the outlet. */
export const OWN_WORDS = 'From the outlet itself';

/** "Pavel Latushka → RFE/RL → Kyiv Independent", followed by "(translated by Pravda)" if needed. */
export function attributionLine(attributed: Attributed, isBrief = false): string {
  const { names, translation } = attributionChain(attributed, isBrief);
  return `${names.join(' → ')}${translation ? ` (${translation})` : ''}`;
}
