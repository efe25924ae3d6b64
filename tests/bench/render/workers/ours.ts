/** This project's renderer, with an address for each stage that it may stop after. */
import type { CardRecord } from '../../../../src/domain/record.ts';
import { renderImage } from '../../../../src/render/image.ts';
import { layCard } from '../../../../src/render/layouts/layout.ts';
import { rasterise } from '../../../../src/render/raster.ts';
import { toSvg } from '../../../../src/render/svg.ts';
import { THEMES } from '../../../../src/render/theme.ts';
import { numbered, pageUrlOf } from '../content.ts';

/** The records that renders are made of, in turn. */
type Env = { RECORDS: CardRecord[] };

/** Each gives something that depends on all that the stage made. */
const STAGES: Record<string, (record: CardRecord, pageUrl: string) => Promise<BodyInit>> = {
  '/layout': async (record, pageUrl) => String(lay(record, pageUrl).fits),
  '/svg': async (record, pageUrl) => String((await toSvg(lay(record, pageUrl), 'og')).length),
  '/pixels': async (record, pageUrl) =>
    String((await rasterise(await toSvg(lay(record, pageUrl), 'og'))).pixels.length),
  '/png': (record, pageUrl) =>
    renderImage(record, { size: 'og', theme: 'light', format: 'png', pageUrl, sourceUrl: pageUrl }),
};

function lay(record: CardRecord, pageUrl: string) {
  return layCard(record, { size: 'og', colors: THEMES.light, pageUrl });
}

export default {
  async fetch(request: Request, { RECORDS }: Env): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const n = Number(searchParams.get('n'));
    const record = RECORDS[n % RECORDS.length];
    const stage = STAGES[pathname];
    if (!record || !stage) return new Response(`nothing to draw at ${pathname}`, { status: 404 });
    return new Response(await stage(numbered(record, n), pageUrlOf(record.card.id, n)));
  },
};
