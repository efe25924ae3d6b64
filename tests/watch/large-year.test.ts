/**
 * A year of watching 200 pages on 4 sites, every hour: one page kills each pass that reads it, pages fail now and then, the
 * storage fails on some days, and the clock jumps. The reports on every page are compared with the changes made to it.
 */
import { beforeAll, expect, test } from 'vitest';
import type { WatchState } from '../../src/card/watch.ts';
import { runPass } from '../../src/watch/pass.ts';
import type { ChangesValue } from '../../src/watch/published.ts';
import { reportOf, sourcesReportOf } from '../../src/watch/report.ts';
import { isPublished, type WatchStorage } from '../../src/watch/storage.ts';
import { seeded } from '../helpers/publisher.ts';
import { memoryStorage } from '../helpers/watch-store.ts';
import { catalogOfSites, PAGE, sitesOf } from '../helpers/watched-sites.ts';

const DAYS = 365;
const COUNT = 200;
const DAY_MS = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 1);
const HOSTILE = 's-13';
const dayNumber = (day: string) => Math.round((Date.parse(day) - START) / DAY_MS);

/** A permanent change of a page on a day. `hides`: conditional requests still receive "not modified". */
type Planted = { day: number; to: WatchState; body?: string; status?: number; hides?: boolean };
const EDITED = PAGE.replace('1,000', '500');
const KINDS: Omit<Planted, 'day'>[] = [
  { to: 'changed', body: EDITED },
  { to: 'changed', body: EDITED, hides: true },
  { to: 'gone', status: 404 },
  { to: 'gone', body: '<h1>Another article</h1><p>Other words.</p>' },
  { to: 'unreachable', status: 503 },
  { to: 'paywalled', status: 402 },
];

const random = seeded(20260101);
/** Every fifth page; each changes once. */
const planted = new Map<string, Planted>();
for (let at = 0; at < COUNT; at += 5) {
  const kind = KINDS[(at / 5) % KINDS.length] as (typeof KINDS)[number];
  planted.set(`s-${at}`, { ...kind, day: 20 + Math.floor(random() * (DAYS - 60)) });
}
/** The days on which a page fails: single days, and two in a row. */
const stumbles = new Map<string, Set<number>>();
for (let at = 0; at < COUNT; at++) {
  const days = new Set<number>();
  for (let day = 5; day < DAYS; day += 6 + Math.floor(random() * 40)) {
    days.add(day);
    if (random() < 0.3) days.add(day + 1);
  }
  stumbles.set(`s-${at}`, days);
}
/** By day: how often writes to the published values and to the watch's own storage fail. */
const outages = Array.from({ length: DAYS }, () =>
  random() < 0.1 ? { published: 0.7, own: 0.03 } : { published: 0, own: 0 },
);
/** By day: the hour at which the clock is wrong for an hour or two, and by how many days. */
const JUMPS: Record<number, { hour: number; days: number }> = {
  40: { hour: 3, days: 41 },
  90: { hour: 12, days: -30 },
  150: { hour: 20, days: 3000 },
  200: { hour: 0, days: 2 },
  260: { hour: 7, days: -1 },
  310: { hour: 15, days: 100 },
};

let today = 0;
let killed: (() => void) | undefined;
const looked = new Map<string, Set<number>>();
const site = sitesOf((id, headers) => {
  looked.set(id, (looked.get(id) ?? new Set()).add(today));
  if (id === HOSTILE) {
    killed?.();
    return new Promise(() => {});
  }
  const change = planted.get(id);
  const isNew = change !== undefined && today >= change.day && today < change.day + 12;
  if (stumbles.get(id)?.has(today) && !isNew) return { status: today % 2 ? 503 : 404 };
  const isChanged = change !== undefined && today >= change.day;
  const etag = isChanged && !change.hides ? '"2"' : '"1"';
  if (isChanged && change.status) return { status: change.status };
  if (headers.get('if-none-match') === etag) return { status: 304 };
  return { body: isChanged ? (change.body ?? PAGE) : PAGE, headers: { etag } };
});

/** The first day on which each state was shown, and all entries of the feed. */
const shown = new Map<string, Map<WatchState, number>>();
const said = new Map<string, Set<string>>();
const stops: string[] = [];

beforeAll(async () => {
  const catalog = catalogOfSites({ count: COUNT, sites: 4 });
  const memory = memoryStorage();
  for (today = 0; today < DAYS; today++) {
    for (let hour = 0; hour < 24; hour++) {
      let isAlive = true;
      const check = (key: string) => {
        const { published = 0, own = 0 } = outages[today] ?? {};
        if (random() < (isPublished(key) ? published : own)) throw new Error('The storage is away.');
      };
      const write = async (key: string, run: () => Promise<void>) => {
        check(key);
        if (isAlive) await run();
      };
      const storage: WatchStorage = {
        async get(key) {
          check(key);
          return memory.get(key);
        },
        put: (key, value) => write(key, () => memory.put(key, value)),
        delete: (key) => write(key, () => memory.delete(key)),
      };
      const jump = JUMPS[today];
      const ahead = jump && (hour === jump.hour || hour === jump.hour + 1) ? jump.days : 0;
      const time = START + (today + ahead) * DAY_MS + hour * 60 * 60 * 1000;
      const { promise: kill, resolve } = Promise.withResolvers<void>();
      killed = () => {
        isAlive = false;
        resolve();
      };
      const passed = runPass({ catalog, storage, time, pause: async () => {}, visiting: { fetch: site.fetch } });
      await Promise.race([passed.catch(() => {}), kill]);
    }
    const report = reportOf(await memory.get('index'));
    for (let at = 0; at < COUNT; at++) {
      const state = report?.card(`s-${at}`, `card-of-s-${at}`)?.state;
      const states = shown.get(`s-${at}`) ?? new Map<WatchState, number>();
      if (state && !states.has(state)) states.set(state, today);
      shown.set(`s-${at}`, states);
    }
    for (const { source, to } of ((await memory.get('changes')) as ChangesValue | undefined)?.changes ?? [])
      said.set(source, (said.get(source) ?? new Set()).add(to));
    const hostile = sourcesReportOf(await memory.get('sources'))?.source(HOSTILE);
    if (hostile?.outcome === 'stopped' && hostile.skippedUntil && !stops.includes(hostile.skippedUntil))
      stops.push(hostile.skippedUntil);
  }
}, 600_000);

const sources = Array.from({ length: COUNT }, (_, at) => `s-${at}`).filter((id) => id !== HOSTILE);

test('reads every page at least every second day', () => {
  for (const id of sources) {
    const days = [-1, ...(looked.get(id) ?? []), DAYS].sort((a, b) => a - b);
    const late = days.filter((day, at) => at > 0 && day - (days[at - 1] as number) > 2);
    expect([id, ...late]).toEqual([id]);
  }
});

test('reports no unchanged page', () => {
  for (const id of sources.filter((each) => !planted.has(each))) {
    expect([id, ...(shown.get(id)?.keys() ?? [])]).toEqual([id, 'present']);
    expect([id, ...(said.get(id) ?? [])]).toEqual([id]);
  }
});

test('reports each change within four days of being visible', () => {
  for (const [id, { day, to, hides }] of planted) {
    const states = shown.get(id) as Map<WatchState, number>;
    expect([id, ...states.keys()]).toEqual([id, 'present', to]);
    // A hidden change becomes visible when the page is read in full, once a week.
    const visible = day + (hides ? 7 : 0);
    const days = (states.get(to) ?? Infinity) - visible;
    expect([id, days <= 4]).toEqual([id, true]);
    expect([id, said.get(id)?.has(to)]).toEqual([id, true]);
  }
});

test('reads a page that kills each pass less and less often, and reports it', () => {
  const days = [...(looked.get(HOSTILE) ?? [])];
  expect(days.length).toBeGreaterThan(20);
  expect(days.length).toBeLessThan(45);
  expect(stops.length).toBeGreaterThan(15);
  expect(dayNumber(stops.at(-1) as string)).toBeGreaterThan(DAYS - 20);
});
