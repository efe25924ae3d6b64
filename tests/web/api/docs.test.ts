import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';

const ORIGIN = 'https://cards.example.org';
const get = (path: string) => exports.default.fetch(`${ORIGIN}${path}`, { redirect: 'manual' });
const page = await (await get('/docs')).text();

describe('the page of the API', () => {
  test('shows every operation with a form', async () => {
    const { paths } = (await (await get('/openapi.json')).json()) as {
      paths: Record<string, { get: { operationId: string } }>;
    };
    expect(Object.keys(paths).length).toBeGreaterThan(10);
    for (const [path, { get: operation }] of Object.entries(paths)) {
      expect(page).toContain(`id="${operation.operationId}"`);
      expect(page).toContain(`</strong> ${path}`);
      expect(page).toContain(`action="/docs/try/${operation.operationId}"`);
    }
  });

  test('labels every field once', () => {
    const content = page.slice(page.indexOf('<main'));
    const labels = [...content.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]);
    const fields = [...content.matchAll(/<(?:input|select) id="([^"]+)"/g)].map((match) => match[1]);
    expect(fields.length).toBeGreaterThan(10);
    expect(labels).toEqual(fields);
    expect(new Set(fields).size).toBe(fields.length);
  });

  test('shows shared fields once, and kind-specific fields with their kind', () => {
    const shown = (name: string) => {
      const [, section = ''] = page.split(`<details id="document-${name}">`);
      const text = section.slice(0, section.indexOf('</details>'));
      return { text, fields: [...text.matchAll(/<dt><code>(\w+)/g)].map((match) => match[1]) };
    };
    const card = shown('Card');
    expect(card.text).toContain('One of <a href="#document-FigureCard">FigureCard</a>, <a href="#document-QuoteCard">');
    expect(card.fields).toEqual(expect.arrayContaining(['id', 'sentence', 'claim', 'history']));
    const figure = shown('FigureCard');
    expect(figure.text).toContain('all fields of <a href="#document-Card">Card</a>');
    expect(figure.text).toContain('always null: <code>rows</code>, <code>note</code>');
    expect(figure.fields).toEqual(expect.arrayContaining(['kind', 'figure', 'quote', 'asOf']));
    expect(shown('ComparisonCard').fields).toEqual(['kind', 'rows', 'note', 'links']);
    for (const field of card.fields) expect(figure.fields).not.toContain(field);
  });

  test('loads nothing from elsewhere', () => {
    const loaded = [...page.matchAll(/<(?:script|link rel="stylesheet"|img|iframe)[^>]* (?:src|href)="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(loaded).toEqual(['/docs/style.css', '/docs/script.js']);
  });

  test.each([
    ['style.css', 'text/css'],
    ['script.js', 'text/javascript'],
  ])('has its %s', async (file, type) => {
    const response = await get(`/docs/${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toContain(type);
    expect((await response.text()).length).toBeGreaterThan(500);
  });
});

describe('a form without scripts', () => {
  test.each([
    ['listCards?q=&topic=harbours&kind=&limit=2', '/api/cards?topic=harbours&limit=2'],
    ['getCard?id=merchant-ships-harbour', '/api/cards/merchant-ships-harbour'],
    ['getCardVariantPng?id=merchant-ships-harbour&variant=wide', '/cards/merchant-ships-harbour/wide.png'],
    ['getHealth', '/health'],
    ['getCard?id=//evil.example/', '/api/cards/%2F%2Fevil.example%2F'],
  ])('redirects from %s to %s', async (from, to) => {
    const response = await get(`/docs/try/${from}`);
    expect([response.status, response.headers.get('Location')]).toEqual([302, to]);
  });

  test('returns 404 for an unknown operation', async () => {
    expect((await get('/docs/try/constructor')).status).toBe(404);
  });
});
