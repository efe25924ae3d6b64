/** This project's renderer, with an address for each stage that it may stop after. */
import type { CardRecord } from '../../../../src/domain/record.ts';
import { compose } from '../../../../src/render/compose.ts';
import { getShaper } from '../../../../src/render/engines.ts';
import { renderImage } from '../../../../src/render/image.ts';
import { layCard } from '../../../../src/render/layouts/layout.ts';
import { createMasks, type Masks } from '../../../../src/render/mask.ts';
import { placeGlyphs } from '../../../../src/render/place.ts';
import { encodePng } from '../../../../src/render/png.ts';
import { listShapes, rasterise } from '../../../../src/render/raster.ts';
import { SIZES } from '../../../../src/render/size.ts';
import { THEMES } from '../../../../src/render/theme.ts';
import { numbered, pageUrlOf } from '../content.ts';

/** The records that renders are made of, in turn; and those of the whole catalogue. */
type Env = { RECORDS: CardRecord[]; CATALOG: CardRecord[] };

const kept = createMasks();

type Stage = (record: CardRecord, pageUrl: string) => Promise<BodyInit>;

/** Each gives something that depends on all that the stage made. */
const STAGES: Record<string, Stage> = {
  '/layout': async (record, pageUrl) => String(lay(record, pageUrl).fits),
  '/shapes': async (record, pageUrl) => String((await listShapes(lay(record, pageUrl), 'og')).length),
  '/glyphs': async (record, pageUrl) => String(await countGlyphPixels(record, pageUrl)),
  '/pixels': async (record, pageUrl) => String((await rasterise(lay(record, pageUrl), 'og')).colors.length),
  '/png': render,
  '/catalog': render,
  '/no-glyphs': async (record, pageUrl) => renderWith(createMasks(), record, pageUrl),
};

function render(record: CardRecord, pageUrl: string): Promise<Uint8Array> {
  return renderImage(record, { size: 'og', theme: 'light', format: 'png', pageUrl, sourceUrl: pageUrl });
}

function lay(record: CardRecord, pageUrl: string) {
  return layCard(record, { size: 'og', colors: THEMES.light, pageUrl });
}

/** Shapes every text and asks for each glyph's mask, and lays none of them on. */
async function countGlyphPixels(record: CardRecord, pageUrl: string): Promise<number> {
  const shape = await getShaper();
  const shapes = await listShapes(lay(record, pageUrl), 'og');
  const glyphs = shapes.flatMap((drawn) => (drawn.is === 'text' ? placeGlyphs(drawn, shape) : []));
  return glyphs.reduce((sum, glyph) => sum + kept.glyph(glyph).coverage.length, 0);
}

/** A render of which no glyph was drawn before. */
async function renderWith(masks: Masks, record: CardRecord, pageUrl: string): Promise<Uint8Array> {
  const shapes = await listShapes(lay(record, pageUrl), 'og');
  const { width, height } = SIZES.og;
  return encodePng(compose(shapes, width, height, { masks, shape: await getShaper() }));
}

export default {
  async fetch(request: Request, { RECORDS, CATALOG }: Env): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const n = Number(searchParams.get('n'));
    const records = pathname === '/catalog' ? CATALOG : RECORDS;
    const record = records[n % records.length];
    const stage = STAGES[pathname];
    if (!record || !stage) return new Response(`nothing to draw at ${pathname}`, { status: 404 });
    return new Response(await stage(numbered(record, n), pageUrlOf(record.card.id, n)));
  },
};
