import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { insertCard } from '../../../src/tools/new/insert-card.ts';

describe('a file', () => {
  const ENTRY = ['- id: new', '  kind: claim'];
  const insert = (text: string) => {
    const result = insertCard('cards/x.yaml', text, ENTRY);
    return result.ok ? [result.line, result.text] : result.message;
  };

  test.each([
    ['an empty list', 'a: 1\ncards: []\n', 3, 'a: 1\ncards:\n  - id: new\n    kind: claim\n'],
    [
      'an empty list with a comment',
      'cards: []  # none\nb: 2\n',
      2,
      'cards:   # none\n  - id: new\n    kind: claim\nb: 2\n',
    ],
    ['cards without a value', 'cards:\n', 2, 'cards:\n  - id: new\n    kind: claim\n'],
    ['no line break at its end', 'cards:\n  - id: a', 4, 'cards:\n  - id: a\n\n  - id: new\n    kind: claim\n'],
    [
      'a list without indentation',
      'cards:\n- id: a\n- id: b\nz: 1\n',
      4,
      'cards:\n- id: a\n- id: b\n- id: new\n  kind: claim\nz: 1\n',
    ],
    [
      'Windows line ends',
      'cards:\r\n  - id: a\r\n',
      4,
      'cards:\r\n  - id: a\r\n\r\n  - id: new\r\n    kind: claim\r\n',
    ],
    [
      'a text of many lines at its end',
      'cards:\n  - a: |\n      one\n\n  - a: |\n      two\n',
      8,
      'cards:\n  - a: |\n      one\n\n  - a: |\n      two\n\n  - id: new\n    kind: claim\n',
    ],
  ])('may have %s', (_what, before, line, after) => {
    expect(insert(before)).toEqual([line, after]);
  });

  test.each(globSync('tests/fixtures/catalog/!(speakers).yaml'))('%s can be added to', (path) => {
    const text = readFileSync(path, 'utf8');
    const result = insertCard(path, text, ENTRY);
    const after = result.ok ? result.text : '';
    expect(after.replace(/\n? {2}- id: new\n {4}kind: claim\n/, '')).toBe(text);
    expect(result.ok && after.split('\n')[result.line - 1]).toBe('  - id: new');
  });

  test.each([
    ['on one line', 'cards: [{ id: a }]\n', 'a layout to which a card cannot be added without changing the rest'],
    ['where the end of the last text would change', 'cards:\n  - a: |+\n      one', 'without changing the rest'],
    ['that are none', 'cards: 7\n', 'without changing the rest'],
    ['that are not there', 'a: 1\n', 'has no list of cards. Add this line at its end: cards: []'],
  ])('is refused with cards %s', (_what, before, message) => {
    expect(insert(before)).toContain(message);
  });
});
