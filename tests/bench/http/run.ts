/**
 * `npm run bench:http`: requests per second of our answers, beside a Hono Worker that says hello, in one workerd. In
 * turn, several rounds; what counts is the ratio to hello, for the asker and the other programs share the machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Served, startWorkerd, type Workerd } from '../../../src/tools/workerd.ts';
import { bundle } from '../render/bundle.ts';
import { median } from '../render/statistics.ts';
import { printTable } from '../render/table.ts';
import { bundleProject, layOutProject, runTool } from '../worker/build.ts';
import { ownCatalog } from '../worker/own-catalog.ts';
import { type Asked, requestsPerSecond } from './rate.ts';

const ROUNDS = 5;
const CARD = 'wagner-fighters-belarus';

/** What the ratio to hello should be at least. */
const TARGETS: Record<string, number> = { 'card JSON': 0.5, 'list, 20 cards': 0.5, 'picture, 304': 0.7 };

async function askedOf(workerd: Workerd): Promise<Asked[]> {
  const origin = workerd.originOf('ours');
  const ok = (name: string, path: string): Asked => ({ name, url: `${origin}${path}`, status: 200 });
  const unchanged = async (name: string, path: string): Promise<Asked> => {
    const response = await fetch(`${origin}${path}`);
    await response.bytes();
    const headers = { 'If-None-Match': response.headers.get('ETag') ?? '' };
    return { name, url: `${origin}${path}`, headers, status: 304 };
  };
  const [picture, card] = [`/cards/${CARD}.png`, `/api/cards/${CARD}`];
  return [
    { name: 'hello', url: `${workerd.originOf('hello')}/`, status: 200 },
    { name: 'hello, as long as the list', url: `${workerd.originOf('hello')}/long`, status: 200 },
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

/** The text of the list, which hello answers, too: no answer of its length can be faster. */
async function listOf(ours: Served): Promise<string> {
  const workerd = await startWorkerd([ours], join(folder, 'list'));
  try {
    return await (await workerd.get(ours.name, '/api/cards')).text();
  } finally {
    await workerd.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'http-bench-'));
try {
  layOutProject(folder, ownCatalog());
  runTool(folder, 'src/tools/compile.ts');
  const ours = bundleProject(folder, 'ours', 'https://cards.example.org');
  const hello = bundle({ entry: '../http/hello.ts', name: 'hello' }, join(folder, 'hello'));
  const LONG = await listOf(ours);
  const workerd = await startWorkerd([ours, { ...hello, bindings: { LONG } }], join(folder, 'workerd'));
  try {
    const asked = await askedOf(workerd);
    const rates = new Map(asked.map(({ name }) => [name, [] as number[]]));
    for (const one of asked) await requestsPerSecond(one, 1);
    for (let round = 0; round < ROUNDS; round++)
      for (const one of asked) rates.get(one.name)?.push(await requestsPerSecond(one));

    const helloRates = rates.get('hello') ?? [];
    console.log(`Requests per second in one workerd, medians of ${ROUNDS} rounds; ratios within each round.\n`);
    printTable([
      ['answer', 'per second', 'to hello', 'at least'],
      ...[...rates].map(([name, values]) => {
        const ratio = median(values.map((value, round) => value / (helloRates[round] ?? Number.NaN)));
        return [name, median(values).toFixed(0), ratio.toFixed(2), TARGETS[name]?.toFixed(1) ?? ''];
      }),
    ]);
  } finally {
    await workerd.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
