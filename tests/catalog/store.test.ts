import { expect, test } from 'vitest';
import { linkRecords } from '../../src/catalog/compile.ts';
import { createReleases } from '../../src/catalog/releases.ts';
import { openBundledStore, packSearch } from '../../src/catalog/stores/bundled.ts';
import { packCatalog, packReleases } from '../../src/catalog/stores/pack.ts';
import { reportOf } from '../../src/watch/report.ts';
import { watchedStore } from '../../src/watch/watched.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { source } from '../helpers/fixtures.ts';
import { type MakeStore, testStore } from '../helpers/store-conformance.ts';
import { publishedOf } from '../helpers/watching.ts';

const bundled: MakeStore = async (compiled, { releases = createReleases([]), damaged } = {}) => {
  const packed = packCatalog(compiled, releases);
  const text = new TextDecoder().decode(packed).replace(`"id":"${damaged}"`, `"id":?${damaged}"`);
  return openBundledStore(new TextEncoder().encode(text), {
    searchIndex: async () => packSearch(compiled, packed),
    releases: async () => packReleases(releases.lines),
  });
};

const [seen] = linkRecords({ sources: [source], cards: [entryOf({ id: 'fighters' })] });
const report = seen && 'source' in seen ? reportOf(publishedOf([seen], ['present']).index) : null;
if (!report) throw new Error('there is no report');

testStore('the bundled store', bundled);
testStore('a watched store', async (compiled, options) => watchedStore(await bundled(compiled, options), report));

const noParts = { searchIndex: async () => '', releases: async () => new Uint8Array() };

test('a watched store says what was seen, wherever a card comes from', async () => {
  const cards = [entryOf({ id: 'fighters' }), entryOf({ id: 'other' })];
  const store = watchedStore(await bundled({ sources: [source], cards }), report);
  const record = await store.getCard('fighters');
  expect(record).toMatchObject({ watch: { state: 'present' } });
  expect(await store.getCard('other')).toMatchObject({ watch: null });
  expect((await store.listCards({ limit: 1 }))?.cards).toEqual([record]);
  expect((await store.cardsOf(source.id))[0]).toBe(record);
});

test('the bundled store gives every card of the catalogue as it was compiled', async () => {
  const store = await bundled(catalog);
  for (const record of linkRecords(catalog)) expect(await store.getCard(record.card.id)).toEqual(record);
});

test('the bundled store refuses bytes that are no packed catalogue, or not all of one', () => {
  const packed = packCatalog({ sources: [source], cards: [entryOf({ id: 'a-card' })] });
  expect(() => openBundledStore(new TextEncoder().encode('<!doctype html>'), noParts)).toThrow();
  expect(() => openBundledStore(packed.subarray(0, packed.length - 100), noParts)).toThrow(
    /the packed catalogue has \d+ bytes instead of \d+/,
  );
});

test('the bundled store reads a search index again that could not be read', async () => {
  let reads = 0;
  const store = openBundledStore(packCatalog({ sources: [], cards: [] }), {
    ...noParts,
    async searchIndex() {
      reads += 1;
      throw new Error('not now');
    },
  });
  await expect(store.listCards({ q: 'words', limit: 1 })).rejects.toThrow('not now');
  await expect(store.listCards({ q: 'words', limit: 1 })).rejects.toThrow('not now');
  expect(reads).toBe(2);
});
