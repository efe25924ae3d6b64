import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_BRAND } from '../../../src/card/site.ts';
import { compileCatalog } from '../../../src/catalog/compile.ts';
import { writeCatalog } from '../../../src/tools/built-files.ts';
import { drawPictures } from '../../../src/tools/deployment/draw.ts';
import type { Picture } from '../../../src/tools/deployment/plan.ts';
import { GOOD_FILE } from '../../helpers/catalog-file.ts';

let folder: string;
let store: string;
const here = process.cwd();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  store = join(folder, 'store');
  mkdirSync(store);
  const { catalog } = compileCatalog([{ name: 'daily-example.yaml', text: GOOD_FILE }]);
  await writeCatalog(catalog, { code: 'test' }, folder);
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true, force: true });
});

const pictureOf = (id: string, format: 'png' | 'svg'): Picture => {
  const form = { size: 'og', theme: 'light', format, path: `cards/{id}.${format}` } as const;
  return { id, form, path: `cards/${id}.${format}`, kept: `${id}.${format}` };
};
const draw = (pictures: Picture[], onDrawn = () => {}) =>
  drawPictures(pictures, { store, origin: 'https://cards.example.org', brand: DEFAULT_BRAND, onDrawn });

test('every picture is drawn once and kept under its name', async () => {
  const onDrawn = vi.fn();
  await draw([pictureOf('some-fighters', 'png'), pictureOf('other-words', 'svg')], onDrawn);
  expect(onDrawn).toHaveBeenCalledTimes(2);
  expect(readFileSync(join(store, 'some-fighters.png')).subarray(1, 4).toString()).toBe('PNG');
  expect(readFileSync(join(store, 'other-words.svg'), 'utf8')).toMatch(/^<svg /);
});

test('a picture that is not drawn stops the build with its card, address and reason', async () => {
  await expect(draw([pictureOf('nobody', 'png')])).rejects.toThrow(
    'the card "nobody" was not drawn at /cards/nobody.png: it is not in the compiled catalogue. View it in the preview',
  );
  expect(existsSync(join(store, 'nobody.png'))).toBe(false);
});

test('where the threads cannot start, the reason is named', async () => {
  rmSync(join(folder, 'build/public'), { recursive: true });
  await expect(draw([pictureOf('some-fighters', 'png')])).rejects.toThrow('cards.ndjson');
});
