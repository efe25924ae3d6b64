import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { stepNames } from '../../src/card/attribution.ts';
import { countWords } from '../../src/card/kinds/fields.ts';
import { findSpeaker } from '../../src/card/speaker.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
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
  // Typically 4 to 15 words: with “X said that”, where the words alone would be taken for a fact.
  expect(words.sort((a, b) => a - b)[Math.floor(words.length * 0.7)]).toBeLessThanOrEqual(15);
});

test.skipIf(!isShipped)('every date that was inferred gives its reason', () => {
  for (const { card } of catalog.cards) {
    if ('asOf' in card && card.asOf?.basis === 'inferred') expect(card.asOf.reason, card.id).toBeTruthy();
  }
});

describe.skipIf(!isShipped)('a speaker', async () => {
  const store = createBundledStore(catalog);

  test.each([
    ['Tsikhanouskaya', 'tijanovskaya-they-are-not-allies'],
    ['Tikhanovskaya', 'tijanovskaya-they-are-not-allies'],
    ['Лукашенко', 'lukashenko-no-need-fear-wagner'],
    ['Зеленский', 'zelenskiy-nothing-powerful-belarus'],
    ['Zelensky', 'zelenskiy-nothing-powerful-belarus'],
    ['ISW', 'isw-belarus-haven-wagner-trap'],
    ['Пригожин', 'prigozhin-exact-whereabouts-unclear'],
  ])('is found by the name %s', async (q, id) => {
    const found = await store.listCards({ q, limit: 100 });
    expect(found?.cards.map(({ card }) => card.id)).toContain(id);
  });

  test('is listed for every name of an attribution that is no publisher', () => {
    const publishers = catalog.sources.flatMap(({ publisher, translated }) => [publisher, translated?.publisher]);
    const unlisted = catalog.cards.flatMap((entry) =>
      'sourceId' in entry
        ? stepNames(entry.card.attribution).filter(
            (name) => !publishers.includes(name) && !findSpeaker(catalog.speakers ?? [], name),
          )
        : [],
    );
    expect(unlisted).toEqual([]);
  });
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
      // The captured texts are wrapped: a line may end inside a quote.
      const text = texts.get(source?.snapshot.sha256 ?? '')?.text.replace(/\s+/gu, ' ');
      expect(text).toContain(card.quote.exact);
    },
  );
});
