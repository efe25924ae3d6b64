/** What the place of a new quote means for its card: what `npm run verify` would say of it later. Pure. */

import { QUALIFIERS } from '../../card/evidence/checks/hedge-lexicons.ts';
import { findHedges } from '../../card/evidence/checks/hedge-words.ts';
import { hedgesBeside } from '../../card/evidence/checks/hedges.ts';
import { readPassage } from '../../card/evidence/checks/passage.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import type { Range } from '../../card/evidence/find-quote.ts';
import { blocksOf } from '../../card/evidence/locate.ts';
import type { StructuredText } from '../../card/evidence/place.ts';

/** `language`: of the text; "" where it is not known yet. */
export function notesOn(source: StructuredText, range: Range, language: string): string[] {
  const primary = primaryLanguage(language);
  const passage = readPassage(source, range, { language, paragraphs: blocksOf(source) });
  const { block } = passage;
  const words = [
    ...(findHedges(passage.quote, primary, QUALIFIERS) ?? []),
    ...(hedgesBeside(passage, primary) ?? []),
  ].map((hedge) => `“${hedge.words}”`);
  return [
    ...(block?.part === 'furniture'
      ? ['The words are in what surrounds the article (navigation, teasers, comments). Quote the article itself.']
      : []),
    ...(block?.type === 'heading'
      ? ['The words are a heading: they are the outlet’s, and not those of a speaker.']
      : []),
    ...(words.length > 0
      ? [`Keep in figure.text or claim what the source says there: ${[...new Set(words)].join(', ')}.`]
      : []),
  ];
}
