/** The shapes that a picture's SVG has for a number, read back into numbers. It knows only the drawing, not the card. */

export type DrawnShape = { name: string; left: number; right: number /** In px². */; area: number };

const PATH = /<path data-name="([^"]+)" transform="translate\(([-\d.]+) ([-\d.]+)\)" fill="[^"]+" d="([^"]+)"\/>/g;

/** Every named shape, in the order of drawing. The inner line of an outline does not count: the outer one is the shape. */
export function drawnShapes(svg: string): DrawnShape[] {
  return [...svg.matchAll(PATH)].flatMap(([, name = '', x = '', , d = '']) =>
    (d.match(/M[^M]+/g) ?? []).flatMap((outline): DrawnShape[] => {
      const rectangle = /^M([-\d.]+) [-\d.]+h([-\d.]+)v([-\d.]+)h-[\d.]+z$/.exec(outline);
      if (rectangle) {
        const [left, width, height] = rectangle.slice(1).map(Number) as [number, number, number];
        return [{ name, left: Number(x) + left, right: Number(x) + left + width, area: width * height }];
      }
      const pointed = /^M([-\d.]+) 0H([-\d.]+)L([-\d.]+) [-\d.]+L[-\d.]+ [-\d.]+H[-\d.]+z$/.exec(outline);
      if (!pointed) return [];
      const [from, , to] = pointed.slice(1).map(Number) as [number, number, number];
      return [
        {
          name: `${name} pointed`,
          left: Number(x) + Math.min(from, to),
          right: Number(x) + Math.max(from, to),
          area: 0,
        },
      ];
    }),
  );
}

export type DrawnNumber = { min: number | null; max: number | null };

/** The cells of a waffle: how many of 100 are certain, and how many at most. Null if the picture has no waffle. */
export function readWaffle(shapes: readonly DrawnShape[]): (DrawnNumber & { tinted: number }) | null {
  const areaOf = (...names: string[]) =>
    shapes.filter(({ name }) => names.includes(name)).reduce((sum, { area }) => sum + area, 0);
  const all = areaOf('waffle empty', 'waffle solid', 'waffle tint', 'waffle hollow');
  if (all === 0) return null;
  const [sure, tinted] = [areaOf('waffle solid', 'waffle hollow'), areaOf('waffle tint')].map(
    (area) => (100 * area) / all,
  ) as [number, number];
  return { min: sure, max: sure + tinted, tinted };
}

/** A bar in px from its zero: where its parts end, its stated bound, and the side on which it is open. */
export type DrawnBar = {
  zero: number;
  sure: number | null;
  end: number;
  bound: number | null;
  whole: number | null;
  open: 'below' | 'above' | null;
};

/** The bars of a picture, in order. */
export function readBars(shapes: readonly DrawnShape[]): DrawnBar[] {
  const bars: DrawnShape[][] = [];
  for (const shape of shapes.filter(({ name }) => /^(?:bar|axis)/.test(name))) {
    const isNext = shape.name === 'axis' || shape.name === 'bar empty' || bars.length === 0;
    if (isNext) bars.push([]);
    bars.at(-1)?.push(shape);
  }
  return bars.map(barOf).filter((bar) => bar !== null);
}

function barOf(shapes: DrawnShape[]): DrawnBar | null {
  const parts = shapes.filter(({ name }) => /^bar (?:solid|tint|hollow)/.test(name));
  const [first] = parts;
  if (!first) return null;
  const zero = Math.min(...parts.map(({ left }) => left));
  const end = Math.max(...parts.map(({ right }) => right));
  const bound = shapes.find(({ name }) => name === 'bar bound');
  const whole = shapes.find(({ name }) => name === 'bar empty');
  const pointed = parts.find(({ name }) => name.endsWith('pointed'));
  // A point says that the bar goes on, and a stroke at the end that the number is a limit.
  const open = pointed ? 'above' : bound && Math.abs(bound.right - end) < 0.02 ? 'below' : null;
  const sure = parts.find(({ name }) => /^bar (?:solid|hollow)$/.test(name));
  return {
    zero,
    sure: sure ? sure.right - zero : null,
    end: end - zero,
    bound: bound ? bound.right - zero : null,
    whole: whole ? whole.right - zero : null,
    open,
  };
}
