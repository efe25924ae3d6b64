/** The resident memory of a process, as Linux counts it. */
import { existsSync, readFileSync } from 'node:fs';

/** In bytes; `undefined` where there is no /proc. */
export function residentBytes(pid: number): number | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
