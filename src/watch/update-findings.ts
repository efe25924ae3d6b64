/** Adds the result of a visit to the findings of a source. Pure. */
import type { QuotedRecord } from '../card/record.ts';
import { revisionOf } from '../card/revision.ts';
import type { Source } from '../card/source.ts';
import type { WatchState } from '../card/watch.ts';
import type { LivePage, ReadPage, UnchangedPage } from '../page/live-page.ts';
import type { Validators } from '../page/visit.ts';
import type { CardFindings, Change, KnownPage, Outcome, SourceFindings } from './findings.ts';
import { observeFailure, observePage, proseLength, type Seen, type Surroundings } from './observe.ts';
import { addDay, addDays, daysBetween, HISTORY_DAYS, worstOf } from './timeline.ts';
import { advance, UNTRACKED } from './tracked.ts';

/** A page is read in full at least this often, whatever its validators say: some pages send the same date for years. */
const FULL_READ_DAYS = 7;

/**
 * The validators for a conditional request. Null if the response "not modified" would not cover every current quote, if a
 * state waits for confirmation, or if the page was not read in full in the last seven days.
 */
export function validatorsFor(
  known: SourceFindings | undefined,
  records: readonly QuotedRecord[],
  day: string,
): Validators | null {
  const page = known?.page;
  if (!page || page.quotes !== quotesRevision(records)) return null;
  if (daysBetween(page.readOn, day) >= FULL_READ_DAYS) return null;
  const isSettled = Object.entries(page.seen).every(([id, { state }]) => {
    const confirmed = known.cards[id]?.confirmed?.state;
    return confirmed === state || (confirmed === 'moved' && state === 'present');
  });
  return isSettled ? page.validators : null;
}

function quotesRevision(records: readonly QuotedRecord[]): string {
  return revisionOf(records.map(({ card, evidence }) => [card.id, card.quote, evidence?.checkedAt ?? null]));
}

type WatchedSource = Source & { url: string };
type SourceVisit = { source: WatchedSource; records: readonly QuotedRecord[]; page: LivePage | UnchangedPage };

/** Adds a visit. `before`: the stored findings. `day`: YYYY-MM-DD, from the scheduled time of the pass. */
export function updateFindings(
  before: SourceFindings | undefined,
  { source, records, page }: SourceVisit,
  day: string,
): SourceFindings {
  const known = before?.url === source.url ? before : undefined;
  const knownCards = new Map(records.map((record) => [record.card.id, knownCard(known, record)]));
  const { seen, pageNow } = seenIn(page, records, known, (id) => knownCards.get(id)?.surroundings ?? null, day);
  const movedTo = page.ok ? page.movedTo : (known?.movedTo ?? null);

  const changes: Change[] = [];
  const cards: Record<string, CardFindings> = {};
  const states: WatchState[] = [];
  for (const [id, card] of knownCards) {
    const now = seen?.get(id);
    if (!now) {
      cards[id] = card;
      continue;
    }
    const state = now.state === 'present' && page.ok && movedTo !== null ? 'moved' : now.state;
    states.push(state);
    const tracked = advance(card, { day, state, score: now.score });
    const { confirmed } = tracked;
    if (confirmed && confirmed.state !== card.confirmed?.state && (card.confirmed || confirmed.state !== 'present')) {
      const { state: to, since, score } = confirmed;
      changes.push({ day, card: id, source: source.id, from: card.confirmed?.state ?? null, to, since, score });
    }
    cards[id] = { quote: card.quote, surroundings: now.surroundings, ...tracked };
  }

  const outcome: Outcome = page.ok ? ('unchanged' in page ? 'unchanged' : 'read') : page.reason;
  const mark = worstOf(states) ?? (outcome === 'disallowed' ? 'disallowed' : 'none');
  return {
    url: source.url,
    lastLooked: seen ? day : (known?.lastLooked ?? ''),
    outcome,
    movedTo,
    skippedUntil: null,
    page: pageNow,
    history: addDay(known?.history ?? null, day, mark),
    cards,
    changes: keptChanges([...changes, ...(before?.changes ?? [])], day),
  };
}

/** Records that reading the page stopped the program on `day`, and that the watch skips it until `skippedUntil`. */
export function recordStop(
  before: SourceFindings | undefined,
  url: string,
  { day, skippedUntil }: { day: string; skippedUntil: string },
): SourceFindings {
  const known = before?.url === url ? before : undefined;
  return {
    ...(known ?? { url, lastLooked: '', movedTo: null, page: null, cards: {}, changes: before?.changes ?? [] }),
    outcome: 'stopped',
    skippedUntil,
    history: addDay(known?.history ?? null, day, 'none'),
  };
}

/** Drops the changes that are older than the chart on /sources. */
function keptChanges(changes: Change[], day: string): Change[] {
  const first = addDays(day, 1 - HISTORY_DAYS);
  return changes.filter((change) => change.day >= first);
}

/** The findings for a card; empty if its quote has changed since. */
function knownCard(known: SourceFindings | undefined, { card }: QuotedRecord): CardFindings {
  const quote = revisionOf(card.quote);
  const entry = known?.cards[card.id];
  return entry?.quote === quote ? entry : { ...UNTRACKED, quote, surroundings: null };
}

type SeenPage = { seen: Map<string, Seen> | undefined; pageNow: KnownPage | null };

/** The result for every card. `seen` is undefined if the page was not requested. */
function seenIn(
  page: LivePage | UnchangedPage,
  records: readonly QuotedRecord[],
  known: SourceFindings | undefined,
  surroundings: (id: string) => Surroundings | null,
  day: string,
): SeenPage {
  const before = known?.page ?? null;
  if (!page.ok) {
    const state = observeFailure(page.reason, page.status);
    const all = (seenAs: WatchState) =>
      new Map(
        records.map(({ card }) => [card.id, { state: seenAs, score: null, surroundings: surroundings(card.id) }]),
      );
    return { seen: state && all(state), pageNow: before };
  }
  if ('unchanged' in page) {
    // Nothing is known from before of a PDF: it is the file in which the quotes were found.
    const known = before?.seen ?? Object.fromEntries(records.filter(isOfCapture).map(({ card }) => [card.id, PRESENT]));
    const seen = Object.entries(known).map(
      ([id, entry]) => [id, { ...entry, surroundings: surroundings(id) }] as const,
    );
    return { seen: new Map(seen), pageNow: before };
  }
  const seen = observePage(
    records,
    { text: page.text, paywalled: page.paywalled, knownProse: before?.prose ?? null, day },
    surroundings,
  );
  return { seen, pageNow: knownPage(page, { seen, records, before, day }) };
}

const PRESENT = { state: 'present', score: null } as const;
const isOfCapture = ({ source, evidence }: QuotedRecord) => evidence?.snapshot === source.snapshot.sha256;

type PageVisit = { seen: Map<string, Seen>; records: readonly QuotedRecord[]; before: KnownPage | null; day: string };

function knownPage(page: ReadPage, { seen, records, before, day }: PageVisit): KnownPage {
  const isWhole = [...seen.values()].some(({ state }) => state === 'present' || state === 'moved');
  return {
    validators: page.validators,
    prose: isWhole ? Math.min(proseLength(page.text), before?.prose ?? Infinity) : (before?.prose ?? null),
    quotes: quotesRevision(records),
    seen: Object.fromEntries([...seen].map(([id, { state, score }]) => [id, { state, score }])),
    readOn: day,
  };
}
