import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTRASTS, findLowContrast } from '../../src/card/brand-contrast.ts';
import { contrast, nearestColor, toOklch } from '../../src/card/color.ts';
import { type Colors, DEFAULT_COLORS, type Role, siteOf, THEME_NAMES } from '../../src/card/site.ts';

describe.each(THEME_NAMES)('in the %s theme', (theme) => {
  const colors = DEFAULT_COLORS[theme];
  test('every pair of the default brand has the contrast that is demanded', () => {
    expect(findLowContrast(colors)).toEqual([]);
  });

  test('the certain and the uncertain part of a drawing can be told from each other', () => {
    expect(contrast(colors.tint, colors.accent)).toBeGreaterThanOrEqual(2);
  });
});

test('what readers must read first, and each label, needs AAA', () => {
  const AAA = CONTRASTS.filter(([, , least]) => least >= 7).map(([one, other]) => `${one} on ${other}`);
  expect(AAA).toEqual(
    expect.arrayContaining(['ink on paper', 'ink on panel', 'accent on paper', 'chipInk on claimed']),
  );
});

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('colours that are too alike', () => {
  const messages = (own: Partial<Colors>) =>
    findLowContrast({ ...DEFAULT_COLORS.light, ...own }).map(({ role, message }) => `${role} ${message}`);

  test('are named with their contrast, and the nearest colour that passes', () => {
    expect(messages({ accent: '#8a8a8a' })).toEqual([
      'accent is #8a8a8a, which has a contrast of 3.3 with paper (#fbf8f1). It needs at least 7. The nearest colour that passes: accent #555555.',
      'accent is #8a8a8a, which has a contrast of 3.5 with panel (#ffffff). It needs at least 4.5. The nearest colour that passes: accent #555555.',
    ]);
  });

  test('are changed where that helps the most pairs', () => {
    const found = messages({ paper: '#c0392b' });
    expect(found.length).toBeGreaterThan(5);
    for (const message of found) expect(message).toMatch(/passes: paper #[0-9a-f]{6}\.$/);
  });

  test('are both to be changed if no lightness of one is enough', () => {
    const grey = Object.fromEntries(Object.keys(DEFAULT_COLORS.light).map((role) => [role, '#808080'])) as Colors;
    expect(findLowContrast(grey)[0]?.message).toContain('Change both.');
  });

  test('include a QR code that is light on dark', () => {
    expect(messages({ tile: '#000000', module: '#ffffff' })).toEqual([expect.stringContaining('Swap the two')]);
  });

  test('pass with the colours that are proposed', () => {
    fc.assert(
      fc.property(fc.constantFrom<Role>('accent', 'paper', 'strip', 'marker', 'claimed'), color, (role, given) => {
        const colors: Colors = { ...DEFAULT_COLORS.light, [role]: given };
        for (const { message } of findLowContrast(colors))
          for (const [, name, near] of message.matchAll(/(\w+) (#[0-9a-f]{6})[,.]/g))
            if (message.includes('passes:')) colors[name as Role] = near ?? '';
        expect(findLowContrast(colors).filter(({ message }) => !message.includes('Swap'))).toEqual([]);
      }),
    );
  });
});

describe('the nearest colour', () => {
  test('is the colour itself if it passes', () => {
    fc.assert(
      fc.property(color, (given) => {
        expect(nearestColor(given, () => true)).toBe(given);
      }),
    );
  });

  test('has the same hue, and passes', () => {
    fc.assert(
      fc.property(color, color, (given, ground) => {
        const near = nearestColor(given, (candidate) => contrast(candidate, ground) >= 4.5);
        if (near === undefined) return;
        expect(contrast(near, ground)).toBeGreaterThanOrEqual(4.5);
        const [before, after] = [toOklch(given), toOklch(near)];
        const turn = Math.abs(before.hue - after.hue) % (2 * Math.PI);
        // Near grey, a hue is a matter of rounding.
        if (after.chroma > 0.04) expect(Math.min(turn, 2 * Math.PI - turn)).toBeLessThan(0.12);
      }),
    );
  });
});

describe('a brand with a few colours', () => {
  const colorsOf = (own: Partial<Colors>) => siteOf({ brand: { colors: { light: own } } }, null).brand.colors;

  test('has a tab in its accent, on a strip of its own or the default, unless it sets one', () => {
    expect(colorsOf({ accent: '#0a6e64' }).light.stripTab).not.toBe(DEFAULT_COLORS.light.stripTab);
    expect(colorsOf({ accent: '#7de0d4' }).light.stripTab).toBe('#7de0d4');
    expect(colorsOf({ accent: '#7de0d4', stripTab: '#ffffff' }).light.stripTab).toBe('#ffffff');
    expect(colorsOf({}).light.stripTab).toBe(DEFAULT_COLORS.light.stripTab);
  });

  test('has a tint between its accent and paper, and marked words in its ink', () => {
    for (const accent of ['#7a1f5c', '#0b5d3b', '#1245a8'])
      for (const paper of ['#ffffff', '#f3f7fb', '#fff7e8']) {
        const { light, dark } = colorsOf({ accent, paper, ink: '#101010' });
        expect(contrast(light.tint, paper)).toBeGreaterThanOrEqual(3);
        expect(contrast(light.tint, accent)).toBeGreaterThanOrEqual(2);
        expect(light.markerInk).toBe('#101010');
        expect(dark).toEqual(DEFAULT_COLORS.dark);
      }
  });

  test.each([
    ['#ffffff', '#ececec'],
    ['#f3f7fb', '#ffffff'],
    ['#101014', '#222226'],
  ])('has a panel that differs from its paper: %s', (paper, panel) => {
    const ink = paper === '#101014' ? '#f4f4f4' : '#101014';
    expect(colorsOf({ paper, ink }).light.panel).toBe(panel);
  });

  test('keeps what it sets itself', () => {
    const own = { paper: '#f3f7fb', ink: '#101014', accent: '#1245a8', panel: '#eeeeee', empty: '#dddddd' };
    expect(colorsOf({ ...own, rule: '#cccccc', tint: '#5577cc', markerInk: '#000000' }).light).toMatchObject(own);
  });
});
