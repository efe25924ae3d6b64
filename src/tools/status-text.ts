/** The output of `npm run status`: the sources with their states, and what needs attention. Pure. */
import { counted } from '../card/prose.ts';
import { WATCH_STATES, type Watch, type WatchState } from '../card/watch.ts';
import type { WatchedEntry, WatchList } from '../watch/report.ts';
import { daysBetween } from '../watch/timeline.ts';

/** What to do about each state. */
const FIXES: Record<Exclude<WatchState, 'present'>, string> = {
  moved:
    'Read the page. npm run verify records where the quote is now; if the page has a new address, set it as the url of the source.',
  changed:
    'Read the page. If the publisher corrected it, correct the card. If it was edited without notice, record that in the note of the source.',
  gone: 'npm run archive looks for an archived copy. If the page has a new address, set it as the url of the source.',
  unreachable: 'Open the page in a browser. npm run archive looks for an archived copy.',
  paywalled: 'Open the page in a browser; programs can no longer read the quote there.',
};

/** Each source is read once a day. If one was not read for this long, the watch does not run or fails. */
const UNSEEN_DAYS = 3;

/** One line per source, then what needs attention and what to do. `today`: YYYY-MM-DD */
export function statusText(
  watch: NonNullable<WatchList['watch']>,
  today: string,
): { text: string; needsAttention: boolean } {
  const { sources, total, lastLooked } = watch;
  const cards = sources.reduce((sum, source) => sum + source.cards.length, 0);
  const needs = sources.flatMap((source) => needsOf(source, today));
  const width = Math.max(6, ...sources.map(({ id }) => id.length));
  const lines = [
    `${counted(cards, 'card')} from ${counted(total, 'source')} with an address. Last read ${lastLooked}.`,
    '',
    `${'source'.padEnd(width)}  last read    quotes`,
    ...sources.map(
      (source) => `${source.id.padEnd(width)}  ${(source.lastLooked ?? 'never').padEnd(11)}  ${statesOf(source)}`,
    ),
    '',
    ...(needs.length > 0 ? ['Needs attention:', ...needs.map((need) => `  ${need}`)] : ['Nothing needs attention.']),
  ];
  return { text: lines.join('\n'), needsAttention: needs.length > 0 };
}

function statesOf({ cards }: WatchedEntry): string {
  const states = cards.map(({ watch }) => watch?.state);
  const parts = [...WATCH_STATES, undefined].flatMap((state) => {
    const count = states.filter((each) => each === state).length;
    return count > 0 ? [`${count} ${state ?? 'not confirmed yet'}`] : [];
  });
  return parts.join(', ') || 'no cards';
}

/** Groups the cards of a source by state: if a page disappears, all its cards are reported in one line. */
function needsOf(source: WatchedEntry, today: string): string[] {
  const { id, url, outcome, movedTo, cards, skippedUntil } = source;
  const forbidden = `${id}: robots.txt does not allow programs to read ${url}. Check the page yourself from time to time.`;
  const stopped = `${id}: reading ${url} stopped the watch; it is read again on ${skippedUntil}. Check the page yourself, or set another url in its source.`;
  const pdf = `${id}: ${url} is a PDF that is not the captured file, or too large for the watch. npm run verify -- --live --source ${id} searches for the quotes.`;
  const moved = `${id}: ${url} redirects permanently to ${movedTo}. Set it as the url of the source.`;
  const fallen = cards.flatMap(({ id: card, watch }) => (watch && watch.state !== 'present' ? [{ card, watch }] : []));
  const matters = Map.groupBy(fallen, ({ watch }) => `${watch.state} ${watch.since}`);
  return [
    ...(outcome === 'disallowed' ? [forbidden] : []),
    ...(outcome === 'stopped' ? [stopped] : []),
    ...(outcome === 'pdf' ? [pdf] : []),
    ...unseen(source, today),
    ...(movedTo === null ? [] : [moved]),
    ...[...matters.values()].map((matter) => describeMatter(source, matter)),
  ];
}

function unseen({ id, lastLooked, outcome }: WatchedEntry, today: string): string[] {
  if (outcome === 'disallowed' || outcome === 'stopped' || outcome === 'pdf') return [];
  if (lastLooked === null) return [`${id}: not read yet. Check that the watch runs.`];
  const days = daysBetween(lastLooked, today);
  return days < UNSEEN_DAYS ? [] : [`${id}: not read for ${days} days. Check that the watch runs.`];
}

function describeMatter({ id, outcome }: WatchedEntry, matter: { card: string; watch: Watch }[]): string {
  const { state, since } = (matter[0] as { watch: Watch }).watch;
  const names = matter.map(({ card, watch: { score } }) =>
    score === null ? card : `${card} (${Math.floor(score * 100)} % similar)`,
  );
  const why = state === 'unreachable' ? ` (${outcome})` : '';
  return `${id}: ${state} since ${since}${why}: ${names.join(', ')}. ${state === 'present' ? '' : FIXES[state]}`;
}
