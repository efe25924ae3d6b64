import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { KINDS } from '../../src/domain/card.ts';
import type { CardRecord } from '../../src/domain/record.ts';
import { compose, mix, type Picture, type Tools } from '../../src/render/compose.ts';
import { getShaper } from '../../src/render/engines.ts';
import { renderImage } from '../../src/render/image.ts';
import type { Drawing } from '../../src/render/layouts/canvas.ts';
import { layError } from '../../src/render/layouts/error.ts';
import { layCard } from '../../src/render/layouts/layout.ts';
import { createMasks } from '../../src/render/mask.ts';
import { encodePng } from '../../src/render/png.ts';
import { listShapes, rasterise } from '../../src/render/raster.ts';
import type { Shape } from '../../src/render/scene.ts';
import { SIZE_NAMES, SIZES, type Size } from '../../src/render/size.ts';
import { toSvg } from '../../src/render/svg.ts';
import { THEMES, type Theme } from '../../src/render/theme.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';
import { anyText, drawableText, records, SCHEMA_CAPS } from '../helpers/random-cards.ts';
import { drawByResvg, rasteriseSvg } from '../helpers/reference.ts';

const cards = createCatalog(SPECIMENS).newest();
const SPECIMEN_CARDS = cards.map((record) => [record.card.id, record] as const);
/** A theme changes colours alone: the dark one is looked at in the size that is embedded most. */
const VARIANTS = [...SIZE_NAMES.map((size) => [size, 'light'] as const), ['og', 'dark']] as const;

const pageUrl = (id: string) => `https://cards.example.org/cards/${id}`;
const lay = (record: CardRecord, size: Size, theme: Theme) =>
  layCard(record, { size, colors: THEMES[theme], pageUrl: pageUrl(record.card.id) });

/** RGBA, row by row. */
function pixelsOf({ width, height, colors, rows }: Picture): Uint8Array {
  const pixels = new Uint8Array(4 * width * height);
  for (let at = 0, y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const color = colors[rows[y * (width + 1) + 1 + x] as number] as number;
      pixels.set([color >> 16, (color >> 8) & 0xff, color & 0xff, 0xff], at);
    }
  }
  return pixels;
}

/** How many channels of two pictures differ, by how much at most, and by how much in the mean. */
function compare(a: Uint8Array, b: Uint8Array): { differing: number; most: number; mean: number } {
  expect(a.length).toBe(b.length);
  let [differing, most, sum] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const difference = Math.abs((a[at] as number) - (b[at] as number));
    if (difference > 0) differing += 1;
    most = Math.max(most, difference);
    sum += difference;
  }
  return { differing, most, mean: sum / a.length };
}

const NO_DIFFERENCE = { differing: 0, most: 0, mean: 0 };

async function expectAsByResvg(drawing: Drawing, size: Size): Promise<void> {
  const { width, height } = SIZES[size];
  const reference = await drawByResvg(await listShapes(drawing, size), width, height);
  expect(compare(pixelsOf(await rasterise(drawing, size)), reference)).toEqual(NO_DIFFERENCE);
}

/** Letters stand up to an eighth of a px from where the SVG has them, whose points in turn are rounded to a tenth. */
const MOVED_LETTERS_MEAN = 0.5;

describe.each(VARIANTS)('a picture in the size %s, %s', (size, theme) => {
  test.each(SPECIMEN_CARDS)('has the very pixels that resvg draws of its boxes and glyphs: %s', async (_, record) =>
    expectAsByResvg(lay(record, size, theme), size),
  );
});

describe.each(['og', 'story'] as const)('a picture in the size %s', (size) => {
  test.each(SPECIMEN_CARDS)('looks as its SVG does: %s', async (_, record) => {
    const drawing = lay(record, size, 'light');
    const drawn = pixelsOf(await rasterise(drawing, size));
    const { mean } = compare(drawn, await rasteriseSvg(await toSvg(drawing, size)));
    expect(mean).toBeLessThan(MOVED_LETTERS_MEAN);
  });
});

test('the picture of an error has the very pixels that resvg draws of its boxes and glyphs', async () => {
  await expectAsByResvg(layError({ title: 'No card “so” & <such>', detail: 'It’s not here: look elsewhere.' }), 'og');
});

test.each(KINDS)('any text is drawn as by resvg, also where it does not fit: %s', async (kind) => {
  await fc.assert(
    fc.asyncProperty(records(kind, drawableText, SCHEMA_CAPS), fc.constantFrom(...SIZE_NAMES), (record, size) =>
      expectAsByResvg(lay(record, size, 'light'), size),
    ),
    { numRuns: 4 },
  );
});

test.each(KINDS)('a %s is drawn, too, where letters are in no font', async (kind) => {
  await fc.assert(
    fc.asyncProperty(records(kind, anyText, SCHEMA_CAPS), fc.constantFrom(...SIZE_NAMES), async (record, size) => {
      expect((await rasterise(lay(record, size, 'light'), size)).colors.length).toBeGreaterThan(2);
    }),
    { numRuns: 12 },
  );
});

const render = (record: CardRecord, size: Size, theme: Theme) => {
  const url = pageUrl(record.card.id);
  return renderImage(record, { size, theme, format: 'png', pageUrl: url, sourceUrl: url });
};

test('the same card gives the same bytes, whatever was drawn before', async () => {
  const wanted = cards.flatMap((record) => [[record, 'og', 'light'] as const, [record, 'square', 'dark'] as const]);
  const first: Uint8Array[] = [];
  for (const [record, size, theme] of wanted) first.push(await render(record, size, theme));
  const order = [...wanted.keys()];
  for (const shuffled of [order.toReversed(), order.toSorted((a, b) => ((a * 7) % 24) - ((b * 7) % 24))]) {
    for (const index of shuffled) {
      const [record, size, theme] = wanted[index] as (typeof wanted)[number];
      expect(Buffer.from(await render(record, size, theme)).equals(first[index] as Uint8Array)).toBe(true);
    }
  }
});

test('the same card gives the same picture with no glyph drawn before', async () => {
  const shape = await getShaper();
  const kept = createMasks();
  for (const record of cards) {
    const shapes = await listShapes(lay(record, 'og', 'light'), 'og');
    const [afresh, again] = [createMasks(), kept].map((masks) => compose(shapes, 1200, 630, { masks, shape }));
    expect(afresh).toEqual(again);
  }
});

/** The pixels of an RGBA PNG that has no text chunks, and no filter in its rows. */
function readRgba(png: Uint8Array, width: number): Uint8Array {
  const chunk = Buffer.from(png).indexOf('IDAT');
  const rows = inflateSync(png.subarray(chunk + 4));
  return rows.filter((_, at) => at % (4 * width + 1) !== 0);
}

describe('more colours than a palette holds', () => {
  const text = (color: number, at: number): Shape => ({
    is: 'text',
    text: 'Wagner',
    x: 10,
    y: 24 * (at + 1),
    face: 'sans',
    fontSize: 24,
    letterSpacing: 0,
    tabular: false,
    color,
  });
  const paper: Shape = { is: 'rect', x: 0, y: 0, width: 200, height: 800, color: 0xfbf8f1 };
  const shapes = [paper, ...Array.from({ length: 30 }, (_, at) => text(at * 0x050301, at))];

  test('are drawn without loss', async () => {
    const tools: Tools = { shape: await getShaper(), masks: createMasks() };
    const picture = compose(shapes, 200, 800, tools);
    expect(picture.colors.length).toBeGreaterThan(256);
    const reference = await drawByResvg(shapes, 200, 800);
    expect(compare(pixelsOf(picture), reference)).toEqual(NO_DIFFERENCE);
    expect(compare(readRgba(encodePng(picture), 200), reference)).toEqual(NO_DIFFERENCE);
  });
});

test('a colour laid on whole is itself, and one of no coverage changes nothing', () => {
  fc.assert(
    fc.property(fc.nat(0xffffff), fc.nat(0xffffff), (under, over) => {
      expect(mix(under, over, 255)).toBe(over);
      expect(mix(under, over, 0)).toBe(under);
    }),
  );
});
