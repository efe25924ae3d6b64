import { expect, test } from 'vitest';
import { headersFile, type Sample } from '../../../src/tools/deployment/headers.ts';

const FORMS = [
  { size: 'og', theme: 'light', path: 'cards/{id}.png' },
  { size: 'og', theme: 'dark', path: 'cards/{id}/og-dark.png' },
  { size: 'wide', theme: 'light', path: 'cards/{id}/wide.png' },
];
const sampleOf = (id: string, ...more: [string, string][]): Sample => ({
  id,
  headers: [
    ['cache-control', 'public, max-age=240'],
    ['content-length', String(id.length)],
    ['etag', `"${id}"`],
    ['link', `<https://cards.example.org/cards/${id}>; rel="canonical"`],
    ...more,
  ],
});

test('a rule for each folder has the common headers, the card as a placeholder', () => {
  expect(headersFile(FORMS, [sampleOf('a-card'), sampleOf('b-card')])).toBe(`/cards/:id.png
  cache-control: public, max-age=240
  link: <https://cards.example.org/cards/:id>; rel="canonical"

/cards/:id/:form.png
  cache-control: public, max-age=240
  link: <https://cards.example.org/cards/:id>; rel="canonical"

/_catalog/*
  Cache-Control: no-cache
  X-Content-Type-Options: nosniff
  X-Robots-Tag: noindex
`);
});

test('an id that is part of another word stays', () => {
  const file = headersFile(FORMS, [sampleOf('card', ['x-name', 'a card of cards'])]);
  expect(file).toContain('x-name: a card of cards');
  expect(file).toContain('/cards/:id>');
});

test('of the tags the one that names the card is said', () => {
  const file = headersFile(FORMS, [
    sampleOf('a-card', ['cache-tag', 'card-a-card,source-x']),
    sampleOf('b-card', ['cache-tag', 'card-b-card,card-c,source-y']),
  ]);
  expect(file).toContain('  cache-tag: card-:id\n');
});

test('headers that differ from card to card in another way stop the build', () => {
  expect(() => headersFile(FORMS, [sampleOf('a', ['x-kind', 'quote']), sampleOf('b', ['x-kind', 'event'])])).toThrow(
    'pictures do not agree on x-kind: "quote" and "event"',
  );
  expect(() => headersFile(FORMS, [sampleOf('a'), sampleOf('b', ['x-more', 'yes'])])).toThrow('x-more');
});

test('a line that the asset server would ignore stops the build', () => {
  expect(() => headersFile(FORMS, [sampleOf('a', ['x-long', 'x'.repeat(2000)])])).toThrow('longer than 2000');
});

test('without cards there are no pictures', () => {
  expect(headersFile([], [])).not.toContain('/cards');
});
