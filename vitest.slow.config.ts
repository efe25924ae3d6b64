/** `npm run test:slow`: tests that would make `npm test` take more than five minutes on two cores. */
import { defineConfig } from 'vitest/config';
import { nodeTests, SLOWEST, shared } from './vitest.config.ts';

const node = nodeTests();

export default defineConfig({
  test: { ...shared, projects: [{ ...node, test: { ...node.test, include: SLOWEST, exclude: [] } }] },
});
