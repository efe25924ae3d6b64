/** The real bundle with a KV that hangs, or takes eight seconds: answers come while it is waited for, whoever asks first. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import type { WatchList } from '../../src/watch/report.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { publishedOf } from '../helpers/watching.ts';

const [source] = catalog.sources;
const card = catalog.cards.find((entry) => 'sourceId' in entry && entry.sourceId === source?.id)?.card.id;
const PATHS = [
  '/',
  '/favicon.svg',
  '/health',
  `/cards/${card}`,
  `/cards/${card}.json`,
  '/api/cards',
  '/api/watch',
  '/sources',
];

describe('where KV never answers', async () => {
  const site = await bootBundle(catalog, { kvGet: 'await new Promise((resolve) => setTimeout(resolve, 600_000));' });
  afterAll(() => site.close());

  test('every answer comes, those asked at once and those after', async () => {
    for (let round = 0; round < 2; round++) {
      const answers = await Promise.all(PATHS.map(async (path) => [path, (await site.get(path)).status]));
      expect(answers).toEqual(PATHS.map((path) => [path, 200]));
    }
  });
});

describe('where KV takes eight seconds', async () => {
  const records = await createBundledStore(catalog).cardsOf(source?.id ?? '');
  const published = publishedOf(records, ['present', 'gone', 'gone', 'gone']);
  const kvGet = `await new Promise((resolve) => setTimeout(resolve, 8_000)); return JSON.stringify(${JSON.stringify(published)}[key]);`;
  const site = await bootBundle(catalog, { kvGet });
  afterAll(() => site.close());
  const watch = async () => ((await (await site.get('/api/watch')).json()) as WatchList).watch;

  test('answers come before it does, and have what it says once it is there', async () => {
    expect(await Promise.all([watch(), watch(), watch()])).toEqual([null, null, null]);
    await vi.waitFor(async () => expect((await watch())?.lastLooked).toBe('2026-01-04'), {
      timeout: 50_000,
      interval: 500,
    });
  });
});
