import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { readHtml } from '../../src/page/html-text.ts';
import { type NewOptions, readArguments } from '../../src/tools/new/args.ts';
import { type Page, planCard } from '../../src/tools/new/plan.ts';
import { locateQuote } from '../../src/tools/new/quote.ts';
import { findSwallowed } from '../../src/tools/new/swallowed.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lines, makePdf } from '../helpers/pdf.ts';

const TEXT = `A harbour grows

The harbour reportedly moors up to 1,200 fishing boats in summer.
“We built every quay ourselves,” the mayor said. The town likes
its quays, and its lamps are lit.
In May the lamps burn late. In June the lamps burn late too.
The lamps burn bright, and the lamps burn bright
Between 300 and 500 visitors come on a fine day in 2023.
`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const FILE = GOOD_FILE.replace('a'.repeat(64), sha256(TEXT));
const EXTRA = `# a note at the head
${FILE.replace('  - id: other-words', '\n  - id: other-words   # the second').replace('title: A title', `title:   '${'long '.repeat(40)}title'`)}
    # about the card above
# the end
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
  write('cards/daily-example.yaml', FILE);
  write('text.txt', TEXT);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(root, name), text);
const read = (name = 'cards/daily-example.yaml') => readFileSync(join(root, name), 'utf8');
/** No test asks the archive of the world. */
const NO_ARCHIVE = { ...process.env, WAYBACK_API: 'http://127.0.0.1:1/' };

const run = (...args: string[]) =>
  spawnSync(process.execPath, [resolve('src/tools/new.ts'), ...args], { cwd: root, encoding: 'utf8', env: NO_ARCHIVE });
const add = (quote: string, ...args: string[]) =>
  run('--source', 'daily-example', '--text', 'text.txt', '--quote', quote, ...args);
/** The entry that the tool would write. */
async function draft(quote: string, rest: Partial<NewOptions> = {}): Promise<string> {
  const from = { source: 'daily-example', textFile: join(root, 'text.txt') };
  const plan = await planCard(
    { from, quotes: [quote], place: 1, dryRun: true, ...rest },
    { folder: join(root, 'cards'), ...NO_PAGE },
  );
  return plan.ok ? `${plan.added.join('\n')}\n` : plan.message;
}
const notAsked = () => Promise.reject(new Error('no page may be read'));
const NO_PAGE = { today: '2026-11-21', readPage: notAsked, readCapture: notAsked };
const check = () => compileCatalog([{ name: 'daily-example.yaml', text: read() }]);

/** Fills what the tool left to fill. */
const fill = (text: string) =>
  text
    .replace('publisher: ""', 'publisher: Harbour Post')
    .replace('title: ""', 'title: null')
    .replace('authors: [""]', 'authors: []')
    .replace('published: { date: "", basis: "" }', 'published: { date: 2023-08-01, basis: stated }')
    .replace('language: ""', 'language: en')
    .replace('topics: []', 'topics: [Harbours]')
    .replace('unit: ""', 'unit: boats')
    .replace('claim: ""', 'claim: Boats moor in the harbour')
    .replace(/attribution: \["", ""\]/, 'attribution: [The mayor]')
    .replace('attribution: ["", ', 'attribution: [The mayor, ')
    .replace('asOf: { date: "", basis: "" }', 'asOf: { date: 2023, basis: inferred }')
    .replace('date: 2023,', 'date: "2023", reason: "The time of the article",')
    .replace(/ +highlight: "" .*\n/, '');

test('a quote that is typed plainly is found, and written with the characters of the source', () => {
  const text =
    'The mayor said: “It’s the town’s best‑run quay — 2,000\u00a0boats… and 5–10 ferries.” She said ‘no’ then.';
  for (const [typed, exact] of [
    [`"It's the town's best-run quay`, 'It’s the town’s best‑run quay'],
    ['quay - 2,000 boats... and', 'quay — 2,000\u00a0boats… and'],
    ['quay -- 2,000 boats', 'quay — 2,000\u00a0boats'],
    ["and 5-10 ferries.\" She said 'no'", 'and 5–10 ferries.” She said ‘no’'],
  ] as const) {
    expect(locateQuote({ text, blocks: null }, typed, {})).toMatchObject({ match: 'normalised', selector: { exact } });
  }
  const other = locateQuote({ text, blocks: null }, 'best-run quay, 2,000 boats', {});
  expect(other.ok ? '' : other.message).toMatch(
    /similar words .*\n {2}best‑run quay — 2,000\u00a0boats…\nCopy the words exactly\./,
  );
});

describe('a card for a source that is there', () => {
  test('is added with all known facts, and lists the fields to fill in', () => {
    const { status, stdout } = add('reportedly moors up to 1,200 fishing boats');
    expect(status).toBe(0);
    expect(read()).toBe(`${FILE}  - id: moors-1200-fishing-boats
    kind: figure
    topics: []  # FILL: one to four, the main one first: [Belarus, Wagner Group]
    figure: { text: "up to 1,200", unit: fishing boats }  # CHECK: the unit is what follows the number; is it what is counted?
    claim: ""  # FILL: what is counted, by whom and where, in your own words, at most 140 characters
    status: reported  # CHECK: proposed. stated: openly, by someone in a position to know; reported: by an outlet; claimed: by an interested side; assessed: a judgement. See docs/cards.md
    attribution: ["", Daily Example]  # FILL: the speaker first; remove "" if the outlet speaks for itself
    asOf: { date: 2023-11-02, basis: inferred, reason: "The sentence of the quote gives no date; the article is dated 2 November 2023" }  # CHECK: the day of publication; is it the date it is about? Write null if it is unknown
    quote:
      exact: "reportedly moors up to 1,200 fishing boats"
      highlight: "up to 1,200"
`);
    expect(stdout).toBe(`cards/daily-example.yaml:28: added "moors-1200-fishing-boats", a card of kind figure.
The quote was found exactly as given: A harbour grows The harbour [reportedly moors up to 1,200 fishing boats] in summer. “We built every …
Keep these hedges of the source in figure.text or claim: “reportedly”.
Ids of cards are made from the quote. Addresses contain them. You can change an id in the file until npm run release publishes the card.
The page is stored in captures/${sha256(TEXT)}.txt. Further cards from it, and npm run verify, need no network.
Next:
  1. Fill in the 3 fields marked "# FILL:" in cards/daily-example.yaml, and remove the marks. Check the 3 fields marked "# CHECK:".
  2. npm run verify -- --source daily-example finds the quote in its text, and npm run check lists what remains to fix.
  3. npm run dev shows the card at http://localhost:8787/cards/moors-1200-fishing-boats, or at the port that it prints
`);
    expect(readdirSync(join(root, 'cards'))).toEqual(['daily-example.yaml']);
  });

  test('every field to be filled is refused by the check, at its line', () => {
    add('reportedly moors up to 1,200 fishing boats');
    expect(check().problems.map(({ line, message }) => `${line} ${message.split(' ')[0]}`)).toEqual([
      '30 cards[2].topics',
      '32 cards[2].claim',
      '34 cards[2].attribution[0]',
    ]);
  });

  test.each(['figure', 'quote', 'claim', 'event'])('a %s passes the check when its fields are filled', (kind) => {
    add('reportedly moors up to 1,200 fishing boats', '--kind', kind);
    write('cards/daily-example.yaml', fill(read()));
    expect(check().problems).toEqual([]);
    expect(check().catalog.cards.at(-1)?.card).toMatchObject({ id: 'moors-1200-fishing-boats', kind });
  });

  test('a second one can be added while the first is still to be filled', () => {
    add('reportedly moors up to 1,200 fishing boats');
    const { status, stdout } = add('its lamps are lit');
    expect([status, stdout.split('\n')[0]]).toEqual([
      0,
      'cards/daily-example.yaml:39: added "lamps-lit", a card of kind claim.',
    ]);
  });

  test('is only printed with --dry-run', () => {
    const { status, stdout, stderr } = add('its lamps are lit', '--dry-run');
    expect(stderr).toMatch(/^The quote was found exactly as given: … .*\[its lamps are lit\]/);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^- id: lamps-lit\n {2}kind: claim\n/)]);
    expect(read()).toBe(FILE);
  });
});

describe('the quote', () => {
  test('is written without the marks and the comma that are not its own', () => {
    const { stdout } = add('"We built every quay ourselves,"');
    expect(stdout).toContain('The quote was found exactly as given, without the marks around it: … ');
    expect(read()).toContain('exact: "We built every quay ourselves"\n');
  });

  test('becomes a single line if it crosses a line break', async () => {
    expect(await draft('The town likes its quays')).toContain('exact: "The town likes its quays"\n');
  });

  test('shows invisible characters as escapes', async () => {
    write('text.txt', 'Some hid\u00adden\u00a0things');
    write('cards/daily-example.yaml', GOOD_FILE.replace('a'.repeat(64), sha256('Some hid\u00adden\u00a0things')));
    expect(await draft('hidden things')).toContain('exact: "hidden\\u00a0things"\n');
  });

  test('gets the shortest unique prefix if it occurs more than once', async () => {
    const { stdout } = add('the lamps burn late');
    expect(stdout).toContain(
      'It occurs 2 times. To use another occurrence, add --place N:\n  1: … its lamps are lit. In May [the lamps burn late]',
    );
    expect(read()).toContain(
      'exact: "the lamps burn late"\n      highlight: ""  # FILL: the decisive words of exact; remove this line for no highlight\n      prefix: May\n',
    );
    expect(await draft('the lamps burn late', { place: 2 })).toContain('prefix: June\n');
  });

  test('gets a suffix if no prefix on its line is unique', async () => {
    write('text.txt', 'the boats left\nthe boats sank');
    write('cards/daily-example.yaml', GOOD_FILE.replace('a'.repeat(64), sha256('the boats left\nthe boats sank')));
    expect(await draft('the boats')).toContain('suffix: left\n');
    expect(await draft('the boats', { place: 2 })).toContain('suffix: sank\n');
  });

  test('gets both if neither is unique', async () => {
    const text = 'big boats sank\nbig boats left\nold boats sank\n';
    write('text.txt', text);
    write('cards/daily-example.yaml', GOOD_FILE.replace('a'.repeat(64), sha256(text)));
    expect(await draft('boats')).toContain('prefix: big\n    suffix: sank\n');
  });

  test('gets words of the next or previous line if its own line has no others', async () => {
    const text = 'Ships\nHarbour grows\nRead also\n\nHarbour grows\nBy Ann Author\n';
    write('text.txt', text);
    write('cards/daily-example.yaml', GOOD_FILE.replace('a'.repeat(64), sha256(text)));
    expect(await draft('Harbour grows')).toContain('suffix: Read\n');
    expect(await draft('Harbour grows', { place: 2 })).toContain('suffix: By\n');
  });

  test('is rejected if its context is not unique', () => {
    const text = 'ho\nho\nho\nho\n';
    write('text.txt', text);
    write('cards/daily-example.yaml', GOOD_FILE.replace('a'.repeat(64), sha256(text)));
    expect(add('ho', '--place', '2')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('occurs 4 times, and no words around'),
    });
  });

  test('in capitals is written in the case of the text', async () => {
    expect(await draft('ITS LAMPS ARE LIT')).toContain('exact: "its lamps are lit"\n');
    expect(await draft('THE LAMPS BURN LATE', { place: 2 })).toContain('prefix: June\n');
  });

  test('that spans two blocks is rejected without --across-blocks', async () => {
    expect(await draft('its lamps are lit. In May the lamps')).toContain('or add --across-blocks if this is intended.');
    expect(await draft('its lamps are lit. In May the lamps', { acrossBlocks: true })).toContain(
      'acrossBlocks: true\n',
    );
  });

  test('is rejected as drift, with the words of the text', () => {
    expect(add('reportedly moors up to 1,300 fishing boats')).toMatchObject({
      status: 2,
      stderr: `The text does not contain the quote, but similar words (score 0.98 of 1):
  reportedly moors up to 1,200 fishing boats
Copy the words exactly.
`,
    });
    expect(read()).toBe(FILE);
  });

  test.each([
    ['that is nowhere', 'Submarines vanished overnight', 'neither the quote nor similar words.'],
    ['of nothing', ' ', 'neither the quote nor similar words.'],
    ['of too many words', 'word '.repeat(26), 'The quote has 26 words; the limit is 25. Quote the fewest words'],
    ['of too many characters', 'w'.repeat(301), 'The quote has 301 characters; the limit is 300.'],
  ])('%s is refused', (_what, quote, message) => {
    expect(add(quote)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
    expect(read()).toBe(FILE);
  });

  test('is rejected for a --place that does not exist', () => {
    expect(add('its lamps are lit', '--place', '2').stderr).toContain('occurs only once in the text:\n  1: … ');
  });
});

describe('the kind', () => {
  test.each([
    ['a figure where there is a number', 'up to 1,200 fishing boats', 'figure'],
    ['a quote between quotation marks', 'built every quay ourselves', 'quote'],
    ['a quote with its quotation marks', '“We built every quay ourselves,”', 'quote'],
    ['a claim after them', 'the mayor said', 'claim'],
    ['a claim where the only number is a year', 'fine day in 2023', 'claim'],
  ])('is %s', async (_what, quote, kind) => {
    expect(await draft(quote)).toContain(`  kind: ${kind}\n`);
  });

  test('is the given one', async () => {
    expect(await draft('up to 1,200 fishing boats', { kind: 'event' })).toMatch(
      /kind: event\n(.*\n)*.*# CHECK: the day of publication; is it when it happened\?\n/,
    );
  });

  test('figure without digits leaves the number to be filled', async () => {
    expect(await draft('its lamps are lit', { kind: 'figure' })).toContain('figure: { text: "", unit: "" }  # FILL: ');
  });
});

describe('the id', () => {
  test('is unique in the whole catalogue', async () => {
    write('cards/comparisons.yaml', 'cards:\n  - id: lamps-lit\n  - id: lamps-lit-2\n');
    expect(await draft('its lamps are lit')).toContain('- id: lamps-lit-3\n');
  });

  test('is the given one, if it is free', async () => {
    expect(await draft('its lamps are lit', { cardId: 'the-lamps' })).toContain('- id: the-lamps\n');
    expect(add('its lamps are lit', '--card-id', 'other-words')).toMatchObject({
      status: 2,
      stderr: '--card-id "other-words" is already used by a card in cards/daily-example.yaml. Choose another id.\n',
    });
  });
});

describe('the file', () => {
  test('keeps comments, empty lines and long lines to the byte', () => {
    write('cards/daily-example.yaml', EXTRA);
    expect(add('its lamps are lit').status).toBe(0);
    const [before, after] = EXTRA.split('# the end\n');
    expect(read().startsWith(`${before}\n  - id: lamps-lit\n`)).toBe(true);
    expect(read().endsWith(`\n# the end\n${after}`)).toBe(true);
    const added = read().slice(before?.length, -'# the end\n'.length);
    expect(added.split('\n').filter((line) => line && !/^ {2}(- | {2})/.test(line))).toEqual([]);
  });

  test('is rejected with its line if it is not YAML, and nothing is lost', () => {
    const broken = FILE.replace('kind: quote', 'kind: "quote');
    write('cards/daily-example.yaml', broken);
    const { status, stderr } = add('its lamps are lit');
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^cards\/daily-example\.yaml:\d+: is not valid YAML: /),
    ]);
    expect(read()).toBe(broken);
  });
});

describe('the text', () => {
  test('is rejected if it is not the captured text, with both hashes', () => {
    write('text.txt', `${TEXT} `);
    const { status, stderr } = add('its lamps are lit');
    expect(status).toBe(2);
    expect(stderr).toContain(`SHA-256 of the file       ${sha256(`${TEXT} `)}`);
    expect(stderr).toContain(`snapshot.sha256 in cards/daily-example.yaml  ${sha256(TEXT)}`);
    expect(stderr).toContain('Give the captured text, unchanged.');
  });

  test('is rejected if it cannot be read', () => {
    rmSync(join(root, 'text.txt'));
    expect(add('x')).toMatchObject({ status: 2, stderr: '--text text.txt cannot be read (ENOENT). Check the path.\n' });
  });

  test('is rejected if it is not UTF-8', () => {
    const bytes = Buffer.from([0x6c, 0xe4, 0x6d, 0x70]);
    writeFileSync(join(root, 'text.txt'), bytes);
    write('cards/daily-example.yaml', FILE.replace(sha256(TEXT), createHash('sha256').update(bytes).digest('hex')));
    expect(add('x').stderr).toContain('is not UTF-8');
  });

  test('needs a source that names its hash', () => {
    write('cards/comparisons.yaml', 'cards: []\n');
    const at = (source: string) => run('--source', source, '--text', 'text.txt', '--quote', 'its lamps').stderr;
    expect(at('comparisons')).toBe('cards/comparisons.yaml has no snapshot.sha256. Add it first.\n');
    expect(at('nowhere')).toBe('cards/nowhere.yaml does not exist. Check the id, or add the source with --url.\n');
  });
});

describe('a new source', () => {
  const URL_OF_PAGE = 'https://harbour-post.com/2023/a-harbour-grows';
  const body = {
    bytes: Buffer.from(TEXT),
    text: TEXT,
    blocks: null,
    sha256: 'b'.repeat(64),
    paywalled: false,
    headers: {},
  };
  const page = { ok: true, url: URL_OF_PAGE, ...body } as const;
  const options = (from: { url: string; id?: string }, quote = 'its lamps are lit'): NewOptions => ({
    from,
    quotes: [quote],
    dryRun: false,
  });
  const plan = async (from: { url: string; id?: string }, answer: Page = page, quote?: string) => {
    const readPage = vi.fn(async (_url: string) => answer);
    const folder = join(root, 'cards');
    const result = await planCard(options(from, quote), { ...NO_PAGE, readPage, folder });
    return { result, asked: readPage.mock.calls.map(([url]) => url) };
  };

  test('is made from the live page, with its first card', async () => {
    const { result, asked } = await plan({ url: `${URL_OF_PAGE}#top` });
    expect(asked).toEqual([URL_OF_PAGE]);
    expect(result).toMatchObject({ ok: true, file: 'cards/harbour-post-harbour-grows.yaml', cards: [{ line: 12 }] });
    expect(result.ok && result.text).toContain(`# yaml-language-server: $schema=../assets/schema/source.json
source:
  id: harbour-post-harbour-grows
  publisher: ""  # FILL: the publisher of the quoted text
  title: ""  # FILL: the headline as published; null if unknown
  authors: [""]  # FILL: as named in the text; [] if none
  published: { date: "", basis: "" }  # FILL: YYYY-MM-DD; basis stated, external or inferred (add reason: "…")
  url: https://harbour-post.com/2023/a-harbour-grows
  language: en  # CHECK: inferred from the words of the text
  snapshot: { sha256: ${'b'.repeat(64)}, accessed: 2026-11-21 }
cards:
  - id: lamps-lit
    kind: claim
`);
  });

  test('is refused by the check until it is filled, and then passes', async () => {
    const { result } = await plan({ url: URL_OF_PAGE, id: 'harbour' });
    const text = result.ok ? result.text : '';
    const problems = (yaml: string) => compileCatalog([{ name: 'harbour.yaml', text: yaml }]).problems;
    expect(problems(text).map(({ message }) => message.split(' ')[0])).toEqual([
      'source.publisher',
      'source.title',
      'source.authors[0]',
      'source.published.date',
      'source.published.basis',
      'cards[0].topics',
      'cards[0].claim',
      'cards[0].attribution[0]',
      'cards[0].attribution[1]',
      'cards[0].asOf.date',
      'cards[0].asOf.basis',
      'cards[0].quote.highlight',
    ]);
    expect(problems(fill(text))).toEqual([]);
  });

  test('is rejected if its page cannot be read, with the reason', async () => {
    const { result } = await plan({ url: URL_OF_PAGE }, { ok: false, message: 'The page is gone.' });
    expect(result).toEqual({ ok: false, message: 'The page is gone.' });
  });

  test('is rejected if its page does not contain the words, and a paywall is reported', async () => {
    const { result } = await plan({ url: URL_OF_PAGE }, { ...page, paywalled: true }, 'Submarines vanished overnight');
    expect(!result.ok && result.message).toContain('neither the quote nor similar words.');
    expect(!result.ok && result.message).toContain('Save its text in a browser and give it with --text.');
  });

  test('is refused where another source has its id, before the page is read', async () => {
    const { result, asked } = await plan({ url: URL_OF_PAGE, id: 'daily-example' });
    expect(!result.ok && result.message).toContain('To add another card to that source, use --source daily-example.');
    expect(asked).toEqual([]);
  });

  test('gets another id where the proposed one is taken', async () => {
    write(
      'cards/harbour-post-harbour-grows.yaml',
      FILE.replace('https://example.org/article', 'https://example.org/b'),
    );
    const { result } = await plan({ url: URL_OF_PAGE });
    expect(result).toMatchObject({ ok: true, file: 'cards/harbour-post-harbour-grows-2.yaml' });
  });

  test('uses a headline in the article, not in a teaser above, and identifies it by the next block', async () => {
    const html = `<nav><ul><li><a href="/">Harbour grows</a></ul></nav><article><h1>Harbour grows</h1><p>By Ann</p></article>`;
    const { result } = await plan({ url: URL_OF_PAGE }, { ...page, ...readHtml(html) }, 'Harbour grows');
    expect(result.ok && result.text).toContain('suffix: By\n');
  });

  test('has an address without tracking and fragment', async () => {
    const pasted = await plan({ url: `${URL_OF_PAGE}?fbclid=x#:~:text=its%20lamps` });
    expect(pasted.asked).toEqual([URL_OF_PAGE]);
    expect(pasted.result.ok && pasted.result.text).toContain(`url: ${URL_OF_PAGE}\n`);
  });

  test('can be made from a captured text, without the network', () => {
    const args = ['--url', URL_OF_PAGE, '--text', 'text.txt', '--quote', 'its lamps are lit', '--id', 'harbour'];
    expect(run(...args)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^cards\/harbour\.yaml:12: added/) });
    expect(read('cards/harbour.yaml')).toContain(`snapshot: { sha256: ${sha256(TEXT)}, accessed: 20`);
    const written = read('cards/harbour.yaml');
    // The same address again: a second card, from the capture.
    const again = run('--url', URL_OF_PAGE, '--quote', 'We built every quay', '--quote', 'the lamps burn late');
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toMatch(/added "built-every-quay", .*\n.*\ncards\/harbour\.yaml:\d+: added "lamps-burn-late"/);
    expect(read('cards/harbour.yaml').startsWith(written)).toBe(true);
    expect(read('cards/harbour.yaml').match(/^ {2}- id: /gm)).toHaveLength(3);
  });

  test('leaves the file for comparisons alone', () => {
    const { status, stderr } = run('--url', URL_OF_PAGE, '--text', 'text.txt', '--quote', 'x', '--id', 'comparisons');
    expect([status, stderr]).toEqual([2, expect.stringContaining('is reserved for comparisons')]);
    expect(existsSync(join(root, 'cards/comparisons.yaml'))).toBe(false);
  });
});

describe('a page whose source is there', () => {
  const captured = { bytes: Buffer.from(TEXT), text: TEXT, blocks: null, sha256: sha256(TEXT), paywalled: false };
  const capture = { ok: true, ...captured, place: 'x', url: null, accessed: '2026-11-20', headers: {} } as const;
  const append = async (url: string, quotes: string[], readPage: (url: string) => Promise<Page> = notAsked) =>
    planCard(
      { from: { url }, quotes, dryRun: false },
      { ...NO_PAGE, readPage, readCapture: async () => capture, folder: join(root, 'cards') },
    );

  test.each(['https://example.org/article#words', 'https://www.example.org/article/?utm_source=x#:~:text=words'])(
    'gets its cards from the capture: %s',
    async (url) => {
      const plan = await append(url, ['its lamps are lit', 'up to 1,200 fishing boats']);
      expect(plan).toMatchObject({ ok: true, file: 'cards/daily-example.yaml', before: FILE, capture: undefined });
      expect(plan.ok && plan.text.startsWith(FILE)).toBe(true);
      expect(plan.ok && plan.cards.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
        'lamps-lit claim',
        '1200-fishing-boats figure',
      ]);
      const lines = plan.ok ? plan.text.split('\n') : [];
      expect(plan.ok && plan.cards.map(({ line }) => lines[line - 1])).toEqual([
        '  - id: lamps-lit',
        '  - id: 1200-fishing-boats',
      ]);
    },
  );

  test('is recognised after a redirect', async () => {
    const page = { ...capture, url: 'https://example.org/article' };
    const plan = await append('https://short.example/x', ['its lamps are lit'], async () => page);
    expect(plan).toMatchObject({ ok: true, file: 'cards/daily-example.yaml', before: FILE });
  });

  test('gets all of several cards or none, and the quote that fails is named', async () => {
    const plan = await append('https://example.org/article', ['its lamps are lit', 'Submarines vanished overnight']);
    expect(!plan.ok && plan.message).toMatch(/^--quote "Submarines vanished overnight":\nThe text contains neither/);
  });

  test('gives two cards of the same words different ids', async () => {
    const plan = await append('https://example.org/article', ['its lamps are lit', 'its lamps are lit']);
    expect(plan.ok && plan.cards.map(({ id }) => id)).toEqual(['lamps-lit', 'lamps-lit-2']);
  });
});

describe('what the page says about itself', () => {
  const URL_OF_PAGE = 'https://harbour-post.com/a-harbour-grows';
  const article = {
    '@type': 'NewsArticle',
    headline: 'A harbour grows',
    author: { name: 'Ann Ray' },
    datePublished: '2023-05-04',
  };
  const html = (more = '') => `<html lang="en"><title>A harbour grows - Harbour Post</title>
    <script type="application/ld+json">${JSON.stringify(article)}</script><meta property="og:site_name" content="Harbour Post">${more}
    <article><h1>A harbour grows</h1><p>May 4, 2023</p><p>The harbour moors up to 1,200 boats, Tom Dow said in March 2023.</p></article>`;
  const planOf = async (page: string, url: string | null = URL_OF_PAGE, textFile?: string) => {
    const bytes = Buffer.from(page);
    const read = {
      ok: true,
      url,
      bytes,
      ...readHtml(page),
      sha256: sha256(page),
      paywalled: false,
      headers: {},
    } as const;
    const from = textFile === undefined ? { url } : { url, textFile };
    const around = { ...NO_PAGE, readPage: async () => read, folder: join(root, 'cards') };
    return planCard({ from, quotes: ['up to 1,200 boats'], dryRun: false }, around);
  };
  const textOf = async (...args: Parameters<typeof planOf>) => {
    const plan = await planOf(...args);
    return plan.ok ? plan.text : plan.message;
  };

  test('fills the source; only what it cannot say is left', async () => {
    const text = await textOf(html());
    expect(text).toContain(`  publisher: Harbour Post
  title: "A harbour grows"
  authors: [Ann Ray]
  published: { date: 2023-05-04, basis: stated }
  url: ${URL_OF_PAGE}
  language: en
`);
    expect(text).toContain('attribution: [Tom Dow, Harbour Post]  # CHECK: ');
    expect(text).toContain('asOf: { date: 2023-03, basis: stated }  # CHECK: ');
    expect(text.match(/# FILL:/g)).toHaveLength(2);
  });

  test('is marked where sources disagree, or only the address or the metadata say it', async () => {
    const text = await textOf(
      html('<meta name="author" content="Bob Low"><link rel="canonical" href="/b">').replace('<p>May 4, 2023</p>', ''),
    );
    expect(text).toContain('authors: [Ann Ray]  # CHECK: meta author says [Bob Low]\n');
    expect(text).toContain('published: { date: 2023-05-04, basis: stated }\n');
    expect(text).toContain(`url: ${URL_OF_PAGE}  # CHECK: <link rel=canonical> says https://harbour-post.com/b\n`);
    const dated = await textOf('<p>up to 1,200 boats', 'https://harbour-post.com/2023/05/04/a');
    expect(dated).toContain(
      'published: { date: 2023-05-04, basis: inferred, reason: "It is the date in the address of the page" }  # CHECK: ',
    );
  });

  test('in another language than the site’s brings a note on the words of a figure', async () => {
    const notesOf = async (page: string) => {
      const plan = await planOf(page);
      return plan.ok ? plan.cards.flatMap(({ notes }) => notes).join() : plan.message;
    };
    expect(await notesOf(html())).not.toContain('write figure.text in');
    const german = html().replace('lang="en"', 'lang="de"');
    expect(await notesOf(german)).toContain('write figure.text in "en", or add language: de to the card.');
    write('cards/site.yaml', 'language: de\n');
    expect(await notesOf(german)).not.toContain('write figure.text in');
  });

  test('can be read by the check where every field is filled', async () => {
    const { catalog, problems } = compileCatalog([
      { name: 'harbour-post-harbour-grows.yaml', text: fill(await textOf(html())) },
    ]);
    expect(problems).toEqual([]);
    expect(catalog.sources[0]).toMatchObject({ authors: ['Ann Ray'], published: { date: '2023-05-04' } });
  });

  test('gives the address of a saved page; where there is none, it is null, and that is said', async () => {
    write('page.html', html(`<link rel="canonical" href="${URL_OF_PAGE}">`));
    const saved = await planOf('', null, join(root, 'page.html'));
    expect(saved.ok && saved.text).toContain(`url: ${URL_OF_PAGE}\n`);
    expect(saved.ok && saved.remarks.join()).toContain('npm run verify finds the quote in this file.');
    write('page.html', html());
    const nowhere = await planOf('', null, join(root, 'page.html'));
    expect(nowhere).toMatchObject({ ok: true, file: 'cards/harbour-post-harbour-grows.yaml' });
    expect(nowhere.ok && nowhere.text).toContain('url: null\n');
    expect(nowhere.ok && nowhere.remarks.join()).toContain('the cards get no link to the passage');
  });

  test('of an http page gives a source without an address, and the reason', async () => {
    const plan = await planOf(html(), 'http://harbour-post.com/a');
    expect(plan.ok && plan.text).toContain('url: null');
    expect(plan.ok && plan.text).toContain(
      'note: "The page is at http://harbour-post.com/a, without https, so cards do not link to it."',
    );
    expect(plan.ok && plan.remarks.join()).toContain('anyone on the network can change what it shows');
  });
});

describe('suggestions', () => {
  test('are listed, and nothing is written until some are taken', () => {
    const args = ['--source', 'daily-example', '--text', 'text.txt'];
    const listed = run(...args, '--suggest');
    expect(listed).toMatchObject({ status: 0, stderr: '' });
    expect(listed.stdout).toContain(
      '  1. figure (number): “The harbour reportedly moors up to 1,200 fishing boats in summer.”\n',
    );
    expect(listed.stdout).toContain('figure: up to 1,200 · keep in the claim: “reportedly”');
    expect(listed.stdout).toContain('with --take 1,2 instead of --suggest.');
    expect([read(), existsSync(join(root, 'captures'))]).toEqual([FILE, false]);
    expect(run(...args, '--take', '1,2').status).toBe(0);
    expect(read().match(/^ {2}- id: /gm)).toHaveLength(4);
    expect(run(...args, '--take', '99')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--take 99: the list has '),
    });
  });
});

describe('a forgotten "--"', () => {
  test.each([
    [{ npm_config_url: 'true', npm_config_quote: 'true' }, ['https://example.org', 'words'], '--url … --quote …'],
    [{ npm_config_source: 'a', npm_config_card_id: 'b' }, [], '--source … --card-id …'],
    [{ npm_config_dry_run: 'true' }, ['--source', 'a', '--quote', 'b'], '--dry-run'],
  ])('is explained: %o', (env, args, fix) => {
    const refusal = findSwallowed(env, args);
    expect(refusal?.message).toContain('Nothing was written.');
    expect(refusal?.message).toContain(`npm run new -- ${fix}`);
  });

  test('is not seen where there is none', () => {
    expect(findSwallowed({ npm_config_user_agent: 'npm', npm_config_dry_run: '' }, ['--url', 'x'])).toBeUndefined();
  });
});

describe('the capture', () => {
  test('is kept with the first card, so that the next card of its source needs no file', () => {
    add('its lamps are lit');
    rmSync(join(root, 'text.txt'));
    expect(run('--source', 'daily-example', '--quote', 'We built every quay')).toMatchObject({ status: 0, stderr: '' });
    expect(read()).toContain('exact: "We built every quay"');
  });

  test('of a saved web page is read as a browser shows it', () => {
    const html = '<p>Its lamps &amp; quays<script>no()</script>';
    write('page.html', html);
    const args = [
      '--url',
      'https://harbour.example/a',
      '--id',
      'lamps',
      '--text',
      'page.html',
      '--quote',
      'lamps & quays',
    ];
    expect(run(...args)).toMatchObject({ status: 0, stdout: expect.stringContaining(`captures/${sha256(html)}.html`) });
    expect(read(`captures/${sha256(html)}.html`)).toBe(html);
    expect(read(`captures/${sha256(html)}.txt`)).toBe('Its lamps & quays');
  });

  test('is requested if it is missing', () => {
    const { status, stderr } = run('--source', 'daily-example', '--quote', 'its lamps are lit');
    expect(status).toBe(2);
    expect(stderr).toContain(`captures/ has no capture with the SHA-256 ${sha256(TEXT)}.\n`);
    expect(stderr).toContain('Give the captured file of daily-example.yaml with --text FILE.');
  });

  test('is not kept with --dry-run', () => {
    add('its lamps are lit', '--dry-run');
    expect(existsSync(join(root, 'captures'))).toBe(false);
  });

  test('that does not match its name is refused', () => {
    add('its lamps are lit');
    write(`captures/${sha256(TEXT)}.txt`, `${TEXT} `);
    const { status, stderr } = run('--source', 'daily-example', '--quote', 'We built every quay');
    expect([status, stderr]).toEqual([2, expect.stringContaining('does not match its name')]);
  });
});

test('cards that several commands add at once are all there', async () => {
  add('its lamps are lit');
  const quotes = ['A harbour grows', 'We built every quay', 'the mayor said', 'The town likes', 'a fine day'];
  const runs = quotes.map(
    (quote) =>
      new Promise<number | null>((settle) =>
        spawn(process.execPath, [resolve('src/tools/new.ts'), '--source', 'daily-example', '--quote', quote], {
          cwd: root,
        }).once('close', settle),
      ),
  );
  expect(await Promise.all(runs)).toEqual(quotes.map(() => 0));
  for (const quote of quotes) expect(read()).toContain(`exact: "${quote}"\n`);
});

describe('the command line', () => {
  test('prints its usage with an example', () => {
    const { status, stdout } = run('--help');
    expect([status, stdout]).toEqual([0, expect.stringContaining('Example:\n  npm run new -- --text ')]);
  });

  test.each([
    ['nothing', [], '--source or --url is missing.'],
    ['an unknown option', ['--sauce', 'x'], "Unknown option '--sauce'"],
    ['a word too many', ['x'], "Unexpected argument 'x'"],
    ['no quote', ['--source', 'a', '--text', 'b'], '--quote is missing.'],
    ['source and address', ['--source', 'a', '--url', 'https://example.org'], 'Use only one of --source and --url.'],
    ['an id for a source that is there', ['--source', 'a', '--quote', 'b', '--id', 'c'], '--id is for a new source.'],
    ['a path for an id', ['--source', '../a', '--text', 'b', '--quote', 'c'], '--source "../a": may contain only a-z'],
    ['an id with capitals', ['--source', 'a', '--quote', 'c', '--card-id', 'B'], '--card-id "B": may contain only a-z'],
    ['an unknown kind', ['--source', 'a', '--quote', 'c', '--kind', 'comparison'], 'figure, quote, claim, event.'],
    [
      'place nought',
      ['--source', 'a', '--quote', 'c', '--place', '0'],
      '--place "0" must be a whole number, at least 1.',
    ],
    ['another scheme', ['--url', 'ftp://example.org', '--quote', 'c'], '--url "ftp://example.org" must be an https'],
    ['no number of the list', ['--source', 'a', '--take', '1;2'], '--take "1;2" must be numbers from the list'],
    [
      'a list and a quote',
      ['--source', 'a', '--suggest', '--quote', 'b'],
      'Use only one of --quote, --suggest and --take',
    ],
    [
      'one id for two cards',
      ['--source', 'a', '--quote', 'b', '--quote', 'c', '--card-id', 'd'],
      '--card-id is for one card.',
    ],
  ])('%s is a usage error', (_what, args, message) => {
    const read = readArguments(args);
    expect(!read.ok && read.message).toContain(message);
    expect(!read.ok && read.message).toContain('See npm run new -- --help for usage and an example.');
  });

  test('a usage error ends with exit code 2', () => {
    expect(run('--sauce', 'x')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("Unknown option '--sauce'"),
    });
  });

  test('creates the folder of cards if it is missing', () => {
    rmSync(join(root, 'cards'), { recursive: true });
    const args = [
      '--url',
      'https://harbour.example/first',
      '--id',
      'first',
      '--text',
      'text.txt',
      '--quote',
      'lamps burn',
    ];
    expect(run(...args)).toMatchObject({ status: 0, stderr: '' });
    expect(read('cards/first.yaml')).toContain('id: first');
  });
});

describe('a PDF', () => {
  const pages = [
    lines(['A harbour grows', '', '4 May 2023'], { size: 20, leading: 30 }),
    lines([
      'The harbour has grown for ten years. Its quays moor up to 1,200 inter-',
      'national boats in summer, and the town is proud of its lamps.',
    ]),
  ];
  const save = (
    name = 'report.pdf',
    bytes = makePdf(pages, { lang: 'en', info: { Title: 'A harbour grows', Author: 'Ann Ray' } }),
  ) => writeFileSync(join(root, name), bytes);
  const quote = ['--quote', 'moor up to 1,200 international boats', '--no-archive'];

  test('becomes a source, with the page of the quote in its link and in what npm run verify records', () => {
    save();
    const added = run('--text', 'report.pdf', '--url', 'https://www.harbour-post.com/report.pdf', ...quote);
    expect(added).toMatchObject({ status: 0, stderr: '' });
    expect(added.stdout).toContain('The quote was found on page 2 exactly as given: ');
    expect(added.stdout).toMatch(/The page is stored in captures\/[0-9a-f]{64}\.pdf/);
    const yaml = read('cards/harbour-post-harbour-grows.yaml');
    expect(yaml).toContain('  title: "A harbour grows"\n');
    expect(yaml).toContain('  published: { date: 2023-05-04, basis: stated }\n');
    expect(yaml).toContain('  language: en\n');
    write('cards/harbour-post-harbour-grows.yaml', fill(yaml.replace(/authors: .*/, 'authors: [Ann Ray]')));
    const verify = () =>
      spawnSync(
        process.execPath,
        [resolve('src/tools/verify.ts'), '--offline', '--source', 'harbour-post-harbour-grows'],
        {
          cwd: root,
          encoding: 'utf8',
        },
      );
    expect(verify().stdout).toMatch(/exact .* captures\/[0-9a-f]{64}\.txt:3 \(page 2\)/);
    const lock = read('cards/evidence.lock.json');
    expect(lock).toContain('"page":2');
    verify();
    expect(read('cards/evidence.lock.json')).toBe(lock);
  });

  test('that cannot be read is refused, with what to do', () => {
    save('locked.pdf', makePdf(pages, { locked: true }));
    expect(run('--text', 'locked.pdf', ...quote)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^--text locked\.pdf is locked with a password\. Open it, save a copy/),
    });
    save('scan.pdf', makePdf([[]]));
    expect(run('--text', 'scan.pdf', ...quote)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('has no text'),
    });
  });
});

test.each(['http://localhost:3000/a', 'http://192.168.1.4/a', 'file:///tmp/a.html'])(
  'of %s, which only the author can open, the saved page is asked for',
  (url) => {
    const { status, stderr } = run('--url', url, '--quote', 'a b c d');
    expect(status).toBe(2);
    expect(stderr).toContain(
      'If only you can open the page, save it in a browser, and give the file: npm run new -- --text page.html --quote',
    );
  },
);
