/** `npm run fuzz -- [requests] [--seed N]`: sends hostile requests to the built Worker (default: 20000). Exit code 2 if a response is wrong. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const requests = Number(positionals[0] ?? 20_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isSafeInteger(requests) || requests < 1 || !Number.isSafeInteger(seed)) {
  console.error('Give a number of requests, and --seed a whole number: npm run fuzz -- 20000 --seed 1');
  process.exit(1);
}
console.log(`${requests} requests, seed ${seed}`);
const start = performance.now();
const { statuses, fault } = await fuzz({ requests, seed });
const seconds = ((performance.now() - start) / 1000).toFixed(0);
const counts = Object.entries(statuses).map(([status, count]) => `${count}× ${status}`);
console.log(`${counts.join(', ')}; ${seconds} s`);
console.log(fault === undefined ? 'Every answer was right.' : `Wrong, to be repeated with --seed ${seed}:\n${fault}`);
process.exit(fault === undefined ? 0 : 2);
