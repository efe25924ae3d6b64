import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each part of src/ may import. Everything may import its own part. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  catalog: ['domain'],
  watch: ['domain', 'catalog'],
  render: ['domain'],
  http: ['domain', 'catalog', 'watch', 'render'],
  'client.ts': ['http'],
  'app.ts': ['domain', 'catalog', 'watch', 'http'],
  'index.ts': ['app.ts', 'catalog', 'watch'],
  tools: ['domain', 'catalog', 'watch', 'render', 'http'],
};

/** The part of src/ that a file belongs to, or undefined outside src/. */
function partOf(path: string): string | undefined {
  const [root, part] = normalize(path).split('/');
  return root === 'src' ? part : undefined;
}

function backwardImports(path: string, text: string): string[] {
  const from = partOf(path) ?? '';
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.filter((specifier) => {
    const to = partOf(join(dirname(path), specifier));
    return to !== undefined && to !== from && !MAY_IMPORT[from]?.includes(to);
  });
}

const files = globSync('src/**/*.{ts,tsx}');

test.each(files)('%s imports one way', (path) => {
  expect(backwardImports(path, readFileSync(path, 'utf8'))).toEqual([]);
});

test('an arrow backwards is found', () => {
  expect(backwardImports('src/domain/card.ts', "import { x } from '../http/links.ts';")).toEqual(['../http/links.ts']);
  expect(backwardImports('src/render/svg.ts', "const x = await import('../catalog/catalog.ts');")).toHaveLength(1);
  expect(backwardImports('src/http/api.ts', "import { x } from '../domain/card.ts';")).toEqual([]);
});

test('every part of src/ has its place in the order', () => {
  expect([...new Set(files.map((path) => partOf(path)))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test('only catalog/bundled knows where cards come from', () => {
  const readers = files.filter((path) => /import .*build\//.test(readFileSync(path, 'utf8')));
  expect(readers).toEqual(['src/catalog/bundled.ts']);
});
