/**
 * @cf-wasm/og, by its `render` function. Its font objects are made once (it caches by them), and its default font is
 * one of ours, so that it does not parse the one it carries.
 */
import { CustomFont, cache, render } from '@cf-wasm/og/workerd';
import { FONTS } from '../../../../src/render/fonts.ts';
import { findAsked, HEIGHT, layAsked, WIDTH } from './asked.ts';
import { withQr } from './qr.ts';

const fonts = FONTS.map(({ name, data, weight, style }) => new CustomFont(name, data, { weight, style }));
const [defaultFont] = fonts;

export default {
  /** @param {Request} request @param {import('./asked.ts').Env} env @param {ExecutionContext} context */
  async fetch(request, env, context) {
    cache.setExecutionContext(context);
    const tree = withQr(layAsked(findAsked(request, env)));
    const { image } = await render(tree, { width: WIDTH, height: HEIGHT, fonts, defaultFont }).asPng();
    return new Response(image, { headers: { 'Content-Type': 'image/png' } });
  },
};
