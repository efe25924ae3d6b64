/** `npm run bench:quote`: how long it takes to find a quote in texts up to 1 MB. Linear: ten times the text, ten times the time. */
import { findQuote, prepareText } from '../../src/card/evidence/find-quote.ts';

const RUNS = 7;
const SENTENCE = 'On Tuesday — as “they” said — the head of the group wasn’t there, and 2,000 soldiers remained. ';
const QUOTES = {
  exact: 'this is the one sentence that stands once',
  drift: 'this is the one sentense that stood only once',
  missing: 'zzzz qqqq xxxx zzzz qqqq xxxx zzzz qqqq xxxx',
};

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function time(run: () => void): number {
  return median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

console.log(`median of ${RUNS}, ms\n\nsize     prepare  exact    drift    missing`);
for (const kilobytes of [10, 100, 1_000]) {
  const filler = SENTENCE.repeat(Math.ceil((kilobytes * 1000) / SENTENCE.length)).slice(0, kilobytes * 1000);
  const text = `${filler} this is the one sentence that stands once. ${SENTENCE}`;
  const prepared = prepareText(text);
  const columns = [
    time(() => prepareText(text)),
    ...Object.values(QUOTES).map((exact) => time(() => findQuote(prepared, { exact }))),
  ];
  console.log(`${`${kilobytes} kB`.padEnd(8)} ${columns.map((ms) => ms.toFixed(1).padEnd(8)).join(' ')}`);
}
