/** Reads what the watch published for requests: from KV, where it is bound, and from the files that `npm run watch` wrote. */
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

/** What an answer may ask of the watch: null where there is nothing, or it cannot be read in time. Never rejects. */
export type WatchReader<Bindings> = {
  cards(bindings: Bindings, keepAlive: KeepAlive): Promise<WatchReport | null>;
  sources(bindings: Bindings, keepAlive: KeepAlive): Promise<SourcesReport | null>;
  changes(bindings: Bindings, keepAlive: KeepAlive): Promise<ChangesReport | null>;
};

/** Gives the text of a published value from one of the places where it may be; null where there is none. */
export type PublishedPlace<Bindings> = (bindings: Bindings, key: PublishedKey) => Promise<string | null>;

/** KV itself keeps what it gave for so long. */
export const FRESH_MS = 30_000;

type ReaderOptions = { onError: (error: Error) => void; freshMs?: number | undefined; clock?: Clock | undefined };

/** Reads from several places; of values of two days, the newer one counts. `onError` gets what cannot be read. */
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
        // Where one place fails, what the other has may be older than what is known already.
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

/** Opens the value of the latest day that can be opened. */
export function openNewest<Report>(values: readonly unknown[], open: (value: unknown) => Report | null): Report | null {
  const dayOf = (value: unknown) => String((value as { day?: unknown } | null | undefined)?.day ?? '');
  const byDay = values.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  for (const value of byDay) {
    const report = open(value);
    if (report) return report;
  }
  return null;
}
