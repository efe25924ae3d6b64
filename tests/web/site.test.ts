/** A site with settings of its own: what they change, in every room. */
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { DEFAULT_COLORS, PLAIN_SITE, type Site } from '../../src/card/site.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const ORIGIN = 'https://cards.example.org';
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M0 0h40v40H0z" fill="#00ff00"/></svg>';
const logo = { uri: `data:image/svg+xml;base64,${btoa(LOGO)}`, width: 40, height: 40 };
const colors = {
  ...DEFAULT_COLORS,
  light: { ...DEFAULT_COLORS.light, paper: '#ffffff', marker: '#c8f0d8', stripTab: '#a8e0c0' },
};
const site: Site = {
  ...PLAIN_SITE,
  name: 'Harbour facts',
  description: 'What is said of the harbour.',
  about: 'The harbour association makes this site.',
  report: 'mailto:corrections@example.org',
  brand: { ...PLAIN_SITE.brand, colors, logo: { light: logo, dark: logo } },
};

const catalog = catalogOf([{ id: 'a-card' }]);
const options = { loadStore: async () => catalog, codeRevision: 'test' };
const [branded, plain] = [createApp({ ...options, site }), createApp(options)];
const text = async (path: string, app = branded) => (await app.request(`${ORIGIN}${path}`)).text();

test('its name is on pages, in feeds, previews, embeds and the description of the API', async () => {
  for (const path of ['/', '/cards/a-card', '/feed.json', '/feed.xml', '/watch.json', '/llms.txt', '/openapi.json'])
    expect([path, (await text(path)).includes('Harbour facts')]).toEqual([path, true]);
  expect(await text(`/oembed?url=${ORIGIN}/cards/a-card`)).toContain('"provider_name":"Harbour facts"');
  expect(await text('/feed.json')).toContain('What is said of the harbour.');
});

test('every page says who is behind it, if the settings say so', async () => {
  for (const path of ['/', '/cards/a-card', '/nothing'])
    expect(await text(path)).toMatch(/<footer class="site"><p>The harbour association makes this site\.<br\/>/);
  expect(await text('/', plain)).toContain('<footer class="site"><p>Sourced fact cards. ');
});

test('readers find where to report an error, where there is such a place', async () => {
  const { report, revision } = JSON.parse(await text('/cards/a-card.json'));
  expect(report).toMatch(/^mailto:corrections@example\.org\?subject=Error%20in%20the%20card%20a-card&body=/);
  expect(report).toContain(`Revision%3A%20${revision}`);
  const page = await text('/cards/a-card');
  expect(page).toContain(`<a href="${report.replaceAll('&', '&amp;')}">Report an error</a>`);
  expect(await text('/sources')).toMatch(
    /<a href="mailto:corrections@example\.org\?subject=Error%20on%20a%20page&amp;body=[^"]*%2Fsources%0D%0A[^"]*">Report an error<\/a>/,
  );
  expect(await text('/?q=words&kind=quote')).toContain(encodeURIComponent(`${ORIGIN}/?q=words&kind=quote`));
  const source = JSON.parse(await text('/api/sources/daily-example')).report;
  expect(source).toContain(encodeURIComponent(`${ORIGIN}/sources/daily-example`));
  expect(await text('/sources/daily-example')).toContain(`href="${source.replaceAll('&', '&amp;')}">Report an error`);
  expect(JSON.parse(await text('/api/sources/daily-example', plain)).report).toBeNull();
  expect(JSON.parse(await text('/api')).report).toBe('mailto:corrections@example.org');
  expect(await text('/openapi.json')).toContain('"email":"corrections@example.org"');
  expect(await text('/cards/a-card', plain)).toContain('This site has no address for reports of errors.');
  expect(JSON.parse(await text('/cards/a-card.json', plain)).report).toBeNull();
});

test('its colours are those of pages, within their policy, and of the icon', async () => {
  const response = await branded.request(`${ORIGIN}/`);
  const page = await response.text();
  expect(page).toContain('--paper:light-dark(#ffffff,#0f1620)');
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  const hash = Buffer.from(digest).toString('base64');
  expect(response.headers.get('Content-Security-Policy')).toContain(`'sha256-${hash}'`);
  expect(await text('/favicon.svg')).toContain('fill="#a8e0c0"');
});

describe('its logo', () => {
  test('is at its address and on pages', async () => {
    const response = await branded.request(`${ORIGIN}/brand/light`);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/svg+xml']);
    expect(await response.text()).toBe(LOGO);
    expect(await text('/')).toContain(`<img src="${ORIGIN}/brand/light"`);
    expect(response.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; .*sandbox$/);
    for (const name of ['other', 'constructor', '__proto__', 'toString'])
      expect([name, (await branded.request(`${ORIGIN}/brand/${name}`)).status]).toEqual([name, 404]);
    expect((await plain.request(`${ORIGIN}/brand/light`)).status).toBe(404);
  });

  test.each(['og', 'square', 'story-dark'])('is drawn on cards: %s', async (variant) => {
    expect(await text(`/cards/a-card/${variant}.svg`)).toContain('<image');
    expect(await text(`/cards/a-card/${variant}.svg`, plain)).not.toContain('<image');
    const bytes = async (app: typeof branded) =>
      Buffer.from(await (await app.request(`${ORIGIN}/cards/a-card/${variant}.png`)).arrayBuffer());
    expect((await bytes(branded)).equals(await bytes(plain))).toBe(false);
  });
});
