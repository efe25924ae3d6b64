/** The contrast of the colours of a brand: the pairs that pictures and pages have, and the nearest colours that pass. Pure. */
import { contrast, luminance, nearestColor } from './color.ts';
import type { Colors, Role } from './site.ts';

/** Text and background colours, with the contrast (WCAG 2.2) that they need: 7 is AAA, 4.5 is AA, 3 is for shapes. */
export const CONTRASTS: readonly (readonly [text: Role, ground: Role, least: number])[] = [
  ['ink', 'paper', 7],
  ['muted', 'paper', 7],
  ['accent', 'paper', 7],
  ['ink', 'panel', 7],
  ['muted', 'panel', 4.5],
  // Tiles in lists have topics and the shapes of statuses on the panel.
  ['accent', 'panel', 4.5],
  ['stated', 'panel', 3],
  ['reported', 'panel', 3],
  ['claimed', 'panel', 3],
  ['assessed', 'panel', 3],
  ['chipInk', 'stated', 7],
  ['chipInk', 'reported', 7],
  ['chipInk', 'claimed', 7],
  ['chipInk', 'assessed', 7],
  ['stated', 'paper', 3],
  ['reported', 'paper', 3],
  ['claimed', 'paper', 3],
  ['assessed', 'paper', 3],
  ['stripInk', 'strip', 7],
  ['stripMuted', 'strip', 7],
  ['stripTab', 'strip', 7],
  ['tint', 'paper', 3],
  // The band is behind the lower half of the marked words. Pages have it behind text in ink.
  ['markerInk', 'marker', 4.5],
  ['markerInk', 'panel', 4.5],
  ['markerInk', 'paper', 4.5],
  ['ink', 'marker', 4.5],
  ['module', 'tile', 7],
];

type Pair = (typeof CONTRASTS)[number];

const passes = (colors: Colors, [text, ground, least]: Pair) => contrast(colors[text], colors[ground]) >= least;

/** Messages about colour pairs of a theme with too little contrast, with the nearest colours that pass. */
export function findLowContrast(colors: Colors): { role: Role; message: string }[] {
  const failing = CONTRASTS.filter((pair) => !passes(colors, pair));
  const proposed = failing.length > 0 ? withContrast(colors) : colors;
  const faults = failing.map(([role, ground, least]) => {
    const given = contrast(colors[role], colors[ground]).toFixed(1);
    const near = [role, ground].filter((name) => proposed[name] !== colors[name]);
    const advice =
      near.length > 0
        ? `The nearest colour that passes: ${near.map((name) => `${name} ${proposed[name]}`).join(', ')}.`
        : 'Changing the lightness of only one colour is not enough. Change both.';
    const message = `is ${colors[role]}, which has a contrast of ${given} with ${ground} (${colors[ground]}). It needs at least ${least}. ${advice}`;
    return { role, message };
  });
  if (luminance(colors.module) > luminance(colors.tile))
    faults.push({
      role: 'module',
      message: 'is lighter than tile. Some phones cannot read such a QR code. Swap the two colours.',
    });
  return faults;
}

/** Makes one colour at a time lighter or darker until all pairs pass, if possible. Begins with the colour of the most failing pairs. */
function withContrast(colors: Colors): Colors {
  const failing = CONTRASTS.filter((pair) => !passes(colors, pair));
  const countOf = (role: Role) => failing.filter((pair) => pair.includes(role)).length;
  const roles = [...new Set(failing.flatMap(([text, ground]) => [text, ground] as const))];
  for (const role of roles.toSorted((a, b) => countOf(b) - countOf(a))) {
    const pairs = CONTRASTS.filter((pair) => pair.includes(role));
    const near = nearestColor(colors[role], (color) =>
      pairs.every((pair) => passes({ ...colors, [role]: color }, pair)),
    );
    if (near) return withContrast({ ...colors, [role]: near });
  }
  return colors;
}
