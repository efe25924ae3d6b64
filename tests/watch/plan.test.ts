import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asked } from '../../src/watch/kv-store.ts';
import { dueSources, SOURCES_PER_PASS } from '../../src/watch/pass.ts';
import { source } from '../helpers/fixtures.ts';

const sourcesOf = (count: number, sites: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...source,
    id: `source-${index}`,
    url: `https://site-${index % sites}.example.org/${index}`,
  }));

/** Follows whole days of passes; gives how often each source was asked for. */
function follow(count: number, { sites, days }: { sites: number; days: number }) {
  const sources = sourcesOf(count, sites);
  const times = new Map<string, number>();
  let asked: Asked = {};
  for (let day = 1; day <= days; day++)
    for (let hour = 0; hour < 24; hour++) {
      const name = `2026-01-${String(day).padStart(2, '0')}`;
      const due = dueSources(sources, { asked, day: name, hour });
      expect(due.length).toBeLessThanOrEqual(SOURCES_PER_PASS);
      expect(new Set(due.map(({ url }) => new URL(url).host)).size).toBe(due.length);
      asked = { ...asked, ...Object.fromEntries(due.map(({ id }) => [id, name])) };
      for (const { id } of due) times.set(id, (times.get(id) ?? 0) + 1);
    }
  return times;
}

test('every source is asked for once a day, as long as a day has room for all', () => {
  for (const count of [1, 5, 100]) {
    const times = follow(count, { sites: count, days: 4 });
    expect([...times.values()]).toEqual(Array(count).fill(4));
  }
});

test('of more sources than a day has room for, each has its turn within four days', () => {
  const times = [...follow(400, { sites: 400, days: 20 }).values()];
  expect(times).toHaveLength(400);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(5);
});

test('no source is asked for twice on a day, and one site once a pass', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (count, sites) => {
      for (const times of follow(count, { sites, days: 2 }).values()) expect(times).toBeLessThanOrEqual(2);
    }),
    { numRuns: 20 },
  );
});

test('the visits of a day are spread over it', () => {
  const hours = sourcesOf(48, 48).map(({ id, url }) =>
    Array.from({ length: 24 }, (_, hour) => hour).find(
      (hour) => dueSources([{ ...source, id, url }], { asked: {}, day: '2026-01-01', hour }).length > 0,
    ),
  );
  expect(new Set(hours).size).toBeGreaterThan(12);
});

test('a source without an address is never asked for', () => {
  expect(dueSources([{ ...source, url: null }], { asked: {}, day: '2026-01-01', hour: 23 })).toEqual([]);
});
