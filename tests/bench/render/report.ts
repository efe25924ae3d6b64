/** The bench's results in words and tables. */
import { HAS_CPU_TIMES } from '../worker/cpu-time.ts';
import { type FirstRender, STARTS } from './first-render.ts';
import { costOf, type Sample } from './measure.ts';
import { CF_WASM_OG, EMPTY, OURS, type Renderer, TAKUMI } from './renderers.ts';
import { median, quantile } from './statistics.ts';
import { printTable } from './table.ts';
import { REPEATS, STAGES, type WarmRenders } from './warm-render.ts';

export type Report = {
  /** Those that drew, in their order. */
  renderers: readonly Renderer[];
  firsts: ReadonlyMap<string, FirstRender[]>;
  warm: WarmRenders;
  /** In the order of STAGES. */
  stages: Sample[][];
  /** How many cards were drawn before. */
  warmUp: number;
};

type Times = Pick<Sample, 'cpuMs' | 'ms'>;

/** What this project's cost should be at most, as a multiple of the other's. */
const TARGETS = [
  { other: CF_WASM_OG, atMost: 0.3, first: false },
  { other: TAKUMI, atMost: 1.8, first: false },
  { other: CF_WASM_OG, atMost: 1.0, first: true },
];

const COST = HAS_CPU_TIMES ? 'CPU' : 'wall';
const number = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1));
const ratio = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(2));
/** The median cost of renders. */
const medianCost = (samples: readonly Times[]) => median(samples.map(costOf));
/** Medians. */
const timesOf = (samples: readonly Times[]) => ({
  cpuMs: median(samples.map(({ cpuMs }) => cpuMs)),
  ms: median(samples.map(({ ms }) => ms)),
});

export function printReport({ renderers, firsts, warm, stages, warmUp }: Report): void {
  const cardsOf = (renderer: Renderer) => warm.cards[renderers.indexOf(renderer)] ?? [];
  const repeatsOf = (renderer: Renderer) => warm.repeated[renderers.indexOf(renderer)] ?? [];
  const firstsOf = (renderer: Renderer) => firsts.get(renderer.name) ?? [];
  const { length: cards } = cardsOf(OURS);

  console.log(
    `${cards} different cards of the catalogue, each drawn once by each renderer, after ${warmUp} other cards; medians.`,
  );
  console.log('All draw the same elements and texts. They take turns at every card, in a process each.\n');
  printRenders(renderers, cardsOf);

  console.log(`\nOne card, drawn ${REPEATS} times with another claim, id and QR code each time; medians.\n`);
  printRenders(renderers, repeatsOf);

  console.log(`\nThe first picture of a fresh workerd; medians of ${STARTS} starts. "with the start" counts from the`);
  console.log("start of the process; miniflare's own Workers and the renderer's script start in that time.\n");
  printFirsts(renderers, firstsOf);

  console.log('\nStages of this project: medians over the same different cards, and differences between them.\n');
  printStages(stages, cardsOf(EMPTY));

  console.log(`\nTargets: this project's ${COST} time, as a multiple of the other's.\n`);
  printTargets(cardsOf, firstsOf);

  console.log('\nNothing is subtracted from the times of the renderers. The stages are without an empty request.');
  if (!HAS_CPU_TIMES) console.log('This system does not count the CPU time of a process: ratios are of wall times.');
}

const COMPARED = [TAKUMI, CF_WASM_OG];
const comparedNames = () => COMPARED.map(({ label }) => `× ${label}`);

function compared(renderer: Renderer, samplesOf: (renderer: Renderer) => readonly Times[]): string[] {
  if (renderer === EMPTY) return COMPARED.map(() => '');
  return COMPARED.map((other) => ratio(medianCost(samplesOf(renderer)) / medianCost(samplesOf(other))));
}

function printRenders(renderers: readonly Renderer[], samplesOf: (renderer: Renderer) => readonly Sample[]): void {
  const range = (values: number[]) =>
    values.some(Number.isNaN) ? '–' : `${number(quantile(values, 0.1))}–${number(quantile(values, 0.9))}`;
  printTable([
    ['', 'CPU ms', '10–90 %', 'wall ms', '10–90 %', ...comparedNames(), 'bytes'],
    ...renderers.map((renderer) => {
      const samples = samplesOf(renderer);
      const [cpu, wall] = [samples.map(({ cpuMs }) => cpuMs), samples.map(({ ms }) => ms)];
      const times = [cpu, wall].flatMap((values) => [number(median(values)), range(values)]);
      const bytes = renderer === EMPTY ? '' : String(median(samples.map(({ body }) => body.length)));
      return [renderer.label, ...times, ...compared(renderer, samplesOf), bytes];
    }),
  ]);
}

function printFirsts(renderers: readonly Renderer[], firstsOf: (renderer: Renderer) => readonly FirstRender[]): void {
  printTable([
    ['', 'CPU ms', 'wall ms', 'with the start, CPU ms', ...comparedNames()],
    ...renderers.map((renderer) => {
      const { cpuMs, ms } = timesOf(firstsOf(renderer));
      const withStart = median(firstsOf(renderer).map(({ startCpuMs }) => startCpuMs));
      return [renderer.label, ...[cpuMs, ms, withStart].map(number), ...compared(renderer, firstsOf)];
    }),
  ]);
}

/** Each stage is what its renders cost more than those of the stage before. */
function printStages(stages: readonly Sample[][], empty: readonly Sample[]): void {
  const ends = [empty, ...stages].map(timesOf);
  const [start] = ends;
  printTable([
    ['stage', 'CPU ms', 'up to here', 'wall ms', 'up to here'],
    ...STAGES.map(({ name }, index) => {
      const [before, end] = ends.slice(index);
      if (!start || !before || !end) return [name];
      const cpu = [end.cpuMs - before.cpuMs, end.cpuMs - start.cpuMs];
      return [name, ...[...cpu, end.ms - before.ms, end.ms - start.ms].map(number)];
    }),
  ]);
}

function printTargets(
  cardsOf: (renderer: Renderer) => readonly Times[],
  firstsOf: (renderer: Renderer) => readonly Times[],
): void {
  printTable([
    ['', 'measured', 'at most', ''],
    ...TARGETS.map(({ first, other, atMost }) => {
      const samplesOf = first ? firstsOf : cardsOf;
      const measured = medianCost(samplesOf(OURS)) / medianCost(samplesOf(other));
      const verdict = Number.isNaN(measured) ? 'not measured' : measured <= atMost ? 'met' : 'missed';
      const name = first ? 'first render' : 'different cards';
      return [`${name}, × ${other.label}`, ratio(measured), atMost.toFixed(2), verdict];
    }),
  ]);
}
