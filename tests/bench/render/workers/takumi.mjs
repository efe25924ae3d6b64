/** @takumi-rs/wasm: its module, its renderer and its fonts are started once, on the first request, and used again. */
import init, { Renderer } from '@takumi-rs/wasm';
import module from '@takumi-rs/wasm/takumi_wasm_bg.wasm';
import { FONTS } from '../../../../src/render/fonts.ts';
import { findAsked, HEIGHT, layAsked, WIDTH } from './asked.ts';
import { withQr } from './qr.ts';
import { toTakumi } from './takumi-node.ts';

async function start() {
  await init({ module_or_path: module });
  const renderer = new Renderer();
  for (const font of FONTS) await renderer.registerFont(font);
  return renderer;
}

/** @type {Promise<Renderer> | undefined} */
let started;

export default {
  /** @param {Request} request @param {import('./asked.ts').Env} env */
  async fetch(request, env) {
    started ??= start();
    const renderer = await started;
    const tree = toTakumi(withQr(layAsked(findAsked(request, env))));
    const image = await renderer.render(tree, { width: WIDTH, height: HEIGHT, format: 'png' });
    return new Response(image, { headers: { 'Content-Type': 'image/png' } });
  },
};
