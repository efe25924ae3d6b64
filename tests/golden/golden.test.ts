/**
 * The specimens' pictures, to the byte, from the real bundle. Where one differs, the new picture and what changed lie
 * beside it (`-changed`, `-diff`); `npm run golden` accepts. CI writes nothing.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SPECIMEN_PICTURES, SPECIMENS } from '../../src/tools/specimens.ts';
import { bootBundle } from '../helpers/bundle.ts';

const accepting = process.env.GOLDEN === 'accept';
const mayWrite = !process.env.CI;

let bundle: Awaited<ReturnType<typeof bootBundle>>;
beforeAll(async () => {
  bundle = await bootBundle(SPECIMENS);
});
afterAll(() => bundle?.close());

/** The error card: its look is the same whatever was asked for. */
const ERRORS = { 'error/card-not-found': 'nobody', 'error/size-not-found': 'figure/huge' };
const PICTURES: [picture: string, address: string, status: number][] = [
  ...SPECIMEN_PICTURES.map((picture): [string, string, number] => [picture, picture, 200]),
  ...Object.entries(ERRORS).map(([picture, address]): [string, string, number] => [picture, address, 404]),
];

const pathOf = (picture: string, suffix = '') => `tests/golden/${picture.replace('/', '-')}${suffix}.png`;

async function draw(address: string, status: number): Promise<Buffer> {
  const response = await bundle.get(`/cards/${address}.png`);
  expect(response.status).toBe(status);
  return Buffer.from(await response.arrayBuffer());
}

/** What changed between two pictures of one size, in red. */
function difference(before: Buffer, after: Buffer): Buffer | undefined {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)];
  if (a.width !== b.width || a.height !== b.height) return undefined;
  const diff = new PNG({ width: a.width, height: a.height });
  pixelmatch(a.data, b.data, diff.data, a.width, a.height, { threshold: 0 });
  return PNG.sync.write(diff);
}

test.each(PICTURES)('%s is drawn as it was', async (picture, address, status) => {
  const drawn = await draw(address, status);
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
});
