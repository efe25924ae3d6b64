import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompiledCatalog } from '../../src/catalog/compile.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog as published } from '../helpers/fixture-catalog.ts';
import { quoteCard, source } from '../helpers/fixtures.ts';
import { hasMissingGlyph } from '../helpers/glyph-shapes.ts';

/** An embedding site should never wait for more: X and WhatsApp drop larger pictures, and phones pay for them. */
const MAX_OG_BYTES = 60_000;

const LETTERS = 'Лукашенко, Ціханоўская, Зеленський, Ľ, Ş, Ω';
const MISSING = '\ue000';

function entry(id: string, words: string) {
  const card = { ...quoteCard, id, claim: words, topics: [words], quote: { exact: words, highlight: words } };
  return { card, sourceId: source.id, evidence: null, revision: '00000000', updated: '2026-11-21' };
}

const catalog: CompiledCatalog = {
  sources: [...published.sources, source],
  cards: [
    ...published.cards,
    entry('letters', LETTERS),
    entry('missing', MISSING),
    entry('mixed', `Лука${MISSING}шенко`),
  ],
};

let bundle: Awaited<ReturnType<typeof bootBundle>>;
beforeAll(async () => {
  bundle = await bootBundle(catalog);
});
afterAll(() => bundle?.close());

const svg = async (id: string) => (await bundle.get(`/cards/${id}.svg`)).text();

test.each(published.cards.map(({ card }) => card.id))('%s is a light, full-size, drawn PNG', async (id) => {
  const response = await bundle.get(`/cards/${id}.png`);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('image/png');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.length).toBeLessThan(MAX_OG_BYTES);
  const { width, height, data } = PNG.sync.read(bytes);
  expect([width, height]).toEqual([1200, 630]);
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const inked = pixels.filter((pixel) => pixel !== pixels[0]).length;
  expect(inked / pixels.length).toBeGreaterThan(0.02);
});

test('draws Cyrillic, Greek and extended Latin letters without a missing-glyph box', async () => {
  expect(hasMissingGlyph(await svg('letters'))).toBe(false);
  expect(hasMissingGlyph(await svg('mixed'))).toBe(true);
});

test('draws the same bytes for the same card', async () => {
  const [first, second] = await Promise.all([
    bundle.get('/cards/merchant-ships-harbour.png'),
    bundle.get('/cards/merchant-ships-harbour.png?v=again'),
  ]);
  expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
});
