/** Stops a command at each of its calls that change files, and says what is not as it was or as it should be. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

export type Case = {
  name: string;
  /** The command, as arguments of Node. */
  command: string[];
  /** Another command to run afterwards, where the command itself would not write again. */
  next?: string[];
};

type Files = Map<string, string>;

const PRELOAD = resolve('tests/crash/stop-at.ts');
/** What a command that was killed may leave for the next one. */
const LEFT = /\.\d+\.new$|^\.writing$/;
/** Calls that take space. */
const TAKES_SPACE = /^(?:open|mkdir|rename|sync|writeFile|appendFile|copyFile|cp)\b/;

/** Every way to stop the command in a copy of `template`. Answers how many there were, and what went wrong. */
export function stopEverywhere(template: string, { name, command, next }: Case): { stops: number; faults: string[] } {
  const faults: string[] = [];
  const before = readFiles(template);
  const whole = inCopy(template, (folder) => {
    const calls = `${folder}.calls`;
    const { status, stderr } = run(folder, command, { CALLS: calls });
    if (status !== 0) throw new Error(`${name} failed without being stopped: ${stderr}`);
    const listed = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
    rmSync(calls, { force: true });
    return { after: readFiles(folder), calls: listed };
  });
  const { after, calls } = whole;
  const stops = calls.flatMap((call, index) => [
    { at: index + 1, call, how: 'before' },
    ...(call.endsWith(' data') ? [{ at: index + 1, call, how: 'half' }] : []),
    ...(TAKES_SPACE.test(call) ? [{ at: index + 1, call, how: 'full' }] : []),
    ...(index === calls.length - 1 ? [{ at: index + 1, call, how: 'after' }] : []),
  ]);
  for (const { at, call, how } of stops) {
    inCopy(template, (folder) => {
      const report = (what: string) => faults.push(`${name}: ${how} call ${at} (${call}): ${what}`);
      const stopped = run(folder, command, { STOP_AT: String(at), STOP_HOW: how });
      const killed = how !== 'full';
      if (killed !== (stopped.signal === 'SIGKILL')) report(`ended with ${stopped.status}: ${stopped.stderr}`);
      if (!killed && stopped.status !== 1 && stopped.status !== 0) report(`exit code ${stopped.status}`);
      if (stopped.status === 1 && !/disk is full/.test(stopped.stderr)) report(`says ${stopped.stderr}`);

      const left = readFiles(folder);
      for (const [path, text] of left) {
        if (LEFT.test(path)) {
          if (!killed) report(`leaves ${path}`);
        } else if (text !== before.get(path) && text !== after.get(path))
          report(`${path} is neither old nor new: ${text}`);
      }
      for (const path of before.keys()) if (!left.has(path) && after.has(path)) report(`${path} is lost`);

      const isDone = same(wholeFiles(left), after);
      const again = run(folder, command);
      if (again.status !== 0 && !isDone) report(`the next run ends with ${again.status}: ${again.stderr}`);
      if (!isDone && !same(wholeFiles(readFiles(folder)), after)) report('the next run makes something else');
      const other = next && isDone ? run(folder, next) : again;
      if (next && other.status !== 0) report(`${next.join(' ')} ends with ${other.status}: ${other.stderr}`);
      const remains = [...readFiles(folder).keys()].filter((path) => LEFT.test(path));
      if (remains.length > 0) report(`the next run leaves ${remains.join(', ')}`);
    });
  }
  return { stops: stops.length, faults };
}

function inCopy<T>(template: string, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  try {
    cpSync(template, folder, { recursive: true });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function run(folder: string, command: string[], env: Record<string, string> = {}) {
  const pages = join(folder, 'pages.json');
  return spawnSync(process.execPath, ['--import', PRELOAD, ...command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...(existsSync(pages) ? { PAGES: pages } : {}), ...env },
  });
}

export function readFiles(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'latin1')]));
}

const wholeFiles = (files: Files): Files => new Map([...files].filter(([path]) => !LEFT.test(path)));
const same = (a: Files, b: Files) => a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
