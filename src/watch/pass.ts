/** One pass of the watch: looks at the sources whose turn it is, and keeps what it finds. */
import app from '../../package.json' with { type: 'json' };
import type { Catalog } from '../catalog/catalog.ts';
import { addLook, type Findings, keepSources, knownOf, validatorsFor } from './findings.ts';
import { readAgain } from './live-page.ts';
import { dueSources, isWatched, type WatchedSource } from './plan.ts';
import { createRobots } from './robots.ts';
import type { WatchStore } from './store.ts';
import type { VisitOptions } from './visit.ts';

export type PassOptions = {
  catalog: Catalog;
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
  const due = dueSources(catalog.sources, { asked, day, hour: Number(clock.slice(0, 2)) });
  if (due.length === 0) return;
  const ids = new Set(catalog.sources.map(({ id }) => id));
  const stillAsked = Object.entries(asked).filter(([id]) => ids.has(id));
  await store.putAsked({ ...Object.fromEntries(stillAsked), ...Object.fromEntries(due.map(({ id }) => [id, day])) });

  const options: VisitOptions = {
    allowed: new Set(catalog.sources.filter(isWatched).map(({ url }) => url)),
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

type LookOptions = { catalog: Catalog; findings: Findings; day: string; options: VisitOptions };

async function lookAt(source: WatchedSource, { catalog, findings, day, options }: LookOptions): Promise<Findings> {
  const records = catalog.cardsOf(source.id);
  const validators = validatorsFor(knownOf(findings, source), records);
  const page = await readAgain(source.url, { ...options, validators });
  return addLook(findings, { source, records, page }, day);
}

/** "sourced-fact-cards/0.1.0 (+https://cards.example.org; looks once a day whether a quote still stands)" */
export function userAgentOf(publicUrl: string | undefined): string {
  const address = publicUrl ? `+${publicUrl}; ` : '';
  return `${app.name}/${app.version} (${address}looks once a day whether a quote still stands)`;
}
