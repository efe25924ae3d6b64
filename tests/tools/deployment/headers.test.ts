import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFile, makeHeaders, ruleOf, type Sample } from '../../../src/tools/deployment/headers.ts';

const SHORT = 'cards/{id}.png';
const sampleOf = (id: string, ...more: [string, string][]): Sample => ({
  id,
  path: SHORT,
  headers: [
    ['cache-control', 'public, max-age=240'],
    ['content-length', String(id.length)],
    ['etag', `"${id}"`],
    ['link', `<https://cards.example.org/cards/${id}>; rel="canonical"`],
    ...more,
  ],
});

test('a rule for each folder has the headers of its pictures, the card as a placeholder', () => {
  const others = { ...sampleOf('b-card', ['x-folder', 'yes']), path: 'cards/{id}/wide-dark.png' };
  expect(headersFile([sampleOf('a-card'), sampleOf('b-card'), others])).toBe(`/cards/:id.png
  cache-control: public, max-age=240
  link: <https://cards.example.org/cards/:id>; rel="canonical"

/cards/:id/:form.png
  cache-control: public, max-age=240
  link: <https://cards.example.org/cards/:id>; rel="canonical"
  x-folder: yes

/fonts/*
  Cache-Control: public, max-age=31536000, immutable
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff

/_catalog/*
  Cache-Control: no-cache
  X-Content-Type-Options: nosniff
  X-Robots-Tag: noindex
`);
});

test('headers that were kept and cannot be read are made again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  const store = join(folder, 'headers.json');
  writeFileSync(store, '{"key":"k","head');
  const asked: string[] = [];
  const ask = async (path: string) => {
    asked.push(path);
    return new Response('', { headers: { 'x-made': 'again' } });
  };
  const start = async () => ({ ask, complaints: () => '', stop: async () => {} });
  const form = { size: 'og', theme: 'light', format: 'png', path: SHORT } as const;
  const make = () => makeHeaders({ ids: ['a-card'], forms: [form], store, key: 'k', start });
  const made = await make();
  expect(made).toContain('x-made: again');
  expect(await make()).toBe(made);
  expect(asked).toEqual(['/cards/a-card.png']);
  rmSync(folder, { recursive: true });
});

test('an id that is part of another word stays', () => {
  const file = headersFile([sampleOf('card', ['x-name', 'a card of cards'])]);
  expect(file).toContain('x-name: a card of cards');
  expect(file).toContain('/cards/:id>');
});

test('of the tags the one that names the card is said', () => {
  const file = headersFile([
    sampleOf('a-card', ['cache-tag', 'card-a-card,source-x']),
    sampleOf('b-card', ['cache-tag', 'card-b-card,card-c,source-y']),
  ]);
  expect(file).toContain('  cache-tag: card-:id\n');
});

test('headers that differ from card to card in another way stop the build', () => {
  expect(() => headersFile([sampleOf('a', ['x-kind', 'quote']), sampleOf('b', ['x-kind', 'event'])])).toThrow(
    'pictures have different headers x-kind: "quote" and "event"',
  );
  expect(() => headersFile([sampleOf('a'), sampleOf('b', ['x-more', 'yes'])])).toThrow('x-more');
});

test('a line that the asset server would ignore stops the build', () => {
  expect(() => headersFile([sampleOf('a', ['x-long', 'x'.repeat(2000)])])).toThrow('longer than 2000');
});

test('without cards there are no pictures', () => {
  expect(headersFile([])).not.toContain('/cards');
});

test.each([
  ['cards/{id}.svg', '/cards/:id.svg'],
  ['cards/{id}/square-dark.png', '/cards/:id/:form.png'],
])('the rule of %s is %s', (path, rule) => expect(ruleOf(path)).toBe(rule));
