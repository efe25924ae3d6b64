import { describe, expect, test } from 'vitest';
import { contrast, DEFAULT_COLORS, findLowContrast, luminance, THEME_NAMES } from '../../src/card/site.ts';
import { Status } from '../../src/card/status.ts';

/** For shapes and for text (WCAG 2.2). */
const [SHAPE, AA, AAA] = [3, 4.5, 7];

describe.each(THEME_NAMES)('in the %s theme', (theme) => {
  const colors = DEFAULT_COLORS[theme];
  test.each([
    ['figure, claim and quotation', colors.ink, colors.paper, AAA],
    ['small print, and the words around the quote', colors.muted, colors.paper, AAA],
    ['topics, and the date of an event', colors.accent, colors.paper, AAA],
    ['the words of the source on their panel', colors.ink, colors.panel, AAA],
    ['the context of the words on their panel', colors.muted, colors.panel, AA],
    ['publisher and address on the strip', colors.stripInk, colors.strip, AAA],
    ['small print on the strip', colors.stripMuted, colors.strip, AAA],
    ['what is known of the words, on the strip', colors.stripTab, colors.strip, AAA],
    ['marked words', colors.markerInk, colors.marker, AA],
    ['the modules of the QR code on its tile', colors.module, colors.tile, AAA],
  ])('%s can be read', (_what, text, ground, least) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(least);
  });

  test.each(Status.options)('the label “%s” can be read, and stands out from the card', (status) => {
    expect(contrast(colors.chipInk, colors[status])).toBeGreaterThanOrEqual(AAA);
    expect(contrast(colors[status], colors.paper)).toBeGreaterThanOrEqual(SHAPE);
  });

  test('the shapes of drawings can be told from the card and from each other', () => {
    expect(contrast(colors.accent, colors.paper)).toBeGreaterThanOrEqual(SHAPE);
    expect(contrast(colors.tint, colors.paper)).toBeGreaterThanOrEqual(SHAPE);
    expect(contrast(colors.tint, colors.accent)).toBeGreaterThanOrEqual(2);
  });

  test('the QR code is dark on light', () => {
    expect(luminance(colors.tile)).toBeGreaterThan(luminance(colors.module));
  });
});

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('colours that are too alike are named with their contrast', () => {
  expect(findLowContrast(DEFAULT_COLORS.light)).toEqual([]);
  expect(findLowContrast({ ...DEFAULT_COLORS.light, accent: '#8a8a8a' })).toEqual([
    {
      role: 'accent',
      message: 'is #8a8a8a, which has a contrast of 3.3 with paper (#fbf8f1). It needs 7.',
    },
  ]);
});
