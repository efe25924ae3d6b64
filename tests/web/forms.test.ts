/** Every form of a card, and every document that lists them. */
import { describe, expect, test } from 'vitest';
import {
  MAIN_VARIANT,
  parseVariant,
  SIZE_NAMES,
  THEME_NAMES,
  VARIANTS,
  variantName,
} from '../../src/render/variant.ts';
import { FORM_NAMES, FORMS, splitForm } from '../../src/web/forms.ts';
import { createLinks } from '../../src/web/links.ts';
import { appOf } from '../helpers/app.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const ORIGIN = 'https://cards.example.org';
const app = appOf(catalogOf([{ id: 'a-card' }]));
const links = createLinks(ORIGIN);
const get = (url: string) => app.request(url);

describe.each(FORM_NAMES)('the form %s', (form) => {
  const { mediaType, errors, ending } = FORMS[form];
  const address = links.form('a-card', form);

  test('is served at its address with its media type', async () => {
    const response = await get(address);
    expect([response.status, response.headers.get('Content-Type')?.split(';')[0]]).toEqual([200, mediaType]);
  });

  test('has errors that are written as it says', async () => {
    const written = { json: 'application/problem+json', text: 'text/plain', png: 'image/png', svg: 'image/svg+xml' };
    const response = await get(links.form('nobody', form));
    expect([response.status, response.headers.get('Content-Type')?.split(';')[0]]).toEqual([404, written[errors]]);
  });

  test('is in the Link header, the description of the API, llms.txt and the head of the page', async () => {
    const header = (await get(`${ORIGIN}/cards/a-card`)).headers.get('Link');
    expect(header).toContain(`<${address}>; rel="alternate"; type="${mediaType}"`);
    const { paths } = (await (await get(`${ORIGIN}/openapi.json`)).json()) as { paths: Record<string, unknown> };
    expect(Object.keys(paths)).toContain(`/cards/{id}${ending}`);
    expect(await (await get(`${ORIGIN}/llms.txt`)).text()).toContain(`/cards/{id}${ending}`);
    expect(await (await get(`${ORIGIN}/cards/a-card`)).text()).toContain(`type="${mediaType}" href="${address}"`);
  });

  test('is recognised by its ending', () => {
    expect(splitForm(`a-card${ending}`)).toEqual({ name: 'a-card', form });
  });
});

test('an ending that no form has is no form', async () => {
  expect(splitForm('a-card.gif')).toBeUndefined();
  expect((await get(`${ORIGIN}/cards/a-card.gif`)).status).toBe(404);
});

describe('the name of a variant', () => {
  test('is read as it is written, for every size and theme', () => {
    expect(VARIANTS).toHaveLength(SIZE_NAMES.length * THEME_NAMES.length);
    for (const variant of VARIANTS) expect(parseVariant(variantName(variant))).toEqual(variant);
    expect(new Set(VARIANTS.map(variantName)).size).toBe(VARIANTS.length);
  });

  test('leaves the main theme out', () => {
    expect(variantName(MAIN_VARIANT)).toBe('og');
    expect(variantName({ size: 'square', theme: 'dark' })).toBe('square-dark');
  });

  test.each(['', 'huge', 'og-', 'og-light', 'OG', 'og-dark-dark', 'constructor'])('is not "%s"', (name) => {
    expect(parseVariant(name)).toBeUndefined();
  });
});
