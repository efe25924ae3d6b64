/** Records the pixels of published pictures, so that /check can compare copies with them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardRecord } from '../card/record.ts';
import type { Brand } from '../card/site.ts';
import { type CompiledCatalog, linkRecords } from '../catalog/compile.ts';
import { PIXEL_FILE, type PixelLine, parsePixels } from '../catalog/pixel-file.ts';
import type { Releases } from '../catalog/releases.ts';
import { createBundledStore } from '../catalog/stores/bundled.ts';
import { MAIN_VARIANT, VARIANTS, type Variant, variantName } from '../render/variant.ts';
import { createLinks } from '../web/links.ts';
import { writeBuilt } from './built-files.ts';
import { absent, changeFile } from './whole-file.ts';

export async function readPixels() {
  return parsePixels(await readFile(PIXEL_FILE, 'utf8').catch(absent));
}

/** Writes the records of each card for the Worker, below `root`. */
export async function writePixels(lines: readonly PixelLine[], root = '.'): Promise<void> {
  for (const [card, own] of Map.groupBy(lines, (line) => line.card)) {
    const records = own.map(({ revision, drawing, sha256 }) => ({ revision, drawing, sha256 }));
    await writeBuilt(join(root, `build/public/_catalog/pixels/${card}.json`), JSON.stringify(records));
  }
}

type Options = { origin: string; brand: Brand; code: string; known: readonly PixelLine[] };

/**
 * The lines for the current pictures: of each card in every size and theme, and of its current revision at its permanent
 * address. Drawings that are known are not drawn again.
 */
export async function newPixelLines(
  catalog: CompiledCatalog,
  releases: Releases,
  { origin, brand, code, known }: Options,
): Promise<PixelLine[]> {
  const { drawingOf, renderPixels } = await import('../render/image.ts');
  const links = createLinks(origin);
  const drawings = new Set(known.map(({ drawing }) => drawing));
  const lines: PixelLine[] = [];
  const record = async (of: CardRecord, variants: readonly Variant[]) => {
    const { card, revision } = of;
    const options = {
      brand,
      code,
      pageUrl: links.page(card.id),
      sourceUrl: links.evidence(of),
      format: 'png',
    } as const;
    const drawing = drawingOf(of, options);
    if (drawings.has(drawing)) return;
    const sha256: Record<string, string> = {};
    for (const variant of variants)
      sha256[variantName(variant)] = hashPixels(await renderPixels(of, { ...options, ...variant }));
    lines.push({ card: card.id, revision, drawing, sha256 });
  };
  // The store's records are those that the Worker draws.
  const store = createBundledStore(catalog, releases);
  for (const { card, revision } of linkRecords(catalog)) {
    const [current, published] = [await store.getCard(card.id), await store.getRevision(card.id, revision)];
    if (current) await record(current, VARIANTS);
    if (published) await record(published, [MAIN_VARIANT]);
  }
  return lines;
}

/** As `hashPixels` in assets/scripts/png.js. */
function hashPixels({ width, height, rgba }: { width: number; height: number; rgba: Uint8Array }): string {
  return createHash('sha256').update(`${width}x${height}\n`).update(rgba).digest('hex');
}

export async function savePixels(lines: readonly PixelLine[]): Promise<void> {
  await changeFile(PIXEL_FILE, () => lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
