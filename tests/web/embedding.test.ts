/** The page that says what to paste where, and the script of the web component. */
import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import docs from '../../docs/embedding.md?raw';
import { PASTED, PLACES } from '../../src/web/embed/places.ts';
import { rowsOf, tableOf } from '../helpers/documentation.ts';
import { attribute, documentElements } from '../helpers/html.ts';

const ORIGIN = 'https://cards.example.org';
const ID = 'merchant-ships-harbour';
const get = (path: string) => exports.default.fetch(`${ORIGIN}${path}`);

describe('the page', () => {
  test('shows the web component of the card that its address names, around the linked picture', async () => {
    const elements = documentElements(await (await get(`/embedding?card=${ID}`)).text());
    const names = elements.map(({ tagName }) => tagName);
    const at = names.indexOf('fact-card');
    expect(attribute(elements[at], 'src')).toBe(`${ORIGIN}/cards/${ID}`);
    expect(names.slice(at, at + 5)).toEqual(['fact-card', 'a', 'picture', 'source', 'img']);
  });

  test('shows the newest card without a parameter', async () => {
    expect((await get('/embedding')).status).toBe(200);
  });

  test('of a card that does not exist searches for it, and asks again', async () => {
    const response = await get('/embedding?card=no-body');
    expect(response.status).toBe(404);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60');
    const elements = documentElements(await response.text());
    const links = elements.filter((element) => element.tagName === 'a').map((element) => attribute(element, 'href'));
    expect(links).toContain(`${ORIGIN}/?q=no+body`);
    expect(elements.filter((element) => attribute(element, 'name') === 'card')).toHaveLength(1);
  });

  test('also takes the address of a card, as one copies it', async () => {
    for (const address of [`${ORIGIN}/cards/${ID}`, `${ORIGIN}/cards/${ID}.png?v=1`, ` ${ID} `]) {
      const page = await (await get(`/embedding?card=${encodeURIComponent(address)}`)).text();
      expect(page).toContain(`<fact-card src="${ORIGIN}/cards/${ID}">`);
    }
  });

  test('says first, for each place, whether a copy there corrects itself', async () => {
    const page = await (await get('/embedding')).text();
    expect([...page.matchAll(/After a correction: <strong>([^<]+)</g)].map(([, copies]) => copies)).toEqual(
      PLACES.map(({ copies }) => copies),
    );
    for (const { copies, correction } of PLACES)
      expect(copies).toMatch(
        /^Never/.test(correction)
          ? /copy/
          : /^Not known/.test(correction)
            ? /^not/
            : /never|again/i.test(correction) && !/^Within/.test(correction)
              ? /sometimes/
              : /itself$/,
      );
  });

  test('has the same table as the documentation', () => {
    const rows = rowsOf(tableOf(docs, 'where | paste'));
    expect(rows).toEqual(
      PLACES.map(({ name, paste, appears, correction }) => [name, PASTED[paste].what, appears, correction]),
    );
  });
});

describe('the script of the web component', () => {
  test('is at most 2 kB as served', async () => {
    const bytes = await (await get('/fact-card.js')).arrayBuffer();
    expect(bytes.byteLength).toBeLessThanOrEqual(2000);
    expect(bytes.byteLength).toBeGreaterThan(500);
  });

  test('may be loaded by every site', async () => {
    const { headers } = await get('/fact-card.js');
    expect(headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});
