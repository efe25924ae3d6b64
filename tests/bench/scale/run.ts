/**
 * `npm run bench:scale`: 60, 1,000 and 10,000 cards in one run: checking and compiling them, what the Worker weighs, its
 * first answers after a start, its memory with pictures drawn, and the medians of its answers.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from '../render/table.ts';
import { answersPerSecond } from './findings.ts';
import { firstCard, type Made, makeWorker } from './made-worker.ts';
import {
  type Answers,
  firstAnswer,
  HEAP_LIMIT_MB,
  HELD_TARGET_MIB,
  type Memory,
  memoryOf,
  timeAnswers,
} from './measures.ts';

const SIZES = [60, 1_000, 10_000];

type Measured = {
  made: Made;
  page: number;
  list: number;
  search: number;
  /** The first answers with what the watch found, and answers a second without and with it. */
  watched: { page: number; list: number; rates: [number, number] };
  memory: Memory;
  watchedMemory: Memory;
};

/** Of the answers a second without findings, the least with them. */
const WATCHED_TARGET = 0.8;

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

async function measure(made: Made): Promise<Measured> {
  const watched = { ...made, worker: made.watched };
  return {
    made,
    page: await firstAnswer(made, `/cards/${firstCard(made)}`),
    list: await firstAnswer(made, '/api/cards'),
    search: await firstAnswer(made, '/api/cards?q=people', '/api/cards'),
    watched: {
      page: await firstAnswer(watched, `/cards/${firstCard(made)}`),
      list: await firstAnswer(watched, '/api/cards'),
      rates: await answersPerSecond(made.worker, made.watched, made.questions),
    },
    memory: await memoryOf(made),
    watchedMemory: await memoryOf(watched),
  };
}

const ROWS: [name: string, value: (measured: Measured) => string][] = [
  ['cards', ({ made }) => String(made.cards)],
  ['check, s', ({ made }) => made.checkSeconds.toFixed(1)],
  ['compile, s', ({ made }) => made.compileSeconds.toFixed(1)],
  ['cards.ndjson, MiB', ({ made }) => mib(made.assets.cards)],
  ['search.json, MiB', ({ made }) => mib(made.assets.search)],
  ['script and modules, MiB', ({ made }) => mib(made.worker.scriptBytes)],
  ['the same in gzip, MiB', ({ made }) => mib(made.worker.scriptGzipBytes)],
  ['first answer, card page, ms', ({ page }) => page.toFixed(0)],
  ['first answer, list, ms', ({ list }) => list.toFixed(0)],
  ['first search after a list, ms', ({ search }) => search.toFixed(0)],
  ['index of findings, KiB', ({ made }) => (made.indexBytes / 1024).toFixed(0)],
  ['first answer with findings, card page, ms', ({ watched }) => watched.page.toFixed(0)],
  ['first answer with findings, list, ms', ({ watched }) => watched.list.toFixed(0)],
  ['answers a second, without findings', ({ watched }) => watched.rates[0].toFixed(0)],
  ['the same, with findings', ({ watched }) => watched.rates[1].toFixed(0)],
  ['live memory after a list, MiB', ({ memory }) => mib(memory.list)],
  ['live memory after all, MiB', ({ memory }) => mib(memory.live)],
  ['WebAssembly memories after pictures, MiB', ({ memory }) => mib(memory.wasm)],
  ['held memory after any, MiB', ({ memory }) => mib(memory.held)],
  [`the same, JS heap within ${HEAP_LIMIT_MB} MB`, ({ memory }) => mib(memory.heldLimited)],
  ['the same, with findings', ({ watchedMemory }) => mib(watchedMemory.heldLimited)],
  ['live memory after all, with findings, MiB', ({ watchedMemory }) => mib(watchedMemory.live)],
  ['process RSS after all, MiB', ({ memory }) => mib(memory.rss)],
];

function printAnswers(answers: Answers, targetOf?: (at: number) => string): void {
  const [least = Number.NaN] = SIZES;
  printTable([
    [
      'answer',
      ...SIZES.map(String),
      ...SIZES.slice(1).map((size) => `${size}:${least}`),
      ...(targetOf ? ['at most'] : []),
    ],
    ...answers.map(({ name, medians: [first = Number.NaN, ...others] }, at) => [
      name,
      ...[first, ...others].map((ms) => ms.toFixed(2)),
      ...others.map((ms) => (ms / first).toFixed(1)),
      ...(targetOf ? [targetOf(at)] : []),
    ]),
  ]);
}

const folder = mkdtempSync(join(tmpdir(), 'scale-bench-'));
try {
  const all: Made[] = [];
  for (const cards of SIZES) all.push(await makeWorker(cards, join(folder, String(cards))));
  const measured: Measured[] = [];
  for (const made of all) measured.push(await measure(made));
  printTable(ROWS.map(([name, value]) => [name, ...measured.map(value)]));
  console.log(
    '\nLive memory is JS heap and buffers in use. Held memory has garbage and WebAssembly memories in it, too.',
  );
  const held = (measured.at(-1)?.memory.heldLimited ?? Number.NaN) / 2 ** 20;
  console.log(
    `Held memory with ${SIZES.at(-1)} cards and a JS heap within ${HEAP_LIMIT_MB} MB: ${held.toFixed(1)} MiB. ` +
      `Target: at most ${HELD_TARGET_MIB} MiB, ${held <= HELD_TARGET_MIB ? 'met' : 'missed'}.`,
  );

  for (const { made, watched } of measured) {
    const share = watched.rates[1] / watched.rates[0];
    console.log(
      `Answers a second with the watch's findings for ${made.cards} cards: ${share.toFixed(2)} of those without. ` +
        `Target: at least ${WATCHED_TARGET}, ${share >= WATCHED_TARGET ? 'met' : 'missed'}.`,
    );
  }

  console.log('\nAnswers: medians in ms, and how much more they cost than with 60 cards.\n');
  printAnswers(await timeAnswers(all), (at) => all[0]?.questions[at]?.target?.toFixed(1) ?? '');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
