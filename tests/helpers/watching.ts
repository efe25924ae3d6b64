/** What the watch found, made up for tests: one card of one source, seen so on each of the days. */
import type { QuotedRecord } from '../../src/card/record.ts';
import type { WatchState } from '../../src/card/watch.ts';
import type { LivePage } from '../../src/page/live-page.ts';
import { failure } from '../../src/page/visit.ts';
import { addLook, type Findings, NO_FINDINGS } from '../../src/watch/findings.ts';

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

/** Pages on which the words "these are the words" fare so. */
const PAGES: Record<WatchState, LivePage> = {
  present: text('She said that these are the words of the day.'),
  moved: text('Others write on Sunday, these are the words, and nothing besides.'),
  changed: text('She said that these were the words of the day.'),
  gone: failure('http-status', 'It is gone.', 404),
  unreachable: failure('timeout', 'It is slow.'),
  paywalled: failure('paywall', 'It is closed.', 402),
};

/** What stands after looks on days in a row; the first is 1 January 2026. */
export function findingsOf(records: readonly QuotedRecord[], states: readonly WatchState[]): Findings {
  const { source } = records[0] as QuotedRecord;
  return states.reduce((findings, state, index) => {
    const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const from = { ...source, url: source.url as string };
    return addLook(findings, { source: from, records, page: PAGES[state] }, day);
  }, NO_FINDINGS);
}
