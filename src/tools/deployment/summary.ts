/** The output of a build: progress, figures, and the size of the deployment compared with the limits. */
import { FREE_PLAN_FILES } from './config.ts';

export type BuildFigures = {
  pictures: number;
  bytes: number;
  drawn: number;
  seconds: number;
  /** The time per picture and core, including the start of the thread; 0 if none was drawn. */
  msPerPictureAndCore: number;
  /** A sentence about the pictures that exceed the file limit. */
  limit: string | undefined;
};

export function summarise({ pictures, bytes, seconds, drawn, msPerPictureAndCore, limit }: BuildFigures): string {
  const speed = drawn === 0 ? '' : `, ${msPerPictureAndCore.toFixed(0)} ms per picture and core`;
  const figures =
    `${count(pictures)} pictures (PNG in each size and theme, and one SVG for each card), ${formatBytes(bytes)}, in ${seconds.toFixed(1)} s: ` +
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
  /** The script with its imports, uncompressed, in KiB, from wrangler's dry run. */
  scriptKib: number;
  files: { path: string; bytes: number }[];
};

export type Budget = { scriptKib: number; files: number };

/**
 * The limits of the plans. Script and file size are the same for every plan.
 * https://developers.cloudflare.com/workers/platform/limits/
 */
const LIMITS = { scriptKib: 64 * 1024, fileBytes: 25 * 1024 * 1024 };

/** Our own limit for the script, well below Cloudflare's, because a Worker must start within a second. */
export const SCRIPT_BUDGET_KIB = 16 * 1024;

/** Reads "Total Upload: 6584.17 KiB / gzip: 2219.62 KiB". @throws Error if wrangler did not print it */
export function parseScriptKib(output: string): number {
  const kib = /Total Upload: ([\d.]+) KiB/.exec(output)?.[1];
  if (kib === undefined) throw new Error(`wrangler's dry run does not say how large the script is:\n${output.trim()}`);
  return Number(kib);
}

/** The sizes as lines of text, and the exceeded limits, if any. */
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
      `There are ${count(files.length)} files, over the limit of ${count(budget.files)}. Set --max-files to the limit of your plan.`,
    largest.bytes > LIMITS.fileBytes &&
      `${largest.path} is ${formatBytes(largest.bytes)}; no plan allows a file larger than ${formatBytes(LIMITS.fileBytes)}.`,
  ].filter((problem) => problem !== false);
  return { lines, problems };
}

const kib = (number: number) => `${Math.round(number).toLocaleString('en')} KiB`;

const BAR_WIDTH = 30;
const REDRAWN_EVERY_MS = 100;

export type Progress = { step(): void; end(): void };

/** Shows progress over `total` steps. Writes to standard error, so that standard output has only the summary. */
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
