import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginReading,
  dueSources,
  endReading,
  type Plan,
  readPlan,
  SOURCES_PER_PASS,
  skip,
} from '../../src/watch/plan.ts';
import { source } from '../helpers/fixtures.ts';

const sourcesOf = (count: number, sites: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...source,
    id: `source-${index}`,
    url: `https://site-${index % sites}.example.org/${index}`,
  }));

const NO_PLAN: Plan = { asked: {}, reading: null, stopped: {}, unpublished: [] };

/** Simulates whole days of passes; returns how often each source was requested. */
function follow(count: number, { sites, days }: { sites: number; days: number }) {
  const sources = sourcesOf(count, sites);
  const times = new Map<string, number>();
  let plan = NO_PLAN;
  for (let day = 1; day <= days; day++)
    for (let hour = 0; hour < 24; hour++) {
      const name = `2026-01-${String(day).padStart(2, '0')}`;
      const due = dueSources(sources, { plan, day: name, hour }).slice(0, SOURCES_PER_PASS);
      for (const { id } of due) {
        plan = endReading(beginReading(plan, id, name), id);
        times.set(id, (times.get(id) ?? 0) + 1);
      }
    }
  return times;
}

test('requests every source once a day, as long as all fit into a day', () => {
  for (const count of [1, 5, 100, 216]) {
    const times = follow(count, { sites: count, days: 4 });
    expect([...times.values()]).toEqual(Array(count).fill(4));
  }
});

test('requests 200 sources of one site once a day, too', () => {
  expect([...follow(200, { sites: 1, days: 4 }).values()]).toEqual(Array(200).fill(4));
});

test('requests each source in turn if they do not fit into a day', () => {
  const times = [...follow(800, { sites: 80, days: 20 }).values()];
  expect(times).toHaveLength(800);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(6);
});

test('requests no source twice on a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (count, sites) => {
      for (const times of follow(count, { sites, days: 2 }).values()) expect(times).toBeLessThanOrEqual(2);
    }),
    { numRuns: 20 },
  );
});

test('a source that stopped a pass is skipped for 1, 2, 4, 8 and 16 days, and comes last', () => {
  const sources = sourcesOf(2, 2);
  let plan = NO_PLAN;
  const days: number[] = [];
  for (let day = 1; day <= 60; day++) {
    const name = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
    const [first, second] = dueSources(sources, { plan, day: name, hour: 23 });
    if (second) {
      days.push(day);
      plan = skip(plan, 'source-1', name);
    }
    if (day > 1) expect(first?.id).toBe('source-0');
    plan = endReading(beginReading(plan, 'source-0', name), 'source-0');
  }
  expect(days).toEqual([1, 2, 4, 8, 16, 32, 48]);
});

describe('the stored plan', () => {
  const ids = new Set(['a', 'b']);
  const read = (value: unknown) => readPlan(value, '2026-01-10', ids);

  test.each([undefined, null, 5, 'text', [], { asked: 5 }, { stopped: [], reading: {}, unpublished: 'a' }])(
    'is begun again where it is %j',
    (value) => expect(read(value)).toEqual(NO_PLAN),
  );

  test('loses the dates of a wrong clock', () => {
    const plan = {
      asked: { a: '2031-01-01', b: '2026-01-10', c: '2026-01-01' },
      reading: 'a',
      stopped: { a: { times: 1, until: '2031-01-01' }, b: { times: 3, until: '2026-01-14' } },
      unpublished: ['a', 'c'],
    };
    expect(read(plan)).toEqual({
      asked: { b: '2026-01-10' },
      reading: 'a',
      stopped: { b: { times: 3, until: '2026-01-14' } },
      unpublished: ['a'],
    });
  });
});

test('visits are spread over the day', () => {
  const hours = sourcesOf(48, 48).map(({ id, url }) =>
    Array.from({ length: 24 }, (_, hour) => hour).find(
      (hour) => dueSources([{ ...source, id, url }], { plan: NO_PLAN, day: '2026-01-01', hour }).length > 0,
    ),
  );
  expect(new Set(hours).size).toBeGreaterThan(12);
});

test('a source without an address is never requested', () => {
  expect(dueSources([{ ...source, url: null }], { plan: NO_PLAN, day: '2026-01-01', hour: 23 })).toEqual([]);
});
