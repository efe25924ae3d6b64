/** The pictures of a card: sizes with their page dimensions, and themes. Closed sets. */
import { THEME_NAMES, type Theme } from '../card/site.ts';

export type Page = {
  /** The use shown to readers. */
  use: string;
  width: number;
  height: number;
  paddingX: number;
  paddingTop: number;
  /** The space below the content of the strip. Apps cover the bottom of a story, so its strip is higher. */
  paddingBottom: number;
  /** The space between the parts of a card. All lines and spaces are multiples of `BASELINE`. */
  gap: number;
  /** The smallest type. At least 24 px per 1200, so that text is readable if a phone shows the card 360 px wide. */
  small: number;
  /** The type of the publisher line. */
  medium: number;
  /** The factor for the type sizes of the layouts, which are given for `og`. */
  scale: number;
  /** The side of a QR module. It must be readable if a site shows the card 800 px wide. */
  qrModule: number;
  /** A narrow page stacks what is side by side on the others. */
  narrow: boolean;
  /** A tall page also stacks the parts of a comparison row. */
  tall: boolean;
  /** A deployment includes an extra size only if the other sizes of all cards leave room for its files. */
  isExtra?: true;
};

/** The step of all line heights and spaces, in px. */
export const BASELINE = 4;

export const SIZES = {
  og: {
    use: 'posts and link previews',
    width: 1200,
    height: 630,
    paddingX: 64,
    paddingTop: 40,
    paddingBottom: 12,
    gap: 20,
    small: 24,
    medium: 30,
    scale: 1,
    qrModule: 3,
    narrow: false,
    tall: false,
  },
  wide: {
    use: 'slides and articles',
    width: 1600,
    height: 900,
    paddingX: 88,
    paddingTop: 60,
    paddingBottom: 18,
    gap: 32,
    small: 32,
    medium: 40,
    scale: 1.42,
    qrModule: 4,
    narrow: false,
    tall: false,
  },
  square: {
    use: 'Instagram, Facebook and similar',
    width: 1080,
    height: 1080,
    paddingX: 68,
    paddingTop: 60,
    paddingBottom: 24,
    gap: 32,
    small: 28,
    medium: 34,
    scale: 1.32,
    qrModule: 4,
    narrow: true,
    tall: false,
  },
  portrait: {
    use: 'tall posts on Instagram and similar',
    width: 1080,
    height: 1350,
    paddingX: 68,
    paddingTop: 72,
    paddingBottom: 28,
    gap: 36,
    small: 30,
    medium: 38,
    scale: 1.45,
    qrModule: 4,
    narrow: true,
    tall: false,
    isExtra: true,
  },
  // Apps place their buttons over the top and bottom of a story.
  story: {
    use: 'stories',
    width: 1080,
    height: 1920,
    paddingX: 84,
    paddingTop: 236,
    paddingBottom: 236,
    gap: 48,
    small: 34,
    medium: 42,
    scale: 1.6,
    qrModule: 5,
    narrow: true,
    tall: true,
  },
} as const satisfies Record<string, Page>;

/** The smallest type of the layouts, as a part of `scale`. */
const LEAST_TYPE = 24;

/** Reports sizes whose smallest type is too small for a phone, or larger than the type that the layouts draw. */
export function faultsOfSizes(sizes: Record<string, Pick<Page, 'width' | 'small' | 'scale'>> = SIZES): string[] {
  return Object.entries(sizes).flatMap(([name, { width, small, scale }]) => {
    const [least, factor] = [Math.ceil((width * LEAST_TYPE) / 1200), Math.ceil((100 * small) / LEAST_TYPE) / 100];
    if (small < least) return [`${name}: small is ${small}. Raise it to at least ${least}.`];
    if (scale >= factor) return [];
    return [
      `${name}: scale is ${scale}, but small: ${small} needs at least ${factor} (small / ${LEAST_TYPE}). Raise scale, or lower small.`,
    ];
  });
}

export type Size = keyof typeof SIZES;

export const SIZE_NAMES = Object.keys(SIZES) as Size[];

export { THEME_NAMES, type Theme };

/** The theme for readers who prefer a dark colour scheme. */
export const DARK_THEME: Theme = 'dark';

/** The size and theme of a picture. */
export type Variant = { size: Size; theme: Theme };

/** The variant of a card's short address. Its theme is omitted from variant names. */
export const MAIN_VARIANT = { size: 'og', theme: 'light' } as const satisfies Variant;

/** "square" in the main theme, "square-dark" in another theme. */
export type VariantName = Size | `${Size}-${Exclude<Theme, (typeof MAIN_VARIANT)['theme']>}`;

export function variantName({ size, theme }: Variant): VariantName {
  return theme === MAIN_VARIANT.theme ? size : `${size}-${theme}`;
}

/** All sizes in all themes. */
export const VARIANTS: readonly Variant[] = SIZE_NAMES.flatMap((size) => THEME_NAMES.map((theme) => ({ size, theme })));

export const VARIANT_NAMES: readonly VariantName[] = VARIANTS.map(variantName);

const byName = new Map<string, Variant>(VARIANTS.map((variant) => [variantName(variant), variant]));

/** Parses "square-dark"; `undefined` if there is no such variant. */
export function parseVariant(name: string): Variant | undefined {
  return byName.get(name);
}

export function isMainVariant({ size, theme }: Variant): boolean {
  return size === MAIN_VARIANT.size && theme === MAIN_VARIANT.theme;
}
