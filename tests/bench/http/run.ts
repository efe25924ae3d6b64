/**
 * `npm run bench:http`: requests per second of our answers, beside a Hono Worker that says hello, in a workerd each. In
 * turn, several rounds; what counts is the ratio to hello, for the asker and the other programs share the machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../render/statistics.ts';
import { printTable } from '../render/table.ts';
import { buildProject, layOutProject, runTool } from '../worker/build.ts';
import { bundle } from '../worker/bundle.ts';
import { ownCatalog } from '../worker/own-catalog.ts';
import { serve } from '../worker/serve.ts';
import { type Asked, requestsPerSecond } from './rate.ts';

const ROUNDS = 5;
const CARD = 'wagner-fighters-belarus';

/** Answers of our Worker. */
async function answersOf(origin: string): Promise<Asked[]> {
  const ok = (name: string, path: string): Asked => ({ name, url: `${origin}${path}`, status: 200 });
  const unchanged = async (name: string, path: string): Promise<Asked> => {
    const response = await fetch(`${origin}${path}`);
    await response.bytes();
    const headers = { 'If-None-Match': response.headers.get('ETag') ?? '' };
    return { name, url: `${origin}${path}`, headers, status: 304 };
  };
  const [picture, card] = [`/cards/${CARD}.png`, `/api/cards/${CARD}`];
  return [
    ok('card JSON', card),
    ok('list, 20 cards', '/api/cards'),
    ok('list, 1 card', '/api/cards?limit=1'),
    ok('search', '/api/cards?q=wagner'),
    ok('card page', `/cards/${CARD}`),
    ok('gallery', '/'),
    await unchanged('card JSON, 304', card),
    await unchanged('picture, 304', picture),
    ok('health', '/health'),
  ];
}

/** Rates by round, in the order of what is asked. */
async function measure(all: readonly Asked[]): Promise<number[][]> {
  const rates: number[][] = all.map(() => []);
  for (const asked of all) await requestsPerSecond(asked, 1);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, asked] of all.entries()) rates[index]?.push(await requestsPerSecond(asked));
  return rates;
}

function report(all: readonly Asked[], rates: readonly number[][]): void {
  const [hello = []] = rates;
  printTable([
    ['answer', 'per second', 'to hello'],
    ...all.map(({ name }, index) => {
      const values = rates[index] ?? [];
      const ratio = median(values.map((value, round) => value / (hello[round] ?? Number.NaN)));
      return [name, median(values).toFixed(0), ratio.toFixed(2)];
    }),
  ]);
}

const folder = mkdtempSync(join(tmpdir(), 'http-bench-'));
try {
  layOutProject(folder, ownCatalog());
  runTool(folder, 'src/tools/compile.ts');
  const ours = await serve(buildProject(folder, 'ours', 'https://cards.example.org'));
  // The text of the list, which hello answers, too: no answer of its length can be faster.
  const LONG = await (await ours.get('/api/cards')).text();
  const config = ['--config', 'tests/bench/render/wrangler.toml'];
  const helloBundle = bundle('hello', join(folder, 'hello'), {
    args: ['tests/bench/http/hello.ts', ...config],
    mainModule: 'hello.js',
  });
  const hello = await serve({ ...helloBundle, bindings: { LONG } });
  try {
    const hellos: Asked[] = [
      { name: 'hello', url: `${hello.origin}/`, status: 200 },
      { name: 'hello, as long as the list', url: `${hello.origin}/long`, status: 200 },
    ];
    const all = [...hellos, ...(await answersOf(ours.origin))];
    console.log(`Requests per second, medians of ${ROUNDS} rounds; ratios within each round.\n`);
    report(all, await measure(all));
  } finally {
    await hello.stop();
    await ours.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
