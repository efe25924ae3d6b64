/** One pass of the watch: which sources are due, what is read of them, and what is kept. */
import app from '../../package.json' with { type: 'json' };
import { revisionOf } from '../card/revision.ts';
import type { Source } from '../card/source.ts';
import type { Store } from '../catalog/store.ts';
import { readAgain } from '../page/live-page.ts';
import { createRobots } from '../page/robots.ts';
import type { VisitOptions } from '../page/visit.ts';
import { siteOf } from '../page/visit.ts';
import { addLook, type Findings, keepSources, knownOf, validatorsFor } from './findings.ts';
import type { Asked, WatchStore } from './kv-store.ts';

export type PassOptions = {
  catalog: Store;
  store: WatchStore;
  /** When the scheduler meant the pass to be: milliseconds since 1970. No other clock is asked. */
  time: number;
  /** The address of this service, where it is configured: an honest program says where it can be asked about. */
  publicUrl?: string | undefined;
  /** For tests. */
  visiting?: Pick<VisitOptions, 'fetch' | 'loopbackHttp' | 'timeoutMs'>;
};

/** An isolate has 128 MB, and the tree of a page takes some twenty times its bytes. */
const MAX_BYTES = 2_000_000;

/** Looks at the sources that are due. @throws AggregateError of what failed here, after all else is kept. */
export async function passOver({ catalog, store, time, publicUrl, visiting }: PassOptions): Promise<void> {
  const [day = '', clock = ''] = new Date(time).toISOString().split('T');
  const asked = await store.getAsked();
  const sources = (await catalog.listSources()).map(({ source }) => source);
  const due = dueSources(sources, { asked, day, hour: Number(clock.slice(0, 2)) });
  if (due.length === 0) return;
  const ids = new Set(sources.map(({ id }) => id));
  const stillAsked = Object.entries(asked).filter(([id]) => ids.has(id));
  await store.putAsked({ ...Object.fromEntries(stillAsked), ...Object.fromEntries(due.map(({ id }) => [id, day])) });

  const options: VisitOptions = {
    allowed: new Set(sources.filter(isWatched).map(({ url }) => url)),
    userAgent: userAgentOf(publicUrl),
    maxBytes: MAX_BYTES,
    ...visiting,
  };
  const permission = createRobots(store, day, options);
  let findings = keepSources(await store.getFindings(), ids);
  const failures: unknown[] = [];
  for (const source of due) {
    try {
      findings = await lookAt(source, { catalog, findings, day, options: { ...options, permission } });
    } catch (error) {
      failures.push(new Error(`the watch failed at the source "${source.id}"`, { cause: error }));
    }
  }
  await store.putFindings(findings);
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
}

type LookOptions = { catalog: Store; findings: Findings; day: string; options: VisitOptions };

async function lookAt(source: WatchedSource, { catalog, findings, day, options }: LookOptions): Promise<Findings> {
  const records = await catalog.cardsOf(source.id);
  const validators = validatorsFor(knownOf(findings, source), records);
  const page = await readAgain(source.url, { ...options, validators });
  return addLook(findings, { source, records, page }, day);
}

/** "sourced-fact-cards/0.1.0 (+https://cards.example.org; checks at most once a day whether a quote is still there)" */
export function userAgentOf(publicUrl: string | undefined): string {
  const address = publicUrl ? `+${publicUrl}; ` : '';
  return `${app.name}/${app.version} (${address}checks at most once a day whether a quote is still there)`;
}

/** A source that has a page to look at. */
export type WatchedSource = Source & { url: string };

/**
 * Workers Free lets one run ask 50 times: six sources with a robots.txt, a page and five redirects each are 42. So 144
 * sources are looked at every day, and of more of them each has its turn.
 */
export const SOURCES_PER_PASS = 6;

export function isWatched(source: Source): source is WatchedSource {
  return source.url !== null;
}

/**
 * The sources to look at in an hour of a day (UTC, 0 to 23): those whose hour has come and that were not asked for on that
 * day, the longest unasked first, one of each site. Where there are so many that every pass is full, none has its own hour.
 */
export function dueSources(
  sources: readonly Source[],
  { asked, day, hour, limit = SOURCES_PER_PASS }: { asked: Asked; day: string; hour: number; limit?: number },
): WatchedSource[] {
  const watched = sources.filter(isWatched);
  const hasOwnHours = watched.length <= limit * HOURS_WITH_VISITS;
  const due = watched
    .map((source) => ({ source, last: asked[source.id] ?? '', hour: hasOwnHours ? hourOf(source.id) : 0 }))
    .filter((each) => each.last < day && each.hour <= hour)
    .sort((a, b) => compare(a.last, b.last) || a.hour - b.hour || compare(a.source.id, b.source.id));
  const bySite = new Map<string, WatchedSource>();
  for (const { source } of due) {
    const site = siteOf(new URL(source.url));
    if (!bySite.has(site)) bySite.set(site, source);
  }
  return [...bySite.values()].slice(0, limit);
}

/** The last six hours of a day are for those that the passes before had no room for. */
const HOURS_WITH_VISITS = 18;

/** The hour of a source: always the same, and another for each, so that a day's visits are spread. */
function hourOf(id: string): number {
  return Number.parseInt(revisionOf(id), 16) % HOURS_WITH_VISITS;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
