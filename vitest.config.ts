import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { FIXTURE_BUILD } from './tests/helpers/build-fixtures.ts';

const setupFiles = ['tests/helpers/fixed-seed.ts'];
const built = `${import.meta.dirname}/${FIXTURE_BUILD}`;
/** Tests that need an isolate of their own: they break the start of an engine or a font, or add a kind of card. */
const ISOLATED = ['tests/web/faults/**/*.test.ts', 'tests/web/new-kind.test.ts'];

const inWorkerd = (): TestProjectInlineConfiguration => ({
  resolve: {
    alias: [
      // As in wrangler.toml.
      { find: 'satori/standalone', replacement: `${built}/satori/standalone.js` },
      // The Worker of the tests has the catalogue of the tests and the default settings, and nothing of cards/.
      { find: /^(?:\.\.\/)+build\//, replacement: `${built}/` },
    ],
  },
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      // Whatever a maintainer sets in wrangler.toml.
      miniflare: { assets: { directory: `${FIXTURE_BUILD}/public`, binding: 'ASSETS' }, bindings: { PUBLIC_URL: '' } },
    }),
  ],
});

export const shared = {
  // By itself vitest leaves one core idle, which on two is half of them.
  maxWorkers: '100%',
  globalSetup: ['tests/helpers/build-fixtures.ts'],
};

/** The tests that run in Node, without those that `exclude` names. */
export const nodeTests = (exclude: string[] = []): TestProjectInlineConfiguration => ({
  test: {
    name: 'node',
    setupFiles,
    // Tools that tests start load a third faster.
    env: { NODE_COMPILE_CACHE: `${import.meta.dirname}/build/tests/compile-cache` },
    include: ['tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/{web,render,crash}/**', 'tests/watch/{year,large-year}.test.ts', ...exclude],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

/** The tests that run in workerd, without those that `exclude` names. */
export const workerTests = (exclude: string[] = []): TestProjectInlineConfiguration => ({
  ...inWorkerd(),
  test: {
    name: 'worker',
    setupFiles,
    include: ['tests/{web,render}/**/*.test.ts'],
    exclude: [...ISOLATED, ...exclude],
    // As in a deployed Worker, one isolate answers everything; and engines and fonts are read once.
    isolate: false,
    testTimeout: 30_000,
  },
});

const faultTests: TestProjectInlineConfiguration = {
  ...inWorkerd(),
  test: { name: 'faults', setupFiles, include: ISOLATED, testTimeout: 30_000, hookTimeout: 60_000 },
};

/**
 * Tests that take long: of the composer, `/check`, WordPress, text fragments and the page of the API in real Chromium; of each
 * operation of the API, of slow and shared caches; of merges, archives and whole spreadsheets. `npm run test:slow` runs them.
 */
export const SLOWEST = [
  'tests/browser/{check,composer,docs,wordpress,text-fragment}.test.ts',
  'tests/bundle/{api-document,shared-cache,slow-kv}.test.ts',
  'tests/cards/{spreadsheet,text-fragment}.test.ts',
  'tests/tools/{archive,update}.test.ts',
];

export default defineConfig({ test: { ...shared, projects: [nodeTests(SLOWEST), workerTests(), faultTests] } });
