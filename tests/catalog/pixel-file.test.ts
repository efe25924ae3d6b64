import { describe, expect, test } from 'vitest';
import { parsePixels } from '../../src/catalog/pixel-file.ts';

const line = { card: 'a-card', revision: '0123abcd', drawing: '89abcdef', sha256: { 'og-dark': 'a'.repeat(64) } };
const text = `${JSON.stringify(line)}\n`;

test('a file with a line per drawing is read', () => {
  expect(parsePixels(text + text)).toEqual({ lines: [line, line], problems: [] });
  expect(parsePixels()).toEqual({ lines: [], problems: [] });
});

describe('a problem is reported with its line', () => {
  test.each([
    ['an incomplete line', text + text.slice(0, 40), 2],
    ['a hash that is not one', text.replace('aaaa', 'zzzz'), 1],
    ['an unfinished merge', `${text}<<<<<<< HEAD\n${text}`, 2],
  ])('%s', (_what, faulty, at) => {
    const { problems } = parsePixels(faulty);
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([`cards/pixels.ndjson:${at}`]);
  });
});
