/**
 * `npm run verify [-- --texts DIR] [--source ID]`: finds every quote in its captured text, or without the flag on the live page, prints
 * what it found, and writes the evidence lock. Exit code 0 fine, 2 a quote is missing or drifted, 1 the tool failed:
 * a text or page that the quotes are to be looked for in could not be had.
 */

import type { QuotedCard } from '../card/card.ts';
import { hashQuote, type LockEntry } from '../card/evidence/lock.ts';
import type { Source } from '../card/source.ts';
import { type LoadedCatalog, loadCatalog } from '../catalog/load.ts';
import { readLivePage } from '../page/live-page.ts';
import { readCatalogFiles, readLock, reportProblems, writeLock } from './catalog-files.ts';
import { readOptions } from './command-line.ts';
import { readTexts } from './texts.ts';
import { type SourceText, type Verdict, verifyCards } from './verify-cards.ts';

const USAGE = `Usage: npm run verify [-- --texts DIR] [--source ID]

  --texts DIR   look in the captured texts of this folder, recognised by their SHA-256;
                without it, on the live pages of the catalogue's sources
  --source ID   look for the quotes of this source only

Exit codes: 0 every quote stands in its source, 2 one is missing or only similar, 1 a text or page could not be read.`;

type Reading = { ok: true; source: SourceText } | { ok: false; message: string };
type ReadSource = (source: Source) => Promise<Reading>;

async function main(): Promise<number> {
  const options = readOptions({ texts: { type: 'string' }, source: { type: 'string' } }, USAGE);
  const loaded = loadCatalog(await readCatalogFiles('cards'));
  const { lock, problems } = await readLock();
  if (loaded.problems.length + problems.length > 0) {
    reportProblems([...loaded.problems, ...problems]);
    return 2;
  }

  const today = new Date().toISOString().slice(0, 10);
  const sources = loaded.sources.filter(({ value }) => options.source === undefined || value.id === options.source);
  if (options.source !== undefined && sources.length === 0) {
    console.error(`There is no source "${options.source}" in cards/. Its id is the name of its file.`);
    return 2;
  }
  const read = options.texts === undefined ? livePages(loaded) : await capturedTexts(options.texts);
  const verdicts: Verdict[] = [];
  const unread: { source: Source; message: string }[] = [];
  for (const { value: source } of sources) {
    const cards = cardsOf(loaded, source.id);
    if (cards.length === 0) continue;
    const reading = await read(source);
    if (reading.ok) verdicts.push(...verifyCards(cards, reading.source, today, lock.cards));
    else unread.push({ source, message: reading.message });
  }

  printTable(verdicts);
  for (const { source, message } of unread) console.error(`${source.id}: ${message}`);
  await writeLock({ version: 1, cards: nextEntries(loaded, verdicts, lock.cards, options.texts === undefined) });
  const bad = verdicts.filter(({ entry }) => !entry).length;
  const asked = loaded.quoted.filter((card) => sources.some(({ value }) => value.id === card.source.id)).length;
  console.log(`${verdicts.length - bad} of ${asked} quotes found; the lock says where.`);
  if (bad > 0) return 2;
  return unread.length > 0 ? 1 : 0;
}

function cardsOf({ quoted }: LoadedCatalog, sourceId: string): QuotedCard[] {
  return quoted.filter(({ source }) => source.id === sourceId).map(({ value }) => value);
}

async function capturedTexts(folder: string): Promise<ReadSource> {
  const texts = await readTexts(folder);
  return async ({ language, snapshot: { sha256 } }) => {
    const found = texts.get(sha256);
    if (found)
      return {
        ok: true,
        source: { place: found.path, text: found.text, blocks: null, sha256, from: 'snapshot', language },
      };
    return {
      ok: false,
      message: `no file in ${folder} has the SHA-256 ${sha256}. Give the folder of the captured text, or correct source.snapshot.`,
    };
  };
}

function livePages({ sources }: LoadedCatalog): ReadSource {
  const allowed = new Set(sources.flatMap(({ value }) => value.url ?? []));
  return async ({ url, language }) => {
    if (url === null) return { ok: false, message: 'has no known address. Check it with --texts.' };
    const page = await readLivePage(url, { allowed });
    if (!page.ok) return { ok: false, message: page.message };
    if (page.paywalled) console.error(`${url}: the page is behind a paywall; only its free part is read.`);
    return {
      ok: true,
      source: { place: page.url, text: page.text, blocks: page.blocks, sha256: page.sha256, from: 'page', language },
    };
  };
}

/**
 * What was found now. Where a quote was not: what the captured text proved of the same words before stays true, whatever
 * the live page says today; what was to be found in the captured text itself, and was not, goes.
 */
function nextEntries({ quoted }: LoadedCatalog, verdicts: Verdict[], before: Record<string, LockEntry>, live: boolean) {
  const byId = new Map(verdicts.map((verdict) => [verdict.card.id, verdict]));
  const entries: Record<string, LockEntry> = {};
  for (const { value: card } of quoted) {
    const verdict = byId.get(card.id);
    const known = before[card.id];
    const stillTrue = live && known?.from === 'snapshot' && known.quote === hashQuote(card.quote);
    const entry = verdict?.entry ?? (!verdict || stillTrue ? known : undefined);
    if (entry) entries[card.id] = entry;
  }
  return entries;
}

function printTable(verdicts: Verdict[]): void {
  const width = Math.max(4, ...verdicts.map(({ card }) => card.id.length));
  console.log(`${'card'.padEnd(width)}  match       score  where`);
  for (const { card, found, where } of verdicts) {
    const score =
      found.match === 'exact' || found.match === 'normalised'
        ? '1.00'
        : found.match === 'drift'
          ? found.score.toFixed(2)
          : '-';
    console.log(`${card.id.padEnd(width)}  ${found.match.padEnd(10)}  ${score.padEnd(5)}  ${where}`);
  }
}

process.exitCode = await main();
