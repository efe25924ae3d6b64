/**
 * Where the watch keeps what it knows: Cloudflare KV. It needs no schema, its reads are kept at the edge where cards are
 * asked for, and two writes a pass and one a site and day are far below the 1,000 a day of the Free plan.
 */

import type { Robots, RobotsStore } from '../page/robots.ts';
import { type Findings, NO_FINDINGS } from './findings.ts';
import { reportOf, type WatchReport } from './report.ts';

/** The day on which each source was asked for last, by its id: YYYY-MM-DD. */
export type Asked = Readonly<Record<string, string>>;

/** `asked` is written before a page is asked for: a pass that dies half-way does not ask again on the same day. */
export type WatchStore = RobotsStore & {
  getAsked(): Promise<Asked>;
  putAsked(asked: Asked): Promise<void>;
  getFindings(): Promise<Findings>;
  putFindings(findings: Findings): Promise<void>;
};

const KEY = { asked: 'asked', findings: 'findings', robots: (origin: string) => `robots:${origin}` };

/** Kept until the next day's is there. */
const ROBOTS_SECONDS = 2 * 24 * 60 * 60;

export function createStore(kv: KVNamespace): WatchStore {
  return {
    getAsked: async () => (await kv.get<Asked>(KEY.asked, 'json')) ?? {},
    putAsked: (asked) => kv.put(KEY.asked, JSON.stringify(asked)),
    getFindings: () => readFindings(kv),
    putFindings: (findings) => kv.put(KEY.findings, JSON.stringify(findings)),
    getRobots: (origin) => kv.get<Robots>(KEY.robots(origin), 'json'),
    putRobots: (origin, robots) =>
      kv.put(KEY.robots(origin), JSON.stringify(robots), { expirationTtl: ROBOTS_SECONDS }),
  };
}

/** What the watch found so far. Findings of another version of this program are none. @throws when KV cannot be read. */
async function readFindings(kv: KVNamespace): Promise<Findings> {
  return parseFindings(await kv.get(KEY.findings));
}

function parseFindings(text: string | null): Findings {
  const found = text === null ? null : (JSON.parse(text) as Findings);
  return found?.version === NO_FINDINGS.version ? found : NO_FINDINGS;
}

/** Reads the report for requests; builds it again only where the stored entries have changed. @throws when KV cannot be read. */
export function createReportReader(): (kv: KVNamespace) => Promise<WatchReport | null> {
  let last: { text: string | null; report: WatchReport | null } = { text: null, report: null };
  return async (kv) => {
    const text = await kv.get(KEY.findings);
    if (text !== last.text) last = { text, report: reportOf(parseFindings(text)) };
    return last.report;
  };
}
