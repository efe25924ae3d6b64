/** All that the watch knows, and how a look at a source adds to it. Pure. */
import type { QuotedRecord } from '../card/record.ts';
import { revisionOf } from '../card/revision.ts';
import type { Source } from '../card/source.ts';
import type { WatchState } from '../card/watch.ts';
import type { LivePage, ReadPage, UnchangedPage } from '../page/live-page.ts';
import { type Validators, VISIT_FAILURES } from '../page/visit.ts';
import { observeFailure, observePage, proseLength, type Seen, type Surroundings } from './observe.ts';
import { addDay, type History, worstOf } from './timeline.ts';

/** What the watch keeps. `day`: of the last look, YYYY-MM-DD. `changes`: the newest first. */
export type Findings = { version: 1; day: string; sources: Record<string, SourceFindings>; changes: Change[] };

export type SourceFindings = {
  url: string;
  lastLooked: string;
  outcome: Outcome;
  /** Where the page is now, where its old address leads there for good. */
  movedTo: string | null;
  page: KnownPage | null;
  history: History;
  cards: Record<string, CardFindings>;
};

/** How the last look went: the page was read, is as it was, or why it was not read. */
export const OUTCOMES = ['read', 'unchanged', ...VISIT_FAILURES] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What the page was when it was read last. `prose`: the least that there ever was of it with a quote in it. `quotes`: the
 * revision of what was looked for. `seen`: of each card.
 */
type KnownPage = {
  validators: Validators | null;
  prose: number | null;
  quotes: string;
  seen: Record<string, { state: WatchState; score: number | null }>;
};

type CardFindings = Tracked & { quote: string; surroundings: Surroundings | null };

/** A state that changed. `day`: on which it was believed; `since`: from which on it was seen. */
export type Change = {
  day: string;
  card: string;
  source: string;
  from: WatchState | null;
  to: WatchState;
  since: string;
  score: number | null;
};

/** A feed and a person look at the newest; the rest is history. */
const KEPT_CHANGES = 100;

export const NO_FINDINGS: Findings = { version: 1, day: '', sources: {}, changes: [] };

/** What was known of a source at this address; undefined where its address is another now. */
export function knownOf(findings: Findings, source: Source): SourceFindings | undefined {
  const known = findings.sources[source.id];
  return known?.url === source.url ? known : undefined;
}

/** The validators to ask with: only where the answer "not changed" would say something of every quote there is today. */
export function validatorsFor(known: SourceFindings | undefined, records: readonly QuotedRecord[]): Validators | null {
  return known?.page?.quotes === quotesRevision(records) ? known.page.validators : null;
}

function quotesRevision(records: readonly QuotedRecord[]): string {
  return revisionOf(records.map(({ card, evidence }) => [card.id, card.quote, evidence?.checkedAt ?? null]));
}

type Look = { source: Source & { url: string }; records: readonly QuotedRecord[]; page: LivePage | UnchangedPage };

/** Adds a look at a source. `day`: YYYY-MM-DD, as the scheduler names it. */
export function addLook(findings: Findings, { source, records, page }: Look, day: string): Findings {
  const known = knownOf(findings, source);
  const before = new Map(records.map((record) => [record.card.id, knownCard(known, record)]));
  const { seen, pageNow } = seenIn(page, records, known, (id) => before.get(id)?.surroundings ?? null, day);
  const movedTo = page.ok ? page.movedTo : (known?.movedTo ?? null);

  const changes: Change[] = [];
  const cards: Record<string, CardFindings> = {};
  const states: WatchState[] = [];
  for (const [id, card] of before) {
    const look = seen?.get(id);
    if (!look) {
      cards[id] = card;
      continue;
    }
    const state = look.state === 'present' && page.ok && movedTo !== null ? 'moved' : look.state;
    states.push(state);
    const tracked = advance(card, { day, state, score: look.score });
    const { stands } = tracked;
    if (stands && stands.state !== card.stands?.state && (card.stands || stands.state !== 'present')) {
      const from = card.stands?.state ?? null;
      changes.push({
        day,
        card: id,
        source: source.id,
        from,
        to: stands.state,
        since: stands.since,
        score: stands.score,
      });
    }
    cards[id] = { quote: card.quote, surroundings: look.surroundings, ...tracked };
  }

  const outcome: Outcome = page.ok ? ('unchanged' in page ? 'unchanged' : 'read') : page.reason;
  const mark = worstOf(states) ?? (outcome === 'disallowed' ? 'disallowed' : 'none');
  const entry: SourceFindings = {
    url: source.url,
    lastLooked: seen ? day : (known?.lastLooked ?? ''),
    outcome,
    movedTo,
    page: pageNow,
    history: addDay(known?.history ?? null, day, mark),
    cards,
  };
  return {
    version: 1,
    day: day > findings.day ? day : findings.day,
    sources: { ...findings.sources, [source.id]: entry },
    changes: [...changes, ...findings.changes].slice(0, KEPT_CHANGES),
  };
}

/** What is known of a card; nothing where its quote is another now. */
function knownCard(known: SourceFindings | undefined, { card }: QuotedRecord): CardFindings {
  const quote = revisionOf(card.quote);
  const entry = known?.cards[card.id];
  return entry?.quote === quote ? entry : { ...UNTRACKED, quote, surroundings: null };
}

type SeenPage = { seen: Map<string, Seen> | undefined; pageNow: KnownPage | null };

/** What is seen of every card; undefined where nobody looked. */
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
    const seen = Object.entries(before?.seen ?? {}).map(
      ([id, entry]) => [id, { ...entry, surroundings: surroundings(id) }] as const,
    );
    return { seen: new Map(seen), pageNow: before };
  }
  const seen = observePage(
    records,
    { text: page.text, paywalled: page.paywalled, knownProse: before?.prose ?? null, day },
    surroundings,
  );
  return { seen, pageNow: knownPage(page, seen, records, before) };
}

function knownPage(
  page: ReadPage,
  seen: Map<string, Seen>,
  records: readonly QuotedRecord[],
  before: KnownPage | null,
): KnownPage {
  const isWhole = [...seen.values()].some(({ state }) => state === 'present' || state === 'moved');
  return {
    validators: page.validators,
    prose: isWhole ? Math.min(proseLength(page.text), before?.prose ?? Infinity) : (before?.prose ?? null),
    quotes: quotesRevision(records),
    seen: Object.fromEntries([...seen].map(([id, { state, score }]) => [id, { state, score }])),
  };
}

/** Forgets the sources that are in the catalogue no more. */
export function keepSources(findings: Findings, ids: ReadonlySet<string>): Findings {
  const sources = Object.fromEntries(Object.entries(findings.sources).filter(([id]) => ids.has(id)));
  return { ...findings, sources };
}

/** What one look showed. `score`: of `changed`, how similar the words are, 0 to 1. `day`: YYYY-MM-DD. */
export type Observation = { day: string; state: WatchState; score: number | null };

/** A state, and the first of the days in a row that it was seen on. */
export type Standing = { state: WatchState; since: string; score: number | null };

/** What stands, null before anything does; and the last observations, the oldest first. */
export type Tracked = { stands: Standing | null; recent: readonly Observation[] };

export const UNTRACKED: Tracked = { stands: null, recent: [] };

/** One failure is no finding: servers stumble, and pages are rebuilt. A state changes when so many days in a row agree. */
export const DAYS_TO_BELIEVE = 3;

/**
 * The next state. A second look on a day, or one at an earlier day, counts for nothing. The first look that finds the
 * words needs no others to agree: finding them shows that they are there, and not finding them shows nothing.
 */
export function advance({ stands, recent }: Tracked, seen: Observation): Tracked {
  const last = recent.at(-1);
  if (last && seen.day <= last.day) return { stands, recent };
  const row = [...recent, seen].slice(-DAYS_TO_BELIEVE);
  return { stands: nextStanding(stands, row, seen), recent: row };
}

function nextStanding(stands: Standing | null, row: readonly Observation[], seen: Observation): Standing | null {
  const { state, score } = seen;
  if (stands?.state === state) return { ...stands, score };
  if (stands === null && state === 'present') return { state, since: seen.day, score };
  const isBelieved = row.length === DAYS_TO_BELIEVE && row.every((each) => each.state === state);
  return isBelieved ? { state, since: row[0]?.day ?? seen.day, score } : stands;
}
