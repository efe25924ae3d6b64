/**
 * `npm run test:crash`: stops `verify`, `new`, `import` and `release` with kill -9 and with a full disk at each call that changes
 * files. Each file must then be as it was or as it should be, and the next run must work. Exit code 1 if not.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { run, stopEverywhere } from './cases.ts';

const tool = (name: string, ...args: string[]) => [resolve(`src/tools/${name}.ts`), ...args];
const PAGE =
  '<p>Reports: the country reportedly hosts up to 1,000 fighters. “And these are the words,” Somebody said.</p>\n<p>The rest of the page has words that nobody quotes, as every page has that is not copied whole. It is of 2 November 2023.\n';
const HASH = createHash('sha256').update(PAGE).digest('hex');
const CARDS = GOOD_FILE.replace('a'.repeat(64), HASH);
const NEW_URL = 'https://other.example/page';

const template = mkdtempSync(join(tmpdir(), 'fact-cards-'));
const write = (path: string, text: string) => {
  mkdirSync(join(template, path, '..'), { recursive: true });
  writeFileSync(join(template, path), text);
};
const prepare = (...command: string[]) => {
  const { status, stderr } = run(template, command);
  if (status !== 0) throw new Error(stderr);
};

/** What is run after it: it writes to the same folders. */
const next = tool('new', '--source', 'daily-example', '--quote', 'up to 1,000');

let failed = false;
function stop(name: string, ...args: string[]): void {
  const started = performance.now();
  const { stops, faults } = stopEverywhere(template, {
    name: [name, ...args].join(' '),
    command: tool(name, ...args),
    next,
  });
  for (const fault of faults) console.error(fault);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name} ${args.join(' ')}: stopped ${stops} times, ${faults.length} faults (${seconds} s)`);
  failed ||= faults.length > 0 || stops === 0;
}

try {
  write('cards/daily-example.yaml', CARDS);
  write('package.json', '{"version":"0.1.0"}');
  write('pages.json', JSON.stringify({ 'https://example.org/article': PAGE, [NEW_URL]: `${PAGE}<p>More words.` }));
  write('saved/page.html', PAGE);
  stop('verify');
  stop('verify', '--texts', 'saved');
  prepare(...tool('verify'));
  stop('new', '--url', NEW_URL, '--id', 'other', '--quote', 'More words');
  stop('new', '--source', 'daily-example', '--quote', 'the country');
  write('facts.csv', `address,quote,claim\n${NEW_URL},More words,There are more words\n`);
  stop('import', 'facts.csv');
  stop('release', '--date', '2026-11-25');
  prepare(...tool('release', '--date', '2026-11-25'));
  write(
    'cards/daily-example.yaml',
    `${CARDS}    history: [{ type: updated, date: 2026-11-23, reason: More is known }]\n`,
  );
  stop('release', '--date', '2026-11-25');
  stop('release', '--recreate', '--date', '2026-11-25');
} finally {
  rmSync(template, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
