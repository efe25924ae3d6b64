/** Colours as "#rrggbb": their contrast, and the nearest colour of the same hue that passes a test. Pure. */

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

export function luminance(hex: string): number {
  const [red, green, blue] = toLinearRgb(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** In CSS Color 4. `hue`: in radians. */
type Oklch = { lightness: number; chroma: number; hue: number };

/** The steps of lightness and chroma, from 0 to 1. Both are too small to see. */
const [LIGHTNESS_STEP, CHROMA_STEP] = [0.002, 0.004];

/** The lighter or darker colour that differs least and passes; undefined if none does. */
export function nearestColor(color: string, passes: (color: string) => boolean): string | undefined {
  const { lightness, ...rest } = toOklch(color);
  for (let shift = 0; shift <= 1; shift += LIGHTNESS_STEP)
    for (const moved of [lightness - shift, lightness + shift]) {
      if (moved < -LIGHTNESS_STEP || moved > 1 + LIGHTNESS_STEP) continue;
      const candidate = toHex({ lightness: moved, ...rest });
      if (passes(candidate)) return candidate;
    }
  return undefined;
}

/** A colour with a share of another, from 0 to 1. */
export function mixed(color: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from = 0, to = 0] = [color, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round(from + share * (to - from))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

export function toOklch(hex: string): Oklch {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  ) as Triple;
  const [l, m, s] = [
    0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
    0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
    0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
  ].map(Math.cbrt) as Triple;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

type Triple = [number, number, number];

/** As "#rrggbb". A colour that screens do not have becomes less colourful. */
function toHex({ lightness, chroma, hue }: Oklch): string {
  for (let kept = chroma; ; kept = Math.max(0, kept - CHROMA_STEP)) {
    const channels = toRgb({ lightness, chroma: kept, hue });
    if (kept > 0 && channels.some((channel) => channel < -0.001 || channel > 1.001)) continue;
    return `#${channels.map((channel) => toByte(channel).toString(16).padStart(2, '0')).join('')}`;
  }
}

const toByte = (channel: number) => Math.round(255 * toGamma(Math.min(1, Math.max(0, channel))));

/** Red, green and blue, linear. */
function toRgb({ lightness, chroma, hue }: Oklch): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((root) => root ** 3) as Triple;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Red, green and blue as linear light, from 0 to 1. */
const toLinearRgb = (hex: string) =>
  [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Triple;

/** A channel of sRGB as linear light, and back. */
const toLinear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const toGamma = (light: number) => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
