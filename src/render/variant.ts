/** The pictures of a card: sizes with their page dimensions, and themes. Closed sets. */
import { THEME_NAMES, type Theme } from '../card/site.ts';

export type Page = {
  /** The use shown to readers. */
  use: string;
  width: number;
  height: number;
  paddingX: number;
  /** Together with the head and the foot, keeps all texts 60 px from the edges, because some sites crop that much. */
  paddingTop: number;
  paddingBottom: number;
  gap: number;
  /** The smallest type. At least 24 px per 1200, so that text is readable if a phone shows the card 360 px wide. */
  small: number;
  /** The type of the publisher line. */
  medium: number;
  /** The factor for the type sizes of the layouts, which are given for `og`. */
  scale: number;
  /** The side of a QR module. It must be readable if a phone shows the card at half size. */
  qrModule: number;
  /** A narrow page has the topics above the status, the host below the source, and a centred body. */
  narrow: boolean;
  /** A tall page stacks the parts of a comparison row. */
  tall: boolean;
};

export const SIZES = {
  og: {
    use: 'posts and link previews',
    width: 1200,
    height: 630,
    paddingX: 64,
    paddingTop: 54,
    paddingBottom: 44,
    gap: 22,
    small: 24,
    medium: 28,
    scale: 1,
    qrModule: 4,
    narrow: false,
    tall: false,
  },
  wide: {
    use: 'slides and articles',
    width: 1600,
    height: 900,
    paddingX: 88,
    paddingTop: 78,
    paddingBottom: 70,
    gap: 34,
    small: 32,
    medium: 38,
    scale: 1.42,
    qrModule: 5,
    narrow: false,
    tall: false,
  },
  square: {
    use: 'feeds',
    width: 1080,
    height: 1080,
    paddingX: 68,
    paddingTop: 62,
    paddingBottom: 62,
    gap: 34,
    small: 28,
    medium: 33,
    scale: 1.32,
    qrModule: 5,
    narrow: true,
    tall: false,
  },
  // Apps place their buttons over the top and bottom of a story.
  story: {
    use: 'stories',
    width: 1080,
    height: 1920,
    paddingX: 84,
    paddingTop: 236,
    paddingBottom: 236,
    gap: 52,
    small: 34,
    medium: 42,
    scale: 1.6,
    qrModule: 6,
    narrow: true,
    tall: true,
  },
} as const satisfies Record<string, Page>;

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
