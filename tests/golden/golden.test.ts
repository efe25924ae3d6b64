/** The specimens' pictures, to the byte, from the real bundle. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SPECIMEN_PICTURES, SPECIMENS } from '../../src/tools/specimens.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { expectGolden } from './compare.ts';

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

async function draw(address: string, status: number): Promise<Buffer> {
  const response = await bundle.get(`/cards/${address}.png`);
  expect(response.status).toBe(status);
  return Buffer.from(await response.arrayBuffer());
}

test.each(PICTURES)('%s is drawn as it was', async (picture, address, status) => {
  expectGolden(picture, await draw(address, status));
});
