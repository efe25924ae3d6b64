/** Notes on the passage of a new quote: what `npm run verify` would report later. Pure. */

import { QUALIFIERS } from '../../card/evidence/checks/hedge-lexicons.ts';
import { type FoundHedge, findHedges } from '../../card/evidence/checks/hedge-words.ts';
import { hedgesBeside } from '../../card/evidence/checks/hedges.ts';
import { readPassage } from '../../card/evidence/checks/passage.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import type { Range } from '../../card/evidence/find-quote.ts';
import { blocksOf } from '../../card/evidence/locate.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import type { QuotedKind } from '../../card/kind.ts';

/** `language`: of the text; "" if unknown. */
export function collectNotes(source: StructuredText, range: Range, language: string, kind: QuotedKind): string[] {
  const fields = kind === 'figure' ? 'figure.text or claim' : 'claim';
  const primary = primaryLanguage(language);
  const passage = readPassage(source, range, { language, paragraphs: blocksOf(source) });
  const { block } = passage;
  const found = [...(findHedges(passage.quote, primary, QUALIFIERS) ?? []), ...(hedgesBeside(passage, primary) ?? [])];
  return [
    ...(block?.part === 'furniture'
      ? ['The words are outside the article (navigation, teasers, comments). Quote the article.']
      : []),
    ...(block?.type === 'heading'
      ? ['The words are a heading. Headings are the outlet’s words, not a speaker’s.']
      : []),
    ...keepNote(
      fields,
      'hedges',
      found.filter(({ hedge }) => hedge !== 'negated' && hedge !== 'planned'),
    ),
    ...keepNote(
      fields,
      'negations',
      found.filter(({ hedge }) => hedge === 'negated'),
    ),
    ...keepNote(
      fields,
      'words of a plan',
      found.filter(({ hedge }) => hedge === 'planned'),
    ),
  ];
}

function keepNote(fields: string, what: string, found: readonly FoundHedge[]): string[] {
  const words = [...new Set(found.map((hedge) => `“${hedge.words}”`))].join(', ');
  return words === '' ? [] : [`Keep these ${what} of the source in ${fields}: ${words}.`];
}

/** A figure in the words of the source is read in the language of its card. */
export function languageNote(own: string, site: string): string[] {
  if (own === '' || primaryLanguage(own) === primaryLanguage(site)) return [];
  return [
    `The source is in "${own}", and cards without a language are in "${site}": write figure.text in "${site}", or add language: ${own} to the card.`,
  ];
}
