import { describe, expect, test } from 'vitest';
import { box } from '../../src/render/element.ts';
import { type Face, faceStyle, measure } from '../../src/render/fonts.ts';
import { toSvg } from '../../src/render/svg.ts';

const LETTERS = [...new Set('ЛукашенкоЦіханоўскаяЗеленськийĽŞΩҐґЄєЇїЁёЪъЎўΆώşțłßœø“”„«»–—…→€№')];

/** A letter that no font has: it draws the box for a missing one. */
const MISSING = '\ue000';

async function outline(letter: string, face: Face): Promise<string | undefined> {
  const element = box({ ...faceStyle(face), fontSize: 64, width: 200, height: 100 }, letter);
  const drawing = { element, qr: null, fits: true };
  return / d="([^"]+)"/.exec((await toSvg(drawing, 'og')).split('<mask').at(-1) ?? '')?.[1];
}

describe.each<Face>(['sans', 'bold', 'serif'])('the %s face', (face) => {
  test('draws every letter and sign, and none as the missing-glyph box', async () => {
    const missing = await outline(MISSING, face);
    expect(missing).toBeTruthy();
    for (const letter of LETTERS) {
      const drawn = await outline(letter, face);
      expect(drawn, letter).toBeTruthy();
      expect(drawn, letter).not.toBe(missing);
    }
  });

  test('knows the drawn width of each letter', () => {
    const type = { face, fontSize: 100 };
    expect(measure('ii', type)).toBeCloseTo(2 * measure('i', type));
    expect(measure('W', type)).toBeGreaterThan(measure('i', type));
    expect(measure('ab', { ...type, letterSpacing: 5 })).toBeCloseTo(measure('ab', type) + 10);
  });
});
