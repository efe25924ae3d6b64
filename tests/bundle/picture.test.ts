/** What other people's readers make of the pictures: QR scanners, metadata readers, and resvg itself. */
import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import ExifReader from 'exifreader';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodedPixels } from '../../src/render/png.ts';
import { VARIANT_NAMES } from '../../src/render/variant.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { asJpeg, scan } from '../helpers/scan.ts';

const ID = 'merchant-ships-harbour';

/** Apps that embed stories take larger pictures, but no phone should pay for more. */
const MAX_BYTES = 150_000;

let bundle: Awaited<ReturnType<typeof bootBundle>>;
beforeAll(async () => {
  bundle = await bootBundle(catalog);
  await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
});
afterAll(() => bundle?.close());

async function png(path: string): Promise<Buffer> {
  const response = await bundle.get(path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe.each(VARIANT_NAMES)('%s', (variant) => {
  test.each([ID, 'merchant-ships-second-basin-pilots', 'merchant-ships-2023-reports'])(
    'has a QR code that a scanner reads, at full size and as a JPEG 800 px wide: %s',
    async (id) => {
      const picture = await png(`/cards/${id}/${variant}.png`);
      const address = `HTTP://CARDS.EXAMPLE.ORG/CARDS/${id.toUpperCase()}`;
      expect(scan(PNG.sync.read(picture))).toBe(address);
      expect(scan(await asJpeg(picture))).toBe(address);
    },
  );

  test('has the pixels that resvg draws of its SVG, with colours merged where only a few are too many', async () => {
    const svg = await (await bundle.get(`/cards/${ID}/${variant}.svg`)).text();
    const drawn = PNG.sync.read(await png(`/cards/${ID}/${variant}.png`));
    const image = new Resvg(svg).render();
    expect([drawn.width, drawn.height]).toEqual([image.width, image.height]);
    const { width, height, pixels } = image;
    expect(Buffer.compare(drawn.data, encodedPixels({ width, height, rgba: pixels }).rgba)).toBe(0);
  });

  test('is light enough', async () => {
    for (const id of [ID, 'merchant-ships-2023-reports', 'second-basin-better-prepared']) {
      expect((await png(`/cards/${id}/${variant}.png`)).length).toBeLessThanOrEqual(MAX_BYTES);
    }
  });
});

test('the address of a QR code leads to the page of the card', async () => {
  const response = await bundle.get(`/CARDS/${ID.toUpperCase()}`);
  expect(response.status).toBe(302);
  expect(response.headers.get('Location')).toBe(`http://cards.example.org/cards/${ID}`);
});

test('a downloaded file still says what it is and where it comes from', async () => {
  const tags = ExifReader.load(await png(`/cards/${ID}.png`)) as unknown as Record<string, { description: string }>;
  const said = Object.fromEntries(
    ['Title', 'Description', 'Author', 'Source', 'URL'].map((name) => [name, tags[name]?.description]),
  );
  expect(said).toMatchObject({
    Title: 'Reportedly up to 1,000 merchant ships in the old harbour (Harbour Times, Nov 2023)',
    Author: 'Harbour Times',
    Source:
      'https://harbour-times.example/the-second-basin-grows-busier-but-the-old-town-will-not-hear-of-a-third/' +
      '#:~:text=reportedly%20hosts%20up%20to%201%2C000%20merchant%20ships',
    URL: `http://cards.example.org/cards/${ID}`,
  });
  expect(said.Description).toContain('Quote: “reportedly hosts up to 1,000 merchant ships”');
});

test('a comparison says who all are quoted in it', async () => {
  const tags = ExifReader.load(await png('/cards/merchant-ships-2023-reports.png')) as unknown as Record<
    string,
    { description: string }
  >;
  expect(tags.Author?.description).toBe(
    'The builders; Beispielzeitung; Ida Muster; Radio Example; The harbour office; Harbour Times',
  );
  expect(tags.Source?.description).toBe('http://cards.example.org/cards/merchant-ships-2023-reports');
});
