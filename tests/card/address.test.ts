import { expect, test } from 'vitest';
import { canonicalUrl, cleanUrl, excessOf } from '../../src/card/address.ts';

test.each([
  ['https://example.org/a?utm_source=x&id=5&fbclid=y', 'https://example.org/a?id=5'],
  ['https://example.org/a?UTM_Source=x', 'https://example.org/a'],
  ['https://example.org:443/a/#:~:text=up%20to', 'https://example.org/a/'],
  ['https://example.org/a#part', 'https://example.org/a'],
  ['https://example.org/#!/a:~:text=x', 'https://example.org/#!/a'],
  ['https://example.org/a?q=a%20b&ref=c', 'https://example.org/a?q=a%20b&ref=c'],
  ['no address', 'no address'],
])('%s is written as %s', (address, clean) => expect(cleanUrl(address)).toBe(clean));

test.each([
  'https://www.example.org/a/',
  'https://example.org/a?utm_campaign=x&gclid=y',
  'http://EXAMPLE.org/a#:~:text=words',
  'https://example.org:443/a#part',
])('%s is the same page as https://example.org/a', (address) => {
  expect(canonicalUrl(address)).toBe(canonicalUrl('https://example.org/a'));
});

test.each([
  'https://example.org/A',
  'https://example.org/a?id=5',
  'https://news.example.org/a',
  'https://example.org/',
])('%s is another page', (address) => expect(canonicalUrl(address)).not.toBe(canonicalUrl('https://example.org/a')));

test('what names no page is listed', () => {
  expect(excessOf('https://example.org/a?id=5&utm_source=x&fbclid=y#:~:text=z')).toEqual([
    'utm_source',
    'fbclid',
    '#:~:text=',
  ]);
  expect(excessOf('https://example.org/a?id=5#part')).toEqual([]);
});
