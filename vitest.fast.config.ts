/** The tests of `npm run test:fast`: those that need no browser, bundle or other program, and take less than 3 s a file. */
import { defineConfig } from 'vitest/config';
import { nodeTests, shared, workerTests } from './vitest.config.ts';

const SLOW = [
  'tests/{golden,browser,bundle,fuzz,cards}/**',
  // Each test here starts a tool as a process of its own.
  'tests/tools/{archive,compile,dev,import,new,release,status,update,verify,watch,whole-file}.test.ts',
  'tests/tools/compose/**',
  'tests/tools/deployment/{draw,snapshot}.test.ts',
  'tests/types.test.ts',
  'tests/catalog/many-cards.test.ts',
  'tests/page/live-page.test.ts',
  'tests/render/fit.test.ts',
  'tests/watch/year.test.ts',
  'tests/web/{accepted-data,hostile-texts}.test.ts',
];

export default defineConfig({ test: { ...shared, projects: [nodeTests(SLOW), workerTests(SLOW)] } });
