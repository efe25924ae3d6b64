/**
 * `npm run test:foreign [-- FORM…]`: copies the project to temporary folders, one for each form of catalogue. Checks, tests and
 * builds each copy. Exit codes: 0 fine, 1 a step failed, 2 there is no such form.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeCatalog } from '../helpers/many-cards.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a copy has not, or has of its own. */
const LEFT_OUT = ['.git', 'build', 'captures', 'node_modules', '.wrangler'];

const SITE = `name: Harbour facts
sizes: [og, square]
brand: { colors: { light: { accent: "#7a1f00" } } }
`;

type Catalog = { files?: { name: string; text: string }[]; before?: string[][] };

const GERMAN = join(root, 'tests/fixtures/german');
const INIT = ['src/tools/init.ts', '--name', 'Hafenfakten', '--language', 'de', '--report', 'fehler@example.org'];
const copyTo = (from: string, to: string) => [
  '-e',
  `fs.cpSync(${JSON.stringify(join(root, from))}, ${JSON.stringify(to)}, { recursive: true })`,
];
/** In an English catalogue, German cards name their language. */
const NAME_LANGUAGE = `for (const name of fs.readdirSync(${JSON.stringify(join(GERMAN, 'cards'))})) {
  const text = fs.readFileSync(path.join('cards', name), 'utf8');
  fs.writeFileSync(path.join('cards', name), text.replace(/^ {4}kind:/gm, (line) => '    language: de' + os.EOL + line));
}`;
const GERMAN_SOURCES = readdirSync(join(GERMAN, 'cards')).map((name) => name.replace('.yaml', ''));

const CATALOGS: Record<string, Catalog> = {
  empty: { before: [INIT] },
  german: {
    before: [
      INIT,
      copyTo('tests/fixtures/german/cards', 'cards'),
      ['src/tools/verify.ts', '--texts', join(GERMAN, 'pages')],
    ],
  },
  beside: {
    before: [
      copyTo('tests/fixtures/german/cards', 'cards'),
      ['-e', NAME_LANGUAGE],
      copyTo('examples/brand/cards', 'cards'),
      copyTo('examples/brand/assets', 'assets'),
      ...GERMAN_SOURCES.map((id) => ['src/tools/verify.ts', '--source', id, '--texts', join(GERMAN, 'pages')]),
    ],
  },
  foreign: { files: [...makeCatalog(40), { name: 'site.yaml', text: SITE }] },
};

const USAGE = `Usage: npm run test:foreign [-- FORM…]

Checks, tests and builds copies of the project with other catalogues. Without arguments, with each of these:

  empty    no cards, after npm run init
  german   three German cards, after npm run init
  beside   the shipped cards, with German cards, topics and a brand of one's own beside them
  foreign  40 invented cards instead of the shipped ones

Exit codes: 0 fine, 1 a step failed, 2 there is no such form.`;

const forms = process.argv.slice(2);
const unknown = forms.find((form) => !(form in CATALOGS));
if (unknown !== undefined) {
  console.log(USAGE);
  process.exit(unknown === '--help' ? 0 : 2);
}

const STEPS: Record<string, string[]> = {
  check: ['src/tools/check.ts'],
  compile: ['src/tools/compile.ts'],
  'fast tests': ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.fast.config.ts'],
  'tests of the published cards': ['node_modules/vitest/vitest.mjs', 'run', 'tests/cards'],
  build: ['src/tools/build.ts'],
};

for (const [name, { files, before = [] }] of Object.entries(CATALOGS)) {
  if (forms.length > 0 && !forms.includes(name)) continue;
  const copy = mkdtempSync(join(tmpdir(), `fact-cards-${name}-`));
  try {
    const leftOut = files ? [...LEFT_OUT, 'cards'] : LEFT_OUT;
    const isTaken = (path: string) => !leftOut.some((part) => path === join(root, part));
    cpSync(root, copy, { recursive: true, filter: isTaken });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    if (files) mkdirSync(join(copy, 'cards'));
    for (const file of files ?? []) writeFileSync(join(copy, 'cards', file.name), file.text);
    for (const [step, args] of [...before.map((args) => ['start', args] as const), ...Object.entries(STEPS)]) {
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, PWD: copy },
      });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${name}: ${step}: ${status === 0 ? 'passed' : 'failed'} in ${seconds} s`);
      if (status === 0) continue;
      console.error(`${stdout}\n${stderr}`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
