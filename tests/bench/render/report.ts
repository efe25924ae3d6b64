/** The bench's results in words and tables. */
import { type FirstRender, STARTS } from './first-render.ts';
import { EMPTY, OURS, type Renderer } from './renderers.ts';
import { median, quantile } from './statistics.ts';
import { printTable } from './table.ts';
import { OTHER_RENDERS, ROUNDS, STAGES, WARM_UP_ROUNDS, type WarmRenders } from './warm-render.ts';

export type Report = {
  /** Those that drew, in their order. */
  renderers: readonly Renderer[];
  firsts: ReadonlyMap<Renderer, FirstRender>;
  warm: WarmRenders;
  /** How many the catalogue has. */
  cards: number;
};

const ms = (value: number) => value.toFixed(1);

export function printReport({ renderers, firsts, warm, cards }: Report): void {
  const timesOf = ({ name }: Renderer) => warm.byName.get(name)?.times ?? [];
  const ours = median(timesOf(OURS));
  const empty = median(timesOf(EMPTY));

  console.log(
    `Warm: median of ${ROUNDS} renders each, in turn, after ${WARM_UP_ROUNDS}; one request a render, its body`,
  );
  console.log(`read; claim, id and QR code are new each time. First: median of ${STARTS} fresh workerds.\n`);
  printTable([
    ['', 'ms', '10 %–90 %', '× ours', 'first, ms', 'start to first, ms', 'bytes'],
    ...renderers.map((renderer) => {
      const times = timesOf(renderer);
      const { first = Number.NaN, start = Number.NaN } = firsts.get(renderer) ?? {};
      const range = `${ms(quantile(times, 0.1))}–${ms(quantile(times, 0.9))}`;
      if (renderer === EMPTY) return [renderer.label, ms(median(times)), range, '', ms(first), ms(start), ''];
      const ratio = (median(times) / ours).toFixed(2);
      const bytes = median(warm.byName.get(renderer.name)?.bytes ?? []);
      return [renderer.label, ms(median(times)), range, ratio, ms(first), ms(start), String(bytes)];
    }),
  ]);
  console.log(`\nNothing is subtracted: an empty request takes ${ms(empty)} ms of each.`);
  console.log('"start to first" is from starting the workerd process to holding the first picture.\n');

  const ends = warm.stages.map((times) => median(times));
  console.log(`Stages of this project: differences of medians of ${ROUNDS}, the empty request subtracted.\n`);
  printTable([
    ['stage', 'ms', 'up to here'],
    ...STAGES.map(({ name }, index) => {
      const end = ends[index] ?? Number.NaN;
      return [name, ms(end - (ends[index - 1] ?? empty)), ms(end - empty)];
    }),
  ]);

  console.log(
    `\nThis project where kept words and glyphs help less: median of ${ROUNDS}, of ${cards} cards one after another.\n`,
  );
  printTable([
    ['', 'ms', '10 %–90 %', '× the same card'],
    ...OTHER_RENDERS.map(({ name }, index) => {
      const times = warm.others[index] ?? [];
      const range = `${ms(quantile(times, 0.1))}–${ms(quantile(times, 0.9))}`;
      return [name, ms(median(times)), range, (median(times) / ours).toFixed(2)];
    }),
  ]);
}
