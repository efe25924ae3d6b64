/** The packed client, in a project outside of this one: with a compiler, a bundler, each Node that is there, and in a Worker. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkRecords } from '../../src/catalog/compile.ts';
import { buildClient } from '../../src/tools/build-client.ts';
import { cardDocument } from '../../src/web/api/documents.ts';
import { createLinks } from '../../src/web/links.ts';
import { serve } from '../bench/worker/serve.ts';
import { catalog } from '../helpers/fixture-catalog.ts';

/** Programs to try besides this Node: CLIENT_NODES has their paths, with commas. */
const NODES = [process.execPath, ...(process.env.CLIENT_NODES ?? '/usr/bin/node').split(',')].filter(existsSync);

const [example = ''] = [...readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]+?)```/g)].flatMap(
  ([, code = '']) => (code.includes('sourced-fact-cards-client') ? [code] : []),
);

/** Lines below a `@ts-expect-error` must not compile. */
const READER = `import { ApiError, type Card, createClient } from 'sourced-fact-cards-client';
export async function read(card: Card): Promise<unknown> {
  // @ts-expect-error Before its kind is known, a card may be without a figure.
  card.figure.unit;
  if (card.kind === 'comparison') return card.rows.length;
  const { cards } = await createClient('').cards({ kind: 'event' });
  const error: ApiError['problem'] = null;
  return [card.quote.exact, cards.map((event) => event.asOf.date), error];
}
`;

const figures = linkRecords(catalog).filter(({ card }) => card.kind === 'figure');
const links = createLinks('https://cards.example.org');
const list = { cards: figures.map((record) => cardDocument(record, links)), total: figures.length, next: null };
const expected = list.cards.map(({ sentence, figure }) => `${sentence} ${figure?.max}`);

const folder = mkdtempSync(join(tmpdir(), 'client-'));
const server = createServer(({ url }, response) => {
  response.writeHead(url === '/api/cards?kind=figure' ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(list));
});
let script: string;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  script = example.replace('http://localhost:8787', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  buildClient(join(folder, 'package'));
  const packed = spawnSync('npm', ['pack', './package', '--silent', '--offline'], { cwd: folder, encoding: 'utf8' });
  const modules = join(folder, 'project/node_modules/sourced-fact-cards-client');
  mkdirSync(modules, { recursive: true });
  const untar = ['xzf', packed.stdout.trim(), '-C', modules, '--strip-components=1'];
  expect(spawnSync('tar', untar, { cwd: folder }).status).toBe(0);
  writeFileSync(join(folder, 'project/package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'project/example.ts'), script);
  writeFileSync(join(folder, 'project/reader.ts'), READER);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const project = (name: string) => join(folder, 'project', name);

/** What a program prints. */
async function outputOf(program: string, path: string): Promise<string[]> {
  const child = spawn(program, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const part of child.stdout) output += part;
  return output.trim().split('\n');
}

test('has no dependency, and no import of this project', () => {
  const modules = project('node_modules/sourced-fact-cards-client');
  expect(JSON.parse(readFileSync(join(modules, 'package.json'), 'utf8')).dependencies).toBeUndefined();
  const imported = ['client.js', 'client.d.ts', 'types.d.ts'].flatMap((name) =>
    [...readFileSync(join(modules, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, specifier]) => specifier),
  );
  expect([...new Set(imported)]).toEqual(['./types.js']);
});

test('its types check with nodenext, and the example of the README compiles', () => {
  const options = { module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [], strict: true };
  writeFileSync(project('tsconfig.json'), JSON.stringify({ compilerOptions: options }));
  const compiled = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', project('.')], {
    encoding: 'utf8',
  });
  expect(compiled.stdout).toBe('');
  expect(existsSync(project('example.js'))).toBe(true);
});

test.each(NODES)('the example of the README runs in %s', async (node) => {
  expect(await outputOf(node, project('example.js'))).toEqual(expected);
});

test('a bundler takes it', async () => {
  await build({ entryPoints: [project('example.ts')], bundle: true, format: 'esm', outfile: project('bundle.mjs') });
  expect(await outputOf(process.execPath, project('bundle.mjs'))).toEqual(expected);
});

test('it runs in a Worker', async () => {
  const worker = script
    .replace("import { createClient } from 'sourced-fact-cards-client';", '')
    .replace('console.log(', 'lines.push([')
    .replace('card.figure.max)', "card.figure.max].map(String).join(' '))");
  const entry = `import { createClient } from 'sourced-fact-cards-client';
export default { async fetch() { const lines = []; ${worker} return Response.json(lines); } };`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: project('.') },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const contents = Uint8Array.from(outputFiles[0]?.contents ?? []);
  const modules = { 'index.js': { type: 'esm' as const, contents } };
  const running = await serve({ name: 'client', mainModule: 'index.js', modules });
  try {
    expect(await (await running.get('/')).json()).toEqual(expected);
  } finally {
    await running.stop();
  }
});
