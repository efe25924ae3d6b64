/** workers-og, given elements and not HTML, which spares it a parser; and one constant array of fonts. */
import { ImageResponse } from 'workers-og';
import { cardTree, HEIGHT, WIDTH } from '../card-tree.ts';
import { FONTS } from './fonts.ts';

// It logs twice with every picture.
console.log = () => {};

export default {
  /** @param {Request} request @param {{ TEXTS: import('../content.ts').CardTexts }} env */
  fetch(request, { TEXTS }) {
    const tree = cardTree(TEXTS, Number(new URL(request.url).searchParams.get('n')));
    return new ImageResponse(tree, { width: WIDTH, height: HEIGHT, fonts: FONTS });
  },
};
