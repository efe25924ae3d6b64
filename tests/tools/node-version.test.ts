import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { helpOf } from '../../src/tools/help.js';

const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
for (const file of ['node-version.js', 'help.js']) copyFileSync(`src/tools/${file}`, join(root, file));
const NAMES = ['node-of-another-platform', 'node-of-this-platform'];
const optionalDependencies = Object.fromEntries(NAMES.map((name) => [name, '26.0.0']));
writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', optionalDependencies }));
writeFileSync(
  join(root, 'tool.ts'),
  `const path: string = process.env.PATH ?? '';
console.log(process.argv.slice(2).join(' '), path.split(/[:;]/)[0]);
process.exit(2);`,
);

/** Runs the tool as the scripts of package.json do, in a Node that reads TypeScript or, like an old one, does not. */
const run = (...options: string[]) =>
  spawnSync(process.execPath, [...options, '--import', './node-version.js', 'tool.ts', '--limit', '3'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: '/somewhere' },
  });
const OLD = '--no-experimental-strip-types';

test('a new Node runs the tool itself', () => {
  expect(run()).toMatchObject({ status: 2, stdout: '--limit 3 /somewhere\n', stderr: '' });
});

test('where an old Node finds no other, one line says what to install', () => {
  const { status, stdout, stderr } = run(OLD);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^Node v\S+ is too old, .* Install Node 24 or newer from https:\/\/nodejs\.org, .*\n$/);
  expect(stderr.split('\n')).toHaveLength(2);
});

test('an old Node has the tool run by the Node among the packages, which other programs then find, too', () => {
  const folder = join(root, 'node_modules/node-of-this-platform/bin');
  mkdirSync(folder, { recursive: true });
  symlinkSync(process.execPath, join(folder, process.platform === 'win32' ? 'node.exe' : 'node'));
  expect(run(OLD)).toMatchObject({ status: 2, stdout: `--limit 3 ${folder}\n`, stderr: '' });
});

const { scripts, optionalDependencies: installed } = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version: string; integrity?: string }>;
};

test.each(Object.entries<string>(scripts))('npm run %s works where npm found an old Node', (_, script) => {
  for (const command of script.split(' && '))
    expect(command).toMatch(/^(node --import \.\/src\/tools\/node-version\.js \S|npm run |biome |tsc )/);
});

test('--help explains a tool and does not run it', () => {
  writeFileSync(join(root, 'writes.ts'), '/**\n * `npm run writes`: writes\n * a file.\n */\nprocess.exit(3);\n');
  const options = ['--import', './node-version.js', 'writes.ts', '--help'];
  const { status, stdout } = spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '`npm run writes`: writes\na file.\n' });
});

const tools = Object.entries<string>(scripts).flatMap(([name, script]) =>
  [...script.matchAll(/(?:src|tests)\/\S+\.ts/g)].map(([file]) => [name, file] as const),
);
test.each(tools)('npm run %s -- --help has words that name the command', (name, file) => {
  const words = helpOf(file) ?? /const USAGE = `[\s\S]*?`;/.exec(readFileSync(file, 'utf8'))?.[0] ?? 'elsewhere';
  if (words !== 'elsewhere') expect(words).toMatch(new RegExp(`npm run ${name}(?![\\w:])`));
  else expect(readFileSync(file, 'utf8')).toMatch(/import \{[^}]*USAGE[^}]*\}/);
});

test('every Node that may be installed has one version, and its hash in the lock file', () => {
  const nodes = Object.keys(installed).map((name) => packages[`node_modules/${name}`]);
  expect(new Set(nodes.map((node) => node?.version)).size).toBe(1);
  for (const node of nodes) expect(node?.integrity).toMatch(/^sha512-/);
});

test('no package runs a script when it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});
