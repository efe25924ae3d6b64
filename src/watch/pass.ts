/** One pass of the watch: reads the sources that are due, and stores the findings after each of them. */
import { z } from 'zod';
import app from '../../package.json' with { type: 'json' };
import type { QuotedRecord } from '../card/record.ts';
import type { Store } from '../catalog/store.ts';
import { readAgain } from '../page/live-page.ts';
import { createRobots, type RobotsStore } from '../page/robots.ts';
import { siteOf, type VisitOptions } from '../page/visit.ts';
import { readFindings, type SourceFindings } from './findings.ts';
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
import { validUntil } from './published.ts';
import { PUBLISHED, type PublishedKey, type WatchStorage } from './storage.ts';
import { recordStop, updateFindings, validatorsFor } from './update-findings.ts';

export type PassOptions = {
  catalog: Store;
  storage: WatchStorage;
  /** The scheduled time of the pass in milliseconds since 1970. The pass uses no other clock. */
  time: number;
  /** Whether all sources of the day are due, whatever their hour. */
  wholeDay?: boolean;
  /** The address of this service, if it is configured; sent in the user agent. */
  publicUrl?: string | undefined;
  /** Waits before the next page of the same site. */
  pause?: (ms: number) => Promise<unknown>;
  /** For tests. */
  visiting?: Pick<VisitOptions, 'fetch' | 'loopbackHttp' | 'timeoutMs'>;
};

/** `left`: how many sources are still due. `failures`: our own failures, not those of sites. */
export type Pass = { left: number; failures: Error[] };

/** An isolate has 128 MB, and the tree of a page needs about twenty times its size. */
const MAX_BYTES = 2_000_000;

/** The pause between two pages of the same site. */
const PAUSE_MS = 5_000;

/**
 * The Free plan of Workers allows 50 requests per run. A source needs at most 12: the page and five redirects, each with the
 * robots.txt of its site.
 */
const MAX_REQUESTS = 50;
const REQUESTS_PER_SOURCE = 12;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Reads the sources that are due, as many as one run allows. Stores the findings for a source before it reads the next one.
 * @throws if the plan cannot be read or written: a source is read only after the plan names it.
 */
export async function runPass(options: PassOptions): Promise<Pass> {
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
    if (left() < REQUESTS_PER_SOURCE) break;
    let known: Known | undefined;
    await attempt(`to open the source "${source.id}"`, async () => {
      known = await openSource(source, { catalog, storage, day });
    });
    // Without the earlier findings, new ones cannot be added, so the page is not requested.
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
      const updated = updateFindings(found, { source, records, page }, day);
      await withRetries(() => storage.put(keyOf(source.id), updated));
    });
    plan = endReading(plan, source.id);
    await attempt('to store its plan', () => withRetries(() => storage.put('plan', plan)));
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

/** The stored plan. Records the source that stopped the last pass, and deletes the findings of removed sources. */
async function openPlan({ storage }: PassOptions, { day, ids, sources }: Opening): Promise<Plan> {
  const stored = await storage.get('plan');
  const plan = readPlan(stored, day, ids);
  for (const id of Object.keys((stored as Partial<Plan> | undefined)?.asked ?? {})) {
    if (!ids.has(id)) await storage.delete(keyOf(id));
  }
  const stoppedAt = sources.find(({ id }) => id === plan.reading);
  if (!stoppedAt) return plan;
  const { id, url } = stoppedAt;
  const skipped = skip(plan, id, day);
  const known = readFindings(await storage.get(keyOf(id)), day);
  await storage.put(keyOf(id), recordStop(known, url, { day, skippedUntil: skipped.stopped[id]?.until ?? day }));
  await storage.put('plan', skipped);
  return skipped;
}

function countedRequests(request: typeof fetch = fetch) {
  let count = 0;
  const counted = ((...args: Parameters<typeof fetch>) => {
    count++;
    return request(...args);
  }) as typeof fetch;
  return { request: counted, left: () => MAX_REQUESTS - count };
}

const Robots = z.object({ day: z.string(), text: z.string().nullable() });

/** A robots.txt that cannot be stored is requested again. */
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

/** Retries a failed write: if the findings were lost, the page would not be read again on the same day. */
async function withRetries(write: () => Promise<void>): Promise<void> {
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
 * Updates the published values if there is anything new. Rebuilds invalid ones from all findings. Returns the sources that
 * could not be published yet.
 */
async function publishFindings(storage: WatchStorage, { plan, ids, day, attempt }: PublishOptions): Promise<string[]> {
  const before: Partial<Record<PublishedKey, unknown>> = {};
  for (const key of PUBLISHED) before[key] = await storage.get(key);
  const valid = validUntil(before, day);
  const updated = new Map<string, SourceFindings>();
  const unread: string[] = [];
  for (const id of valid ? plan.unpublished : ids) {
    unread.push(id);
    await attempt(`to publish the source "${id}"`, async () => {
      const found = readFindings(await storage.get(keyOf(id)), day);
      if (found) updated.set(id, found);
      unread.pop();
    });
  }
  if (updated.size > 0) {
    const published = publish(valid ?? {}, updated, ids, day);
    for (const key of PUBLISHED) await storage.put(key, published[key]);
  }
  return unread;
}

/** "sourced-fact-cards/0.1.0 (+https://cards.example.org; checks at most once a day whether a quote is still there)" */
export function userAgentOf(publicUrl: string | undefined): string {
  const address = publicUrl ? `+${publicUrl}; ` : '';
  return `${app.name}/${app.version} (${address}checks at most once a day whether a quote is still there)`;
}
