/** What a build prints: how far it is, its figures, and the weight of a deployment beside what is allowed. */
import { FREE_PLAN_FILES } from './config.ts';

export type BuildFigures = {
  pictures: number;
  bytes: number;
  drawn: number;
  seconds: number;
  /** How long a core took for one of the pictures drawn, the start of its thread included; 0 where none was drawn. */
  msPerPictureAndCore: number;
  /** Which pictures the file limit leaves to the Worker, in a sentence. */
  limit: string | undefined;
};

export function summarise({ pictures, bytes, seconds, drawn, msPerPictureAndCore, limit }: BuildFigures): string {
  const speed = drawn === 0 ? '' : `, ${msPerPictureAndCore.toFixed(0)} ms per picture and core`;
  const figures =
    `${count(pictures)} pictures, ${formatBytes(bytes)}, in ${seconds.toFixed(1)} s: ` +
    `${count(drawn)} drawn, ${count(pictures - drawn)} unchanged${speed}.`;
  return limit === undefined ? figures : `${figures}\n${limit}`;
}

/** "29.3 MB", in decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const count = (number: number) => number.toLocaleString('en');

export type Weight = {
  /** The script with all that it imports, not compressed, in KiB, as wrangler's dry run says. */
  scriptKib: number;
  files: { path: string; bytes: number }[];
};

export type Budget = { scriptKib: number; files: number };

/** What the plans take; every plan the same script and file. https://developers.cloudflare.com/workers/platform/limits/ */
const LIMITS = { scriptKib: 64 * 1024, fileBytes: 25 * 1024 * 1024 };

/** Our own limit for the script, well below that of Cloudflare: what starts a Worker has to be read within a second. */
export const SCRIPT_BUDGET_KIB = 16 * 1024;

/** Reads "Total Upload: 6584.17 KiB / gzip: 2219.62 KiB". @throws Error when wrangler did not say so. */
export function parseScriptKib(output: string): number {
  const kib = /Total Upload: ([\d.]+) KiB/.exec(output)?.[1];
  if (kib === undefined) throw new Error(`wrangler's dry run does not say how large the script is:\n${output.trim()}`);
  return Number(kib);
}

/** The weights in lines for the reader, and what is over the budget; nothing where all is well. */
export function weigh({ scriptKib, files }: Weight, budget: Budget): { lines: string[]; problems: string[] } {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = files.reduce((a, b) => (b.bytes > a.bytes ? b : a), { path: 'none', bytes: 0 });
  const lines = [
    `script        ${kib(scriptKib)}; budget ${kib(budget.scriptKib)}, every plan ${kib(LIMITS.scriptKib)}`,
    `files         ${count(files.length)}; limit ${count(budget.files)}, Free plan ${count(FREE_PLAN_FILES)}`,
    `bytes         ${formatBytes(total)} in all`,
    `largest file  ${formatBytes(largest.bytes)}, ${largest.path}; every plan ${formatBytes(LIMITS.fileBytes)}`,
  ];
  const problems = [
    scriptKib > budget.scriptKib &&
      `The script is ${kib(scriptKib)}, over its budget of ${kib(budget.scriptKib)}. Remove what makes it so large, or allow more: --max-script-kib.`,
    files.length > budget.files &&
      `There are ${count(files.length)} files, over the limit of ${count(budget.files)}. Allow what your plan does: --max-files.`,
    largest.bytes > LIMITS.fileBytes &&
      `${largest.path} is ${formatBytes(largest.bytes)}; no plan takes a file over ${formatBytes(LIMITS.fileBytes)}.`,
  ].filter((problem) => problem !== false);
  return { lines, problems };
}

const kib = (number: number) => `${Math.round(number).toLocaleString('en')} KiB`;

const BAR_WIDTH = 30;
const REDRAWN_EVERY_MS = 100;

export type Progress = { step(): void; end(): void };

/** `total` steps are to come. Writes to standard error, so that the summary alone is the output. */
export function startProgress(total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now();
  let done = 0;
  let shown = 0;
  const bar = () => {
    const full = Math.round((done / total) * BAR_WIDTH);
    const seconds = ((performance.now() - started) / 1000 / done) * (total - done);
    out.write(
      `\r[${'#'.repeat(full)}${' '.repeat(BAR_WIDTH - full)}] ${done}/${total} pictures, ${seconds.toFixed(0)} s left \x1b[K`,
    );
    shown = performance.now();
  };
  const line = () => {
    const tenths = Math.floor((done * 10) / total);
    if (tenths > shown) out.write(`${done}/${total} pictures\n`);
    shown = Math.max(shown, tenths);
  };
  return {
    step() {
      done++;
      if (!out.isTTY) line();
      else if (performance.now() - shown > REDRAWN_EVERY_MS || done === total) bar();
    },
    end() {
      if (out.isTTY && done > 0) out.write('\n');
    },
  };
}
