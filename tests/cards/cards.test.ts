import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../src/card/kinds/fields.ts';
import { type CapturedText, readTexts } from '../../src/tools/texts.ts';
import { catalog, hasTexts, isShipped, problems, TEXTS } from './shipped.ts';

test('npm run check has nothing to say', () => {
  expect(problems).toEqual([]);
  const { status, stderr } = spawnSync(process.execPath, ['src/tools/check.ts'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test.skipIf(!isShipped)('every source gives at least three cards', () => {
  for (const { id } of catalog.sources) {
    const cards = catalog.cards.filter((entry) => 'sourceId' in entry && entry.sourceId === id);
    expect(cards.length, id).toBeGreaterThanOrEqual(3);
  }
});

test.skipIf(!isShipped)('quotes are short: the catalogue is no copy of the articles', () => {
  const words = catalog.cards.flatMap(({ card }) => ('quote' in card ? countWords(card.quote.exact) : []));
  expect(words.sort((a, b) => a - b)[Math.floor(words.length / 2)]).toBeLessThanOrEqual(12);
});

test.skipIf(!isShipped)('every date that was worked out gives its reason', () => {
  for (const { card } of catalog.cards) {
    if ('asOf' in card && card.asOf?.basis === 'inferred') expect(card.asOf.reason, card.id).toBeTruthy();
  }
});

describe.skipIf(!hasTexts)('in the captured texts', async () => {
  const texts = hasTexts ? await readTexts(TEXTS) : new Map<string, CapturedText>();

  test.each(catalog.sources.map((source) => [source.id, source] as const))('%s is recognised', (_id, source) => {
    expect(texts.has(source.snapshot.sha256)).toBe(true);
  });

  test.each(catalog.cards.flatMap((entry) => ('sourceId' in entry ? [[entry.card.id, entry] as const] : [])))(
    '%s quotes its source verbatim',
    (_id, { card, sourceId }) => {
      const source = catalog.sources.find(({ id }) => id === sourceId);
      expect(texts.get(source?.snapshot.sha256 ?? '')?.text).toContain(card.quote.exact);
    },
  );
});
