import { describe, expect, test } from 'vitest';
import { SIZES } from '../../src/render/variant.ts';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { catalogOf, comparisonOf } from '../helpers/catalogs.ts';
import { attribute, documentElements, fragmentElements, textContent } from '../helpers/html.ts';
import { filterOembed, SECRET } from '../helpers/wordpress.ts';
import { parseXml } from '../helpers/xml.ts';

const ask = askingOf(catalogOf([{ id: 'a-card' }, { id: 'other' }], [comparisonOf('compared', ['a-card', 'other'])]));
const PAGE = `${ORIGIN}/cards/a-card`;
const oembed = (parameters: Record<string, string>, url = PAGE) =>
  ask(`/oembed?${new URLSearchParams({ url, ...parameters })}`);
const documentOf = async (parameters: Record<string, string> = {}, url = PAGE) => {
  const response = await oembed(parameters, url);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, string | number>;
};

describe('a card as oEmbed', () => {
  test('is rich, with every required field', async () => {
    const response = await oembed({});
    expect(response.headers.get('Content-Type')).toContain('application/json');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.json()).toEqual({
      version: '1.0',
      type: 'rich',
      title: '“these are the words” (Somebody, Daily Example, Nov 2023)',
      author_name: 'Somebody → Daily Example',
      provider_name: 'Sourced fact cards',
      provider_url: `${ORIGIN}/`,
      cache_age: 240,
      thumbnail_url: `${PAGE}.png`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
      html: expect.any(String),
      width: 600,
      height: expect.any(Number),
    });
  });

  test('is a quotation with the ways to the page and the passage, and a frame with the card’s own page for it', async () => {
    const { html, width, height } = await documentOf();
    const elements = fragmentElements(String(html));
    const [quotation, page, passage, , frame] = elements;
    expect(elements.map(({ tagName }) => tagName)).toEqual(['blockquote', 'a', 'a', 'div', 'iframe']);
    expect(quotation && textContent(quotation)).toBe(
      '“these are the words” (Somebody, Daily Example, Nov 2023). Somebody → Daily Example. Read it in the source: Daily Example, 2 Nov 2023',
    );
    expect([attribute(page, 'href'), attribute(passage, 'href')]).toEqual([PAGE, `${PAGE}/source`]);
    expect(attribute(frame, 'src')).toBe(`${PAGE}/embed`);
    expect([attribute(frame, 'width'), attribute(frame, 'height')]).toEqual([String(width), String(height)]);
    expect(attribute(frame, 'title')).toBe('“these are the words” (Somebody, Daily Example, Nov 2023)');
  });

  test('is kept by WordPress: the quotation, and the frame in a sandbox with a secret', async () => {
    const [quotation, , , frame] = fragmentElements(filterOembed(String((await documentOf()).html)) ?? '');
    expect(attribute(quotation, 'class')).toBe('wp-embedded-content');
    expect(attribute(frame, 'src')).toBe(`${PAGE}/embed#?secret=${SECRET}`);
    expect(attribute(frame, 'sandbox')).toBe('allow-scripts');
    expect([attribute(quotation, 'data-secret'), attribute(frame, 'data-secret')]).toEqual([SECRET, SECRET]);
  });

  test('keeps its markup whatever the words of a card are', async () => {
    const claim = '"><script>alert(1)</script></blockquote><iframe src="https://evil.example"></iframe> & more';
    const hostile = askingOf(catalogOf([{ id: 'a-card', claim, attribution: [claim.slice(0, 60)] }]));
    const { html } = (await (await hostile(`/oembed?url=${PAGE}`)).json()) as { html: string };
    expect(fragmentElements(html).map(({ tagName }) => tagName)).toEqual(['blockquote', 'a', 'a', 'div', 'iframe']);
    expect(fragmentElements(filterOembed(html) ?? '').map(({ tagName }) => tagName)).toEqual([
      'blockquote',
      'a',
      'a',
      'iframe',
    ]);
  });

  test('is the same as XML', async () => {
    const response = await oembed({ format: 'xml' });
    expect(response.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const root = parseXml(await response.text());
    expect(root.name).toBe('oembed');
    const fields = Object.fromEntries(root.children.map(({ name, text }) => [name, text]));
    const json = Object.entries(await documentOf()).map(([name, value]) => [name, String(value)]);
    expect(fields).toEqual(Object.fromEntries(json));
  });

  test('of a comparison contains its note and links to its page', async () => {
    const { html, author_name } = await documentOf({}, `${ORIGIN}/cards/compared`);
    expect(html).toContain('Not like for like.');
    expect(author_name).toBe('Somebody; Daily Example');
  });

  test.each(['', '/', '?v=1', '#words', '.png', '.svg', '.json', '.md', '/square.png', '/story-dark.png', '/embed'])(
    'is found by the address with %j behind it',
    async (ending) => {
      expect((await oembed({}, `${PAGE}${ending}`)).status).toBe(200);
      expect((await oembed({}, `${PAGE.replace('https:', 'http:')}${ending}`)).status).toBe(200);
    },
  );

  test.each([
    ['?theme=dark', '?theme=dark', '/og-dark.png'],
    ['?size=story&theme=light&utm_source=x', '?theme=light', '.png'],
    ['?theme=', '', '.png'],
  ])('has the theme of the pasted address: %j', async (pasted, framed, thumbnail) => {
    const opened = documentElements(await (await ask(`/cards/a-card${pasted}`)).text());
    const discovered = opened.find((element) => attribute(element, 'type') === 'application/json+oembed');
    const href = attribute(discovered, 'href') ?? '';
    expect(new URL(href).searchParams.get('url')).toBe(`${PAGE}${framed}`);
    const documents = await Promise.all([
      documentOf({}, `${PAGE}${pasted}`),
      (await ask(href.slice(ORIGIN.length))).json(),
    ]);
    for (const { html, thumbnail_url } of documents as Record<string, string>[]) {
      const frame = fragmentElements(html ?? '').find(({ tagName }) => tagName === 'iframe');
      expect([attribute(frame, 'src'), thumbnail_url]).toEqual([`${PAGE}/embed${framed}`, `${PAGE}${thumbnail}`]);
      const [root] = documentElements(await (await ask(`/cards/a-card/embed${framed}`)).text());
      expect(attribute(root, 'data-theme')).toBe(/theme=(\w+)/.exec(framed)?.[1]);
    }
    expect((await ask(`/cards/a-card${pasted}`)).headers.get('Link')).toContain(`<${href}>`);
  });

  test('is framed only in the themes that exist', async () => {
    const response = await ask('/cards/a-card/embed?theme=blue');
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('theme must be one of light, dark'),
    ]);
  });

  test('is found by the capitals of a QR code', async () => {
    expect((await oembed({}, 'HTTPS://CARDS.EXAMPLE.ORG/CARDS/A-CARD')).status).toBe(200);
  });

  test('returns 304 for a matching ETag', async () => {
    const etag = (await oembed({})).headers.get('ETag') ?? '';
    const path = `/oembed?${new URLSearchParams({ url: PAGE })}`;
    expect((await ask(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await ask(`${path}&maxwidth=300`, { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });
});

test.each([
  ['nothing of a picture without a frame', '<figure><a href="x"><img src="y" alt="z"></a></figure>', undefined],
  [
    'no quotation that comes after the frame',
    '<iframe src="https://a.example/"></iframe><blockquote>Words</blockquote>',
    `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="https://a.example/#?secret=${SECRET}" data-secret="${SECRET}"></iframe>`,
  ],
])('WordPress keeps %s', (_what, html, kept) => expect(filterOembed(html)).toBe(kept));

describe('the room that a site has', () => {
  const ROOMS = [1, 2, 50, 120, 199, 200, 240, 315, 500, 700, 1079, 1080, 1200, 1600, 100_000];

  test.each(ROOMS)('a width of %i is honoured', async (maxwidth) => {
    const { width, thumbnail_width } = await documentOf({ maxwidth: String(maxwidth) });
    expect(width).toBe(Math.min(maxwidth, 1200));
    expect(Number(thumbnail_width ?? 0)).toBeLessThanOrEqual(maxwidth);
  });

  test.each(ROOMS)('a height of %i is honoured', async (maxheight) => {
    const { height, html, thumbnail_height } = await documentOf({ maxheight: String(maxheight) });
    expect(height).toBeGreaterThan(0);
    expect(height).toBeLessThanOrEqual(maxheight);
    expect(Number(thumbnail_height ?? 0)).toBeLessThanOrEqual(maxheight);
    const frame = fragmentElements(String(html)).find(({ tagName }) => tagName === 'iframe');
    expect(Number(attribute(frame, 'height'))).toBe(height);
  });

  test('a frame is as high as the picture if the caption does not fit, and higher if it does', async () => {
    const heightOfWords = async (room: Record<string, string>) => {
      const { width, height } = await documentOf(room);
      return Number(height) - Math.round((Number(width) * SIZES.og.height) / SIZES.og.width);
    };
    expect(await heightOfWords({ maxheight: '100' })).toBe(0);
    expect(await heightOfWords({ maxwidth: '150' })).toBe(0);
    expect(await heightOfWords({ maxheight: '400' })).toBeGreaterThan(30);
    expect(await heightOfWords({ maxwidth: '220' })).toBeGreaterThan(await heightOfWords({ maxwidth: '1200' }));
  });

  test('a thumbnail is there with its size, or not at all', async () => {
    const keys = Object.keys(await documentOf({ maxwidth: '1000' }));
    expect(keys.filter((key) => key.startsWith('thumbnail'))).toEqual([]);
    expect((await documentOf({ maxwidth: '1100' })).thumbnail_url).toBe(`${PAGE}/square.png`);
  });
});

describe('invalid requests', () => {
  const problemOf = async (response: Response) => {
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    return (await response.json()) as { status: number; parameter: string | null };
  };

  test.each([
    'https://elsewhere.example/cards/a-card',
    'https://cards.example.org.evil.example/cards/a-card',
    'https://cards.example.org:8443/cards/a-card',
    'ftp://cards.example.org/cards/a-card',
    'javascript:alert(1)',
    `${ORIGIN}/`,
    `${ORIGIN}/sources/daily-example`,
    `${ORIGIN}/cards/nobody`,
    `${ORIGIN}/cards/a-card/huge.png`,
    `${ORIGIN}/cards/a-card/source`,
    `${ORIGIN}/cards/a-card.webp`,
  ])('%s is no card here: 404', async (url) => {
    expect(await problemOf(await oembed({}, url))).toMatchObject({ status: 404 });
  });

  test.each([
    ['/oembed', 'url'],
    ['/oembed?url=', 'url'],
    ['/oembed?url=a-card', 'url'],
    [`/oembed?url=${PAGE}&url=${PAGE}`, 'url'],
    [`/oembed?url=${PAGE}${encodeURIComponent('?theme=blue')}`, 'url'],
    [`/oembed?url=${PAGE}&maxwidth=0`, 'maxwidth'],
    [`/oembed?url=${PAGE}&maxwidth=-5`, 'maxwidth'],
    [`/oembed?url=${PAGE}&maxwidth=1e3`, 'maxwidth'],
    [`/oembed?url=${PAGE}&maxheight=`, 'maxheight'],
    [`/oembed?url=${PAGE}&maxheight=10&maxheight=20`, 'maxheight'],
  ])('%s: 400 that names the parameter', async (path, parameter) => {
    const response = await ask(path);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ status: 400, parameter });
  });

  test.each(['yaml', 'JSON', ''])('the format %j is not served: 501', async (format) => {
    expect(await problemOf(await oembed({ format }))).toMatchObject({ status: 501 });
  });

  test('of a format given twice, the last one is answered', async () => {
    const typeOf = async (query: string) => (await ask(`/oembed?url=${PAGE}&${query}`)).headers.get('Content-Type');
    expect(await typeOf('format=json&format=xml')).toContain('text/xml');
    expect(await typeOf('format=xml&format=json')).toContain('application/json');
    expect((await ask(`/oembed?url=${PAGE}&format=xml&format=yaml`)).status).toBe(501);
  });

  test('other parameters of consumers are ignored and never echoed', async () => {
    const response = await oembed({ callback: 'evil', dnt: 'true', title: '<script>' }, `${PAGE}?x=<script>evil#evil`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/evil|script/);
  });
});

test('accepts only the public origin if one is configured', async () => {
  const elsewhere = askingOf(catalogOf([{ id: 'a-card' }]), { PUBLIC_URL: 'https://public.example' });
  const status = async (url: string) => (await elsewhere(`/oembed?url=${url}`)).status;
  expect(await status('https://public.example/cards/a-card')).toBe(200);
  expect(await status(PAGE)).toBe(404);
});
