/** This project's renderer, with an address for each stage that it may stop after. */
import type { CardRecord } from '../../../../src/card/record.ts';
import { renderImage } from '../../../../src/render/image.ts';
import { layCard } from '../../../../src/render/layouts/layout.ts';
import { toIndexed } from '../../../../src/render/png.ts';
import { toPixels } from '../../../../src/render/resvg.ts';
import { toSvg } from '../../../../src/render/svg.ts';
import { THEMES } from '../../../../src/render/variant.ts';
import { numbered, pageUrlOf } from '../content.ts';

/** The records that renders are made of, in turn; and those of the whole catalogue. */
type Env = { RECORDS: CardRecord[]; CATALOG: CardRecord[] };

type Stage = (record: CardRecord, pageUrl: string) => Promise<BodyInit>;

/** Each gives something that depends on all that the stage made. */
const STAGES: Record<string, Stage> = {
  '/layout': async (record, pageUrl) => String(lay(record, pageUrl).fits),
  '/svg': (record, pageUrl) => toSvg(lay(record, pageUrl), 'og'),
  '/pixels': async (record, pageUrl) => String((await pixelsOf(record, pageUrl)).width),
  '/palette': async (record, pageUrl) => String(toIndexed(await pixelsOf(record, pageUrl))?.colors.length),
  '/png': render,
  '/catalog': render,
};

function render(record: CardRecord, pageUrl: string): Promise<Uint8Array> {
  return renderImage(record, { size: 'og', theme: 'light', format: 'png', pageUrl, sourceUrl: pageUrl });
}

function lay(record: CardRecord, pageUrl: string) {
  return layCard(record, { size: 'og', colors: THEMES.light, pageUrl });
}

async function pixelsOf(record: CardRecord, pageUrl: string) {
  return toPixels(await toSvg(lay(record, pageUrl), 'og'));
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
