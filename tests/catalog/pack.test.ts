import { expect, test } from 'vitest';
import { createCatalog, DamagedCard, openCatalog } from '../../src/catalog/catalog.ts';
import { linkRecords } from '../../src/catalog/compile.ts';
import { packCatalog } from '../../src/catalog/pack.ts';
import { findCards } from '../../src/catalog/query.ts';
import { catalog as compiled } from '../helpers/fixture-catalog.ts';

const noSearch = { searchIndex: async () => '', releases: async () => new Uint8Array() };

test('every card of the catalogue comes back as it went in', () => {
  const catalog = createCatalog(compiled);
  for (const record of linkRecords(compiled)) expect(catalog.getCard(record.card.id)).toEqual(record);
  expect(catalog.newest()).toHaveLength(compiled.cards.length);
  expect(catalog.newest(3).map(({ card }) => card.id)).toEqual(catalog.entries.slice(0, 3).map(({ id }) => id));
});

test('the revision changes with a card, its evidence and a source, and with nothing else', () => {
  const revision = (changed: object) => createCatalog(structuredClone({ ...compiled, ...changed })).revision;
  const [first, ...rest] = compiled.cards;
  if (!first || !('sourceId' in first)) throw new Error('the first card is a comparison');
  const same = revision({});
  expect(revision({ cards: [...compiled.cards] })).toBe(same);
  expect(revision({ cards: [{ ...first, revision: '00000000' }, ...rest] })).not.toBe(same);
  const evidence = { match: 'exact', checkedAt: '2026-11-21', snapshot: '', standing: null } as const;
  expect(revision({ cards: [{ ...first, evidence }, ...rest] })).not.toBe(same);
  expect(revision({ sources: compiled.sources.map((source) => ({ ...source, note: 'new' })) })).not.toBe(same);
});

test('a card whose data is damaged fails by its name, and all others are as they were', async () => {
  const packed = packCatalog(compiled);
  const text = new TextDecoder().decode(packed);
  const id = 'merchant-ships-harbour';
  const damaged = new TextEncoder().encode(text.replace(`"id":"${id}"`, `"id":?${id}"`));
  const catalog = openCatalog(damaged, noSearch);
  expect(() => catalog.getCard(id)).toThrow(DamagedCard);
  expect(() => catalog.getCard(id)).toThrow(/the data of the card "merchant-ships-harbour" is damaged: SyntaxError/);
  const whole = createCatalog(compiled);
  const lost = new Set([id, ...whole.comparisonsOf(id).map(({ card }) => card.id)]);
  const others = whole.newest().filter(({ card }) => !lost.has(card.id));
  expect(others.length).toBeGreaterThan(40);
  for (const record of others) expect(catalog.getCard(record.card.id)).toEqual(record);
  const { positions } = await findCards(catalog, {});
  expect(catalog.read(positions)).toEqual(others);
});

test('what is no packed catalogue, or not all of one, is refused', () => {
  const packed = packCatalog(compiled);
  expect(() => openCatalog(new TextEncoder().encode('<!doctype html>'), noSearch)).toThrow();
  expect(() => openCatalog(packed.subarray(0, packed.length - 100), noSearch)).toThrow(
    /the packed catalogue has \d+ bytes instead of \d+/,
  );
});

test('a search index that could not be read is asked for again', async () => {
  let asked = 0;
  const catalog = openCatalog(packCatalog({ sources: [], cards: [] }), {
    ...noSearch,
    async searchIndex() {
      asked += 1;
      throw new Error('not now');
    },
  });
  await expect(catalog.loadSearch()).rejects.toThrow('not now');
  await expect(catalog.loadSearch()).rejects.toThrow('not now');
  expect(asked).toBe(2);
});
