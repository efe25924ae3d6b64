import { describe, expect, test } from 'vitest';
import { THEME_NAMES, THEMES } from '../../src/render/variant.ts';

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const [AA, AAA] = [4.5, 7];

describe.each(THEME_NAMES)('in the %s theme', (theme) => {
  const colors = THEMES[theme];
  test.each([
    ['figure, claim and quotation', colors.ink, colors.paper, AAA],
    ['small print, the claim of a quote card, and the words around the marked ones', colors.muted, colors.paper, AAA],
    ['topics, and the date of an event', colors.accent, colors.paper, AAA],
    ['the status on its chip', colors.chipInk, colors.chip, AAA],
    ['marked words', colors.markerInk, colors.marker, AA],
    ['the modules of the QR code on its tile', colors.module, colors.tile, AAA],
  ])('%s can be read', (_what, text, ground, least) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(least);
  });

  test('the QR code is dark on light', () => {
    expect(luminance(colors.tile)).toBeGreaterThan(luminance(colors.module));
  });
});

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
