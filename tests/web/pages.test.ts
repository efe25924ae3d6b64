import { exports } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isComparison } from '../../src/card/record.ts';
import { topicSlug } from '../../src/card/topic.ts';
import type { CompiledCard } from '../../src/catalog/compile.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { appOf } from '../helpers/app.ts';
import { catalogOf, entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { cards } from '../helpers/published.ts';

const ORIGIN = 'https://cards.example.org';
const ID = 'merchant-ships-harbour';
const get = (path: string) => exports.default.fetch(`${ORIGIN}${path}`, { redirect: 'manual' });
const textOf = async (path: string) => (await get(path)).text();

/** The cards that a page lists. */
const shownIn = (page: string) => [...page.matchAll(/<li id="([a-z0-9-]+)" class="tile/g)].map(([, id]) => id);

describe('the home page', () => {
  test('shows the newest first, and every card on one of its pages', async () => {
    const seen: string[] = [];
    let address: string | undefined = '/';
    while (address) {
      const page: string = await textOf(address);
      seen.push(...(shownIn(page) as string[]));
      address = /<a href="https:\/\/cards.example.org([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(cards.map(({ card }) => card.id));
  });

  test('finds by words, and keeps the query in the field', async () => {
    const page = await textOf('/?q=merchnt+ship');
    expect(shownIn(page)).toContain(ID);
    expect(page).toContain('name="q" value="merchnt ship"');
  });

  test('filters, and every choice says how many cards it gives', async () => {
    const page = await textOf('/?topic=harbours&kind=figure');
    const figures = cards.filter(({ card }) => card.kind === 'figure' && card.topics.includes('Harbours'));
    expect(shownIn(page)).toEqual(figures.map(({ card }) => card.id));
    expect(page).toContain(`<option value="figure" selected="">Figure (${figures.length})</option>`);
  });

  test('filters by nature, and by the relation to other cards', async () => {
    const basin = 'basin-for-8000-ships';
    expect(shownIn(await textOf('/?nature=plan'))).toContain(basin);
    expect(shownIn(await textOf('/?nature=forecast'))).not.toContain(basin);
    expect(await textOf('/?nature=plan')).toMatch(/<option value="plan" selected="">Plan \(\d+\)<\/option>/);
    const disputed = (id: string, card: string) =>
      ({ ...entryOf({ id }), relations: [{ type: 'contradicts', card, sentence: 'It is not so' }] }) as CompiledCard;
    const app = appOf(catalogOf([{ id: 'undisputed' }], [disputed('one', 'other'), disputed('other', 'one')]));
    const page = await (await app.request('/?related=contradicts')).text();
    expect(shownIn(page)).toEqual(['one', 'other']);
    expect(page).toContain('<option value="contradicts" selected="">Disputed (2)</option>');
  });

  test('sorts as the API does, and says in which order', async () => {
    const ids = async (path: string) => shownIn(await textOf(path));
    const { cards: sorted } = (await (await get('/api/cards?sort=asOf&limit=24')).json()) as {
      cards: { id: string }[];
    };
    expect(await ids('/?sort=asOf')).toEqual(sorted.map(({ id }) => id));
    expect(await ids('/?sort=asOf')).not.toEqual(await ids('/'));
    expect(await textOf('/?sort=asOf')).toContain('<option value="asOf" selected="">Earliest facts</option>');
    expect(await textOf('/?q=ship')).toContain('<option value="">Best match</option>');
  });

  test('folds its filters, counts the active ones, and each can be removed by a link', async () => {
    expect(await textOf('/')).toContain('<details class="filters">');
    const page = await textOf('/?topic=harbours&kind=figure&sort=asOf');
    expect(page).toContain('<details class="filters"><summary>Filters<span id="set"> (2)</span>');
    const removed = [...page.matchAll(/<li><a href="([^"]+)"><span class="quiet">Remove </g)].map(([, href]) => href);
    expect(removed).toEqual([`${ORIGIN}/?kind=figure&amp;sort=asOf`, `${ORIGIN}/?topic=harbours&amp;sort=asOf`]);
  });

  test('begins with an example, its subjects and three steps, and a search with its results', async () => {
    expect((await textOf('/')).replace(/<[^>]+>/g, '')).toMatch(
      /\d+ cards from \d+ sources, published (?:in|from) 20\d\d(?: to 20\d\d)?\. Most frequent topics: \p{L}/u,
    );
    expect(
      (await textOf('/')).match(/class="example"|<strong>(?:Find a fact|Paste the card|Anyone can check)/g),
    ).toHaveLength(4);
    expect(await textOf('/?q=ship')).not.toContain('class="example"');
  });

  test('says so if no card has all words, and offers topics and fewer filters if nothing is found', async () => {
    const most = await textOf('/?q=how+many+merchant+ships+zebra');
    expect(shownIn(most)).toContain(ID);
    expect(most).toContain('No card has the word “zebra”.');
    expect(await textOf('/?q=how+many+merchant+ships')).not.toContain('No card has');
    const none = await textOf('/?q=zebra&kind=event');
    expect(none).toContain(`<a href="${ORIGIN}/?q=zebra">remove all of them</a>`);
    expect(none).toContain(`<a href="${ORIGIN}/topics/harbours">Harbours</a>`);
  });

  test('filters by speaker, and says what each status and nature means', async () => {
    const speaker = cards.flatMap((record) => (isComparison(record) ? [] : (record.speakers ?? [])))[0];
    const page = await textOf(`/?speaker=${speaker?.id}`);
    expect(page).toContain(`<option value="${speaker?.id}" selected="">${speaker?.name} (${shownIn(page).length})`);
    const [filters, legend] = [page, await textOf(`/cards/${ID}`)].map((text) => text.match(/Assessed: [^<]+/)?.[0]);
    expect(filters).toBe(legend);
    expect(legend).toBeDefined();
  });

  test('names the words that no card has, and the similar ones that the cards have instead', async () => {
    expect(await textOf('/?q=merchnt')).toContain(
      '<strong>No card has the word “merchnt”.</strong> Cards with a similar word, “merchant”.',
    );
    expect(await textOf('/?q=zebra+merchant')).toMatch(
      /<strong>No card has the word “zebra”\.<\/strong> (This one has|These have) all other words\./,
    );
    expect(await textOf('/?q=zebra')).toMatch(
      /class="quiet">0 cards\. .*class="nothing"><p><strong>No card has the word “zebra”\.<\/strong> The cards are in English\.</s,
    );
    expect(await textOf('/?q=merchant')).not.toContain('No card has');
  });

  test('names no language of the cards if they have several', async () => {
    const mixed = appOf(catalogOf([{ id: 'a-card', language: 'de' }, { id: 'b-card' }]));
    expect(await (await mixed.request('/?q=zebra')).text()).not.toContain('The cards are in');
  });

  test('reports an empty result and an empty catalogue', async () => {
    expect(await textOf('/?q=merchant&kind=event')).toContain('<strong>No card matches.</strong>');
    const empty = appOf(catalogOf([]));
    expect(await (await empty.request('/')).text()).toContain('<h1>No cards yet</h1>');
    expect(await (await empty.request('/sources')).text()).toContain('0 cards');
  });

  test('offers the way back to all cards only from some of them', async () => {
    expect(await textOf('/')).not.toContain('Show all');
    expect(await textOf('/')).toContain(`<link rel="canonical" href="${ORIGIN}/"`);
    expect(await textOf('/?kind=event')).toContain('Show all');
  });

  test('passes parameters over that others have added', async () => {
    expect((await get('/?utm_source=x&fbclid=y&kind=')).status).toBe(200);
  });

  test.each([
    ['/?kind=zebra', 'kind must be one of figure, quote, claim, event, comparison.'],
    ['/?status=zebra', 'status must be one of stated, reported, '],
    ['/?nature=zebra', 'nature must be one of count, estimate, '],
    ['/?related=zebra', 'related must be one of contradicts, same-remark, '],
    ['/?topic=zebra', 'topic must be the slug or the name of a topic'],
    ['/?source=zebra', 'source must be the id of a source'],
    ['/?speaker=zebra', 'speaker must be the id of a speaker'],
    ['/?cursor=zebra', 'cursor must be the value of'],
    ['/topics/harbours?cursor=zebra', 'cursor must be the value of'],
    ['/?kind=figure&kind=claim', 'kind is given more than once.'],
    [`/?q=${'x'.repeat(201)}`, 'q must be at most 200 characters.'],
    [`/cards/${ID}?size=zebra`, 'size must be one of og, wide, square, portrait, story.'],
  ])('%s is a 400 page with the fault, and echoes nothing', async (path, message) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain(message);
    expect(page).not.toContain('zebra');
  });

  test('a text to search for is shown as text', async () => {
    const page = await textOf('/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(page).not.toContain('<script>alert');
  });
});

describe('a tile', () => {
  const tileOf = async (id: string) =>
    new RegExp(`<li id="${id}".*?</li>(?=<li id|</ul>)`, 's').exec(await textOf(`/?q=${id}`))?.[0] ?? '';

  test('of a figure shows the number, its claim, the marked words, the outlet and the status with its shape', async () => {
    const tile = await tileOf(ID);
    expect(tile).toContain(
      '<span class="number">up to 1,000</span> <span class="unit">merchant ships reportedly in the harbour ',
    );
    expect(tile.match(/merchant ships/g)).toHaveLength(2);
    expect(tile).toContain('<q lang="en">“reportedly hosts <mark>up to 1,000 merchant ships</mark>');
    expect(tile).toContain('<p class="outlet">Harbour Times, 2 Nov 2023');
    expect(tile).toMatch(
      /<span class="chip reported"><svg class="sign on"[^>]*><path d="M[^"]+"[^>]*><\/path><\/svg>Reported/,
    );
    expect(tile).not.toContain('<img');
  });

  test('of a comparison shows each row', async () => {
    expect((await tileOf('merchant-ships-2023-reports')).match(/<dt>[^<]+<\/dt><dd>/g)?.length).toBeGreaterThan(1);
  });
});

describe('the index of topics', () => {
  test('links to every topic with the number of its cards, on pages that lead to each other', async () => {
    const { topics } = (await (await get('/api/topics')).json()) as { topics: { slug: string; count: number }[] };
    const [first, second] = [await textOf('/topics'), await textOf(`/topics?cursor=${topics[59]?.slug}`)];
    const listed = [
      ...`${first}${second}`.matchAll(/\/topics\/([^"]+)">[^<]*<\/a><span class="muted">(\d+) card/g),
    ].map(([, slug = '', count]) => [decodeURIComponent(slug), Number(count)]);
    expect(listed).toEqual(topics.map(({ slug, count }) => [slug, count]));
    expect(first).toContain(`href="${ORIGIN}/topics?cursor=${topics[59]?.slug}" rel="next"`);
    expect(second).toContain(`href="${ORIGIN}/topics" rel="prev"`);
    expect((await get('/topics?cursor=none')).status).toBe(400);
  });
});

describe('an error', () => {
  test('of a mistyped id says so in plain words, and shows similar cards', async () => {
    const page = await textOf('/cards/merchnt-ships-harbour');
    expect(page).toContain('<h1>This link is wrong or out of date</h1>');
    expect(shownIn(page)).toContain(ID);
    expect(page).toContain('Error 404: No card has this id.');
    expect(page).not.toContain('npm run');
    expect(shownIn(await textOf('/cards/zebra'))).toEqual([]);
  });

  test.each([
    ['/speakers/nobody', '/speakers">All speakers'],
    ['/sources/nobody', '/sources">All sources'],
    ['/topics/nothing', '/topics">All topics'],
    ['/?kind=zebra', '/">All cards'],
    ['/nothing', '/">All cards'],
  ])('of %s leads to “%s”', async (path, link) =>
    expect(await textOf(path)).toContain(`<a class="action" href="${ORIGIN}${link}</a>`),
  );
});

describe('a topic', () => {
  test('links to its cards as files and feeds', async () => {
    const page = await textOf('/topics/ferries');
    for (const path of [
      '/topics/ferries.json',
      '/topics/ferries.csv',
      '/feed.json?topic=ferries',
      '/feed.xml?topic=ferries',
    ])
      expect(page).toContain(`<a href="${ORIGIN}${path}">`);
  });

  test('has a page with its cards', async () => {
    const onFerries = cards.filter(({ card }) => card.topics.map(topicSlug).includes('ferries'));
    expect(shownIn(await textOf('/topics/ferries'))).toEqual(onFerries.map(({ card }) => card.id));
  });
  test('that no card has is a 404 page', async () => expect((await get('/topics/zebras')).status).toBe(404));
  test('is linked from its cards', async () =>
    expect(await textOf(`/cards/${ID}`)).toContain('href="https://cards.example.org/topics/merchant-ships"'));
});

describe('a card’s page', () => {
  test('shows the quote with its highlight, and links to the passage', async () => {
    const page = await textOf(`/cards/${ID}`);
    expect(page).toContain('>“reportedly hosts <mark>up to 1,000 merchant ships</mark>”</blockquote>');
    expect(page).toMatch(/<a class="action" href="[^"]*#:~:text=reportedly%20hosts[^"]*">Read it in the source</);
    expect(page).toContain('inferred: ');
    expect(page).toContain('Harbour Times, 2 November 2023');
  });

  test('links to our own record if the address of the source is unknown', async () => {
    const nowhere = appOf(catalogOf([{ id: 'a-card' }], [], { url: null }));
    const page = await (await nowhere.request('/cards/a-card')).text();
    expect(page).toContain('/sources/daily-example#a-card">See our record of the source<');
    expect(page).toContain('The address of this text is unknown.');
  });

  test('begins with the sentence, and shows what a program confirmed and what it could not check', async () => {
    const page = await textOf(`/cards/${ID}`);
    expect(page).toMatch(
      /<h1>Reportedly <span class="one-line">up to 1,000<\/span> merchant ships in the old harbour <span class="citation">\(Harbour Times, /,
    );
    expect(page).toContain('A program found these words in the text of the source on 21 November 2026');
    expect(page).toContain('class="evidence found"');
  });

  test.each(['retracted', 'superseded'] as const)(
    'of a %s card says so first, folds what shares it, and no other page suggests it',
    async (type) => {
      const because = { date: '2026-12-01', reason: 'The number was wrong' };
      const entry = type === 'superseded' ? { ...because, type, by: 'b-card' } : { ...because, type };
      const given = [{ id: 'a-card', history: [entry] }, { id: 'b-card' }].map(entryOf);
      const evidence = { match: 'exact', start: 0, checkedAt: '2026-11-21', snapshot: 'a'.repeat(64) } as never;
      const found = given.map((card) => ({ ...card, evidence }) as CompiledCard);
      const app = appOf(createBundledStore({ sources: [source], cards: found }));
      const page = await (await app.request('/cards/a-card')).text();
      expect(page).toContain(`Found in the source, but ${type}`);
      expect(page).not.toContain('class="evidence found"');
      expect(page).not.toContain('class="tick"');
      const [state, folded] = [
        type === 'retracted' ? 'Retracted' : 'Superseded',
        page.slice(page.indexOf('<details>')),
      ];
      expect(folded).toContain(`<summary>Use it anyway: the picture says “${state}”</summary><div class="share-bar">`);
      expect(folded).toContain('class="paste-box"');
      expect(page.match(/data-share="dialog"/g)).toHaveLength(1);
      expect(folded).toContain('class="button" data-share="dialog"');
      expect(page).toContain(`<h1><strong class="state">${state}:</strong> <del>`);
      const words = '“these are the words” (Somebody, Daily Example, Nov 2023)';
      const replaced = `/cards/b-card">${words}</a></p><section class="evidence"`;
      expect(page.includes(replaced)).toBe(type === 'superseded');
      // Without a script, a choice loads the page again.
      expect(await (await app.request('/cards/a-card?theme=dark')).text()).toContain(
        '<details open=""><summary>Use it',
      );
      const other = await (await app.request('/cards/b-card')).text();
      expect(other).toContain('class="evidence found"');
      expect(other).not.toContain('/cards/a-card"');
    },
  );

  test('offers each size and theme, and the snippets follow', async () => {
    const page = await textOf(`/cards/${ID}?size=square&theme=dark`);
    const picture = `${ORIGIN}/cards/${ID}/square-dark.png`;
    expect(page).toContain(`src="${picture}?v=`);
    for (const markup of ['markdown', 'html', 'bbcode', 'dokuwiki', 'mediawiki'])
      expect(snippet(page, markup)).toContain(picture);
    expect(page).toContain(`download="${ID}-square-dark.png"`);
    expect(snippet(page, 'component')).toContain('size=&quot;square&quot; theme=&quot;dark&quot;');
  });

  test('has snippets with the light and with the dark picture while no theme is chosen, one of which is shown', async () => {
    const page = await textOf(`/cards/${ID}`);
    for (const markup of ['markdown', 'bbcode', 'dokuwiki', 'mediawiki']) {
      expect(snippet(page, markup)).toContain(`/cards/${ID}.png`);
      expect(snippet(page, `${markup}-dark`)).toContain(`/cards/${ID}/og-dark.png`);
    }
    expect(page).toContain(`class="in-dark"><a class="button" href="${ORIGIN}/cards/${ID}/og-dark.png" download=`);
  });

  test('follows the reader’s theme until one is chosen', async () => {
    expect(await textOf(`/cards/${ID}`)).toContain('media="(prefers-color-scheme: dark)"');
    expect(await textOf(`/cards/${ID}?theme=light`)).not.toContain('media="(prefers-color-scheme: dark)"');
  });

  test('a comparison links to all its cards, and they link back', async () => {
    const comparison = cards.find(isComparison);
    if (!comparison) throw new Error('the catalogue has no comparison');
    const page = await textOf(`/cards/${comparison.card.id}`);
    expect(page).toContain('Comparison<');
    for (const { record } of comparison.rows) {
      expect(page).toContain(`/cards/${record.card.id}"`);
      expect(await textOf(`/cards/${record.card.id}`)).toContain(`/cards/${comparison.card.id}"`);
    }
  });

  test('weighs at most 62 kB without its picture', async () => {
    const weights = await Promise.all(
      cards.map(async ({ card }) => (await (await get(`/cards/${card.id}`)).arrayBuffer()).byteLength),
    );
    expect(Math.max(...weights)).toBeLessThanOrEqual(62_000);
  });

  test('returns 304 for a matching ETag', async () => {
    const etag = (await get(`/cards/${ID}`)).headers.get('ETag') ?? '';
    const again = await exports.default.fetch(`${ORIGIN}/cards/${ID}`, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect((await get(`/cards/${ID}?size=wide`)).headers.get('ETag')).not.toBe(etag);
  });
});

test('the sources count their cards as the filter of the gallery does, comparisons included', async () => {
  const [gallery, list] = await Promise.all([textOf('/'), textOf('/sources')]);
  const filter = /<select name="source">.*?<\/select>/s.exec(gallery)?.[0] ?? '';
  const counts = [...filter.matchAll(/<option value="([^"]+)">[^<]*\((\d+)\)/g)].map(([, id, count]) => [id, count]);
  const listed = [...list.matchAll(/\/sources\/([^"]+)">[^<]*<\/a><span class="muted">[^<]* · (\d+) cards?</g)];
  expect(listed.map(([, id, count]) => [id, count]).sort()).toEqual(counts.sort());
  for (const [id, count] of counts) {
    const page = await textOf(`/sources/${id}`);
    expect(page).toMatch(new RegExp(`<h2>${count} cards? from this source</h2>`));
    expect(shownIn(page)).toHaveLength(Number(count));
  }
  const compared = cards.filter(isComparison).flatMap(({ rows }) => rows.map(({ record }) => record.source.id));
  expect(compared).toContain('harbour-times-second-basin');
});

function snippet(page: string, markup: string): string {
  return new RegExp(`<textarea id="snippet-${markup}"[^>]*>([^<]*)`).exec(page)?.[1] ?? '';
}

describe('every page', () => {
  const PAGES = [
    '/',
    `/cards/${ID}`,
    '/topics/harbours',
    '/sources',
    '/sources/harbour-times-second-basin',
    '/nothing',
  ];

  test.each(PAGES)('%s runs our own script and style, and nothing else', async (path) => {
    const response = await get(path);
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; img-src 'self' https:\/\/cards\.example\.org; /);
    const page = await response.text();
    const inline = [...page.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)];
    expect(inline.map(([, tag]) => tag)).toEqual(['script', 'style', 'script']);
    for (const [, tag, text = ''] of inline) {
      const hash = createHash('sha256').update(text).digest('base64');
      expect(policy).toMatch(new RegExp(`${tag}-src [^;]*'sha256-${hash.replaceAll('+', '\\+')}'`));
    }
    expect(page).not.toMatch(/ on[a-z]+="| style="/);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test.each(PAGES)('%s asks no other host for anything', async (path) => {
    const page = await textOf(path);
    const loaded = [
      ...page.matchAll(
        /<(?:img|source|script|iframe|link rel="(?:icon|stylesheet|preload)")[^>]* (?:src|srcset|href)="([^"]+)"/g,
      ),
    ];
    for (const [, address = ''] of loaded) expect(new URL(address, ORIGIN).origin).toBe(ORIGIN);
  });

  test('is read-only: other methods return 405 with the allowed ones', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await exports.default.fetch(`${ORIGIN}/cards/${ID}`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    }
  });
});
