/** `npm run new`: adds a card to the catalogue, found in its source's text. Exit code 0 fine, 2 refused, 1 the tool failed. */

import { readLivePage } from '../page/live-page.ts';
import { writeCopy } from './archived-field.ts';
import { keepCapture, readCapture } from './captures.ts';
import { replaceCatalogFile } from './catalog-files.ts';
import { runTool } from './command-line.ts';
import { readArguments, refuse, USAGE } from './new/args.ts';
import type { NewSource } from './new/card.ts';
import { type Page, type Plan, planCard } from './new/plan.ts';
import { askWayback, saveToWayback } from './wayback.ts';

const OR_SAVED = 'Or save the page in a browser, and give the file with --text FILE.';

/** The live page of a source that is not in the catalogue yet: its address is allowed because the author gave it. */
async function readPage(url: string): Promise<Page> {
  const page = await readLivePage(url, { allowed: new Set([url]) });
  return page.ok ? page : refuse(page.message, OR_SAVED);
}

const FOUND = { exact: 'exactly as given, ', normalised: 'normalised, and is written as it is there, ' };

/** How the quote was found, and what the author should know of its place. */
function describeQuote({ found, notes }: Plan): string[] {
  const { lines } = found;
  const where = lines.length > 1 ? ` (it occurs in lines ${lines.join(', ')}: --place N says which is meant)` : '';
  return [`The quote was found ${FOUND[found.match]}in line ${found.line} of the text${where}.`, ...notes];
}

/** What was written and where, how the quote was found, and what is left to do. `kept`: the file of a new capture. */
function describe(plan: Plan, kept?: string): string {
  const { file, line, added, id, kind } = plan;
  const fields = added.filter((text) => text.includes('# FILL:')).length;
  return [
    `${file}:${line}: added "${id}", a card of kind ${kind}.`,
    ...describeQuote(plan),
    ...(kept ? [`The page is kept in ${kept}: more cards of it, and npm run verify, need no network.`] : []),
    'Next:',
    `  1. Fill the ${fields} lines marked "# FILL:" in ${file}, and remove the marks.`,
    '  2. npm run verify finds the quote in its text, and npm run check lists what is left to fix.',
    `  3. npm run dev shows the card at http://localhost:8787/cards/${id}`,
  ].join('\n');
}

async function main(args: string[]): Promise<number> {
  const read = readArguments(args);
  if (!read.ok) return fail(read.message);
  if (read.help) {
    console.log(USAGE);
    return 0;
  }
  const today = new Date().toISOString().slice(0, 10);
  let page: Promise<Page> | undefined;
  const readOnce = (url: string) => (page ??= readPage(url));
  for (;;) {
    const plan = await planCard(read.options, { readPage: readOnce, readCapture, today, folder: 'cards' });
    if (!plan.ok) return fail(plan.message);
    if (read.options.dryRun) {
      console.error(describeQuote(plan).join('\n'));
      console.log(plan.added.join('\n'));
      return 0;
    }
    const kept = plan.capture && (await keepCapture(plan.capture));
    // Where another command has changed the file meanwhile, the card is planned again.
    if (!(await replaceCatalogFile(plan.file, plan.before, plan.text))) continue;
    console.log(describe(plan, kept));
    if (read.options.archive && plan.source) console.log(await archive(plan.source, read.options.archive));
    return 0;
  }
}

/** The archive waits for the author, and not the author for the archive. */
const ARCHIVE_MS = 5_000;

/** Asks for a copy of a new source, once its card is written. What goes wrong is only reported. */
async function archive({ id, url, accessed }: NewSource, way: 'find' | 'save'): Promise<string> {
  const answer =
    way === 'save' ? await saveToWayback(url) : await askWayback({ url, day: accessed, timeoutMs: ARCHIVE_MS });
  const later = `npm run archive -- --source ${id} asks again${way === 'find' ? ', and with --save for a new copy' : ''}.`;
  if ('problem' in answer) return `No archived copy: ${answer.problem} ${later}`;
  if (answer.copy === null) return `No archived copy: ${answer.reason} ${later}`;
  try {
    return `Archived copy: ${await writeCopy(id, answer.copy, false)}`;
  } catch (error) {
    return `No archived copy: ${(error as Error).message}. ${later}`;
  }
}

function fail(message: string): number {
  console.error(message);
  return 2;
}

await runTool(() => main(process.argv.slice(2)));
