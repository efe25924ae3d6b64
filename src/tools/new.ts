/** `npm run new`: adds a card to the catalogue, found in its source's text. Exit code 0 fine, 2 refused, 1 the tool failed. */
import { writeCatalogFile } from './catalog-files.ts';
import { readArguments, refuse, USAGE } from './new/args.ts';
import { type Page, type Plan, planCard } from './new/plan.ts';

const OR_CAPTURED = 'Or capture the text of the page, and give it with --text FILE.';

/** The live page of a source that is not in the catalogue yet: its address is allowed because the author gave it. */
async function readPage(url: string): Promise<Page> {
  const { readLivePage } = await import('../page/live-page.ts');
  const page = await readLivePage(url, { allowed: new Set([url]) });
  return page.ok ? page : refuse(page.message, OR_CAPTURED);
}

const FOUND = { exact: 'exactly as given, ', normalised: 'normalised, and is written as it stands there, ' };

/** What was written and where, how the quote was found, and what is left to do. */
export function describe({ file, line, added, id, kind, found, notes }: Plan): string {
  const fields = added.filter((text) => text.includes('# FILL:')).length;
  const { lines } = found;
  const where = lines.length > 1 ? ` (it stands in lines ${lines.join(', ')}: --place N says which is meant)` : '';
  return [
    `${file}:${line}: added "${id}", a card of kind ${kind}.`,
    `The quote was found ${FOUND[found.match]}in line ${found.line} of the text${where}.`,
    ...notes,
    'Next:',
    `  1. Fill the ${fields} lines marked "# FILL:" in ${file}, and remove the marks.`,
    '  2. npm run verify finds the quote in its text, and npm run check lists what is left to fix.',
    `  3. npm run dev shows the card at http://localhost:8787/cards/${id}`,
  ].join('\n');
}

async function main(args: string[]): Promise<void> {
  const read = readArguments(args);
  if (read.ok && read.help) {
    console.log(USAGE);
    return;
  }
  const today = new Date().toISOString().slice(0, 10);
  const plan = read.ok ? await planCard(read.options, { readPage, today, folder: 'cards' }) : read;
  if (!plan.ok || !read.ok) {
    if (!plan.ok) console.error(plan.message);
    process.exitCode = 2;
    return;
  }
  if (read.options.dryRun) {
    console.log(plan.added.join('\n'));
    return;
  }
  await writeCatalogFile(plan.file, plan.text);
  console.log(describe(plan));
}

if (import.meta.main) await main(process.argv.slice(2));
