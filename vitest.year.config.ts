/** `npm run test:year`: a simulated year of the watch on a large catalogue, which takes half a minute. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['tests/watch/{year,large-year}.test.ts'], hookTimeout: 600_000 } });
