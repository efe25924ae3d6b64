/**
 * @cf-wasm/og, by its `render` function. Its font objects are made once (it caches by them), and its default font is
 * one of ours, so that it does not parse the one it carries.
 */
import { CustomFont, cache, render } from '@cf-wasm/og/workerd';
import { cardTree, HEIGHT, WIDTH } from '../card-tree.ts';
import { FONTS } from './fonts.ts';

const fonts = FONTS.map(({ name, data, weight, style }) => new CustomFont(name, data, { weight, style }));
const [defaultFont] = fonts;

export default {
  /** @param {Request} request @param {{ TEXTS: import('../content.ts').CardTexts }} env @param {ExecutionContext} context */
  async fetch(request, { TEXTS }, context) {
    cache.setExecutionContext(context);
    const tree = cardTree(TEXTS, Number(new URL(request.url).searchParams.get('n')));
    const { image } = await render(tree, { width: WIDTH, height: HEIGHT, fonts, defaultFont }).asPng();
    return new Response(image, { headers: { 'Content-Type': 'image/png' } });
  },
};
