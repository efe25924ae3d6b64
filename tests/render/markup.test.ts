/** What satori can draw beyond texts and boxes is drawn alike in a card's SVG and its PNG. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { box, type Element, type Style } from '../../src/render/element.ts';
import { getResvg, toPixels, toSvg } from '../../src/render/svg.ts';

const RED_DOT = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="5" fill="#ff0000"/></svg>',
)}`;

const image: Element = { type: 'img', key: null, props: { src: RED_DOT, width: 100, height: 100, style: {} } };

/** A card-sized drawing with `child` 100 px from its upper left corner, as SVG and as pixels by their place. */
async function draw(child: Element) {
  const element = box({ width: 1200, height: 630, background: '#ffffff' }, box({ margin: 100 }, child));
  const svg = await toSvg({ element, qr: null, fits: true }, 'og');
  const { rgba } = await toPixels(svg);
  const at = (x: number, y: number) => {
    const start = 4 * ((100 + y) * 1200 + 100 + x);
    return `#${Buffer.from(rgba.subarray(start, start + 3)).toString('hex')}`;
  };
  return { svg, at };
}

const square = (style: Style) => draw(box({ width: 100, height: 100, ...style }));

describe('is drawn in SVG and PNG alike:', () => {
  test('an image', async () => {
    const { svg, at } = await draw(image);
    expect(svg).toContain('<image');
    expect([at(50, 50), at(2, 2), at(97, 97)]).toEqual(['#ff0000', '#ffffff', '#ffffff']);
  });

  test('a border', async () => {
    const { at } = await square({ border: '10px solid #0000ff' });
    expect([at(5, 50), at(95, 50), at(50, 5), at(50, 50)]).toEqual(['#0000ff', '#0000ff', '#0000ff', '#ffffff']);
  });

  test('a gradient', async () => {
    const { svg, at } = await square({ backgroundImage: 'linear-gradient(to right, #000000, #ffffff)' });
    expect(svg).toContain('<linearGradient');
    const [left, middle, right] = [5, 50, 94].map((x) => Number.parseInt(at(x, 50).slice(1, 3), 16));
    expect(left).toBeLessThan(30);
    expect(middle).toBeGreaterThan(110);
    expect(middle).toBeLessThan(145);
    expect(right).toBeGreaterThan(225);
  });

  test('a clip', async () => {
    const inner = box({ width: 200, height: 200, background: '#00ff00' });
    const { svg, at } = await draw(box({ width: 100, height: 100, overflow: 'hidden', borderRadius: 50 }, inner));
    expect(svg).toMatch(/clip-path="url\(#|mask="url\(#/);
    expect([at(50, 50), at(3, 3), at(150, 50)]).toEqual(['#00ff00', '#ffffff', '#ffffff']);
  });
});

describe('the memory of a picture is given back', () => {
  afterEach(() => vi.restoreAllMocks());

  test('when it was drawn', async () => {
    const Resvg = await getResvg();
    const free = vi.spyOn(Resvg.prototype, 'free');
    const render = vi.spyOn(Resvg.prototype, 'render');
    await toPixels('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
    expect(free).toHaveBeenCalledOnce();
    // What was freed has no pixels any more.
    const image = render.mock.results[0]?.value;
    expect(() => image.pixels).toThrow();
  });

  test('when drawing failed', async () => {
    const Resvg = await getResvg();
    const free = vi.spyOn(Resvg.prototype, 'free');
    vi.spyOn(Resvg.prototype, 'render').mockImplementation(() => {
      throw new Error('out of memory');
    });
    await expect(toPixels('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')).rejects.toThrow();
    expect(free).toHaveBeenCalledOnce();
  });
});
