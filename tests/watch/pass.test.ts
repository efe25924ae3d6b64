/** Passes in a row: how pages, the storage and the clock affect the watch, and what it keeps. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SourceFindings } from '../../src/watch/findings.ts';
import { runPass } from '../../src/watch/pass.ts';
import { SOURCES_PER_PASS } from '../../src/watch/plan.ts';
import type { ChangesValue, IndexValue } from '../../src/watch/published.ts';
import { reportOf, sourcesReportOf } from '../../src/watch/report.ts';
import { PUBLISHED, publishTo, type WatchStorage } from '../../src/watch/storage.ts';
import { type MemoryStorage, memoryStorage } from '../helpers/watch-store.ts';
import { catalogOfSites, PAGE, sitesOf } from '../helpers/watched-sites.ts';

const timeOf = (day: number, hour = 23) => Date.UTC(2026, 0, day, hour);
const catalog = catalogOfSites({ count: 3, sites: 3 });
const noPause = async () => {};
const GONE = '<h1>Another article</h1><p>Other words.</p>';

type Site = ReturnType<typeof sitesOf>;
type Given = { storage: WatchStorage; site: Site; day?: number; hour?: number; from?: typeof catalog };

const pass = ({ storage, site, day = 1, hour, from = catalog }: Given) =>
  runPass({ catalog: from, storage, time: timeOf(day, hour), pause: noPause, visiting: { fetch: site.fetch } });

const cardsOf = async (storage: WatchStorage) => reportOf(await storage.get('index'));
const stateOf = async (storage: WatchStorage, id: string) => (await cardsOf(storage))?.card(id, `card-of-${id}`)?.state;
const sourceOf = async (storage: WatchStorage, id: string) => sourcesReportOf(await storage.get('sources'))?.source(id);

/** A pass that is killed while it reads a page: nothing is stored after that. */
async function killedPass(storage: MemoryStorage, { killer, day }: { killer: string; day: number }) {
  let isAlive = true;
  const { promise: killed, resolve: kill } = Promise.withResolvers<void>();
  const site = sitesOf((id) => {
    if (id !== killer) return {};
    isAlive = false;
    kill();
    return new Promise(() => {});
  });
  const mortal: WatchStorage = {
    get: storage.get,
    put: async (key, value) => (isAlive ? storage.put(key, value) : undefined),
    delete: async (key) => (isAlive ? storage.delete(key) : undefined),
  };
  await Promise.race([pass({ storage: mortal, site, day }), killed]);
  return site;
}

describe('a page that kills the pass that reads it', () => {
  const healthy = sitesOf(() => ({}));

  test('affects only the rest of that pass: earlier findings are kept, and the next pass continues', async () => {
    const storage = memoryStorage();
    const { asked } = await killedPass(storage, { killer: 's-2', day: 1 });
    expect(asked).toEqual(['s-1', 's-2']);
    expect(await storage.get('source:s-1')).toMatchObject({ outcome: 'read' });
    const next = sitesOf(() => ({}));
    expect(await pass({ storage, site: next })).toEqual({ left: 0, failures: [] });
    expect(next.asked).toEqual(['s-0']);
    expect([await stateOf(storage, 's-0'), await stateOf(storage, 's-1')]).toEqual(['present', 'present']);
  });

  test('is reported, skipped for longer each time, and normal again once it is read', async () => {
    const storage = memoryStorage();
    await killedPass(storage, { killer: 's-1', day: 1 });
    await pass({ storage, site: healthy, day: 1 });
    expect(await sourceOf(storage, 's-1')).toMatchObject({ outcome: 'stopped', skippedUntil: '2026-01-02' });
    await killedPass(storage, { killer: 's-1', day: 2 });
    const skipping = sitesOf(() => ({}));
    for (const day of [2, 3]) await pass({ storage, site: skipping, day });
    expect(skipping.asked).not.toContain('s-1');
    expect(await sourceOf(storage, 's-1')).toMatchObject({ outcome: 'stopped', skippedUntil: '2026-01-04' });
    await pass({ storage, site: healthy, day: 4 });
    expect(await sourceOf(storage, 's-1')).toMatchObject({ outcome: 'read', skippedUntil: null });
    expect(await stateOf(storage, 's-1')).toBe('present');
  });

  test('keeps the states of its quotes', async () => {
    const storage = memoryStorage();
    await pass({ storage, site: healthy, day: 1 });
    for (const day of [2, 3, 5, 9]) {
      await killedPass(storage, { killer: 's-1', day });
      await pass({ storage, site: healthy, day });
    }
    expect(await stateOf(storage, 's-1')).toBe('present');
    expect(await sourceOf(storage, 's-1')).toMatchObject({ lastLooked: '2026-01-01' });
  });
});

describe('one site', () => {
  const many = catalogOfSites({ count: 30, sites: 1 });

  test('is asked for several pages in a pass, with a pause before each except the first', async () => {
    const site = sitesOf(() => ({}));
    const events: string[] = [];
    const fetch = ((address: string, init?: RequestInit) => {
      if (!address.endsWith('/robots.txt')) events.push('page');
      return site.fetch(address, init);
    }) as typeof globalThis.fetch;
    const pause = async (ms: number) => void events.push(`pause of ${ms / 1000} s`);
    const { left } = await runPass({
      catalog: many,
      storage: memoryStorage(),
      time: timeOf(1),
      pause,
      visiting: { fetch },
    });
    expect(left).toBe(30 - SOURCES_PER_PASS);
    const rest = Array.from({ length: SOURCES_PER_PASS - 1 }, () => ['pause of 5 s', 'page']).flat();
    expect(events).toEqual(['page', ...rest]);
  });

  test('has 200 pages read every day, with one pass per hour', async () => {
    const large = catalogOfSites({ count: 200, sites: 1 });
    const storage = memoryStorage();
    for (const day of [1, 2]) {
      const site = sitesOf(() => ({}));
      for (let hour = 0; hour < 24; hour++) await pass({ storage, site, day, hour, from: large });
      expect(new Set(site.asked).size).toBe(200);
      expect(site.asked).toHaveLength(200);
    }
  });
});

test('a pass sends at most 50 requests, whatever redirects pages have', async () => {
  let requests = 0;
  const fetch = (async (address: string) => {
    requests++;
    if (address.endsWith('/robots.txt')) return new Response('', { status: 404 });
    return new Response(null, { status: 302, headers: { location: `${address}x` } });
  }) as unknown as typeof globalThis.fetch;
  const large = catalogOfSites({ count: 24, sites: 24 });
  const storage = memoryStorage();
  const options = { catalog: large, storage, pause: noPause, visiting: { fetch } };
  const { left } = await runPass({ ...options, time: timeOf(1) });
  expect(requests).toBeLessThanOrEqual(50);
  expect(left).toBeGreaterThan(12);
  for (let again = 0; again < 10; again++) await runPass({ ...options, time: timeOf(1) });
  expect(await runPass({ ...options, time: timeOf(1) })).toMatchObject({ left: 0 });
});

describe('storage that fails', () => {
  const failingAt = (own: WatchStorage, keys: (key: string) => boolean): WatchStorage => {
    const refuse = async (key: string) => {
      if (keys(key)) throw new Error(`${key} cannot be reached`);
    };
    return {
      get: async (key) => refuse(key).then(() => own.get(key)),
      put: async (key, value) => refuse(key).then(() => own.put(key, value)),
      delete: async (key) => refuse(key).then(() => own.delete(key)),
    };
  };
  const isPublishedKey = (key: string) => (PUBLISHED as readonly string[]).includes(key);

  test('for published values: the next pass publishes the findings', async () => {
    const storage = memoryStorage();
    const { failures } = await pass({ storage: failingAt(storage, isPublishedKey), site: sitesOf(() => ({})) });
    expect(failures.map(({ message }) => message)).toEqual([
      'The watch failed to publish what it found: index cannot be reached',
    ]);
    expect(await cardsOf(storage)).toBe(null);
    const next = sitesOf(() => ({}));
    await pass({ storage, site: next });
    expect(next.asked).toEqual([]);
    expect(await stateOf(storage, 's-1')).toBe('present');
  });

  test('for one source: the others are read', async () => {
    const storage = memoryStorage();
    const { failures } = await pass({
      storage: failingAt(storage, (key) => key === 'source:s-1'),
      site: sitesOf(() => ({})),
    });
    expect(failures[0]?.message).toBe('The watch failed to open the source "s-1": source:s-1 cannot be reached');
    expect(await stateOf(storage, 's-0')).toBe('present');
    const next = sitesOf(() => ({}));
    await pass({ storage, site: next });
    expect(next.asked).toEqual(['s-1']);
  });

  test('for the plan: no page is requested', async () => {
    const site = sitesOf(() => ({}));
    await expect(pass({ storage: failingAt(memoryStorage(), (key) => key === 'plan'), site })).rejects.toThrow('plan');
    expect(site.asked).toEqual([]);
  });

  test('published values can be kept in another storage than those of the watch', async () => {
    const [published, own] = [memoryStorage(), memoryStorage()];
    await pass({ storage: publishTo(published, own), site: sitesOf(() => ({})) });
    expect([...published.texts.keys()].sort()).toEqual(['changes', 'index', 'sources']);
    expect([...own.texts.keys()]).toContain('plan');
  });
});

describe('invalid stored values are replaced', () => {
  const KEYS = ['plan', 'index', 'sources', 'changes', 'source:s-0', 'robots:https://site-0.example.org'];
  const GARBAGE = [
    '{',
    '5',
    'null',
    '[]',
    '"text"',
    '{"version":2}',
    '{"version":2,"revision":"r","day":"2026-01-01","sources":{"s-0":[5]},"changes":[5]}',
  ];

  test.each(KEYS.flatMap((key) => GARBAGE.map((text) => [key, text])))('%s was %s', async (key, text) => {
    const storage = memoryStorage();
    const site = sitesOf(() => ({}));
    await pass({ storage, site, day: 1 });
    storage.texts.set(key, text);
    expect(await pass({ storage, site, day: 2 })).toEqual({ left: 0, failures: [] });
    for (const id of ['s-0', 's-1', 's-2']) expect(await stateOf(storage, id)).toBe('present');
    expect((await sourceOf(storage, 's-0'))?.lastLooked).toBe('2026-01-02');
  });

  test.each(PUBLISHED)('%s, which requests read, on a day on which every page was read already', async (key) => {
    const storage = memoryStorage();
    const site = sitesOf(() => ({}));
    await pass({ storage, site });
    const sound = storage.texts.get(key);
    for (const text of GARBAGE) {
      storage.texts.set(key, text);
      await pass({ storage, site });
      expect(storage.texts.get(key)).toBe(sound);
    }
    expect(site.asked).toHaveLength(3);
  });

  test.each([
    ['weeks', 41, { from: '2026-01-01', marks: 'ppggg' }],
    // A chart that would be empty for 90 days starts again.
    ['years', 1500, { from: '2026-01-03', marks: 'ggg' }],
  ])('after a clock that was %s ahead for one pass', async (_, ahead, history) => {
    const storage = memoryStorage();
    const site = sitesOf(() => ({}));
    for (const day of [1, 2]) await pass({ storage, site, day });
    await pass({ storage, site, day: ahead });
    const gone = sitesOf(() => ({ body: GONE }));
    for (const day of [3, 4]) expect((await pass({ storage, site: gone, day })).left).toBe(0);
    expect(gone.asked).toHaveLength(6);
    expect(await stateOf(storage, 's-0')).toBe('present');
    await pass({ storage, site: gone, day: 5 });
    expect(await stateOf(storage, 's-0')).toBe('gone');
    const index = (await storage.get('index')) as IndexValue;
    expect(index.day).toBe('2026-01-05');
    expect(reportOf(index)?.card('s-0', 'card-of-s-0')).toEqual({
      state: 'gone',
      since: '2026-01-03',
      lastLooked: '2026-01-05',
      score: null,
    });
    expect((await sourceOf(storage, 's-0'))?.history).toEqual(history);
  });

  test('visits on two days and one with a wrong clock are not three in a row', async () => {
    const storage = memoryStorage();
    await pass({ storage, site: sitesOf(() => ({})), day: 1 });
    const gone = sitesOf(() => ({ body: GONE }));
    for (const day of [2, 3, 100]) await pass({ storage, site: gone, day });
    expect(await stateOf(storage, 's-0')).toBe('present');
  });
});

describe('a page is read in full', () => {
  const conditional: boolean[] = [];
  const careful = sitesOf((_, headers) => {
    conditional.push(headers.has('if-none-match'));
    return headers.has('if-none-match') ? { status: 304 } : { headers: { etag: '"1"' } };
  });
  const one = catalogOfSites({ count: 1, sites: 1 });

  test('once a week', async () => {
    const storage = memoryStorage();
    for (let day = 1; day <= 15; day++) await pass({ storage, site: careful, day, from: one });
    expect(conditional.map((is, at) => (is ? '' : at + 1)).filter(Boolean)).toEqual([1, 8, 15]);
  });

  test('so that an edit is found behind a date of change that stays the same', async () => {
    const storage = memoryStorage();
    const headers = { 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' };
    for (let day = 1; day <= 10; day++) {
      const body = day < 3 ? PAGE : GONE;
      const site = sitesOf((_, asked) => (asked.has('if-modified-since') ? { status: 304 } : { body, headers }));
      await pass({ storage, site, day, from: one });
    }
    expect(await stateOf(storage, 's-0')).toBe('gone');
  });

  test('each day while its state waits for confirmation, so that one reading confirms no state', async () => {
    const storage = memoryStorage();
    const asked: boolean[] = [];
    await pass({ storage, site: careful, day: 1, from: one });
    const site = sitesOf((_, headers) => {
      asked.push(headers.has('if-none-match'));
      return { body: GONE, headers: { etag: '"2"' } };
    });
    for (const day of [8, 9, 10, 11]) await pass({ storage, site, day, from: one });
    expect(asked).toEqual([false, false, false, true]);
    expect(await stateOf(storage, 's-0')).toBe('gone');
  });
});

test('changes are kept for 90 days', async () => {
  const storage = memoryStorage();
  const one = catalogOfSites({ count: 1, sites: 1 });
  const daysOf = async () =>
    ((await storage.get('changes')) as ChangesValue).changes.map(({ to, day }) => `${to} ${day}`);
  for (let day = 1; day <= 4; day++)
    await pass({ storage, site: sitesOf(() => (day < 2 ? {} : { body: GONE })), day, from: one });
  for (let day = 5; day <= 93; day++) await pass({ storage, site: sitesOf(() => ({ body: GONE })), day, from: one });
  expect(await daysOf()).toEqual(['gone 2026-01-04']);
  await pass({ storage, site: sitesOf(() => ({ body: GONE })), day: 94, from: one });
  expect(await daysOf()).toEqual([]);
});

test('of a day on which a large outlet dies, every change is kept', async () => {
  const storage = memoryStorage();
  const outlet = catalogOfSites({ count: 120, sites: 1 });
  for (let day = 1; day <= 4; day++) {
    const site = sitesOf(() => (day === 1 ? {} : { status: 404 }));
    let left = 1;
    while (left > 0) ({ left } = await pass({ storage, site, day, from: outlet }));
  }
  expect(((await storage.get('changes')) as ChangesValue).changes).toHaveLength(120);
});

test('the findings of a source that leaves the catalogue are deleted', async () => {
  const storage = memoryStorage();
  const site = sitesOf(() => ({}));
  await pass({ storage, site, day: 1 });
  await pass({ storage, site, day: 2, from: catalogOfSites({ count: 2, sites: 3 }) });
  expect([...storage.texts.keys()].filter((key) => key.startsWith('source:')).sort()).toEqual([
    'source:s-0',
    'source:s-1',
  ]);
  expect(Object.keys(((await storage.get('index')) as IndexValue).sources)).toEqual(['s-0', 's-1']);
});

test('the index that every request reads is small: little more than the ids of the cards', async () => {
  const storage = memoryStorage();
  const large = catalogOfSites({ count: 200, sites: 20 });
  let left = 1;
  while (left > 0) ({ left } = await pass({ storage, site: sitesOf(() => ({ body: PAGE })), from: large }));
  const bytes = storage.texts.get('index')?.length ?? 0;
  expect(bytes).toBeLessThan(200 * 150);
  const kept = (await storage.get('source:s-7')) as SourceFindings;
  expect(kept.cards['card-of-s-7']?.surroundings?.before).not.toBe('');
});

describe('a source that is a PDF', () => {
  const pdf = (body: string) => sitesOf(() => ({ body, headers: { 'content-type': 'application/pdf' } }));
  const captured = createHash('sha256').update('%PDF-1.7 quays').digest('hex');
  const from = catalogOfSites({ count: 1, sites: 1, snapshot: captured });

  test('has its quotes while it is the captured file; another file is no alarm, and is reported for a person', async () => {
    const storage = memoryStorage();
    await pass({ storage, site: pdf('%PDF-1.7 quays'), day: 1, from });
    expect(await stateOf(storage, 's-0')).toBe('present');
    for (const day of [2, 3, 4, 5]) await pass({ storage, site: pdf('%PDF-1.7 other quays'), day, from });
    expect(await stateOf(storage, 's-0')).toBe('present');
    expect(await sourceOf(storage, 's-0')).toMatchObject({ outcome: 'pdf', lastLooked: '2026-01-01' });
  });
});
