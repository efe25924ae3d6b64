/** Reads the published values of the watch: from KV, if it is bound, and from the files that `npm run watch` wrote. */
import { type Clock, type KeepAlive, lastKnown } from '../last-known.ts';
import {
  type ChangesReport,
  changesReportOf,
  reportOf,
  type SourcesReport,
  sourcesReportOf,
  type WatchReport,
} from './report.ts';
import { type PublishedKey, parseJson } from './storage.ts';

/** The published values for a response; null if there are none, or if they cannot be read in time. Never rejects. */
export type WatchReader<Bindings> = {
  cards(bindings: Bindings, keepAlive: KeepAlive): Promise<WatchReport | null>;
  sources(bindings: Bindings, keepAlive: KeepAlive): Promise<SourcesReport | null>;
  changes(bindings: Bindings, keepAlive: KeepAlive): Promise<ChangesReport | null>;
};

/** Reads the text of a published value from one place; null if there is none. */
export type PublishedPlace<Bindings> = (bindings: Bindings, key: PublishedKey) => Promise<string | null>;

/** KV caches a value for at least this long. */
export const FRESH_MS = 30_000;

type ReaderOptions = { onError: (error: Error) => void; freshMs?: number | undefined; clock?: Clock | undefined };

/** Reads from several places and uses the value with the latest day. `onError` receives failures to read. */
export function createWatchReader<Bindings>(
  places: readonly PublishedPlace<Bindings>[],
  { onError, freshMs = FRESH_MS, clock }: ReaderOptions,
): WatchReader<Bindings> {
  const reader = <Report>(key: PublishedKey, open: (value: unknown) => Report | null) => {
    let last: { texts: (string | null)[]; report: Report | null } = { texts: [], report: null };
    const read = lastKnown(
      async (bindings: Bindings) => {
        const answers = await Promise.allSettled(places.map((place) => place(bindings, key)));
        const texts = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null));
        const failed = answers.find((answer) => answer.status === 'rejected');
        // If one place fails, the value of the other may be older than the last known one.
        if (failed && (last.report !== null || texts.every((text) => text === null))) throw failed.reason;
        if (texts.some((text, at) => text !== last.texts[at]))
          last = { texts, report: openNewest(texts.map(parseJson), open) };
        return last.report;
      },
      { none: null, freshMs, onError, clock },
    );
    return (bindings: Bindings, keepAlive: KeepAlive) => read(keepAlive, bindings);
  };
  return {
    cards: reader('index', reportOf),
    sources: reader('sources', sourcesReportOf),
    changes: reader('changes', changesReportOf),
  };
}

/** Opens the newest valid value. */
export function openNewest<Report>(values: readonly unknown[], open: (value: unknown) => Report | null): Report | null {
  const dayOf = (value: unknown) => String((value as { day?: unknown } | null | undefined)?.day ?? '');
  const byDay = values.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  for (const value of byDay) {
    const report = open(value);
    if (report) return report;
  }
  return null;
}
