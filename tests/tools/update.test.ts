/** `npm run update`: merges the next version of the project into a German catalogue of three cards, as docs/updating.md says. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isShipped, shippedFolder } from '../cards/shipped.ts';

const FIXTURE = resolve('tests/fixtures/german');
const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
const isPossible = listed.status === 0 && isShipped;
if (!isPossible)
  console.warn('npm run update is not tested: git, its repository or the shipped catalogue is not there.');

let root: string;
const at = (...path: string[]) => join(root, ...path);
const textOf = (...path: string[]) => readFileSync(at(...path), 'utf8');
const cardFiles = (folder: string) => readdirSync(at(folder)).sort();

function execute(command: string, args: string[], folder: string) {
  const author = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const env = { ...process.env, ...author, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: at(folder), encoding: 'utf8', env });
  return { status, stdout, stderr };
}
const node = (folder: string, tool: string, ...args: string[]) =>
  execute(process.execPath, [`src/tools/${tool}.ts`, ...args], folder);

/** Runs git. Gives what it prints. @throws Error where it fails */
function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = execute('git', args, folder);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', message);
}

const edit = (path: string[], from: string | RegExp, to: string) => {
  const text = textOf(...path);
  expect(text).toMatch(from);
  writeFileSync(at(...path), text.replace(from, to));
};

/** The files of this project as they are, without its tests, and with the shipped catalogue in cards/. */
function copyProject(folder: string): void {
  const isTaken = (path: string) => existsSync(path) && !/^(?:cards|examples|watch|tests)\//.test(path);
  for (const path of listed.stdout.split('\n').filter(isTaken)) {
    mkdirSync(dirname(at(folder, path)), { recursive: true });
    cpSync(path, at(folder, path));
  }
  cpSync(shippedFolder, at(folder, 'cards'), { recursive: true });
}

/** A catalogue of one's own: the settings, three German cards, and the name of the Worker. `proven`: where they were verified already. */
function startGerman(folder: string, proven?: string): void {
  symlinkSync(resolve('node_modules'), at(folder, 'node_modules'));
  expect(node(folder, 'init', '--name', 'Hafenfakten', '--language', 'de')).toMatchObject({ status: 0, stderr: '' });
  cpSync(join(FIXTURE, 'cards'), at(folder, 'cards'), { recursive: true });
  if (proven) cpSync(at(proven, 'cards'), at(folder, 'cards'), { recursive: true });
  else expect(node(folder, 'verify', '--texts', join(FIXTURE, 'pages'))).toMatchObject({ status: 0 });
  edit([folder, 'wrangler.toml'], /name = ".*"/, 'name = "hafenfakten"');
  commit(folder, 'Start our catalogue');
}

/** Changes the code, the documentation and the shipped cards. */
function makeNextVersion(): void {
  appendFileSync(at('upstream/src/app.ts'), '\n// The next version.\n');
  writeFileSync(at('upstream/src/next.ts'), '/** New. */\nexport const next = true;\n');
  edit(['upstream', 'README.md'], /^/, 'Next version.\n');
  edit(['upstream', 'CHANGELOG.md'], /^## /m, '- Something new.\n\n## ');
  edit(['upstream', 'wrangler.toml'], /compatibility_date = ".*"/, 'compatibility_date = "2026-11-01"');
  for (const file of ['speakers.yaml', 'releases.ndjson', 'kyiv-independent-belarus-army.yaml'])
    appendFileSync(at('upstream/cards', file), file.endsWith('.yaml') ? '# Changed.\n' : '{"type":"next"}\n');
  edit(['upstream', 'cards/evidence.lock.json'], '"cards": {\n', '"cards": {\n    "next-card": {"quote":"x"},\n');
  writeFileSync(at('upstream/cards/next-source.yaml'), 'source: {}\n');
  rmSync(at('upstream/cards/comparisons.yaml'));
  commit('upstream', 'Next version');
}

const OWN = ['evidence.lock.json', 'hafenblatt-fischmarkt.yaml', 'kuestenbote-faehre.yaml', 'site.yaml'];

describe.skipIf(!isPossible)('the next version', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
    mkdirSync(at('upstream'));
    copyProject('upstream');
    git('upstream', 'init', '--quiet', '--initial-branch', 'main');
    commit('upstream', 'This version');
    git('.', 'clone', '--quiet', 'upstream', 'fork');
    git('fork', 'remote', 'rename', 'origin', 'upstream');
    // “Use this template” copies the files of one version into a new history.
    cpSync(at('upstream'), at('template'), { recursive: true, filter: (path) => !path.endsWith('/.git') });
    git('template', 'init', '--quiet', '--initial-branch', 'main');
    commit('template', 'Initial commit');
    git('template', 'remote', 'add', 'upstream', at('upstream'));
    startGerman('fork');
    startGerman('template', 'fork');
    // It has the same code, and is not the one that was copied.
    appendFileSync(at('upstream/LICENSE'), 'Changed.\n');
    commit('upstream', 'Correct the licence');
    makeNextVersion();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(['fork', 'template'])('is merged into a %s without a conflict', (folder) => {
    const own = OWN.map((name) => textOf(folder, 'cards', name));
    const { status, stdout, stderr } = node(folder, 'update');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Merged upstream/main. cards/ is unchanged.');
    expect(git(folder, 'status', '--porcelain')).toBe('');

    expect(textOf(folder, 'src/app.ts')).toBe(textOf('upstream', 'src/app.ts'));
    expect(existsSync(at(folder, 'src/next.ts'))).toBe(true);
    expect(textOf(folder, 'LICENSE')).toContain('Changed.');
    expect(textOf(folder, 'README.md')).toContain('Next version.');
    expect(textOf(folder, 'wrangler.toml')).toMatch(/name = "hafenfakten"[\s\S]+2026-11-01/);

    expect(cardFiles(`${folder}/cards`)).toEqual(OWN);
    expect(OWN.map((name) => textOf(folder, 'cards', name))).toEqual(own);
    expect(cardFiles(`${folder}/examples/wagner`)).toEqual(cardFiles('upstream/cards'));
    expect(textOf(folder, 'examples/wagner/releases.ndjson')).toBe(textOf('upstream/cards/releases.ndjson'));
    expect(node(folder, 'update').stdout).toContain('upstream/main is already merged');
  });

  test('leaves a catalogue that passes npm run check', () => {
    expect(node('fork', 'check')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('3 cards from 2 sources: no problems.'),
    });
  });

  test('keeps a README of one’s own, and names the files that both changed', () => {
    writeFileSync(at('fork/README.md'), '# Hafenfakten\n');
    edit(['fork', 'src/next.ts'], 'true', '1');
    commit('fork', 'Change the code');
    edit(['upstream', 'README.md'], 'Next', 'Second next');
    edit(['upstream', 'src/next.ts'], 'true', '2');
    commit('upstream', 'Second next version');
    const { status, stderr } = node('fork', 'update');
    expect(status).toBe(2);
    expect(stderr).toContain('changed the same lines of these files:\n  src/next.ts\n');
    expect(textOf('fork/README.md')).toBe('# Hafenfakten\n');
    git('fork', 'merge', '--abort');
  });

  test.each<[string, () => void, string]>([
    ['with changes that are not committed', () => appendFileSync(at('template/LICENSE'), 'x'), '\n  LICENSE\n'],
    ['without an upstream', () => git('template', 'remote', 'remove', 'upstream'), 'git remote add upstream ADDRESS'],
    ['before npm run init', () => rmSync(at('template/cards/site.yaml')), 'Run npm run init first'],
    ['outside a git repository', () => rmSync(at('template/.git'), { recursive: true }), 'not a git repository'],
  ])('is refused %s', (_, prepare, message) => {
    prepare();
    const { status, stderr } = node('template', 'update');
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    if (existsSync(at('template/.git'))) git('template', 'checkout', '--quiet', '.');
  });
});
