/**
 * `npm run verify [-- --offline | --live | --texts DIR] [--source ID]`: finds every quote in the capture of its source, or on
 * the live page, prints the results, and writes the evidence lock. Exit codes: 0 fine, 2 a quote is missing or a warning is
 * not accepted, 1 the tool failed, for example because a text or page could not be read.
 */

import { counted } from '../card/prose.ts';
import type { Source } from '../card/source.ts';
import { type LoadedCatalog, loadCatalog, problemAt, SPEAKERS_FILE } from '../catalog/load.ts';
import { findUnaccepted } from '../catalog/meaning.ts';
import { importCaptures } from './captures.ts';
import { changeLock, readCatalogFiles, readLock, reportProblems, uniqueLines } from './catalog-files.ts';
import { readOptions, runTool } from './command-line.ts';
import { type Checked, nextEntries } from './lock-entries.ts';
import { readSource, type Where } from './source-text.ts';
import { collectQuotes, type Verdict, verifyQuotes } from './verify-cards.ts';

const USAGE = `Usage: npm run verify [-- [--offline | --live | --texts DIR] [--source ID]]

Finds each quote in the capture of its source. If captures/ has none, reads the live page and keeps it in captures/.

  --offline     use only captures/
  --live        read the live pages, and keep them in captures/
  --texts DIR   copy files from this folder to captures/ if a source has their SHA-256; then as --offline
  --source ID   verify only this source

Exit codes: 0 all quotes were found and all cards agree with them, 2 a quote is missing or a warning is not accepted,
1 a text or page could not be read.`;

const OPTIONS = {
  texts: { type: 'string' },
  offline: { type: 'boolean' },
  live: { type: 'boolean' },
  source: { type: 'string' },
} as const;

async function main(): Promise<number> {
  const { texts, offline, live, source: only } = readOptions(OPTIONS, USAGE);
  if ([texts !== undefined, offline, live].filter(Boolean).length > 1) {
    console.error('Use only one of --offline, --live and --texts.');
    return 2;
  }
  const loaded = loadCatalog(await readCatalogFiles('cards'));
  const { lock, entriesOf, problems } = await readLock();
  const blocking = [...loaded.problems.filter(({ file }) => !isOfAnother(file, only, loaded)), ...problems];
  if (blocking.length > 0) {
    reportProblems(blocking);
    return 2;
  }
  const others = uniqueLines(loaded.problems);
  if (others.length > 0) console.error(`Ignored, because only "${only}" is verified:\n${others.join('\n')}\n`);
  const sources = loaded.sources.map(({ value }) => value).filter(({ id }) => only === undefined || id === only);
  if (only !== undefined && sources.length === 0) {
    console.error(`The source "${only}" does not exist. The id of a source is the name of its file in cards/.`);
    return 2;
  }

  if (texts !== undefined) await importCaptures(texts, sources);
  const where: Where = live ? 'live' : offline || texts !== undefined ? 'captures' : 'any';
  const allowed = new Set(loaded.sources.flatMap(({ value }) => value.url ?? []));
  const today = new Date().toISOString().slice(0, 10);
  const verdicts: Checked[] = [];
  const speakers = loaded.speakers.map(({ value }) => value);
  const topics = [...new Set(loaded.quoted.flatMap(({ value }) => value.topics))];
  let total = 0;
  const unread: { source: Source; message: string }[] = [];
  for (const source of sources) {
    const wanted = collectQuotes(source.id, loaded.quoted);
    if (wanted.length === 0) continue;
    total += wanted.length;
    const known = wanted.flatMap(({ key }) => entriesOf(key));
    const reading = await readSource(source, known, { where, allowed, today });
    if (!reading.ok) unread.push({ source, message: reading.message });
    else {
      const { sha256 } = reading.source;
      const captured = source.snapshot.accessed;
      // The author's time zone may be ahead of UTC.
      const day = today < captured ? captured : today;
      const found = verifyQuotes(wanted, reading.source, { source, speakers, topics }, day, lock.cards);
      verdicts.push(...found.map((verdict) => ({ ...verdict, sha256, captured })));
    }
  }

  printTable(verdicts);
  for (const { source, message } of unread) console.error(`${source.id}: ${message}`);
  const isWhole = only === undefined && unread.length === 0 && verdicts.length > 0;
  await changeLock((before) => nextEntries(loaded, verdicts, { before, isWhole }));
  const byId = new Map(loaded.quoted.map((card) => [card.value.id, card]));
  const warnings = verdicts.flatMap(({ key, entry }) => {
    const located = byId.get(key);
    return located && entry?.checks ? findUnaccepted(located, entry.checks) : [];
  });
  const bad = verdicts.filter(({ entry }) => !entry).length;
  const faults = verdicts.flatMap(({ owner, path, fault }) => {
    const located = byId.get(owner);
    return located && fault !== undefined ? [problemAt(located, [...path, 'exact'], fault)] : [];
  });
  const lines = { faults: uniqueLines(faults), warnings: uniqueLines(warnings) };
  for (const line of [...lines.faults, ...lines.warnings]) console.error(line);
  console.log(
    `${verdicts.length - bad} of ${counted(total, 'quote')} found${verdicts.length > bad ? '; their places are recorded in the lock file' : ''}.`,
  );
  const { length } = lines.warnings;
  if (length > 0) console.log(`${counted(length, 'warning')} to fix or to accept with a reason.`);
  if (bad + warnings.length > 0) return 2;
  return unread.length > 0 ? 1 : 0;
}

/** Whether a problem is in a file that the verified source does not need. */
function isOfAnother(file: string, only: string | undefined, { sources }: LoadedCatalog): boolean {
  const own = sources.find(({ value }) => value.id === only);
  return own !== undefined && file !== own.file && file !== `cards/${SPEAKERS_FILE}`;
}

function printTable(verdicts: Verdict[]): void {
  const width = Math.max(4, ...verdicts.map(({ key }) => key.length));
  console.log(`${'card'.padEnd(width)}  match       score  where`);
  for (const { key, found, where } of verdicts) {
    const score =
      found.match === 'exact' || found.match === 'normalised'
        ? '1.00'
        : found.match === 'drift'
          ? found.score.toFixed(2)
          : '-';
    console.log(`${key.padEnd(width)}  ${found.match.padEnd(10)}  ${score.padEnd(5)}  ${where}`);
  }
}

await runTool(main);
