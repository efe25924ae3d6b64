/** /check as the Worker sends it, and the records that its script reads. */
import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { attribute, documentElements } from '../helpers/html.ts';

const ORIGIN = 'https://cards.example.org';
const get = (path: string) => exports.default.fetch(`${ORIGIN}${path}`);

describe('the page', () => {
  test('says without a script that it needs one, and hides the file field until then', async () => {
    const page = await (await get('/check')).text();
    expect(page).toContain('This page needs JavaScript');
    const form = documentElements(page).find((element) => attribute(element, 'id') === 'choose');
    expect(attribute(form, 'hidden')).toBe('');
  });

  test('may connect to its own site only, and loads scripts of its own site only', async () => {
    const policy = (await get('/check')).headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain(`connect-src 'self' ${ORIGIN};`);
    expect(policy).toMatch(/script-src (?:'sha256-[^' ]+' ){2}'self';/);
    expect(policy).toContain("default-src 'none'");
  });
});

describe('the recorded pixels of a card', () => {
  test('are an empty list if there are none', async () => {
    const response = await get('/check/merchant-ships-harbour.json');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual([]);
  });

  test('are not found for a card that does not exist', async () => {
    const response = await get('/check/nobody.json');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'card-not-found' });
  });
});
