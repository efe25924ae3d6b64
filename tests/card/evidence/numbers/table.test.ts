import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numberTable, TABLE_FILE } from '../../../../src/tools/number-table.ts';

const written = readFileSync(TABLE_FILE, 'utf8');
const { cldr } = JSON.parse(written) as { cldr: string };

// Another Node has another CLDR.
test.skipIf(cldr !== process.versions.cldr)('the table is what npm run numbers writes', () => {
  expect(numberTable()).toBe(written);
});
