import { exports } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { attribute, documentElements, metaOf } from '../helpers/html.ts';
import { store } from '../helpers/published.ts';

const ORIGIN = 'https://cards.example.org';
const get = (path: string, init?: RequestInit) =>
  exports.default.fetch(`${ORIGIN}${path}`, { redirect: 'manual', ...init });
const ID = 'merchant-ships-harbour';

describe('a card', () => {
  test('redirects to the passage in the source', async () => {
    const response = await get(`/cards/${ID}/source`);
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(
      'https://harbour-times.example/the-second-basin-grows-busier-but-the-old-town-will-not-hear-of-a-third/' +
        '#:~:text=reportedly%20hosts%20up%20to%201%2C000%20merchant%20ships',
    );
  });

  test('is JSON with every field of the contract, the absent ones null', async () => {
    const response = await get(`/cards/${ID}.json`);
    expect(response.headers.get('Content-Type')).toContain('application/json');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const card = (await response.json()) as Record<string, unknown>;
    expect(card).toMatchObject({
      schemaVersion: 1,
      id: ID,
      kind: 'figure',
      language: 'en',
      topics: ['Harbours', 'Merchant Ships'],
      status: 'reported',
      figure: { text: 'up to 1,000', value: null, min: null, max: 1000, unit: 'merchant ships' },
      attribution: ['Harbour Times'],
      place: 'The old harbour',
      quote: {
        type: 'TextQuoteSelector',
        exact: 'reportedly hosts up to 1,000 merchant ships',
        highlight: 'up to 1,000 merchant ships',
        prefix: null,
        suffix: null,
      },
      evidence: {
        match: 'exact',
        snapshot: '940a12af3e63ed1bf08d870eac6f97196a6466d3fc2d40c8389310e77c1e278b',
        checkedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      },
      rows: null,
      note: null,
      citation: { short: 'Harbour Times, Nov 2023' },
      links: { self: `${ORIGIN}/cards/${ID}.json`, page: `${ORIGIN}/cards/${ID}`, image: `${ORIGIN}/cards/${ID}.png` },
    });
    const images = card.images as { size: string; theme: string; url: string }[];
    expect(images).toHaveLength(10);
    expect(images[0]).toEqual({
      size: 'og',
      theme: 'light',
      url: `${ORIGIN}/cards/${ID}.png`,
      width: 1200,
      height: 630,
      type: 'image/png',
    });
    expect(images.at(-1)?.url).toBe(`${ORIGIN}/cards/${ID}/story-dark.png`);
    expect(card.revision).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(card)).not.toContain('undefined');
  });

  test('is the same document under /api', async () => {
    expect(await (await get(`/api/cards/${ID}`)).text()).toBe(await (await get(`/cards/${ID}.json`)).text());
  });

  test('has a page with its words and the way to the source', async () => {
    const page = await (await get(`/cards/${ID}`)).text();
    expect(page).toContain('<mark>up to 1,000 merchant ships</mark>');
    expect(page).toContain('#:~:text=reportedly%20hosts');
    expect(page).toMatch(
      /<meta property="og:image" content="https:\/\/cards\.example\.org\/cards\/[a-z-]+\.png\?v=[0-9a-f]{8}"/,
    );
  });

  test.each(['png', 'svg', 'json'])('is not sent again as %s to who has it', async (form) => {
    const first = await get(`/cards/${ID}.${form}`);
    const etag = first.headers.get('ETag') ?? '';
    await first.arrayBuffer();
    const again = await get(`/cards/${ID}.${form}`, { headers: { 'If-None-Match': `W/${etag}, "other"` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test('is another answer to caches in every form, size and theme', async () => {
    const paths = ['.png', '.svg', '.json', '/square.png', '/square-dark.png'];
    const etags = await Promise.all(paths.map(async (path) => (await get(`/cards/${ID}${path}`)).headers.get('ETag')));
    expect(new Set(etags).size).toBe(paths.length);
    const elsewhere = await exports.default.fetch(`https://other.example/cards/${ID}.png`);
    expect(etags).not.toContain(elsewhere.headers.get('ETag'));
  });

  test('may be embedded anywhere', async () => {
    const response = await get(`/cards/${ID}.png?v=whatever`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Length')).toBe(String((await response.arrayBuffer()).byteLength));
  });
});

describe('a card as a page to frame', () => {
  const EMBED = `/cards/${ID}/embed`;

  test('may be framed by every site, file and app, and no other page may', async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get('Content-Security-Policy');
    expect(await policyOf(EMBED)).not.toContain('frame-ancestors');
    for (const path of ['/', `/cards/${ID}`, `/cards/${ID}.json`, '/sources', '/docs', '/cards/nobody/embed'])
      expect(await policyOf(path), path).toContain("frame-ancestors 'none'");
  });

  test('runs its own script and style, and nothing else', async () => {
    const response = await get(EMBED);
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; img-src 'self' https:\/\/cards\.example\.org; style-src '[^' ]+'; script-src '[^' ]+'; /,
    );
    const page = await response.text();
    const inline = [...page.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)];
    expect(inline.map(([, tag]) => tag)).toEqual(['style', 'script']);
    for (const [, tag, text = ''] of inline) {
      const hash = createHash('sha256').update(text).digest('base64');
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(page).not.toMatch(/ on[a-z]+="| style="/);
  });

  test('has the picture in the reader’s colours with its words, and links on its own host only', async () => {
    const page = await (await get(EMBED)).text();
    const { alt } = (await (await get(`/cards/${ID}.json`)).json()) as { alt: string };
    const elements = documentElements(page);
    const [dark, light] = ['source', 'img'].map((name) => elements.findLast(({ tagName }) => tagName === name));
    expect(attribute(light, 'alt')).toBe(alt);
    expect(attribute(light, 'src')).toMatch(new RegExp(`/cards/${ID}\\.png\\?v=[0-9a-f]{8}$`));
    expect(attribute(dark, 'srcset')).toMatch(new RegExp(`/cards/${ID}/og-dark\\.png\\?v=[0-9a-f]{8}$`));
    const links = elements.filter(({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href'));
    expect(links).toEqual([`${ORIGIN}/cards/${ID}`, `${ORIGIN}/cards/${ID}/source`, `${ORIGIN}/cards/${ID}`]);
  });

  test('is not for search engines, which have the card’s page', async () => {
    const response = await get(EMBED);
    const page = await response.text();
    expect(metaOf(page).robots).toEqual(['noindex']);
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/cards/${ID}"`);
    expect(await (await get('/sitemap.xml')).text()).not.toContain('/embed<');
  });

  test('is kept by caches as other pages are, and not sent again to who has it', async () => {
    const [frame, page] = await Promise.all([get(EMBED), get(`/cards/${ID}`)]);
    expect(frame.headers.get('Cache-Control')).toBe(page.headers.get('Cache-Control'));
    expect(frame.headers.get('Cache-Tag')).toBe(`card-${ID},source-harbour-times-second-basin`);
    const etag = frame.headers.get('ETag') ?? '';
    expect(etag).not.toBe(page.headers.get('ETag'));
    expect((await get(EMBED, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });
});

describe('an address of a card in another case, or with a slash behind it,', () => {
  const upper = ID.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());

  test.each([
    [`/cards/${ID}/`, `/cards/${ID}`],
    [`/cards/${ID}//`, `/cards/${ID}`],
    [`/cards/${upper}`, `/cards/${ID}`],
    [`/cards/${ID.toUpperCase()}/`, `/cards/${ID}`],
    [`/cards/${upper}?size=square&theme=dark`, `/cards/${ID}?size=square&theme=dark`],
    [`/cards/${ID}/?utm_source=a%20b&x=/`, `/cards/${ID}`],
    [`/cards/${upper}.json`, `/cards/${ID}.json`],
    [`/cards/${ID}.PNG?v=1`, `/cards/${ID}.png`],
    [`/cards/${upper}/square-dark.png`, `/cards/${ID}/square-dark.png`],
    [`/cards/${upper}/source`, `/cards/${ID}/source`],
    [`/cards/${ID}/embed/`, `/cards/${ID}/embed`],
  ])('%s leads to the address that it has', async (path, canonical) => {
    const response = await get(path);
    expect([response.status, response.headers.get('Location')]).toEqual([301, `${ORIGIN}${canonical}`]);
  });

  test.each([
    '/cards/Nobody',
    '/cards/nobody/',
    '/cards/',
    '/cards/%F0%9F%98%80/',
    '/cards/..%2F..%2FEvil/',
    `/cards/${ID}@%EF%AC%810123abcd.json`,
    `/cards/${ID.toUpperCase()}@1.png`,
  ])('that names no card leads nowhere: %s', async (path) => {
    const response = await get(path);
    expect([response.status, response.headers.get('Location')]).toEqual([404, null]);
  });
});

describe('a card in its sizes and themes', () => {
  test.each([
    ['og', 1200, 630],
    ['og-dark', 1200, 630],
    ['wide', 1600, 900],
    ['square-dark', 1080, 1080],
    ['portrait', 1080, 1350],
    ['story', 1080, 1920],
  ])('%s is %i×%i', async (variant, width, height) => {
    const svg = await get(`/cards/${ID}/${variant}.svg`);
    expect(await svg.text()).toContain(`<svg width="${width}" height="${height}"`);
    const png = await get(`/cards/${ID}/${variant}.png`);
    const header = new DataView(await png.arrayBuffer());
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([width, height]);
  });

  test('the og size in the light theme is the same picture under both of its addresses', async () => {
    const [short, long] = await Promise.all([get(`/cards/${ID}.svg`), get(`/cards/${ID}/og.svg`)]);
    expect(await short.text()).toBe(await long.text());
  });

  test.each(['huge.png', 'og-blue.svg', 'OG.png', 'constructor.png', '-dark.png'])(
    '%s is none: a drawn 404',
    async (file) => {
      const response = await get(`/cards/${ID}/${file}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('Content-Type')).toMatch(/^image\/(png|svg\+xml)$/);
    },
  );

  test.each(['/square', '/square.json', '/square.webp'])('%s is none: a 404 in the form asked for', async (path) => {
    const response = await get(`/cards/${ID}${path}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toMatch(path.endsWith('.json') ? /problem\+json/ : /text\/html/);
  });
});

describe('lists', () => {
  test('all sources, and one with its cards', async () => {
    const list = (await (await get('/api/sources')).json()) as { sources: { id: string }[]; total: number };
    expect(list.total).toBe(store.counts.sources);
    const source = (await (await get('/api/sources/harbour-times-second-basin')).json()) as { cards: string[] };
    expect(source.cards).toContain(ID);
  });

  test('a source page has every card at its quote', async () => {
    const page = await (await get('/sources/harbour-times-second-basin')).text();
    expect(page).toContain(`id="${ID}"`);
    expect(await (await get('/sources')).text()).toContain('/sources/harbour-times-second-basin');
  });

  test('all speakers with the number of their cards, and one with its cards', async () => {
    const list = await (await get('/api/speakers')).json();
    expect(list).toMatchObject({
      total: 4,
      next: null,
      speakers: [{ id: 'radio-example', count: 4 }, { id: 'harbour-office', count: 2 }, {}, {}],
    });
    expect(await (await get('/api/speakers/eva-muster')).json()).toEqual({
      id: 'eva-muster',
      name: 'Eva Muster',
      aliases: ['E. Muster', 'Ева Мустер'],
      type: 'person',
      role: 'Harbour master',
      cards: ['second-basin-better-prepared'],
      report: null,
    });
  });

  test('a card names its speakers with their role and id', async () => {
    const card = await (await get('/api/cards/second-basin-better-prepared')).json();
    expect(card).toMatchObject({
      attribution: ['Eva Muster', 'Harbour Times'],
      steps: [
        { name: 'Eva Muster', as: null, speaker: 'eva-muster', type: 'person', role: 'Harbour master' },
        { name: 'Harbour Times', as: null, speaker: null, type: 'organisation', role: null },
      ],
    });
    const page = await (await get('/cards/second-basin-better-prepared')).text();
    expect(page).toContain('/speakers/eva-muster">Eva Muster</a><span class="muted"> (Harbour master)</span>');
  });

  test('a speaker page lists the cards by the speaker, and separately those that the speaker passed on', async () => {
    const page = await (await get('/speakers')).text();
    expect(page).toContain('/speakers/radio-example">Radio Example</a>');
    expect(page).not.toContain('0 cards');
    expect(page.indexOf('>The builders<')).toBeGreaterThan(page.indexOf('<h2>Documents and unnamed sources</h2>'));
    const person = await (await get('/speakers/eva-muster')).text();
    expect(person).toContain('<h2>Said by Eva Muster</h2>');
    expect(person).toContain('/cards/second-basin-better-prepared');
    expect(person).toContain('E. Muster, Ева Мустер');
    const outlet = await (await get('/speakers/radio-example')).text();
    expect(outlet).toContain('<h2>Passed on by Radio Example</h2>');
  });

  test('health counts them', async () => {
    expect(await (await get('/health')).json()).toMatchObject({
      status: 'ok',
      cards: store.counts.cards,
      sources: store.counts.sources,
    });
  });
});

describe('what is not there answers 404 in the form asked for', () => {
  test.each([
    '/cards/nobody.json',
    '/api/cards/nobody',
    '/api/sources/nobody',
    '/api/speakers/nobody',
    '/api/nothing',
    '/api/cards/nobody.png',
    '/api/a.xml',
    '/cards/No_Id!.json',
  ])('%s: problem details', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: 'about:blank', status: 404, title: expect.any(String) });
  });

  test.each([
    '/cards/nobody',
    '/cards/nobody/source',
    '/sources/nobody',
    '/speakers/nobody',
    '/nothing',
    '/cards/a/b/c',
  ])('%s: a page', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain('Search the cards');
    expect(page).toContain('/">home page</a>');
  });

  test.each([
    ['/cards/nobody.png', 'image/png'],
    ['/cards/nobody.svg', 'image/svg+xml'],
    ['/nothing.png', 'image/png'],
  ])('%s: a drawn card', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });
});

test('HEAD answers as GET without the body', async () => {
  const response = await get(`/cards/${ID}.png`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(Number(response.headers.get('Content-Length'))).toBeGreaterThan(1000);
  expect(await response.text()).toBe('');
});

test.each(['a%0d%0aSet-Cookie:%20x', '%F0%9F%98%80', '..%2f..%2fevil', 'NOBODY', 'MERCHANT%00'])(
  'the short way of a QR code leads to cards that are there, and repeats nothing else: %s',
  async (id) => {
    const response = await get(`/CARDS/${id}`);
    expect([response.status, response.headers.get('Location')]).toEqual([404, null]);
  },
);

test('a search is not in the title of its page: the site says nothing in the words of its visitors', async () => {
  const page = await (await get('/?q=merchant')).text();
  expect(page).toContain('<title>Search · Sourced fact cards</title>');
  expect(page.match(/="merchant"/g)).toHaveLength(1);
});

test('a forged forwarding header changes no address', async () => {
  const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'http' };
  expect(await (await get(`/cards/${ID}.json`, { headers })).text()).not.toContain('evil.example');
});
