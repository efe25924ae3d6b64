/** The brand in examples/brand: it has no problem, and its pictures are those that were accepted. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VARIANT_NAMES } from '../../src/render/variant.ts';
import { asJpeg, scan } from '../helpers/scan.ts';
import { expectGolden } from './compare.ts';

/** Each kind, size and theme. "letters" has letters that the font of the brand lacks. */
const PICTURES = [
  ...['figure', 'quote', 'claim', 'event', 'comparison', 'letters'].map((id) => `${id}/og`),
  'share/square',
  'quote/story',
  'claim/og-dark',
];

/** Every size and theme. */
const SCANNED = VARIANT_NAMES.map((variant) => `event/${variant}`);

const out = mkdtempSync(join(tmpdir(), 'fact-cards-'));
beforeAll(() => {
  const draw = ['tests/golden/draw-brand.ts', 'examples/brand', out, ...PICTURES, ...SCANNED];
  const { status, stderr } = spawnSync(process.execPath, draw, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const drawn = (picture: string) => readFileSync(join(out, `${picture.replace('/', '-')}.png`));

test.each(PICTURES)('%s is drawn as it was', (picture) => {
  expectGolden(`brand-${picture}`, drawn(picture));
});

test.each(SCANNED)('a scanner reads the QR code of %s as a JPEG 800 px wide', async (picture) => {
  expect(scan(await asJpeg(drawn(picture)))).toBe('HTTP://CARDS.EXAMPLE.ORG/CARDS/EVENT');
});
