/** This project's renderer, with an address for each stage that it may stop after. */
import { renderImage } from '../../../../src/render/image.ts';
import { toIndexed } from '../../../../src/render/palette.ts';
import { toPixels } from '../../../../src/render/pixels.ts';
import { toSvg } from '../../../../src/render/svg.ts';
import { type Asked, type Env, findAsked, layAsked } from './asked.ts';

/** Each gives something that depends on all that the stage made. */
const STAGES: Record<string, (asked: Asked) => Promise<BodyInit>> = {
  '/layout': async (asked) => String(layAsked(asked).fits),
  '/svg': (asked) => toSvg(layAsked(asked), 'og'),
  '/pixels': async (asked) => String((await drawPixels(asked)).width),
  '/palette': async (asked) => String(toIndexed(await drawPixels(asked))?.colors.length),
  '/png': ({ record, pageUrl }) =>
    renderImage(record, { size: 'og', theme: 'light', format: 'png', pageUrl, sourceUrl: pageUrl }),
};

async function drawPixels(asked: Asked) {
  return toPixels(await toSvg(layAsked(asked), 'og'));
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    const stage = STAGES[pathname];
    if (!stage) return new Response(`nothing to draw at ${pathname}`, { status: 404 });
    return new Response(await stage(findAsked(request, env)));
  },
};
