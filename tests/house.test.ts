import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each part of src/ may import. Everything may import its own part. */
const MAY_IMPORT: Record<string, string[]> = {
  'once.ts': [],
  'last-known.ts': [],
  card: [],
  page: ['card'],
  catalog: ['card', 'once.ts'],
  watch: ['card', 'page', 'catalog', 'last-known.ts'],
  render: ['card', 'once.ts'],
  web: ['card', 'catalog', 'watch', 'render', 'last-known.ts'],
  client: [],
  'app.ts': ['card', 'catalog', 'watch', 'web'],
  'index.ts': ['app.ts', 'catalog', 'watch'],
  tools: ['card', 'page', 'catalog', 'watch', 'render', 'web'],
  'modules.d.ts': [],
  'workerd.d.ts': [],
};

/** The part of src/ that a file belongs to, or undefined outside src/. */
function partOf(path: string): string | undefined {
  const [root, part] = normalize(path).split('/');
  return root === 'src' ? part : undefined;
}

/** The relative paths that a file imports, types included. */
function specifiersOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
}

function backwardImports(path: string, text: string): string[] {
  const from = partOf(path) ?? '';
  return specifiersOf(text).filter((specifier) => {
    const to = partOf(join(dirname(path), specifier));
    return to !== undefined && to !== from && !MAY_IMPORT[from]?.includes(to);
  });
}

const files = globSync('src/**/*.{ts,tsx}');

test.each(files)('%s imports one way', (path) => {
  expect(backwardImports(path, readFileSync(path, 'utf8'))).toEqual([]);
});

test('an arrow backwards is found', () => {
  expect(backwardImports('src/card/card.ts', "import { x } from '../web/links.ts';")).toEqual(['../web/links.ts']);
  expect(backwardImports('src/render/svg.ts', "const x = await import('../catalog/store.ts');")).toHaveLength(1);
  expect(backwardImports('src/web/api/api.ts', "import { x } from '../../card/card.ts';")).toEqual([]);
});

/** All files that a file imports, with what they import. */
function reachedFrom(path: string, reached = new Set<string>()): Set<string> {
  if (reached.has(path) || !files.includes(path)) return reached;
  reached.add(path);
  for (const specifier of specifiersOf(readFileSync(path, 'utf8')))
    reachedFrom(join(dirname(path), specifier), reached);
  return reached;
}

test('the Worker does not carry what only commands need', () => {
  const carried = [...reachedFrom('src/index.ts')];
  expect(carried).toContain('src/page/live-page.ts');
  const ofCommands = ['src/page/metadata/', 'src/page/pdf/', 'src/tools/'];
  expect(carried.filter((path) => ofCommands.some((folder) => path.startsWith(folder)))).toEqual([]);
});

test('every part of src/ has its place in the order', () => {
  expect([...new Set(files.map((path) => partOf(path)))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test('the composer and the import use what npm run new proposes, and not the other way round', () => {
  const from = (folder: string) => files.filter((path) => path.startsWith(`src/tools/${folder}/`));
  const importsOf = (path: string) =>
    specifiersOf(readFileSync(path, 'utf8')).map((specifier) => join(dirname(path), specifier));
  const others = /^src\/tools\/(?:compose|import)\//;
  expect(from('new').length).toBeGreaterThan(10);
  expect(from('new').filter((path) => importsOf(path).some((target) => others.test(target)))).toEqual([]);
});

test('only stores/assets knows where the Worker’s cards come from, and only two files where fonts do', () => {
  const readers = files.filter((path) => /import .*build\//.test(readFileSync(path, 'utf8')));
  expect(readers.sort()).toEqual([
    'src/catalog/stores/assets.ts',
    'src/render/fonts.ts',
    'src/web/pages/site-style.ts',
  ]);
});

/** The files that import each other in a circle, each with the files of the circle that it imports; none where there is none. */
function findCycles(imports: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  // What imports nothing that is left is in no circle, and neither is what nothing left imports.
  const left = new Map([...imports].map(([path, others]) => [path, others.filter((other) => imports.has(other))]));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [path, others] of left) {
      const remaining = others.filter((other) => left.has(other));
      const isImported = [...left.values()].some((paths) => paths.includes(path));
      if (remaining.length === 0 || !isImported) left.delete(path);
      else left.set(path, remaining);
    }
  }
  return left;
}

test('no files import each other in a circle, types included', () => {
  const imports = new Map(
    files.map((path) => [
      path,
      specifiersOf(readFileSync(path, 'utf8')).map((specifier) => join(dirname(path), specifier)),
    ]),
  );
  expect([...findCycles(imports)]).toEqual([]);
});

test('a circle is found', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
    ['e', ['a']],
  ]);
  expect([...findCycles(imports).keys()].sort()).toEqual(['a', 'b', 'c']);
});

test('scripts run on Windows, too: none sets a variable or quotes as a Unix shell does', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const unixOnly = Object.entries(scripts).filter(([, command]) => /(?:^|&& )\w+=|'|\brm |\bcp /.test(command));
  expect(unixOnly).toEqual([]);
});
