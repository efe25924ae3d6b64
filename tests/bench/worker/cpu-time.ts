/** The CPU time of a process, as Linux counts it for each of its threads. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Nanoseconds on a CPU, by thread. */
type CpuTimes = ReadonlyMap<string, number>;

/** False on systems other than Linux. */
export const HAS_CPU_TIMES = existsSync('/proc/self/schedstat');

export function readCpuTimes(pid: number): CpuTimes {
  const times = new Map<string, number>();
  for (const path of globSync(`/proc/${pid}/task/*/schedstat`)) {
    const [onCpu = ''] = readOrEmpty(path).split(' ');
    times.set(basename(dirname(path)), Number(onCpu));
  }
  return times;
}

/** What the threads that are there now have used since, in ms. */
export function cpuSince(before: CpuTimes, pid: number): number {
  const used = [...readCpuTimes(pid)].map(([thread, now]) => now - (before.get(thread) ?? 0));
  return used.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/** V8 compiles and collects garbage in other threads, after the answer, too. */
const QUIET_MS = 15;
const IDLE_CPU_MS = 0.1;
const PATIENCE_MS = 2_000;

/** Waits until the process does nothing. */
export async function idle(pid: number): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += QUIET_MS) {
    const before = readCpuTimes(pid);
    await pause(QUIET_MS);
    if (cpuSince(before, pid) < IDLE_CPU_MS) return;
  }
}

/** A thread may end while it is read. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
