/**
 * Compares a picture with its golden one, to the byte. If they differ, the new picture and what changed lie beside it
 * (`-changed`, `-diff`); `npm run golden` accepts. CI writes nothing.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

const accepting = process.env.GOLDEN === 'accept';
const mayWrite = !process.env.CI;

const pathOf = (picture: string, suffix = '') => `tests/golden/${picture.replace('/', '-')}${suffix}.png`;

/** What changed between two pictures of one size, in red. */
function difference(before: Buffer, after: Buffer): Buffer | undefined {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)];
  if (a.width !== b.width || a.height !== b.height) return undefined;
  const diff = new PNG({ width: a.width, height: a.height });
  pixelmatch(a.data, b.data, diff.data, a.width, a.height, { threshold: 0 });
  return PNG.sync.write(diff);
}

/** `picture`: "figure/square-dark". */
export function expectGolden(picture: string, drawn: Buffer): void {
  const golden = existsSync(pathOf(picture)) ? readFileSync(pathOf(picture)) : undefined;
  const same = golden?.equals(drawn) ?? false;
  if (accepting || same) {
    if (mayWrite) for (const suffix of ['-changed', '-diff']) rmSync(pathOf(picture, suffix), { force: true });
    if (accepting && mayWrite && !same) writeFileSync(pathOf(picture), drawn);
    return;
  }
  if (mayWrite) {
    writeFileSync(pathOf(picture, '-changed'), drawn);
    const diff = golden && difference(golden, drawn);
    if (diff) writeFileSync(pathOf(picture, '-diff'), diff);
  }
  const advice = golden ? 'differs: look at -changed and -diff' : 'is new: look at -changed';
  expect.fail(`${pathOf(picture)} ${advice}; "npm run golden" accepts it.`);
}
