import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { SATORI_FOLDER } from './src/tools/satori-module.ts';

const setupFiles = ['tests/helpers/fixed-seed.ts'];
/** Tests that need an isolate of their own: they break the start of an engine or a font, or add a kind of card. */
const ISOLATED = ['tests/web/faults/**/*.test.ts', 'tests/web/new-kind.test.ts'];
/** As in wrangler.toml. */
const alias = { 'satori/standalone': `${import.meta.dirname}/${SATORI_FOLDER}/standalone.js` };
const inWorkerd = () => cloudflareTest({ wrangler: { configPath: './wrangler.toml' } });

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
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
          exclude: ISOLATED,
          // As in a deployed Worker, one isolate answers everything; and engines and fonts are read once.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        plugins: [inWorkerd()],
        test: { name: 'faults', setupFiles, include: ISOLATED, testTimeout: 30_000 },
      },
    ],
  },
});
