import { expect, test } from 'vitest';
import { passageUrl, textDirective } from '../../../src/card/evidence/fragment.ts';

test('encodes the reserved characters of a text directive', () => {
  expect(textDirective({ exact: 'well-known, R&D' })).toBe(':~:text=well%2Dknown%2C%20R%26D');
});

test('encodes letters outside ASCII as UTF-8', () => {
  expect(textDirective({ exact: 'doesn’t' })).toBe(':~:text=doesn%E2%80%99t');
});

test('sets prefix and suffix around the words', () => {
  expect(textDirective({ exact: 'the bug', prefix: 'like', suffix: 'he said' })).toBe(
    ':~:text=like-,the%20bug,-he%20said',
  );
});

test('uses the ends of a quote that crosses blocks, in the words of the page', () => {
  const quote = { exact: 'At any time, he can - and may - betray him' };
  expect(textDirective(quote, { pageText: 'At any time,\n\n he can – and may –\nbetray him' })).toBe(
    ':~:text=At%20any%20time%2C,betray%20him',
  );
  expect(textDirective({ exact: 'he can - go' }, { pageText: 'he can – go' })).toBe(
    ':~:text=he%20can%20%E2%80%93%20go',
  );
});

test('never breaks on text that is not well-formed', () => {
  expect(textDirective({ exact: 'a\ud800b' })).toBe(':~:text=a%EF%BF%BDb');
});

test('adds a text directive to the address of a page', () => {
  expect(passageUrl('https://example.org/a', { exact: 'words' })).toBe('https://example.org/a#:~:text=words');
});

test('replaces an existing text directive', () => {
  expect(passageUrl('https://example.org/a#b:~:text=x', { exact: 'words' })).toBe(
    'https://example.org/a#b:~:text=words',
  );
});

test('gives the first and last part of a quote over table cells', () => {
  const quote = { exact: 'Belarus 1,000 fighters' };
  expect(textDirective(quote, { pageText: 'Belarus\t1,000 fighters' })).toBe(':~:text=Belarus,1%2C000%20fighters');
});

test('keeps a fragment that the address has', () => {
  expect(passageUrl('https://example.org/a#part', { exact: 'words' })).toBe('https://example.org/a#part:~:text=words');
});

test('in a PDF, the page comes first, apart from the directive', () => {
  const quote = { exact: 'up to 1,000 boats' };
  const directive = ':~:text=up%20to%201%2C000%20boats';
  expect(passageUrl('https://e.org/a.pdf', quote, { page: 3 })).toBe(`https://e.org/a.pdf#page=3&${directive}`);
  expect(passageUrl('https://e.org/a.pdf#page=1', quote, { page: 3 })).toBe(`https://e.org/a.pdf#page=3&${directive}`);
});

test('words on two pages are found by the first and the last', () => {
  expect(textDirective({ exact: 'boats in the north' }, { pageText: 'boats in\fthe north' })).toBe(
    ':~:text=boats%20in,the%20north',
  );
});
