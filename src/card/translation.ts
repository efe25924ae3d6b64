/** The translation of a card's words, in the words that every form uses. Pure. */
import type { Quote } from './kinds/fields.ts';
import { languageName } from './language.ts';
import type { Source } from './source.ts';

/** `from`, `by`: null if not stated. `text`: the words in the card's language, if the quote is in another. */
export type TranslationOf = { from: string | null; by: string | null; machine: boolean; text: string | null };

type Translatable = {
  card: { quote: Pick<Quote, 'translation' | 'translated'> };
  source: Pick<Source, 'language' | 'translated' | 'publisher'>;
};

/**
 * The translation that a card shows: the translation of its quote; else the translation in the source, of the speaker's
 * words or of the whole text.
 */
export function translationOf({ card: { quote }, source }: Translatable): TranslationOf | null {
  const { translation, translated } = quote;
  if (translation)
    return { from: source.language, by: translation.by, machine: translation.machine, text: translation.text };
  const whole = source.translated;
  const machine = whole?.machine ?? false;
  if (translated) return { ...translated, machine: machine && translated.from === whole?.from, text: null };
  return whole ? { from: whole.from, by: source.publisher, machine, text: null } : null;
}

/** "translated from German", for short lines. */
export function translationWord(translation: TranslationOf | null): string | undefined {
  if (!translation) return undefined;
  const from = translation.from === null ? '' : ` from ${languageName(translation.from)}`;
  return `${translation.machine ? 'machine-translated' : 'translated'}${from}`;
}

/** The translation without its language, for texts without room: "machine-translated". */
export function withoutLanguage(translation: TranslationOf | null): TranslationOf | null {
  return translation && { ...translation, from: null };
}

/** "translated from German by pledgetimes.com" */
export function translationLine(translation: TranslationOf | null): string | undefined {
  const word = translationWord(translation);
  return word === undefined || translation?.by == null ? word : `${word} by ${translation.by}`;
}

/** The language of a text: "German"; for a translated text "English, translated from German". */
export function languageLine({ language, translated }: Pick<Source, 'language' | 'translated'>): string {
  const own = languageName(language);
  const word = translated && translationWord({ by: null, text: null, machine: false, ...translated });
  return word ? `${own}, ${word}` : own;
}
