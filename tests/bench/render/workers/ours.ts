/** This project's renderer, with an address for each stage that it may stop after. */
import { DEFAULT_BRAND } from '../../../../src/card/site.ts';
import { renderImage } from '../../../../src/render/image.ts';
import { toIndexed } from '../../../../src/render/png.ts';
import { toPixels, toSvg } from '../../../../src/render/svg.ts';
import { MAIN_VARIANT } from '../../../../src/render/variant.ts';
import { type Asked, type Env, findAsked, layAsked } from './asked.ts';

/** Each gives something that depends on all that the stage made. */
const STAGES: Record<string, (asked: Asked) => Promise<BodyInit>> = {
  '/layout': async (asked) => String(layAsked(asked).fits),
  '/svg': (asked) => toSvg(layAsked(asked), 'og'),
  '/pixels': async (asked) => String((await drawPixels(asked)).width),
  '/palette': async (asked) => String(toIndexed(await drawPixels(asked))?.colors.length),
  '/png': ({ record, pageUrl }) =>
    renderImage(record, { ...MAIN_VARIANT, format: 'png', brand: DEFAULT_BRAND, pageUrl, sourceUrl: pageUrl }),
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
