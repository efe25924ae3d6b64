import { expect, test } from 'vitest';
import { openProgress } from '../../../src/tools/import/progress.ts';
import type { RowResult } from '../../../src/tools/import/run.ts';

const results = [{ state: 'written' }, { state: 'rejected' }, { state: 'there' }] as RowResult[];
const pages = [1, 2].map((done) => ({ done, total: 2, address: `https://example.org/${done}`, results }));

function shown(isTTY: boolean): string {
  let text = '';
  const progress = openProgress({ isTTY, write: (more: string) => (text += more) }, 6);
  for (const page of pages) progress.show(page);
  return text;
}

test('a terminal shows a bar that grows in its line', () => {
  const bars = shown(true).split('\r\x1b[K').slice(1);
  expect(bars).toEqual([
    `${'█'.repeat(12)}${'░'.repeat(12)} 1 of 2 pages, 1 of 6 rows verified, 1 rejected`,
    `${'█'.repeat(24)} 2 of 2 pages, 2 of 6 rows verified, 2 rejected\n`,
  ]);
});

test('a file gets a line for each page', () => {
  expect(shown(false)).toBe(
    '1 of 2 pages: https://example.org/1: 1 verified, 1 rejected\n2 of 2 pages: https://example.org/2: 1 verified, 1 rejected\n',
  );
});
