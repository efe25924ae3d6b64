/** workers-og, given elements and not HTML, which spares it a parser; and one constant array of fonts. */
import { ImageResponse } from 'workers-og';
import { FONTS } from '../../../../src/render/fonts.ts';
import { findAsked, HEIGHT, layAsked, WIDTH } from './asked.ts';
import { withQr } from './qr.ts';

// It logs twice with every picture.
console.log = () => {};

export default {
  /** @param {Request} request @param {import('./asked.ts').Env} env */
  fetch(request, env) {
    const tree = withQr(layAsked(findAsked(request, env)));
    return new ImageResponse(tree, { width: WIDTH, height: HEIGHT, fonts: FONTS });
  },
};
