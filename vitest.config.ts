import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { SATORI_FOLDER } from './src/tools/satori-module.ts';
import { FIXTURE_BUILD } from './tests/helpers/build-fixtures.ts';

const setupFiles = ['tests/helpers/fixed-seed.ts'];
/** What breaks the start of an engine or a font, which an isolate does once. */
const FAULTS = 'tests/web/faults/**/*.test.ts';
const alias = [
  // As in wrangler.toml.
  { find: 'satori/standalone', replacement: `${import.meta.dirname}/${SATORI_FOLDER}/standalone.js` },
  // The Worker of the tests has the catalogue of the tests, and not the one in cards/.
  {
    find: /^(?:\.\.\/)+build\/build\.json$/,
    replacement: `${import.meta.dirname}/${FIXTURE_BUILD}/build/build.json`,
  },
];
const inWorkerd = () =>
  cloudflareTest({
    wrangler: { configPath: './wrangler.toml' },
    miniflare: { assets: { directory: `${FIXTURE_BUILD}/build/public`, binding: 'ASSETS' } },
  });

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    globalSetup: ['tests/helpers/build-fixtures.ts'],
    projects: [
      {
        test: {
          name: 'node',
          setupFiles,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/web/**', 'tests/render/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        plugins: [inWorkerd()],
        test: {
          name: 'worker',
          setupFiles,
          include: ['tests/{web,render}/**/*.test.ts'],
          exclude: [FAULTS],
          // As in a deployed Worker, one isolate answers everything; and engines and fonts are read once.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        plugins: [inWorkerd()],
        test: { name: 'faults', setupFiles, include: [FAULTS], testTimeout: 30_000 },
      },
    ],
  },
});
