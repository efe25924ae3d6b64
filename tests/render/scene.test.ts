import { describe, expect, test } from 'vitest';
import { box } from '../../src/render/element.ts';
import { faceStyle } from '../../src/render/fonts.ts';
import { readScene } from '../../src/render/scene.ts';
import { layOut } from '../../src/render/svg.ts';

const scene = async (...[style, ...children]: Parameters<typeof box>) =>
  readScene(await layOut(box({ width: 1200, height: 630, ...style }, ...children), 'og', 'text'));

const type = { ...faceStyle('sans'), fontSize: 40, lineHeight: 1, color: '#16202e' };

describe('what satori draws', () => {
  test('is read as boxes, and texts with the space behind them', async () => {
    expect(await scene({ ...type, background: '#fbf8f1', color: '#16202e' }, 'Kyiv & "Minsk", now')).toMatchObject([
      { is: 'rect', x: 0, y: 0, width: 1200, height: 630, color: 0xfbf8f1 },
      {
        is: 'text',
        text: 'Kyiv ',
        x: 0,
        face: 'sans',
        fontSize: 40,
        letterSpacing: 0,
        tabular: false,
        color: 0x16202e,
      },
      { is: 'text', text: '& ' },
      { is: 'text', text: '"Minsk", ' },
      { is: 'text', text: 'now' },
    ]);
  });

  test('says which figures are tabular, which letters are set apart, and which face they are of', async () => {
    const [sans] = await scene({ ...type, ...faceStyle('sans', true) }, '2023');
    expect(sans).toMatchObject({ face: 'sans', tabular: true });
    const [bold] = await scene({ ...type, ...faceStyle('bold'), letterSpacing: -3 }, '2023');
    expect(bold).toMatchObject({ face: 'bold', tabular: false, letterSpacing: -3 });
  });

  test.each([
    ['an opacity', { ...type, opacity: 0.5 }],
    ['a border', { border: '1px solid #982b10' }],
    ['a clip', { ...type, overflow: 'hidden' }],
    ['a turn', { ...type, transform: 'rotate(5deg)' }],
    ['a gradient', { backgroundImage: 'linear-gradient(#fff, #000)' }],
    ['a colour that lets others through', { background: '#ff000080' }],
    ['a shadow', { background: '#ffffff', boxShadow: '0 0 4px #000' }],
  ])('is refused where it is %s', async (_, style) => {
    await expect(scene({}, box({ width: 200, height: 50, ...style }, 'a'))).rejects.toThrow(
      /cards hold rectangles, paths and texts/,
    );
  });
});
