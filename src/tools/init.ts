/** `npm run init`: starts a catalogue of your own, and moves the shipped one to examples/. Exit codes: 0 done, 2 refused, 1 the tool failed. */
import { createInterface } from 'node:readline/promises';
import type { SiteFile } from '../card/site.ts';
import { readOptions, runTool } from './command-line.ts';
import { CARD_FOLDER, EXAMPLES, inspectCards, startCatalog } from './init/move.ts';
import { OPTIONS, QUESTIONS, readGiven, siteText } from './init/settings.ts';
import { findSwallowed } from './new/swallowed.ts';

const USAGE = `Usage: npm run init [-- --name NAME [--language TAG] [--about TEXT] [--report ADDRESS] [--color THEME.ROLE=#RRGGBB]…]

Starts a catalogue of your own: moves the shipped cards to ${EXAMPLES}/ and writes ${CARD_FOLDER}/site.yaml. Sources that you
have added stay in ${CARD_FOLDER}/, with their cards and evidence. In a terminal, it asks for the values that you do not give.

  --name NAME       the name of your site
  --language TAG    the language of the cards: en, de, uk (default: en). Fixed words on pages and pictures stay English
  --about TEXT      who is behind the site, in one or two sentences that every page shows (default: nothing)
  --report ADDRESS  where readers report errors: an e-mail or https address (default: nowhere)
  --color COLOUR    a colour of cards and pages, for example light.accent=#7a1f00; several --color set several
  --dry-run         print what would be done, without changing anything

Exit codes: 0 done, 2 an option or the catalogue has a problem, 1 the tool failed.`;

const INTRODUCTION = `Press Enter to accept the value in brackets. The answers go to ${CARD_FOLDER}/site.yaml, where you can change them at any time.`;

/** Asks a person a question. Undefined without a terminal; returns null if the person quits. */
export type Ask = ((question: string) => Promise<string | null>) | undefined;

export async function initCatalog(
  values: Parameters<typeof readGiven>[0] & { 'dry-run'?: boolean | undefined },
  ask: Ask,
) {
  const found = await inspectCards();
  if ('refusal' in found) return refuse(found.refusal);
  const given = readGiven(values);
  if ('message' in given) return refuse(given.message);
  const settings = await complete(given.adds, values, ask);
  if (typeof settings === 'string') return refuse(settings);

  const text = siteText(settings);
  if (values['dry-run']) {
    if (found.shipped) console.log(`Would move ${CARD_FOLDER}/ to ${EXAMPLES}/.`);
    for (const line of ownLines(found)) console.log(line);
    console.log(`Would write ${CARD_FOLDER}/site.yaml:\n\n${text}`);
    return 0;
  }
  await startCatalog(text, found);
  console.log(reportText(found));
  return 0;
}

/** Asks for the settings that are not given. Returns a message if they remain incomplete. */
async function complete(given: SiteFile, values: object, ask: Ask): Promise<SiteFile | string> {
  let settings = given;
  if (ask && QUESTIONS.some(({ option }) => !(option in values))) console.log(INTRODUCTION);
  for (const { option, words, fallback, read } of QUESTIONS) {
    if (option in values) continue;
    if (!ask) {
      if (fallback === undefined)
        return `--${option} is missing. For example: npm run init -- --${option} "Harbour facts"`;
      const result = read(fallback, settings);
      if ('adds' in result) settings = { ...settings, ...result.adds };
      continue;
    }
    for (;;) {
      const answer = await ask(`${words}${fallback ? ` [${fallback}]` : ''}: `);
      if (answer === null) return 'Nothing was changed.';
      const result = read(answer.trim() === '' ? (fallback ?? '') : answer, settings);
      if ('adds' in result) {
        settings = { ...settings, ...result.adds };
        break;
      }
      console.error(result.message);
    }
  }
  return settings;
}

function ownLines({ own }: Started): string[] {
  if (own.length === 0) return [];
  const names = own.map((name) => `${CARD_FOLDER}/${name}`).join(', ');
  return [`Your own sources stay: ${names}. If they need speakers or comparisons, copy those from ${EXAMPLES}/.`];
}

type Started = { shipped: boolean; hasGit: boolean; own: string[] };

function reportText(started: Started): string {
  const { shipped, hasGit } = started;
  const commit = hasGit
    ? 'git add -A && git commit -m "Start our catalogue"'
    : 'git init && git add -A && git commit -m "Start our catalogue"   (npm run update needs git)';
  return [
    `${CARD_FOLDER}/site.yaml contains your settings.${shipped ? ` The shipped catalogue is in ${EXAMPLES}/. Use it as an example.` : ''}`,
    ...ownLines(started),
    ...(hasGit
      ? []
      : [
          'This folder is not a git repository. Earlier changes could not be checked, and you cannot undo this command with git.',
        ]),
    'Next:',
    `  1. ${commit}`,
    '  2. npm run new -- --url https://example.org/the-article --suggest     lists statements that are worth a card',
    '  3. npm run verify, then npm run check                                 verify the cards, and list what remains to fix',
    '  4. npm run dev                                                        shows the site; if it is running, restart it',
    '  5. “Deploy” in README.md                                              publishes it',
  ].join('\n');
}

function refuse(message: string): number {
  console.error(message);
  return 2;
}

/** Asks in the terminal. Ctrl-C and the end of the input quit. */
async function withTerminal(use: (ask: Ask) => Promise<number>): Promise<number> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return use(undefined);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const left = new AbortController();
  terminal.once('close', () => left.abort());
  try {
    return await use((question) => terminal.question(question, { signal: left.signal }).catch(() => null));
  } finally {
    terminal.close();
  }
}

if (import.meta.main) {
  await runTool(async () => {
    const swallowed = findSwallowed(process.env, process.argv.slice(2), { options: OPTIONS, command: 'init' });
    if (swallowed) return refuse(swallowed.message);
    const values = readOptions(OPTIONS, USAGE);
    return withTerminal((ask) => initCatalog(values, ask));
  });
}
