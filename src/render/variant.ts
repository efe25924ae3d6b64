/** Which pictures a card has: sizes, with the page that each is laid out on, and themes, with their colours. Closed sets. */
import { THEME_NAMES, type Theme } from '../card/site.ts';

export type Page = {
  /** What it is for, as readers see it. */
  use: string;
  width: number;
  height: number;
  paddingX: number;
  /** With the lines at the top and the foot, these keep every text 60 px from the edges: some sites crop that much. */
  paddingTop: number;
  paddingBottom: number;
  gap: number;
  /** The smallest type: never below 24 px in 1200, which stays readable where a phone shows the card 360 px wide. */
  small: number;
  /** The type of the publisher's line. */
  medium: number;
  /** What the type sizes of the layouts, which are those of `og`, are multiplied by. */
  scale: number;
  /** The side of a QR code's module: half of it still has to be read, where a phone shows the card at half its size. */
  qrModule: number;
  /** On a narrow page the topic stands above status and date, the host below the source, and the body in the middle. */
  narrow: boolean;
  /** On a tall page the parts of a comparison's row stand under each other. */
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
  // Apps lay their own buttons over the top and the foot of a story.
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

/** The theme of a reader whose system asks for dark colours. */
export const DARK_THEME: Theme = 'dark';

/** A picture of a card, told apart from its others. */
export type Variant = { size: Size; theme: Theme };

/** What a card's short address shows, and a theme that names leave out. */
export const MAIN_VARIANT = { size: 'og', theme: 'light' } as const satisfies Variant;

/** "square" in the main theme, "square-dark" in another. */
export type VariantName = Size | `${Size}-${Exclude<Theme, (typeof MAIN_VARIANT)['theme']>}`;

export function variantName({ size, theme }: Variant): VariantName {
  return theme === MAIN_VARIANT.theme ? size : `${size}-${theme}`;
}

/** Every size in every theme. */
export const VARIANTS: readonly Variant[] = SIZE_NAMES.flatMap((size) => THEME_NAMES.map((theme) => ({ size, theme })));

export const VARIANT_NAMES: readonly VariantName[] = VARIANTS.map(variantName);

const byName = new Map<string, Variant>(VARIANTS.map((variant) => [variantName(variant), variant]));

/** Reads "square-dark"; `undefined` for what names no variant. */
export function parseVariant(name: string): Variant | undefined {
  return byName.get(name);
}

export function isMainVariant({ size, theme }: Variant): boolean {
  return size === MAIN_VARIANT.size && theme === MAIN_VARIANT.theme;
}
