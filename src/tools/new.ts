/**
 * `npm run new`: adds a card from the text of its source to the catalogue. Exit codes: 0 fine, 2 refused, 1 the tool
 * failed.
 */

import { createInterface } from 'node:readline/promises';
import { counted } from '../card/prose.ts';
import { writeCopy } from './archived-field.ts';
import { keepCapture, readCapture } from './captures.ts';
import { replaceCatalogFile } from './catalog-files.ts';
import { runTool } from './command-line.ts';
import { type NewOptions, readArguments, USAGE } from './new/args.ts';
import { type Environment, type Page, type Plan, type PlannedCard, planCard, planSuggestions } from './new/plan.ts';
import { numbered } from './new/quote.ts';
import { readNewPage } from './new/read-page.ts';
import { suggestionLines } from './new/suggestion-text.ts';
import { findSwallowed } from './new/swallowed.ts';
import { askWayback, saveToWayback } from './wayback.ts';

const FOUND = {
  exact: 'exactly as given',
  trimmed: 'exactly as given, without the marks around it',
  normalised: 'with different spaces or punctuation (the card has the characters of the page)',
};

/** How the quote was found, and notes about its place. */
function describeQuote({ found, notes }: PlannedCard): string[] {
  const { around, lines, page, place } = found;
  const on = page === undefined ? '' : ` on page ${page}`;
  const others =
    lines.length > 1
      ? [`It occurs ${lines.length} times. To use another occurrence, add --place N:`, ...numbered(around)]
      : [];
  return [`The quote was found${on} ${FOUND[found.match]}: ${around[place - 1]}`, ...others, ...notes];
}

/** The id of a source is the name of its file. */
const sourceIdOf = (file: string) => file.replace(/^.*\/|\.yaml$/g, '');

const ID_MADE =
  'Ids of cards are made from the quote. Addresses contain them. You can change an id in the file until npm run release publishes the card.';

/** What was written and where, how the quote was found, and the next steps. `kept`: the file of a new capture. */
function describe(
  { file, added, cards, remarks }: Plan,
  { kept, cardId }: { kept?: string | undefined; cardId?: string | undefined },
): string {
  const marked = (mark: string) => added.filter((text) => text.includes(mark)).length;
  const [fields, doubts] = [marked('# FILL:'), marked('# CHECK:')];
  const look = doubts > 0 ? ` Check the ${counted(doubts, 'field')} marked "# CHECK:".` : '';
  return [
    ...cards.flatMap((card) => [
      `${file}:${card.line}: added "${card.id}", a card of kind ${card.kind}.`,
      ...describeQuote(card),
    ]),
    ...(cardId === undefined ? [ID_MADE] : []),
    ...remarks,
    ...(kept ? [`The page is stored in ${kept}. Further cards from it, and npm run verify, need no network.`] : []),
    'Next:',
    `  1. Fill in the ${counted(fields, 'field')} marked "# FILL:" in ${file}, and remove the marks.${look}`,
    `  2. npm run verify -- --source ${sourceIdOf(file)} finds the quote in its text, and npm run check lists what remains to fix.`,
    `  3. npm run dev shows the ${cards.length > 1 ? 'cards' : 'card'} at ${cards.map(({ id }) => `http://localhost:8787/cards/${id}`).join('\n     ')}, or at the port that it prints`,
  ].join('\n');
}

/** Lists statements that are worth a card. In a terminal, asks which ones to take. */
async function chooseSuggestions(
  options: NewOptions,
  environment: Environment,
): Promise<number[] | undefined | string> {
  const listed = await planSuggestions(options, environment);
  if (!listed.ok) return listed.message;
  const isAsked = process.stdin.isTTY === true && process.stdout.isTTY === true && listed.suggestions.length > 0;
  console.log(suggestionLines(listed.suggestions, { ground: listed.ground, isAsked }).join('\n'));
  if (!isAsked) return undefined;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question('Which become cards? Numbers such as 1,3, or nothing: ');
  asking.close();
  const numbers = answer.match(/\d+/g)?.map(Number);
  return numbers;
}

async function main(args: string[]): Promise<number> {
  const swallowed = findSwallowed(process.env, args);
  if (swallowed) return fail(swallowed.message);
  const read = readArguments(args);
  if (!read.ok) return fail(read.message);
  if (read.help) {
    console.log(USAGE);
    return 0;
  }
  const today = new Date().toISOString().slice(0, 10);
  let page: Promise<Page> | undefined;
  const readOnce = (url: string) => (page ??= readNewPage(url));
  const environment = { readPage: readOnce, readCapture, today, folder: 'cards' };
  let { options } = read;
  if (options.suggest) {
    const take = await chooseSuggestions(options, environment);
    if (typeof take === 'string') return fail(take);
    if (take === undefined) return 0;
    options = { ...options, take };
  }
  for (;;) {
    const plan = await planCard(options, environment);
    if (!plan.ok) return fail(plan.message);
    if (options.dryRun) {
      console.error(plan.cards.flatMap(describeQuote).join('\n'));
      console.log(plan.added.join('\n'));
      return 0;
    }
    const kept = plan.capture && (await keepCapture(plan.capture));
    // If another command has changed the file in the meantime, the card is planned again.
    if (!(await replaceCatalogFile(plan.file, plan.before, plan.text))) continue;
    console.log(describe(plan, { kept, cardId: options.cardId }));
    if (options.archive && plan.source) console.log(await archive(plan.source, options.archive));
    return 0;
  }
}

/** The author should not have to wait for the archive. */
const ARCHIVE_MS = 5_000;

/** Asks for a copy of a new source after its card is written. Failures are only reported. */
async function archive({ id, url, accessed }: NonNullable<Plan['source']>, way: 'find' | 'save'): Promise<string> {
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
