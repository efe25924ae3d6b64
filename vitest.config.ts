import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          setupFiles: ['tests/helpers/fixed-seed.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/http/**', 'tests/render/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'worker',
          setupFiles: ['tests/helpers/fixed-seed.ts'],
          include: ['tests/{http,render}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
