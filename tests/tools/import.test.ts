import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { readSheet } from '../../src/tools/import/sheet.ts';
import { makeFacts } from '../helpers/many-facts.ts';

const SPEAKERS = `- { id: eva-muster, name: Eva Muster, type: person }
- { id: jan-beispiel, name: Jan Beispiel, type: person }
`;

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

function openFolder(pages: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  roots.push(root);
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  mkdirSync(join(root, 'cards'));
  write('cards/speakers.yaml', SPEAKERS);
  write('pages.json', JSON.stringify(pages));
  const env = { ...process.env, PAGES: 'pages.json', REQUESTED: 'requested.txt' };
  const node = (args: string[], more: Record<string, string> = {}) =>
    spawnSync(process.execPath, ['--import', resolve('tests/helpers/serve-pages.ts'), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...env, ...more },
    });
  const tool = (name: string, args: string[] = [], more = {}) => node([resolve(`src/tools/${name}.ts`), ...args], more);
  return {
    root,
    write,
    read,
    tool,
    run: (args: string[], more = {}) => tool('import', args, more),
    writeRows: (header: string[], rows: string[][], options: { delimiter?: string } = {}) =>
      write('facts.csv', stringify([header, ...rows], { bom: true, record_delimiter: 'windows', ...options })),
    writeTable(cells: Record<string, string>[]) {
      const names = [...new Set(cells.flatMap((row) => Object.keys(row)))];
      this.writeRows(
        names,
        cells.map((row) => names.map((name) => row[name] ?? '')),
      );
    },
    /** The addresses asked for since the last time. */
    requested: () => {
      const path = join(root, 'requested.txt');
      const lines = existsSync(path) ? read('requested.txt').trim().split('\n') : [];
      rmSync(path, { force: true });
      return lines;
    },
    cards: () =>
      Object.fromEntries(
        readdirSync(join(root, 'cards'))
          .sort()
          .map((name) => [name, read(`cards/${name}`)]),
      ),
  };
}

describe('200 rows over 40 pages, 10 of them wrong', () => {
  const { pages, header, rows, wrong } = makeFacts();
  const folder = openFolder(pages);
  let whole: Record<string, string>;

  test('become 190 verified cards, and each wrong row is reported with its reason and what to do', () => {
    folder.writeRows(header, rows, { delimiter: ';' });
    const { status, stdout, stderr } = folder.run(['facts.csv']);
    expect(stdout).toContain('200 rows: 190 cards written to 40 files, 0 already in the catalogue, 10 rejected.');
    expect(status).toBe(2);
    const reported = [...stderr.matchAll(/^facts\.csv, row (\d+): (.+)$/gm)];
    expect(reported.map(([, number]) => Number(number))).toEqual([...wrong.keys()]);
    for (const [, number, problem] of reported) expect(problem).toMatch(wrong.get(Number(number)) as RegExp);
    whole = folder.cards();
    const checked = folder.tool('check');
    expect([checked.stdout.split('\n')[0], checked.status]).toEqual(['190 cards from 40 sources: no problems.', 0]);
  });

  test('are read once from each page, with a line for each', () => {
    expect(folder.requested().sort()).toEqual([...Object.keys(pages), 'https://daily.example.org/2023/missing'].sort());
  });

  test('are skipped in a second run, which changes nothing', () => {
    const { status, stdout } = folder.run(['facts.csv']);
    expect(stdout).toContain('200 rows: 0 cards written to 0 files, 190 already in the catalogue, 10 rejected.');
    expect([status, folder.cards()]).toEqual([2, whole]);
    expect(folder.requested()).toEqual(['https://daily.example.org/2023/missing']);
    expect(readdirSync(folder.root).filter((name) => name.includes('rejected'))).toEqual(['facts.rejected.csv']);
  });

  test('can be corrected in the file of rejected rows, and imported from there', () => {
    const sheet = readSheet('', readFileSync(join(folder.root, 'facts.rejected.csv')));
    if (!sheet.ok) throw new Error(sheet.message);
    expect(sheet.header).toEqual(['problem', ...header]);
    expect(sheet.rows.map(({ raw }) => raw[0])).toEqual([...wrong.values()].map((says) => expect.stringMatching(says)));
    const { rows: right } = makeFacts({ wrong: false });
    const corrected = [...wrong.keys()].slice(0, 9).map((number) => ['', ...(right[number - 2] as string[])]);
    folder.writeRows(sheet.header, corrected);
    const { status, stdout } = folder.run(['facts.csv']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('9 rows: 9 cards written to 9 files')]);
  });

  test('lose nothing when the command is killed, and go on', () => {
    const killed = openFolder(pages);
    killed.writeRows(header, rows.slice(0, 60));
    const stopped = killed.run(['facts.csv'], { KILL_AT: rows[40]?.[0] as string });
    expect([stopped.signal, Object.keys(killed.cards()).length]).toEqual(['SIGKILL', 8 + 2]);
    killed.requested();
    // As if it had been killed between the cards and their evidence.
    killed.write('cards/evidence.lock.json', killed.read('cards/evidence.lock.json').replace(/^.*moors-1105.*\n/m, ''));
    const { stdout } = killed.run(['facts.csv']);
    expect(stdout).toContain('60 rows: 19 cards written to 4 files, 38 already in the catalogue, 3 rejected.');
    expect(killed.requested()).toHaveLength(4 + 1);
    const { 'evidence.lock.json': lock, ...files } = killed.cards();
    expect(whole).toMatchObject(files);
    expect(Object.keys(files)).toHaveLength(12 + 1);
    const entries = lock?.match(/^ {4}"[^}]*\}.*(?=\})/gm) ?? [];
    expect(entries).toHaveLength(57);
    for (const entry of entries) expect(whole['evidence.lock.json']).toContain(entry);
  });

  test('are only reported with --dry-run', () => {
    const dry = openFolder(pages);
    dry.writeRows(header, rows.slice(0, 20));
    const before = readdirSync(dry.root, { recursive: true });
    const { status, stdout } = dry.run(['facts.csv', '--dry-run']);
    expect([status, stdout]).toEqual([2, expect.stringContaining('19 cards would be written to 4 files')]);
    dry.requested();
    expect(readdirSync(dry.root, { recursive: true })).toEqual(before);
  });
});

const ADDRESS = (place: string) => `https://daily.example.org/2023/${place.toLowerCase()}`;
const cardOf = (place: string) => ({
  address: ADDRESS(place),
  quote: `the harbour of ${place} has no pilot`,
  claim: 'The harbour has no pilot',
});
const CARD = cardOf('Alderhaven');
const HTTP = 'http://plain.example.org/a';

describe('a wrong row', () => {
  const short = '<html lang="en"><title>Short</title><p>Ten words are all that this very short page has.';
  const folder = openFolder({ ...makeFacts().pages, 'https://short.example.org/a': short });

  const REJECTED: [string, Record<string, string>, RegExp][] = [
    [
      'with a long quote',
      { quote: 'word '.repeat(26) },
      /^quote: has 26 words; the limit is 25\. Quote the fewest words/,
    ],
    ['with a long claim', { claim: 'word '.repeat(40) }, /^claim: is too long: at most 140 characters/],
    [
      'that quotes most of a page',
      { address: 'https://short.example.org/a', quote: 'Ten words are all that this very short page has' },
      /source: has cards that quote 10 of the 10 words of its text \(100%\)\. The limit is 40%\. Quote fewer words/,
    ],
    ['of a figure without a unit', { kind: 'figure' }, /^unit: is empty\. A figure needs what it counts/],
    ['with a unit, of a quote without a number', { unit: 'pilots' }, /^figure: is empty, and the quote has no number/],
    ['of an event without a date', { kind: 'event' }, /^as of: is empty\. An event needs its date/],
    [
      'with a date that the page does not have',
      { 'as of': '2022-05-04' },
      /^as of: 4 May 2022 has the basis “stated”.*A byline or date above or beside it says when it was published.*write inferred in the column as of basis and the reason in as of reason/,
    ],
    [
      'with a basis without a date',
      { 'as of basis': 'external' },
      /^as of: is empty, although as of basis or reason is given/,
    ],
    [
      'with a status that does not exist',
      { status: 'true' },
      /^status: must be one of: stated, reported, claimed, assessed/,
    ],
    ['with words that are not beside the quote', { prefix: 'zebra' }, /^prefix: .*not directly beside the quote/],
    ['with an occurrence that does not exist', { occurrence: '3' }, /occurrence 3: the quote occurs only once/],
    ['with outlets without a speaker', { via: 'DPA (agency)' }, /^speaker: is empty, although via names outlets/],
    [
      'of a retracted card',
      { state: 'retracted' },
      /^state: The card was retracted, and a row cannot contain its history/,
    ],
    [
      'with a snapshot that is not there',
      { address: 'https://other.example.org/a', snapshot: 'a'.repeat(64) },
      /^snapshot: .*npm run import -- FILE --texts DIR/,
    ],
    [
      'with another snapshot than its source',
      { snapshot: 'b'.repeat(64) },
      /^snapshot: cards\/daily-example-alderhaven-grows\.yaml was made from another text/,
    ],
    ['of a page on this machine', { address: 'http://localhost/a' }, /^address: /],
    ['without an address', { address: '' }, /^address: is empty\. Give the address of the page/],
    ['with a file that is not there', { file: 'none.html' }, /none\.html cannot be read \(ENOENT\)/],
    [
      'with a quote that the page has in other words',
      { quote: 'the harbour of Alderhaven has a pilot' },
      /similar words \(score [\d.]+ of 1\): “the harbour of Alderhaven has no pilot\.”\. Copy the words exactly/,
    ],
  ];

  test('is rejected with its reason, and the others are not', () => {
    const rows = [...REJECTED.map(([, cells]) => cells), {}].map((cells, at) => {
      const claim = `The harbour has no pilot ${String.fromCharCode(97 + at)}`;
      return { ...CARD, claim, ...cells };
    });
    folder.writeTable(rows);
    const { status, stderr, stdout } = folder.run(['facts.csv']);
    const problems = new Map(
      [...stderr.matchAll(/row (\d+): (.+)/g)].map(([, number, problem]) => [Number(number) - 2, problem]),
    );
    for (const [at, [name, , says]] of REJECTED.entries()) expect(problems.get(at) ?? 'nothing', name).toMatch(says);
    expect(stdout).toContain(`1 card written to 1 file, 0 already in the catalogue, ${REJECTED.length} rejected`);
    expect(status).toBe(2);
  });
});

describe('rows of several pages', () => {
  const { pages } = makeFacts();
  const folder = openFolder({ ...pages, [HTTP]: pages[CARD.address] as string });
  const fileOf = (name: string) => `cards/daily-example-${name}.yaml`;
  const written = (name: string) => {
    const { quoted } = loadCatalog([{ name: `daily-example-${name}.yaml`, text: folder.read(fileOf(name)) }]);
    return quoted.map(({ value, source }) => ({ ...value, source }));
  };
  const full = {
    ...CARD,
    id: 'no-pilot',
    kind: 'claim',
    status: 'claimed',
    nature: 'estimate',
    speaker: 'jan-beispiel',
    via: 'Nora Probe (told); Daily Example',
    'as of': '1 June 2023',
    'as of basis': 'external',
    place: 'Alderhaven',
    topics: 'Harbour | Pilots',
    highlight: 'no pilot',
    'source note': 'The first edition',
  };
  const twice = {
    ...cardOf('Birchport'),
    quote: 'The ferry sails twice',
    claim: 'The ferry sails twice',
    occurrence: '2',
  };
  const saved = { ...cardOf('Cedarmouth'), address: 'https://gone.example.org/saved', file: 'page.html' };
  const plain = { ...CARD, address: HTTP, 'source note': 'A mirror.' };

  let stdout = '';
  beforeAll(() => {
    folder.write('page.html', pages[ADDRESS('Cedarmouth')] as string);
    folder.writeTable([full, cardOf('Dunholm'), twice, saved, plain]);
    ({ stdout } = folder.run(['facts.csv']));
    expect(stdout).toContain('5 rows: 5 cards written to 5 files');
  });

  test('have what their cells give, and nothing to look at', () => {
    expect(written('alderhaven-grows')).toMatchObject([
      {
        id: 'no-pilot',
        status: 'claimed',
        nature: 'estimate',
        attribution: ['Jan Beispiel', { name: 'Nora Probe', as: 'told' }, 'Daily Example'],
        asOf: { date: '2023-06-01', basis: 'external' },
        place: 'Alderhaven',
        topics: ['Harbour', 'Pilots'],
        quote: { exact: CARD.quote, highlight: 'no pilot' },
        source: { publisher: 'Daily Example', url: CARD.address, note: 'The first edition' },
      },
    ]);
    expect(folder.read(fileOf('alderhaven-grows'))).not.toContain('CHECK');
  });

  test('with only the required columns are completed, and marked where the author should look', () => {
    const asOf = null;
    expect(written('dunholm-grows')).toMatchObject([{ kind: 'claim', topics: ['Harbour'], status: 'stated', asOf }]);
    expect(folder.read(fileOf('dunholm-grows')).match(/# CHECK: /g)).toHaveLength(4);
    expect(folder.read(fileOf('dunholm-grows'))).toContain('names a date, month or weekday; which day is meant?');
  });

  test('that name the occurrence of their quote have what identifies it', () => {
    const quote = { exact: 'The ferry sails twice', prefix: expect.stringContaining('night') };
    expect(written('birchport-grows')).toMatchObject([{ quote }]);
  });

  test('of a saved page are proven in its file', () => {
    expect(folder.requested()).not.toContain(saved.address);
    expect(written('cedarmouth-grows')).toMatchObject([{ source: { url: saved.address } }]);
  });

  test('of a page without https have no address, and the command says so and what it means', () => {
    const note = `A mirror. The page is at ${HTTP}, without https, so cards do not link to it.`;
    expect(written('alderhaven-grows-2')).toMatchObject([{ source: { url: null, note } }]);
    expect(stdout).toContain(
      `${fileOf('alderhaven-grows-2')}: ${HTTP} is not https, so anyone on the network can change what it shows. The source gets no address`,
    );
    expect(stdout).toMatch(
      /daily-example-cedarmouth-grows\.yaml: The page was read from .*page\.html: npm run verify finds the quote in this/,
    );
  });

  test('are known again, do not change their cards, and are added to the text of a file', () => {
    const before = folder.cards();
    folder.write(
      fileOf('cedarmouth-grows'),
      folder.read(fileOf('cedarmouth-grows')).replace(/status: \w+/, 'status: sure'),
    );
    const added = { ...cardOf('Dunholm'), claim: 'There is no pilot in the harbour' };
    folder.writeTable([{ ...full, status: 'stated' }, added, twice, { ...saved, claim: 'Another' }, plain]);
    const { stdout, stderr } = folder.run(['facts.csv']);
    expect(stdout).toContain('5 rows: 1 card written to 1 file, 3 already in the catalogue, 1 rejected.');
    expect(stdout).toContain(
      'Row 2: the card "no-pilot" has a different value in status. An import does not change cards',
    );
    expect(stderr).toMatch(
      /row 5: The file of its source has a problem\. Correct it first: cards\/daily-example-cedarmouth-grows\.yaml:\d+: /,
    );
    folder.write(fileOf('cedarmouth-grows'), before['daily-example-cedarmouth-grows.yaml'] ?? '');
    const { 'evidence.lock.json': lock, 'daily-example-dunholm-grows.yaml': dunholm, ...others } = folder.cards();
    expect(before).toMatchObject(others);
    expect(dunholm?.startsWith(before['daily-example-dunholm-grows.yaml'] ?? 'nothing')).toBe(true);
    expect(folder.tool('check').stdout).toContain('6 cards from 5 sources: no problems.');
  });
});

describe('the command line', () => {
  const folder = openFolder({});
  test.each<[string[], Record<string, string>, RegExp]>([
    [[], {}, /The spreadsheet is missing\. Give its path: npm run import -- facts\.csv\..*Usage/s],
    [['a.csv', 'b.csv'], {}, /Give only one file\. “b\.csv” is a second one/],
    [['none.csv'], {}, /none\.csv cannot be read \(ENOENT\)\. Check the path/],
    [['a.csv', '--dry'], {}, /Unknown option '--dry'/],
    [
      ['a.csv'],
      { npm_config_dry_run: 'true' },
      /npm did not pass --dry-run to the command.*npm run import FILE -- --dry-run/s,
    ],
  ])('%j is refused', (args, env, says) => {
    const { status, stderr } = folder.run(args, env);
    expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});
