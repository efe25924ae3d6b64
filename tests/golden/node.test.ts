/** The build draws in Node what the Worker draws: the golden pictures come from the real bundle, to the byte. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_BRAND } from '../../src/card/site.ts';
import { SIZE_NAMES } from '../../src/render/variant.ts';
import { writeCatalog } from '../../src/tools/built-files.ts';
import { drawPictures } from '../../src/tools/deployment/draw.ts';
import type { Picture } from '../../src/tools/deployment/plan.ts';
import { pictureForms } from '../../src/tools/deployment/plan.ts';
import { PLAIN, readSite } from '../../src/tools/site-files.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
const store = join(folder, 'store');
beforeAll(async () => {
  mkdirSync(store);
  await writeCatalog(SPECIMENS, { code: 'test' }, folder);
});
afterAll(() => {
  process.chdir(root);
  rmSync(folder, { recursive: true, force: true });
});

const { fonts } = await readSite();
const hasOwnFonts = Object.entries(fonts).some(([face, path]) => PLAIN.fonts[face as keyof typeof fonts] !== path);

const PICTURES = ['figure', 'quote', 'claim', 'event', 'comparison'].flatMap((id) =>
  pictureForms(SIZE_NAMES)
    .filter(({ format }) => format === 'png')
    .map((form): Picture => {
      const name = `${id}-${form.size}${form.theme === 'dark' ? '-dark' : ''}.png`;
      return { id, form, path: form.path.replace('{id}', id), kept: name };
    }),
);

// The threads draw with the fonts of the project, and the golden pictures have the shipped ones.
test.skipIf(hasOwnFonts)('each kind, size and theme', async () => {
  process.chdir(folder);
  await drawPictures(PICTURES, { store, origin: 'http://cards.example.org', brand: DEFAULT_BRAND, onDrawn: () => {} });
  const differing = PICTURES.filter(
    ({ kept }) => !readFileSync(join(store, kept)).equals(readFileSync(join(root, 'tests/golden', kept))),
  );
  expect(PICTURES.length).toBeGreaterThan(0);
  expect(differing.map(({ kept }) => kept)).toEqual([]);
});
