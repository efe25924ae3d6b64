/** `npm run init`: starts a catalogue of one's own, and leaves everything as it was where it cannot. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { lockText } from '../../src/card/evidence/lock.ts';
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { createReleases, newLines } from '../../src/catalog/releases.ts';
import { EXAMPLES, SHIPPED_CARD } from '../../src/tools/init/move.ts';
import { type Ask, initCatalog } from '../../src/tools/init.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lockOf } from '../helpers/lock.ts';

const here = process.cwd();
const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.warn('git is not there: what npm run init says of changes that are not committed is not tested.');

let root: string;
let printed: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  process.chdir(root);
  printed = [];
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((text) => void printed.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.chdir(here);
  rmSync(root, { recursive: true, force: true });
});

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
/** A catalogue as it comes with the project: its releases have the card that identifies it. */
function shipCards() {
  mkdirSync('cards');
  writeFileSync('cards/daily-example.yaml', SHIPPED_FILE);
  writeFileSync('cards/speakers.yaml', '- { id: somebody, name: Somebody, type: person }\n');
  writeFileSync('cards/releases.ndjson', RELEASED);
}
const SHIPPED_FILE = GOOD_FILE.replace('some-fighters', SHIPPED_CARD);
const RELEASED = newLines(
  createReleases([]),
  linkRecords(compileCatalog([{ name: 'daily-example.yaml', text: SHIPPED_FILE }]).catalog),
  '2026-11-22',
)
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');
const settings = () => parse(readFileSync('cards/site.yaml', 'utf8'));

/** Runs it, and gives the exit code. */
const init = (values: Parameters<typeof initCatalog>[0], ask?: Ask) => initCatalog(values, ask);

/** A person at a terminal who gives these answers and then leaves. */
function person(...answers: string[]) {
  const asked: string[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return answers.shift() ?? null;
  };
  return { asked, ask };
}

/** Runs it where it is refused: it changes nothing. Gives what it says. */
async function refusalOf(values: Parameters<typeof initCatalog>[0], ask?: Ask): Promise<string> {
  const before = filesIn('.');
  expect(await init(values, ask)).toBe(2);
  expect(filesIn('.')).toEqual(before);
  return printed.join('\n');
}

describe('with the shipped catalogue', () => {
  test('moves it to examples/wagner, and writes the settings', async () => {
    shipCards();
    mkdirSync('watch/source', { recursive: true });
    writeFileSync('watch/source/a.json', '{}');
    const before = filesIn('cards');
    const color = ['light.accent=#7A1F00', 'dark.accent=#ffb070'];
    expect(
      await init({
        name: 'Hafenfakten',
        language: 'de',
        about: 'Der Hafenverein.',
        report: 'fehler@example.org',
        color,
      }),
    ).toBe(0);
    expect(filesIn('cards')).toEqual(['site.yaml']);
    expect(filesIn(EXAMPLES).filter((path) => !path.startsWith('watch'))).toEqual(before);
    expect(existsSync(`${EXAMPLES}/watch/source/a.json`)).toBe(true);
    expect(existsSync('watch')).toBe(false);
    expect(settings()).toEqual({
      name: 'Hafenfakten',
      language: 'de',
      about: 'Der Hafenverein.',
      report: 'mailto:fehler@example.org',
      brand: { colors: { light: { accent: '#7a1f00' }, dark: { accent: '#ffb070' } } },
    });
    expect(printed.join('\n')).toContain('Next:\n  1. git');
    expect(printed.join('\n')).toContain('npm run new -- --url');
  });

  test('asks in a terminal, and asks again after an answer that is wrong', async () => {
    shipCards();
    const { ask, asked } = person('Hafenfakten', 'german', 'de', '', 'nobody', '', '#fbf8f1', '#7a1f00', '');
    expect(await init({}, ask)).toBe(0);
    expect(asked.map((question) => question.replace(/[:[].*/s, '').trim())).toEqual([
      'Name of your site, as pages, feeds and link previews show it',
      'Language in which you write the cards, as a tag (en, de, uk). Fixed words on pages and pictures stay English',
      'Language in which you write the cards, as a tag (en, de, uk). Fixed words on pages and pictures stay English',
      'Who is behind the site, in one or two sentences that every page shows (Enter',
      'Where readers report errors, linked on every page',
      'Where readers report errors, linked on every page',
      'Accent colour of topics, dates and drawings on light cards',
      'Accent colour of topics, dates and drawings on light cards',
      'Accent colour of topics, dates and drawings on dark cards',
    ]);
    expect(settings()).toEqual({
      name: 'Hafenfakten',
      language: 'de',
      brand: { colors: { light: { accent: '#7a1f00' } } },
    });
    expect(printed[0]).toMatch(
      /^Press Enter to accept the value in brackets\. .* cards\/site\.yaml, where you can change them/,
    );
    expect(printed.join('\n')).toMatch(
      /which has a contrast of 1\.0 with paper .* The nearest colour that passes: accent #/,
    );
  });

  test('does not ask for what is given', async () => {
    shipCards();
    const { ask, asked } = person('uk', '', '', '');
    expect(await init({ name: 'Факти', report: '' }, ask)).toBe(0);
    expect(asked).toHaveLength(4);
  });

  test('changes nothing where the person leaves', async () => {
    shipCards();
    expect(await refusalOf({}, person('Hafenfakten').ask)).toMatch(/\nNothing was changed\.$/);
  });

  test('prints what it would do with --dry-run', async () => {
    shipCards();
    const before = filesIn('.');
    expect(await init({ name: 'Harbour', 'dry-run': true })).toBe(0);
    expect(filesIn('.')).toEqual(before);
    expect(printed.join('\n')).toContain('Would move cards/ to examples/wagner/.');
    expect(printed.join('\n')).toContain('name: Harbour\nlanguage: en\n');
  });

  test('refuses to run a second time', async () => {
    shipCards();
    await init({ name: 'Harbour' });
    expect(await refusalOf({ name: 'Other' })).toContain('The catalogue is already your own');
    expect(settings().name).toBe('Harbour');
  });

  test('leaves own sources in cards/, with their evidence', async () => {
    shipCards();
    writeFileSync('cards/own-source.yaml', 'source: { id: own-source }\ncards:\n  - id: own-card\n');
    const entry = lockOf([{ name: 'daily-example.yaml', text: SHIPPED_FILE }]);
    const [shipped] = Object.values(entry.cards);
    const lock = lockText({
      version: 1,
      cards: { ...entry.cards, 'own-card': shipped, 'own-card#1': shipped } as never,
    });
    writeFileSync('cards/evidence.lock.json', lock);
    expect(await init({ name: 'Harbour' })).toBe(0);
    expect(filesIn('cards')).toEqual(['evidence.lock.json', 'own-source.yaml', 'site.yaml']);
    const ids = (folder: string) => Object.keys(JSON.parse(readFileSync(`${folder}/evidence.lock.json`, 'utf8')).cards);
    expect(ids('cards')).toEqual(['own-card', 'own-card#1']);
    expect(ids(EXAMPLES)).toEqual(Object.keys(entry.cards).sort());
    expect(printed.join('\n')).toContain('Your own sources stay: cards/own-source.yaml.');
  });

  test('says at once everything that prevents the move', async () => {
    shipCards();
    writeFileSync('cards/site.yaml', 'name: Mine\n');
    mkdirSync(EXAMPLES, { recursive: true });
    expect(await refusalOf({ name: 'Harbour' })).toMatch(
      /^cards\/site\.yaml exists\. .*\nexamples\/wagner exists, .*\nNothing was changed\. Fix this, then run the command again\.$/,
    );
  });

  test('undoes a move that fails half-way', async () => {
    shipCards();
    mkdirSync('watch');
    mkdirSync('cards/watch/taken', { recursive: true });
    const before = filesIn('.');
    await expect(init({ name: 'Harbour' })).rejects.toThrow('Nothing was changed');
    expect(filesIn('.')).toEqual(before);
  });

  test.skipIf(!hasGit)('refuses where files in cards/ have changes that are not committed', async () => {
    shipCards();
    writeFileSync('other.txt', '');
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
    git('init');
    git('add', 'cards');
    git('commit', '-m', 'Start');
    writeFileSync('cards/speakers.yaml', '[]\n');
    expect(await refusalOf({ name: 'Harbour' })).toContain('with git restore:\n  cards/speakers.yaml\n');
    git('checkout', 'cards');
    expect(await init({ name: 'Harbour' })).toBe(0);
  });

  test('says that changes were not checked outside a git repository', async () => {
    shipCards();
    await init({ name: 'Harbour' });
    expect(printed.join('\n')).toContain('not a git repository');
  });
});

test.each(['without a folder cards/', 'with an empty one'])('starts a catalogue %s', async (state) => {
  if (state.startsWith('with an')) mkdirSync('cards');
  expect(await init({ name: 'Harbour' })).toBe(0);
  expect(filesIn('.')).toEqual(['cards', 'cards/site.yaml']);
});

test('refuses where cards/ has cards of one’s own', async () => {
  mkdirSync('cards');
  writeFileSync('cards/own-source.yaml', 'source:\n');
  expect(await refusalOf({ name: 'Harbour' })).toContain('The catalogue is already your own');
});

test.each([
  [{}, '--name is missing'],
  [{ name: ' ' }, 'The name is empty'],
  [{ name: 'x'.repeat(61) }, 'The name “xxx'],
  [{ name: 'Harbour', language: 'german' }, 'The language “german” must be a language tag'],
  [{ name: 'Harbour', language: 'xx' }, 'No language has the tag “xx”'],
  [{ name: 'Harbour', report: 'http://example.org' }, 'The report address “http://example.org” must be'],
  [{ name: 'Harbour', report: 'https://localhost/errors' }, 'address of a public site'],
  [{ name: 'Harbour', color: ['red'] }, 'The colour “red” must have the form light.accent=#7a1f00'],
  [{ name: 'Harbour', color: ['light.accnt=#7a1f00'] }, 'Roles: paper, ink'],
  [{ name: 'Harbour', color: ['light.accent=#ffeeee'] }, 'The colour light.accent is #ffeeee, which has a contrast of'],
])('refuses %j', async (values, message) => {
  expect(await refusalOf(values)).toContain(message);
});

test('is a command that explains a forgotten "--", and itself', () => {
  const run = (args: string[], env = {}) =>
    spawnSync(process.execPath, [join(here, 'src/tools/init.ts'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  expect(run(['--help']).stdout).toContain('Usage: npm run init');
  const swallowed = run(['Harbour'], { npm_config_name: 'true' });
  expect(swallowed.status).toBe(2);
  expect(swallowed.stderr).toContain('npm run init -- --name …');
  expect(run(['--name', 'Harbour']).status).toBe(0);
  expect(settings()).toEqual({ name: 'Harbour', language: 'en' });
});
