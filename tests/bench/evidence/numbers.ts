/**
 * How many of the true numbers of ../shared/numbers the number reader reads, and how many it reads with another value. The
 * sentences are those of Microsoft's Recognizers-Text (MIT).
 */
import { existsSync, readFileSync } from 'node:fs';
import { readNumbers } from '../../../src/card/evidence/numbers/read-numbers.ts';
import type { NumberReading, Quantity } from '../../../src/card/evidence/numbers/reading.ts';

export const NUMBERS_FOLDER = '../shared/numbers';
const LANGUAGES = { English: 'en', German: 'de', French: 'fr', Spanish: 'es' };
const MODELS = ['NumberModel', 'NumberRangeModel', 'PercentModel', 'Currency'] as const;

type Model = (typeof MODELS)[number];
type Result = { Text: string; Resolution: { value: string | null } | null; Start?: number; End?: number };
type Entry = { Input: string; Results: Result[] };

/** `other`: a quantity with another value is at the place. `missed`: none is. */
type Outcome = 'read' | 'other' | 'missed';
export type Judged = {
  language: string;
  model: Model;
  input: string;
  words: string;
  value: string;
  outcome: Outcome;
  isWords: boolean;
  kind: string | null;
};

/** Kinds of results that are no quantities of a news text, or that the data gives as parts of one. Each is counted apart. */
const LEFT_OUT: [kind: string, is: (input: string, result: Result) => boolean][] = [
  [
    'a value that the data has wrong',
    (_, { Text, Resolution }) => Text === '43894.0' || (Text === '-92321312.0' && Resolution?.value !== '-92321312'),
  ],
  ['address of a computer', (input) => /\d+\.\d+\.\d+\.\d+/.test(input)],
  ['telephone number', (input) => /\+1-222-2222/.test(input)],
  ['date', (input) => /\d+\/\d+\/\d{4}/.test(input)],
  ['name or label', (input, { Text }) => /SCP-173|Exercises? nrs?\./.test(input) && Text !== ''],
  [
    'first end of a range that shares its scale',
    (input, { Text }) => /^\d+$/.test(Text) && new RegExp(`\\b${Text} bis \\d+ Milliarden`).test(input),
  ],
  [
    'spoken fraction',
    (_, { Text }) =>
      /\b(?:half|halves|thirds?|quarters?|fourths?|over|\w+(?:th|ths)|twenty[- ]firsts?)\b/i.test(Text) &&
      !/\d/.test(Text),
  ],
  ['SI prefix G', (_, { Text }) => /\d ?g$/i.test(Text)],
];

function readEntries(file: string): Entry[] {
  return JSON.parse(readFileSync(`${NUMBERS_FOLDER}/${file}`, 'utf8').replace(/^\ufeff/, ''));
}

/** Every result that has a digit and no power, or that is words, judged. Undefined where the data is absent. */
export function judgeNumbers(): Judged[] | undefined {
  if (!existsSync(NUMBERS_FOLDER)) return undefined;
  return Object.entries(LANGUAGES).flatMap(([name, language]) =>
    MODELS.flatMap((model) => {
      return readEntries(`${name}-${model}.json`).flatMap(({ Input, Results }) => {
        const readings = readNumbers(Input, language);
        return (Results ?? []).flatMap((result) => {
          const value = result.Resolution?.value;
          const words = !/\d/.test(result.Text);
          if (value == null || value === 'null' || (!words && /[\^e/]/i.test(result.Text))) return [];
          return [judge({ input: Input, result, value, language, model, readings, words })];
        });
      });
    }),
  );
}

type Case = {
  input: string;
  result: Result;
  value: string;
  language: string;
  model: Model;
  readings: NumberReading[];
  words: boolean;
};

function judge({ input, result, value, language, model, readings, words }: Case): Judged {
  const kind = LEFT_OUT.find(([, is]) => is(input, result))?.[0] ?? null;
  // Some results have no place.
  const start = result.Start ?? input.toLowerCase().indexOf(result.Text.toLowerCase());
  const end = result.End ?? start + result.Text.length - 1;
  const near = readings.filter(
    (reading): reading is Quantity => reading.type === 'quantity' && reading.start <= end && reading.end > start,
  );
  const right =
    model === 'NumberRangeModel' ? hasEnds(near, value) : near.some((one) => hasValue(one, toNumber(value)));
  const outcome = right ? 'read' : near.length > 0 ? 'other' : 'missed';
  return { language, model, input, words: result.Text, value, outcome, isWords: words, kind };
}

/** "1.234,5" in the language's own signs, "1,5%" and "1.5". */
function toNumber(value: string): number {
  return Number(value.replace('%', '').replace(',', '.'));
}

const isClose = (a: number, b: number) => Math.abs(a - b) <= Math.abs(b) * 1e-9;

function hasValue({ min, max }: Quantity, value: number): boolean {
  return [min, max].some((bound) => bound !== null && isClose(bound.value, value));
}

/** "[20,30)": both ends, whether in one reading or in one each. */
function hasEnds(near: Quantity[], value: string): boolean {
  const ends = value.replace(/[[\]()]/g, '').split(',');
  return ends.filter((end) => end !== '').every((end) => near.some((one) => hasValue(one, Number(end))));
}

export type Share = { name: string; of: number; read: number; other: number };

/** The figures, by language and for money, without what is left out. */
export function sharesOf(judged: Judged[]): Share[] {
  const counted = judged.filter(({ kind, isWords }) => kind === null && !isWords);
  const share = (name: string, some: Judged[]): Share => ({
    name,
    of: some.length,
    read: some.filter(({ outcome }) => outcome === 'read').length,
    other: some.filter(({ outcome }) => outcome === 'other').length,
  });
  return [
    ...Object.values(LANGUAGES).map((language) =>
      share(
        language,
        counted.filter((one) => one.language === language),
      ),
    ),
    share(
      'money',
      counted.filter(({ model }) => model === 'Currency'),
    ),
    share('all', counted),
    share(
      'English words',
      judged.filter(
        ({ language, isWords, kind, words }) => language === 'en' && isWords && kind === null && words !== '',
      ),
    ),
  ];
}

const SENTENCE = 'On Tuesday, between 3 and 5 million people, up to 2,000 soldiers and $1.5bn moved in 2022 at 10:30. ';

/** Linear: ten times the text, ten times the time. */
function benchTime(): void {
  console.log('\nreading a text of');
  for (const kilobytes of [10, 100, 1_000]) {
    const text = SENTENCE.repeat(Math.ceil((kilobytes * 1000) / SENTENCE.length)).slice(0, kilobytes * 1000);
    readNumbers(text, 'en');
    const start = performance.now();
    readNumbers(text, 'en');
    console.log(`  ${`${kilobytes} kB`.padEnd(8)} ${(performance.now() - start).toFixed(0)} ms`);
  }
}

/** Prints the figures, what is left out by kind, and what is not read. */
export function benchNumbers(): void {
  const judged = judgeNumbers();
  if (!judged) {
    console.log(`numbers: ${NUMBERS_FOLDER} is absent`);
    return;
  }
  const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`.padStart(8);
  console.log('numbers          of     read    with another value');
  for (const { name, of, read, other } of sharesOf(judged)) {
    console.log(`${name.padEnd(14)} ${String(of).padStart(4)} ${percent(read, of)} ${percent(other, of)}`);
  }
  console.log('\nleft out:');
  for (const [kind] of LEFT_OUT) console.log(`  ${kind}: ${judged.filter((one) => one.kind === kind).length}`);
  console.log('\nnot read:');
  for (const { kind, outcome, language, words, value, input } of judged) {
    if (kind === null && outcome !== 'read')
      console.log(`  ${language} ${outcome} "${words}" = ${value}  in  ${input.slice(0, 90)}`);
  }
  benchTime();
}
