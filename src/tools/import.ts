/**
 * `npm run import -- facts.csv`: makes a card from each row of a spreadsheet, and verifies it. Exit codes: 0 fine, 2 rows were rejected or
 * the file or the catalogue has a problem, 1 the tool failed.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importCaptures } from './captures.ts';
import { reportProblems } from './catalog-files.ts';
import { runTool } from './command-line.ts';
import { openCatalogue } from './import/catalogue.ts';
import { openPages } from './import/pages.ts';
import { openProgress } from './import/progress.ts';
import { writeRejected } from './import/rejected.ts';
import { importRows } from './import/run.ts';
import { readSheet } from './import/sheet.ts';
import { summaryLines } from './import/summary.ts';
import { openVerifier } from './import/verify-row.ts';
import { findSwallowed } from './new/swallowed.ts';

const USAGE = `Usage: npm run import -- FILE [--dry-run] [--texts DIR] [--encoding NAME]

Makes a card from each row of a spreadsheet in CSV or TSV, and verifies it. The first row names the columns: address, quote
and claim, and optionally others from docs/spreadsheets.md. Rows that are already in the catalogue are skipped, so you can run the
command again after an interruption.

  --dry-run         report what would be written, and write nothing
  --texts DIR       a folder with captured texts, for rows with a snapshot
  --encoding NAME   the encoding of the file, if it is not UTF-8 or UTF-16, for example windows-1252
  --help            print this text

Rejected rows are written to FILE.rejected.csv, each with its problem. Correct them there, and import that file.
Exit codes: 0 all rows are in the catalogue, 2 rows were rejected or the file or the catalogue has a problem, 1 the tool failed.`;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  texts: { type: 'string' },
  encoding: { type: 'string' },
  help: { type: 'boolean' },
} as const;

async function main(args: string[]): Promise<number> {
  const swallowed = findSwallowed(process.env, args, { command: 'import FILE', options: OPTIONS });
  if (swallowed) return fail(swallowed.message);
  const read = readArguments(args);
  if (typeof read === 'string') return fail(`${read}\n\n${USAGE}`);
  const { path, dryRun, texts, encoding, help } = read;
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return fail(`${path} cannot be read (${bytes.code}). Check the path.`);
  const sheet = readSheet(path, bytes, encoding);
  if (!sheet.ok) return fail(sheet.message);
  for (const note of sheet.notes) console.error(note);

  const catalogue = await openCatalogue();
  if (catalogue.problems.length > 0) {
    reportProblems(catalogue.problems);
    return 2;
  }
  if (texts !== undefined && !dryRun) await importCaptures(texts, catalogue.sources());
  const today = new Date().toISOString().slice(0, 10);
  const { settings, sharedFiles, topics } = catalogue;
  const results = await importRows(sheet, {
    catalogue,
    reopen: openCatalogue,
    pages: await openPages({ sheet: path, folder: texts }),
    verifyRow: await openVerifier({ ...settings, sharedFiles, topics, today }),
    today,
    dryRun,
    progress: openProgress(process.stderr, sheet.rows.length).show,
  });
  const rejected = results.filter((result) => result.state === 'rejected');
  for (const { number, problem } of rejected) console.error(`${path}, row ${number}: ${problem}`);
  const file = rejected.length > 0 && !dryRun ? await writeRejected(path, sheet, rejected) : undefined;
  console.log(summaryLines(results, { dryRun, file }).join('\n'));
  return rejected.length > 0 ? 2 : 0;
}

type Read = { path: string; dryRun: boolean; texts?: string | undefined; encoding?: string | undefined; help: boolean };

function readArguments(args: string[]): Read | string {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [path, ...others] = positionals;
    const { texts, encoding, help = false, 'dry-run': dryRun = false } = values;
    if (!help && path === undefined) return 'The spreadsheet is missing. Give its path: npm run import -- facts.csv.';
    if (others.length > 0) return `Give only one file. “${others[0]}” is a second one.`;
    return { path: path ?? '', dryRun, texts, encoding, help };
  } catch (error) {
    return (error as Error).message;
  }
}

function fail(message: string): number {
  console.error(message);
  return 2;
}

await runTool(() => main(process.argv.slice(2)));
