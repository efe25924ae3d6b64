/** The figures of a build in words. Pure. */
import type { BuildResult } from './build.ts';

export function summarise(result: BuildResult): string {
  const { pictures, bytes, seconds, drawn, kept, removed, msPerPictureAndCore, limit } = result;
  const speed = drawn === 0 ? '' : `, ${msPerPictureAndCore.toFixed(0)} ms per picture and core`;
  const figures =
    `${count(pictures)} pictures, ${formatBytes(bytes)}, in ${seconds.toFixed(1)} s: ` +
    `${count(drawn)} drawn, ${count(kept)} unchanged, ${count(removed)} files removed${speed}.`;
  return limit === undefined ? figures : `${figures}\n${limit}`;
}

/** "29.3 MB", in decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const count = (number: number) => number.toLocaleString('en');
