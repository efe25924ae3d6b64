/**
 * `npm run load -- [seconds]`: puts the built Worker under load (default: 60 seconds). Exit code 2 if a response is wrong. First
 * each kind of request by itself, then all of them mixed, then fifty clients at once for one card that was never drawn.
 * The memory is that of the local simulation with the Worker in it. The simulation keeps some memory for each request. An
 * empty Worker is therefore measured too.
 */
import { quantile } from '../bench/render/statistics.ts';
import { printTable } from '../bench/render/table.ts';
import { catalog } from '../cards/shipped.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { type Answer, askFor } from './client.ts';
import { bootEmptyWorker } from './empty-worker.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { workerdMegabytes } from './workerd.ts';

const CONNECTIONS = 8;
const SHARE_OF_THE_MIX = 1 / 3;
const EMPTY_SECONDS = 4;

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds >= 1)) {
  console.error('Give a number of seconds: npm run load -- 60');
  process.exit(1);
}

/** What a request adds to the memory of the simulation, in MB. */
const growth = (before: number, requests: number) => ((workerdMegabytes() ?? Number.NaN) - before) / requests;

const empty = await bootEmptyWorker();
const emptyBefore = workerdMegabytes() ?? Number.NaN;
const nothing = () => ({ path: '/', status: 200 });
const emptyAnswers = await askFor(EMPTY_SECONDS, { origin: empty.origin, connections: CONNECTIONS, next: nothing });
const emptyGrowth = growth(emptyBefore, emptyAnswers.length);
await empty.close();

const ids = catalog.cards.map(({ card }) => card.id);
// As in the preview, an answer says whether its picture was drawn for it.
const bundle = await bootBundle(catalog, { preview: true });
const { origin } = bundle;
const faults: string[] = [];

const crowd = await Promise.all(Array.from({ length: 50 }, () => fetch(`${origin}/cards/${ids[0]}/story-dark.svg`)));
const drawings = crowd.filter(({ headers }) => headers.get('Server-Timing')?.startsWith('draw')).length;
for (const answer of crowd)
  if ((await answer.arrayBuffer()).byteLength === 0 || !answer.ok) faults.push('an empty picture');

const before = workerdMegabytes() ?? Number.NaN;
let requests = 0;
const kinds = await kindsOf(origin, ids);
const rows = [['kind', 'requests', 'a second', 'p50 ms', 'p99 ms', 'memory MB']];
const run = async ({ name, next }: Kind, duration: number) => {
  const answers = await askFor(duration, { origin, connections: CONNECTIONS, next });
  faults.push(...answers.flatMap(({ fault }) => fault ?? []));
  requests += answers.length;
  rows.push(rowOf(name, answers, duration));
};
const alone = (seconds * (1 - SHARE_OF_THE_MIX)) / kinds.length;
for (const kind of kinds) await run(kind, alone);
let turn = 0;
const mix = () => (kinds[turn++ % kinds.length] as Kind).next();
await run({ name: 'all of them, mixed', next: mix }, seconds * SHARE_OF_THE_MIX);

function rowOf(name: string, answers: Answer[], duration: number): string[] {
  const times = answers.map(({ milliseconds }) => milliseconds);
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.99)];
  const rate = (answers.length / duration).toFixed(0);
  return [name, String(answers.length), rate, half.toFixed(1), most.toFixed(1), String(workerdMegabytes() ?? '?')];
}

printTable(rows);
const [ours, theirs] = [growth(before, requests), emptyGrowth].map((megabytes) => `${megabytes.toFixed(2)} MB`);
console.log(`Memory that a request adds: ${ours}; with an empty Worker: ${theirs}`);
console.log(`50 clients at once for one picture: ${drawings === 1 ? '1 drawing' : `${drawings} drawings`}`);
console.log(faults.length === 0 ? 'No answer was wrong.' : `${faults.length} wrong answers, the first: ${faults[0]}`);
await bundle.close();
process.exit(faults.length === 0 && drawings === 1 ? 0 : 2);
