/** Which sources are looked at now. Pure. */
import { siteOf } from '../domain/address.ts';
import { revisionOf } from '../domain/revision.ts';
import type { Source } from '../domain/source.ts';

/** A source that has a page to look at. */
export type WatchedSource = Source & { url: string };

/** The day on which each source was asked for last, by its id: YYYY-MM-DD. */
export type Asked = Readonly<Record<string, string>>;

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
