/**
 * `npm run test:foreign`: copies the project to temporary folders: after `npm run init` without a card and with three German
 * ones, and with the cards and settings of another project. Checks, tests (`npm run test:fast` and tests/cards) and builds
 * each. Exit code 1 when a step fails.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
const CATALOGS: Record<string, Catalog> = {
  empty: { before: [INIT] },
  german: {
    before: [
      INIT,
      ['-e', `fs.cpSync(${JSON.stringify(join(GERMAN, 'cards'))}, 'cards', { recursive: true })`],
      ['src/tools/verify.ts', '--texts', join(GERMAN, 'pages')],
    ],
  },
  foreign: { files: [...makeCatalog(40), { name: 'site.yaml', text: SITE }] },
};

const STEPS: Record<string, string[]> = {
  check: ['src/tools/check.ts'],
  compile: ['src/tools/compile.ts'],
  'fast tests': ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.fast.config.ts'],
  'tests of the published cards': ['node_modules/vitest/vitest.mjs', 'run', 'tests/cards'],
  build: ['src/tools/build.ts'],
};

for (const [name, { files, before = [] }] of Object.entries(CATALOGS)) {
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
