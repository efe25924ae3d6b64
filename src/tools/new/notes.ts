/** Notes on the passage of a new quote: what `npm run verify` would report later. Pure. */

import { QUALIFIERS } from '../../card/evidence/checks/hedge-lexicons.ts';
import { findHedges } from '../../card/evidence/checks/hedge-words.ts';
import { hedgesBeside } from '../../card/evidence/checks/hedges.ts';
import { readPassage } from '../../card/evidence/checks/passage.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import type { Range } from '../../card/evidence/find-quote.ts';
import { blocksOf } from '../../card/evidence/locate.ts';
import type { StructuredText } from '../../card/evidence/place.ts';

/** `language`: of the text; "" if unknown. */
export function collectNotes(source: StructuredText, range: Range, language: string): string[] {
  const primary = primaryLanguage(language);
  const passage = readPassage(source, range, { language, paragraphs: blocksOf(source) });
  const { block } = passage;
  const words = [
    ...(findHedges(passage.quote, primary, QUALIFIERS) ?? []),
    ...(hedgesBeside(passage, primary) ?? []),
  ].map((hedge) => `“${hedge.words}”`);
  return [
    ...(block?.part === 'furniture'
      ? ['The words are outside the article (navigation, teasers, comments). Quote the article.']
      : []),
    ...(block?.type === 'heading'
      ? ['The words are a heading. Headings are the outlet’s words, not a speaker’s.']
      : []),
    ...(words.length > 0
      ? [`Keep these hedges of the source in figure.text or claim: ${[...new Set(words)].join(', ')}.`]
      : []),
  ];
}
