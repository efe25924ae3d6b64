import { describe, expect, test } from 'vitest';
import { DEFAULT_BRAND } from '../../src/card/site.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { canvasOf } from '../../src/render/layouts/frame.ts';
import { layoutCard } from '../../src/render/layouts/layout.ts';
import { toSvg } from '../../src/render/svg.ts';
import { SIZE_NAMES } from '../../src/render/variant.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';

const catalog = createBundledStore(SPECIMENS);

/** The shapes of an SVG in the order they are painted: boxes with place and colour, texts with start and colour. */
function structure(svg: string): string[] {
  return [...svg.matchAll(/<(rect|path|g|svg)\b([^>]*)>/g)].map(([, tag, attributes = '']) => {
    const named = [...attributes.matchAll(/\b(x|y|width|height|fill|transform)="([^"]*)"/g)].map(
      ([, name, value]) => `${name}=${value}`,
    );
    const start = / d="M(-?[\d.]+)[ ,](-?[\d.]+)/.exec(attributes);
    return [tag, ...named, ...(start ? [`from ${start[1]},${start[2]}`] : [])].join(' ');
  });
}

describe.each(['figure', 'quote', 'claim', 'event', 'comparison'])('the layout of a %s', (id) => {
  test.each(SIZE_NAMES)('%s', async (size) => {
    const record = await catalog.getCard(id);
    if (!record) throw new Error(`there is no specimen "${id}"`);
    const drawing = layoutCard(
      record,
      canvasOf(DEFAULT_BRAND, { size, theme: 'light' }, `https://cards.example.org/cards/${id}`),
    );
    expect(structure(await toSvg(drawing, size))).toMatchSnapshot();
  });
});
