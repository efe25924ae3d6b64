/** The memory of the workerd that this process has started. */
import { globSync, readFileSync } from 'node:fs';
import { residentBytes } from '../bench/render/resident.ts';

const MEGABYTE = 1024 * 1024;

/** In MB, of every workerd under this process together; `undefined` where there is no /proc. */
export function workerdMegabytes(): number | undefined {
  const parents = new Map<number, { parent: number; name: string }>();
  for (const path of globSync('/proc/[0-9]*/stat')) {
    const [, pid, name = '', parent] = /^(\d+) \((.*)\) \S (\d+)/s.exec(readOrEmpty(path)) ?? [];
    if (pid) parents.set(Number(pid), { parent: Number(parent), name });
  }
  const isOurs = (pid: number): boolean => pid === process.pid || (pid > 1 && isOurs(parents.get(pid)?.parent ?? 0));
  const ours = [...parents].filter(([pid, { name }]) => name === 'workerd' && isOurs(pid)).map(([pid]) => pid);
  if (ours.length === 0) return undefined;
  return Math.round(ours.reduce((sum, pid) => sum + (residentBytes(pid) ?? 0), 0) / MEGABYTE);
}

/** A process may end while it is looked at. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
