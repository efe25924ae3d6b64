/** What a deployment weighs, beside what is allowed. Pure. */
import { FREE_PLAN_FILES } from './options.ts';
import { formatBytes } from './summary.ts';

export type Weight = {
  /** The script, gzipped, in KiB, as wrangler's dry run says. */
  scriptKib: number;
  files: { path: string; bytes: number }[];
};

export type Budget = { scriptKib: number; files: number };

/** What the Free plan takes: https://developers.cloudflare.com/workers/platform/limits/ */
export const FREE_PLAN = { scriptKib: 3 * 1024, files: FREE_PLAN_FILES, fileBytes: 25 * 1024 * 1024 };

/** Our own limit for the script, below that of the plan, so that it is noticed before a deployment is refused. */
export const SCRIPT_BUDGET_KIB = 2400;

/** Reads "Total Upload: 6584.17 KiB / gzip: 2219.62 KiB". @throws Error when wrangler did not say so. */
export function parseScriptKib(output: string): number {
  const kib = /gzip: ([\d.]+) KiB/.exec(output)?.[1];
  if (kib === undefined) throw new Error(`wrangler's dry run does not say how large the script is:\n${output.trim()}`);
  return Number(kib);
}

/** The weights in lines for the reader, and what is over the budget; nothing where all is well. */
export function weigh({ scriptKib, files }: Weight, budget: Budget): { lines: string[]; problems: string[] } {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = files.reduce((a, b) => (b.bytes > a.bytes ? b : a), { path: 'none', bytes: 0 });
  const lines = [
    `script        ${kib(scriptKib)} gzipped; budget ${kib(budget.scriptKib)}, Free plan ${kib(FREE_PLAN.scriptKib)}`,
    `files         ${count(files.length)}; limit ${count(budget.files)}, Free plan ${count(FREE_PLAN.files)}`,
    `bytes         ${formatBytes(total)} in all`,
    `largest file  ${formatBytes(largest.bytes)}, ${largest.path}; every plan ${formatBytes(FREE_PLAN.fileBytes)}`,
  ];
  const problems = [
    scriptKib > budget.scriptKib &&
      `The script is ${kib(scriptKib)} gzipped, over its budget of ${kib(budget.scriptKib)}. Take out what makes it so large (build/worker), or allow more: --max-script-kib.`,
    files.length > budget.files &&
      `There are ${count(files.length)} files, over the limit of ${count(budget.files)}. Allow what your plan does: --max-files.`,
    largest.bytes > FREE_PLAN.fileBytes &&
      `${largest.path} is ${formatBytes(largest.bytes)}; no plan takes a file over ${formatBytes(FREE_PLAN.fileBytes)}.`,
  ].filter((problem) => problem !== false);
  return { lines, problems };
}

const count = (number: number) => number.toLocaleString('en');
const kib = (number: number) => `${Math.round(number).toLocaleString('en')} KiB`;
