/** Checks that a quote is in the article of its page. Pure. */
import type { CheckInput } from './check.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';

export function checkFurniture({ passage: { block } }: CheckInput): Finding {
  if (block === null) return notCheckable('The source was captured as plain text, which does not mark the article.');
  if (block.part === 'article') return confirmed;
  if (block.part === 'other') return notCheckable('The page does not mark its article.');
  return warn(
    'page-furniture',
    'occurs only outside the article: in navigation, teasers, comments, banners or related links.',
    'Quote the article.',
  );
}
