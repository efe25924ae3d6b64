/** The life of two cards in order: published, corrected, superseded, retracted; and what readers see at each step. */
import ExifReader from 'exifreader';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { findUnrecordedChanges } from '../../src/catalog/changes.ts';
import { type Compilation, compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { createReleases, newLines, type Releases } from '../../src/catalog/releases.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const ORIGIN = 'https://cards.example.org';
const FIGURE = 'some-fighters';
const WORDS = 'other-words';

const CORRECTED = `    history:
      - type: corrected
        date: 2026-12-03
        reason: The article gives up to 1,000 and not up to 2,000
        earlier: { figure: "up to 2,000 fighters", claim: Twice as many fighters reportedly stayed }
`;
const SUPERSEDED = `      - { type: superseded, date: 2026-12-10, reason: The outlet itself says it in its own words, by: ${WORDS} }
`;
const RETRACTED = `    history:
      - { type: retracted, date: 2026-12-20, reason: The outlet has withdrawn the article }
`;

/** The file at each step. The quote, too, was misread at first. */
const CORRECT = GOOD_FILE;
const PUBLISHED = CORRECT.replaceAll('1,000', '2,000')
  .replace('max: 1000', 'max: 2000')
  .replace('claim: Fighters', 'claim: Twice as many fighters');
const afterFigure = (text: string, history: string) =>
  text.replace('  - id: other-words', `${history}  - id: other-words`);
const STEPS = {
  published: { text: PUBLISHED, day: '2026-11-22' },
  corrected: { text: afterFigure(CORRECT, CORRECTED), day: '2026-12-03' },
  superseded: { text: afterFigure(CORRECT, CORRECTED + SUPERSEDED), day: '2026-12-10' },
  retracted: { text: afterFigure(CORRECT, CORRECTED + SUPERSEDED) + RETRACTED, day: '2026-12-20' },
};

function compile(text: string): Compilation['catalog'] {
  const { catalog, problems } = compileCatalog([{ name: 'daily-example.yaml', text }]);
  expect(problems.map(formatProblem)).toEqual([]);
  return catalog;
}

/** Every step with the releases until then, as a maintainer makes them. */
function storySteps() {
  let releases: Releases = createReleases([]);
  return Object.values(STEPS).map(({ text, day }) => {
    const compiled = compile(text);
    const before = releases;
    const lines = newLines(before, linkRecords(compiled), day);
    releases = createReleases([...before.lines, ...lines]);
    const catalog = createBundledStore(compiled, releases);
    const app = createApp({ loadStore: async () => catalog, codeRevision: 'test' });
    const ask = async (path: string, headers: Record<string, string> = {}) =>
      app.request(`${ORIGIN}${path}`, { headers });
    return { catalog, before, ask };
  });
}

const [published, corrected, superseded, retracted] = storySteps() as [Step, Step, Step, Step];
type Step = ReturnType<typeof storySteps>[number];
const ALL = [published, corrected, superseded, retracted];

const json = async (step: Step, path: string) => (await (await step.ask(path)).json()) as ReturnType<typeof JSON.parse>;
const text = async (step: Step, path: string) => (await step.ask(path)).text();
const bytes = async (step: Step, path: string) => Buffer.from(await (await step.ask(path)).arrayBuffer());
const described = async (step: Step, path: string) =>
  String((ExifReader.load(await bytes(step, path)) as Record<string, { value?: unknown }>).Description?.value);
const feedTitles = async (step: Step) =>
  (await json(step, '/feed.json')).items.map(({ title }: { title: string }) => title);

describe('published', () => {
  test('as any card, with its first revision, and no word of a history', async () => {
    const card = await json(published, `/cards/${FIGURE}.json`);
    expect(card).toMatchObject({
      state: 'current',
      history: [],
      correction: null,
      supersededBy: null,
      published: null,
    });
    expect(card.revisions).toHaveLength(1);
    expect(card.currentRevision).toBe(card.revision);
    expect(card.revisions[0]).toMatchObject({ revision: card.revision, released: '2026-11-22' });
    expect(await text(published, `/cards/${FIGURE}`)).not.toMatch(/id="history"|class="notice"|<h2>Revisions/);
    expect(await json(published, '/api/corrections')).toEqual({ corrections: [], total: 0, next: null });
  });

  test('a change without an entry in the history is refused', async () => {
    const catalog = createBundledStore(compile(CORRECT));
    const record = await catalog.getCard(FIGURE);
    const faults = record ? findUnrecordedChanges(record, corrected.before) : [];
    expect(faults.map(({ path }) => path.join('.'))).toEqual(['claim', 'figure', 'quote.exact', 'quote.highlight']);
    expect(faults[0]?.message).toBe(
      'has changed since 2026-11-22, when it was published as: Twice as many fighters reportedly stayed. Restore the published value, or add an entry to the history of "some-fighters": { type: corrected, date: …, reason: …, earlier: { claim: "Twice as many fighters reportedly stayed" } }',
    );
  });
});

describe('corrected', () => {
  test('is another picture, which says so, in every size, in words and to who asks again', async () => {
    for (const path of [`/cards/${FIGURE}.png`, `/cards/${FIGURE}/story-dark.png`]) {
      expect(await bytes(corrected, path)).not.toEqual(await bytes(published, path));
      expect(await described(corrected, path)).toMatch(/^Corrected 3 Dec 2026\. Reportedly up to 1,000 fighters/);
    }
    const old = (await published.ask(`/cards/${FIGURE}.png`)).headers.get('ETag') ?? '';
    const again = await corrected.ask(`/cards/${FIGURE}.png`, { 'If-None-Match': old });
    expect(again.status).toBe(200);
    const etag = again.headers.get('ETag') ?? '';
    expect((await corrected.ask(`/cards/${FIGURE}.png`, { 'If-None-Match': etag })).status).toBe(304);
  });

  test('its page shows the reason, the earlier text and the current revision', async () => {
    const page = await text(corrected, `/cards/${FIGURE}`);
    expect(page).toContain('Corrected 3 December 2026.');
    expect(page).toContain('<del>up to 2,000 fighters</del>');
    expect(page).toContain('<del>Twice as many fighters reportedly stayed</del>');
    expect(page.match(/\(the current one\)/g)).toHaveLength(1);
    expect(page).toMatch(/"@type":"CorrectionComment","text":"The article gives up to 1,000/);
    expect(page).toContain('"creativeWorkStatus":"Corrected"');
  });

  test('JSON, the feeds and the list of corrections have it', async () => {
    const entry = {
      type: 'corrected',
      date: '2026-12-03',
      reason: 'The article gives up to 1,000 and not up to 2,000',
      earlier: { figure: 'up to 2,000 fighters', claim: 'Twice as many fighters reportedly stayed', quote: null },
      by: null,
    };
    expect(await json(corrected, `/cards/${FIGURE}.json`)).toMatchObject({
      state: 'corrected',
      history: [entry],
      correction: entry,
      updated: '2026-12-03',
    });
    expect((await json(corrected, '/api/corrections')).corrections).toMatchObject([
      { ...entry, card: FIGURE, links: { entry: `${ORIGIN}/cards/${FIGURE}#history-1` } },
    ]);
    expect((await feedTitles(corrected))[0]).toBe(
      'Corrected: reportedly up to 1,000 fighters (Daily Example, Nov 2023)',
    );
    expect(await text(corrected, '/feed.xml')).toContain(`<id>${ORIGIN}/cards/${FIGURE}#history-1</id>`);
    expect(await text(corrected, `/cards/${FIGURE}.md`)).toContain('**Corrected 3 December 2026:**');
  });
});

describe('an earlier value', () => {
  const history = `    history:
      - type: corrected
        date: 2026-12-03
        reason: Read again
        earlier:
          status: claimed
          asOf: { date: 2023-09, basis: inferred, reason: The article is of that month }
          place: null
          attribution: [Somebody, Daily Example]
          highlight: 1,000 fighters
          topics: [Examples, Another]
          source: { publisher: Weekly Example, published: { date: 2023-11-01, basis: stated } }
`;
  const store = createBundledStore(compile(afterFigure(CORRECT, history)));
  const app = createApp({ loadStore: async () => store, codeRevision: 'test' });
  const get = async (path: string) => (await app.request(`${ORIGIN}${path}`)).text();
  const WORDS_OF = [
    ['Topics: ', 'Examples, Another'],
    ['Status: ', 'Claimed'],
    ['Attribution: ', 'Somebody → Daily Example'],
    ['As of: ', 'September 2023 (inferred: The article is of that month)'],
    ['Place: ', 'none'],
    ['Marked: ', '“1,000 fighters”'],
    ['Publisher: ', 'Weekly Example'],
    ['Published: ', '1 November 2023 (stated)'],
  ];

  test('of any field is on the page and in the feeds, struck through', async () => {
    const page = await get(`/cards/${FIGURE}`);
    const [item] = JSON.parse(await get('/feed.json')).items;
    for (const [label, words] of WORDS_OF) {
      expect(page).toContain(`${label}<del>${words}</del>`);
      expect(item.content_html).toContain(`${label}<del>${words}</del>`);
    }
    expect(await get('/feed.xml')).toContain('Weekly Example');
  });

  test('of any field is in the Markdown', async () => {
    const before = WORDS_OF.map(([label, words]) => `${label}${words}`).join('; ');
    expect((await get(`/cards/${FIGURE}.md`)).replaceAll(/\\(?=[[\]()_*])/g, '')).toContain(`(before: ${before})`);
  });

  test('of any field is in JSON, which has null for every other', async () => {
    const { correction } = JSON.parse(await get(`/cards/${FIGURE}.json`));
    expect(correction.earlier).toMatchObject({
      claim: null,
      figure: null,
      quote: null,
      status: 'claimed',
      asOf: { date: '2023-09', basis: 'inferred', reason: 'The article is of that month' },
      place: null,
      rows: null,
      source: { publisher: 'Weekly Example', published: { date: '2023-11-01', reason: null }, title: null },
    });
  });

  test('that the schema of its field does not allow is refused', () => {
    const wrong = afterFigure(CORRECT, history.replace('status: claimed', 'status: certain'));
    const { problems } = compileCatalog([{ name: 'daily-example.yaml', text: wrong }]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('cards[0].history[0].earlier.status must be one of: stated, reported'),
    ]);
  });
});

describe('superseded', () => {
  test('points to replaced by this card, everywhere', async () => {
    const card = await json(superseded, `/cards/${FIGURE}.json`);
    expect(card).toMatchObject({ state: 'superseded', supersededBy: WORDS, updated: '2026-12-10' });
    expect(card.correction.date).toBe('2026-12-03');
    expect(await text(superseded, `/cards/${FIGURE}`)).toContain(
      `Use this card instead: <a href="${ORIGIN}/cards/${WORDS}">“these are the words”`,
    );
    expect(await described(superseded, `/cards/${FIGURE}.png`)).toMatch(
      new RegExp(`^Superseded 10 Dec 2026 by another card, ${WORDS}\\.`),
    );
    expect((await feedTitles(superseded))[0]).toMatch(/^Superseded: /);
  });
});

describe('retracted', () => {
  test('answers 200 with its retraction, at the same addresses', async () => {
    for (const path of ['', '.png', '.svg', '.json', '.md', '/square.png'])
      expect((await retracted.ask(`/cards/${WORDS}${path}`)).status).toBe(200);
    expect((await retracted.ask(`/cards/never-was.png`)).status).toBe(404);
    expect(await described(retracted, `/cards/${WORDS}.png`)).toBe(
      'Retracted 20 Dec 2026: The outlet has withdrawn the article. The card had said: “these are the words” (Somebody, Daily Example, Nov 2023).',
    );
    expect(await bytes(retracted, `/cards/${WORDS}.png`)).not.toEqual(await bytes(superseded, `/cards/${WORDS}.png`));
    const page = await text(retracted, `/cards/${WORDS}`);
    expect(page).toMatch(
      /<h1><strong class="state">Retracted:<\/strong> <del><q lang="en" cite="[^"]+">“these are <mark>the words<\/mark>”<\/q> <span class="citation">\(Somebody, Daily Example, Nov 2023\)<\/span><\/del><\/h1>/,
    );
    expect(page).toContain('Retracted 20 December 2026.');
    expect(page).toContain('"creativeWorkStatus":"Retracted"');
    expect(page).toContain(
      '<meta property="og:title" content="Retracted: “these are the words” (Somebody, Daily Example, Nov 2023)"',
    );
    expect(await json(retracted, `/cards/${WORDS}.json`)).toMatchObject({ state: 'retracted', supersededBy: null });
  });

  test('the list of corrections has the whole story, the newest first, page by page', async () => {
    const whole = await json(retracted, '/api/corrections');
    expect(whole.corrections.map(({ type }: { type: string }) => type)).toEqual([
      'retracted',
      'superseded',
      'corrected',
    ]);
    const first = await json(retracted, '/api/corrections?limit=2');
    const second = await json(retracted, `/api/corrections?limit=2&cursor=${first.next}`);
    expect([...first.corrections, ...second.corrections]).toEqual(whole.corrections);
    expect(second.next).toBeNull();
    expect((await retracted.ask('/api/corrections?cursor=zebra')).status).toBe(400);
    expect((await feedTitles(retracted)).slice(0, 1)).toEqual([
      'Retracted: “these are the words” (Somebody, Daily Example, Nov 2023)',
    ]);
  });
});

describe('every published revision', () => {
  const revisionsOf = async ({ catalog }: Step) => {
    const addresses = [FIGURE, WORDS].map(async (id) =>
      (await catalog.revisionsOf(id)).map(({ revision }) => `/cards/${id}@${revision}`),
    );
    return (await Promise.all(addresses)).flat();
  };

  test('answers the same bytes at every step after it, to be kept for a year', async () => {
    expect(await revisionsOf(retracted)).toHaveLength(5);
    for (const [at, step] of ALL.entries()) {
      for (const address of await revisionsOf(step)) {
        for (const form of ['.png', '.json']) {
          const then = await step.ask(`${address}${form}`);
          expect(then.status).toBe(200);
          expect(then.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
          const kept = Buffer.from(await then.arrayBuffer());
          for (const later of ALL.slice(at + 1)) expect(await bytes(later, `${address}${form}`)).toEqual(kept);
        }
      }
    }
  });

  test.each(['.png', '.json'])('has the same address with its "@" encoded: %s', async (form) => {
    const [address = ''] = await revisionsOf(retracted);
    const plain = await bytes(retracted, `${address}${form}`);
    expect(await bytes(retracted, `${address.replace('@', '%40')}${form}`)).toEqual(plain);
  });

  test('carries the day of its publication, and leads to what is current', async () => {
    const [address = ''] = await revisionsOf(retracted);
    expect(await described(retracted, `${address}.png`)).toMatch(
      /^Version of 22 Nov 2026\. Reportedly up to 2,000 fighters/,
    );
    expect(await json(retracted, `${address}.json`)).toMatchObject({
      published: '2026-11-22',
      state: 'current',
      currentRevision: null,
      figure: { text: 'up to 2,000' },
      links: { self: `${ORIGIN}${address}.json`, current: `${ORIGIN}/cards/${FIGURE}.json` },
    });
  });

  test.each(['.png', '.json'])('one that never was is a 404 in its form: %s', async (form) => {
    const response = await retracted.ask(`/cards/${FIGURE}@00000000${form}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe(form === '.png' ? 'image/png' : 'application/problem+json');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=60');
  });
});

describe('a history', () => {
  test('that was published stays as it is: entries are only added', async () => {
    const rewritten = compile(STEPS.superseded.text.replace('and not up to 2,000', 'after all'));
    const record = await createBundledStore(rewritten).getCard(FIGURE);
    expect(record && findUnrecordedChanges(record, superseded.before).map(({ path }) => path)).toEqual([['history']]);
  });
});
