/** Invented findings of the watch for tests: the cards of one source, with one state per day. */
import type { QuotedRecord } from '../../src/card/record.ts';
import type { WatchState } from '../../src/card/watch.ts';
import type { LivePage } from '../../src/page/live-page.ts';
import { failure } from '../../src/page/visit.ts';
import type { SourceFindings } from '../../src/watch/findings.ts';
import { publish } from '../../src/watch/publish.ts';
import type { Published } from '../../src/watch/published.ts';
import type { WatchReader } from '../../src/watch/reader.ts';
import { changesReportOf, reportOf, sourcesReportOf } from '../../src/watch/report.ts';
import { updateFindings } from '../../src/watch/update-findings.ts';

const text = (body: string): LivePage => ({
  ok: true,
  url: 'https://example.org/article',
  text: body,
  bytes: Buffer.from(body),
  headers: {},
  blocks: null,
  sha256: 'b'.repeat(64),
  paywalled: false,
  movedTo: null,
  validators: null,
});

/** One page for each state of the quote "these are the words". */
const PAGES: Record<WatchState, LivePage> = {
  present: text('She said that these are the words of the day.'),
  moved: text('Others write on Sunday, these are the words, and nothing besides.'),
  changed: text('She said that these were the words of the day.'),
  gone: failure('http-status', 'It is gone.', 404),
  unreachable: failure('timeout', 'It is slow.'),
  paywalled: failure('paywall', 'It is closed.', 402),
};

/** The findings after visits on consecutive days; the first is 1 January 2026. */
export function findingsOf(records: readonly QuotedRecord[], states: readonly WatchState[]): SourceFindings {
  const { source } = records[0] as QuotedRecord;
  const from = { ...source, url: source.url as string };
  return states.reduce<SourceFindings | undefined>(
    (known, state, index) => updateFindings(known, { source: from, records, page: PAGES[state] }, dayOf(index)),
    undefined,
  ) as SourceFindings;
}

const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);

/** The published values of these findings. */
export function publishedOf(records: readonly QuotedRecord[], states: readonly WatchState[]): Published {
  const { source } = records[0] as QuotedRecord;
  const updated = new Map([[source.id, findingsOf(records, states)]]);
  return publish({}, updated, new Set([source.id]), dayOf(states.length - 1));
}

/** A reader of published values. */
export function readerOf(published: () => Promise<Published | null>): WatchReader<unknown> {
  return {
    cards: async () => reportOf((await published())?.index),
    sources: async () => sourcesReportOf((await published())?.sources),
    changes: async () => changesReportOf((await published())?.changes),
  };
}
