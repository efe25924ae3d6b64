import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countWords } from '../src/card/kinds/fields.ts';
import { compileCatalog } from '../src/catalog/compile.ts';
import { readCatalogFiles } from '../src/tools/catalog-files.ts';
import { type CapturedText, readTexts } from '../src/tools/texts.ts';

/** Captured texts are not part of the project; where they lie beside it, the quotes are checked against them. */
const TEXTS = '../shared/sources';

const { catalog, problems } = compileCatalog(await readCatalogFiles('cards'));

test('npm run check has nothing to say', () => {
  expect(problems).toEqual([]);
  const { status, stderr } = spawnSync(process.execPath, ['src/tools/check.ts'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test('every source gives at least three cards', () => {
  for (const { id } of catalog.sources) {
    const cards = catalog.cards.filter((entry) => 'sourceId' in entry && entry.sourceId === id);
    expect(cards.length, id).toBeGreaterThanOrEqual(3);
  }
});

test('quotes are short: the catalogue is no copy of the articles', () => {
  const words = catalog.cards.flatMap(({ card }) => ('quote' in card ? countWords(card.quote.exact) : []));
  expect(words.sort((a, b) => a - b)[Math.floor(words.length / 2)]).toBeLessThanOrEqual(12);
});

test('every date that was worked out gives its reason', () => {
  for (const { card } of catalog.cards) {
    if ('asOf' in card && card.asOf?.basis === 'inferred') expect(card.asOf.reason, card.id).toBeTruthy();
  }
});

if (!existsSync(TEXTS)) console.warn(`${TEXTS} is not there: the quotes are not compared with the captured texts.`);

describe.skipIf(!existsSync(TEXTS))('in the captured texts', async () => {
  const texts = existsSync(TEXTS) ? await readTexts(TEXTS) : new Map<string, CapturedText>();

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
