/** The part of `npm run test:crash` that is for vitest: builds that are killed or run beside others, and what git does with the files that the tools write. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/crash/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
