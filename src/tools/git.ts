/** Runs git in the folder of the project. */
import { spawnSync } from 'node:child_process';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** `ok` is false where git is not installed, too. */
export type GitRun = { ok: boolean; out: string; error: string };

export function git(args: readonly string[], input?: string): GitRun {
  const env = { ...process.env, LC_ALL: 'C' };
  const run = spawnSync('git', args, { encoding: 'utf8', env, input, maxBuffer: MAX_OUTPUT_BYTES });
  if (run.error) return { ok: false, out: '', error: `git did not start: ${run.error.message}` };
  return { ok: run.status === 0, out: run.stdout.trimEnd(), error: (run.stderr || run.stdout).trim() };
}

/** The lines of an output. */
export const linesOf = (out: string): string[] => out.split('\n').filter((line) => line !== '');

/** The files with changes that are not committed, new files included; undefined outside a git repository. */
export function uncommitted(paths: readonly string[] = []): string[] | undefined {
  const { ok, out } = git(['status', '--porcelain', '--untracked-files=all', '--', ...paths]);
  return ok ? linesOf(out).map((line) => line.slice(3)) : undefined;
}
