/** @takumi-rs/wasm: its module, its renderer and its fonts are started once, on the first request, and used again. */
import init, { Renderer } from '@takumi-rs/wasm';
import module from '@takumi-rs/wasm/takumi_wasm_bg.wasm';
import { cardTree, HEIGHT, WIDTH } from '../card-tree.ts';
import { toTakumi } from '../takumi-node.ts';
import { FONTS } from './fonts.ts';

async function start() {
  await init({ module_or_path: module });
  const renderer = new Renderer();
  for (const font of FONTS) await renderer.registerFont(font);
  return renderer;
}

/** @type {Promise<Renderer> | undefined} */
let started;

export default {
  /** @param {Request} request @param {{ TEXTS: import('../content.ts').CardTexts }} env */
  async fetch(request, { TEXTS }) {
    started ??= start();
    const renderer = await started;
    const tree = cardTree(TEXTS, Number(new URL(request.url).searchParams.get('n')));
    const image = await renderer.render(toTakumi(tree), { width: WIDTH, height: HEIGHT, format: 'png' });
    return new Response(image, { headers: { 'Content-Type': 'image/png' } });
  },
};
