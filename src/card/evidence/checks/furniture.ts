/** Whether a quote is in the article of its page. Pure. */
import type { Judged } from './check.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';

export function checkFurniture({ passage: { block } }: Judged): Finding {
  if (block === null)
    return notCheckable('The source was captured as plain text, which does not show what surrounds the article.');
  if (block.part === 'article') return confirmed;
  if (block.part === 'other') return notCheckable('The page does not show which part of it is the article.');
  return warn(
    'page-furniture',
    'occurs only in what surrounds the article: navigation, teasers, comments, banners or related links.',
    'Quote the article itself.',
  );
}
