/** One pass of the watch: what is read of the sources that are due, and what is kept after each of them. */
import { z } from 'zod';
import app from '../../package.json' with { type: 'json' };
import type { QuotedRecord } from '../card/record.ts';
import type { Store } from '../catalog/store.ts';
import { readAgain } from '../page/live-page.ts';
import { createRobots, type RobotsStore } from '../page/robots.ts';
import { siteOf, type VisitOptions } from '../page/visit.ts';
import { readFindings, type SourceFindings } from './findings.ts';
import { addLook, addStop, validatorsFor } from './look.ts';
import {
  beginReading,
  dueSources,
  endReading,
  isWatched,
  type Plan,
  readPlan,
  SOURCES_PER_PASS,
  skip,
  type WatchedSource,
} from './plan.ts';
import { publish } from './publish.ts';
import { soundUntil } from './published.ts';
import { PUBLISHED, type PublishedKey, type WatchStorage } from './storage.ts';

export type PassOptions = {
  catalog: Store;
  storage: WatchStorage;
  /** When the pass was meant to be: milliseconds since 1970. No other clock is asked. */
  time: number;
  /** Whether all sources of the day are due, and none waits for its hour. */
  wholeDay?: boolean;
  /** The address of this service, where it is configured: an honest program says where it can be asked about. */
  publicUrl?: string | undefined;
  /** Waits between two pages of one site. */
  pause?: (ms: number) => Promise<unknown>;
  /** For tests. */
  visiting?: Pick<VisitOptions, 'fetch' | 'loopbackHttp' | 'timeoutMs'>;
};

/** `left`: how many sources are due still. `failures`: what failed here, and not at a site; it is due again. */
export type Pass = { left: number; failures: Error[] };

/** An isolate has 128 MB, and the tree of a page takes some twenty times its bytes. */
const MAX_BYTES = 2_000_000;

/** Between two pages of one site. */
const PAUSE_MS = 5_000;

/** Workers Free lets one run ask 50 times. A source asks for a page and five redirects, and for the robots.txt of each site. */
const MOST_REQUESTS = 50;
const REQUESTS_OF_SOURCE = 12;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Looks at the sources that are due, as many as one run may. What is found of a source is kept before the next one is read.
 * @throws where the plan cannot be read or written: nothing is read that is not noted before.
 */
export async function passOver(options: PassOptions): Promise<Pass> {
  const { catalog, storage, time, wholeDay = false, publicUrl, pause = wait, visiting } = options;
  const [day = '', clock = ''] = new Date(time).toISOString().split('T');
  const hour = wholeDay ? 23 : Number(clock.slice(0, 2));
  const sources = (await catalog.listSources()).map(({ source }) => source);
  const ids = new Set(sources.map(({ id }) => id));
  const failures: Error[] = [];
  const attempt: Attempt = async (what, run) => {
    try {
      await run();
    } catch (error) {
      failures.push(new Error(`The watch failed ${what}: ${(error as Error).message}`, { cause: error }));
    }
  };

  let plan = await openPlan(options, { day, ids, sources: sources.filter(isWatched) });
  const { request, left } = countedRequests(visiting?.fetch);
  const visit: VisitOptions = {
    allowed: new Set(sources.filter(isWatched).map(({ url }) => url)),
    userAgent: userAgentOf(publicUrl),
    maxBytes: MAX_BYTES,
    ...visiting,
    fetch: request,
  };
  const permission = createRobots(robotsIn(storage), day, visit);
  const sites = new Set<string>();
  for (const source of dueSources(sources, { plan, day, hour }).slice(0, SOURCES_PER_PASS)) {
    if (left() < REQUESTS_OF_SOURCE) break;
    let known: Known | undefined;
    await attempt(`to open the source "${source.id}"`, async () => {
      known = await openSource(source, { catalog, storage, day });
    });
    // No page is asked for where what is found of it could not be added to what is known.
    if (!known) continue;
    const site = siteOf(new URL(source.url));
    if (sites.has(site)) await pause(PAUSE_MS);
    sites.add(site);
    plan = beginReading(plan, source.id, day);
    await storage.put('plan', plan);
    const { found, records } = known;
    await attempt(`at the source "${source.id}"`, async () => {
      const validators = found?.url === source.url ? validatorsFor(found, records, day) : null;
      const page = await readAgain(source.url, { ...visit, permission, validators, captured: source.snapshot.sha256 });
      const look = addLook(found, { source, records, page }, day);
      await patiently(() => storage.put(keyOf(source.id), look));
    });
    plan = endReading(plan, source.id);
    await attempt('to keep its plan', () => patiently(() => storage.put('plan', plan)));
  }

  await attempt('to publish what it found', async () => {
    const unpublished = await publishFindings(storage, { plan, ids, day, attempt });
    if (unpublished.length === plan.unpublished.length) return;
    plan = { ...plan, unpublished };
    await storage.put('plan', plan);
  });
  return { failures, left: dueSources(sources, { plan, day, hour }).length };
}

const keyOf = (id: string) => `source:${id}`;

type Opening = { day: string; ids: ReadonlySet<string>; sources: readonly WatchedSource[] };

/** The plan as the last pass left it. The source that stopped that pass is noted, and those that are no more are forgotten. */
async function openPlan({ storage }: PassOptions, { day, ids, sources }: Opening): Promise<Plan> {
  const stored = await storage.get('plan');
  const plan = readPlan(stored, day, ids);
  for (const id of Object.keys((stored as Partial<Plan> | undefined)?.asked ?? {})) {
    if (!ids.has(id)) await storage.delete(keyOf(id));
  }
  const culprit = sources.find(({ id }) => id === plan.reading);
  if (!culprit) return plan;
  const { id, url } = culprit;
  const skipped = skip(plan, id, day);
  const known = readFindings(await storage.get(keyOf(id)), day);
  await storage.put(keyOf(id), addStop(known, url, { day, skippedUntil: skipped.stopped[id]?.until ?? day }));
  await storage.put('plan', skipped);
  return skipped;
}

function countedRequests(request: typeof fetch = fetch) {
  let asked = 0;
  const counted = ((...given: Parameters<typeof fetch>) => {
    asked++;
    return request(...given);
  }) as typeof fetch;
  return { request: counted, left: () => MOST_REQUESTS - asked };
}

const Robots = z.object({ day: z.string(), text: z.string().nullable() });

/** A robots.txt that cannot be kept is read again. */
function robotsIn(storage: WatchStorage): RobotsStore {
  const keyFor = (origin: string) => `robots:${origin}`;
  return {
    getRobots: async (origin) => Robots.safeParse(await storage.get(keyFor(origin)).catch(() => null)).data ?? null,
    putRobots: (origin, robots) => storage.put(keyFor(origin), robots).catch(() => {}),
  };
}

type Known = { found: SourceFindings | undefined; records: readonly QuotedRecord[] };
type OpenOptions = { catalog: Store; storage: WatchStorage; day: string };

async function openSource({ id }: WatchedSource, { catalog, storage, day }: OpenOptions): Promise<Known> {
  return { records: await catalog.cardsOf(id), found: readFindings(await storage.get(keyOf(id)), day) };
}

const ATTEMPTS = 3;

/** Tries again what a storage refuses: what was found once is not asked for again on the same day. */
async function patiently(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

type Attempt = (what: string, run: () => Promise<void>) => Promise<void>;
type PublishOptions = { plan: Plan; ids: ReadonlySet<string>; day: string; attempt: Attempt };

/**
 * Brings what requests read up to date, where there is anything new. What is broken there is made again from all findings.
 * Gives the sources that are to be published still.
 */
async function publishFindings(storage: WatchStorage, { plan, ids, day, attempt }: PublishOptions): Promise<string[]> {
  const before: Partial<Record<PublishedKey, unknown>> = {};
  for (const key of PUBLISHED) before[key] = await storage.get(key);
  const sound = soundUntil(before, day);
  const looked = new Map<string, SourceFindings>();
  const unread: string[] = [];
  for (const id of sound ? plan.unpublished : ids) {
    unread.push(id);
    await attempt(`to publish the source "${id}"`, async () => {
      const found = readFindings(await storage.get(keyOf(id)), day);
      if (found) looked.set(id, found);
      unread.pop();
    });
  }
  if (looked.size > 0) {
    const published = publish(sound ?? {}, looked, ids, day);
    for (const key of PUBLISHED) await storage.put(key, published[key]);
  }
  return unread;
}

/** "sourced-fact-cards/0.1.0 (+https://cards.example.org; checks at most once a day whether a quote is still there)" */
export function userAgentOf(publicUrl: string | undefined): string {
  const address = publicUrl ? `+${publicUrl}; ` : '';
  return `${app.name}/${app.version} (${address}checks at most once a day whether a quote is still there)`;
}
