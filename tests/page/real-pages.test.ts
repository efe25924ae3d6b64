import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAGES, readPages } from '../bench/evidence/page-sentences.ts';

const hasPages = existsSync(PAGES);
if (!hasPages) console.warn(`${PAGES} is not there: sentences of real pages are not looked for.`);

describe.skipIf(!hasPages)('of five sentences of each real page', () => {
  test('99 of 100 that occur are found, in the article', () => {
    const outcomes = readPages().flatMap(({ outcomes }) => outcomes);
    const occurring = outcomes.filter(({ outcome }) => outcome !== 'does not occur');
    expect(occurring.length).toBeGreaterThan(0.95 * outcomes.length);
    const found = occurring.flatMap((outcome) => (outcome.outcome === 'found' ? [outcome] : []));
    expect(found.length).toBeGreaterThanOrEqual(0.99 * occurring.length);
    // The others are furniture to a reader, too: "Related: …", an offer to sign up.
    const inArticle = found.filter(({ part }) => part !== 'furniture');
    expect(inArticle.length).toBeGreaterThanOrEqual(0.97 * found.length);
  });
});
