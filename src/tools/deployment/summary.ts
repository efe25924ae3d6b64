/** The figures of a build and the weight of a deployment, in words, beside what is allowed. Pure. */
import { FREE_PLAN_FILES } from './options.ts';

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
