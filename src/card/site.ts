/** The settings of the site (cards/site.yaml): name, report address and brand. Schema and defaults. Pure. */
import { z } from 'zod';
import { HttpsUrl } from './address.ts';
import { contrast, luminance, mixed, nearestColor } from './color.ts';
import { Language, line } from './source.ts';

/** Colours by purpose, as "#rrggbb". QR codes are dark on light in every theme, because some phones read no others. */
export type Colors = {
  paper: string;
  ink: string;
  /** Small print. */
  muted: string;
  /** Topics, the date of an event, and drawings. */
  accent: string;
  /** The part of a drawing that is a limit, a range or an estimate. */
  tint: string;
  /** The part of a drawing that the number does not cover. */
  empty: string;
  /** The labels of the four statuses, and the words on them. No green or red: a status does not judge. */
  stated: string;
  reported: string;
  claimed: string;
  assessed: string;
  chipInk: string;
  /** The panel with the words of the source. */
  panel: string;
  /** The band behind highlighted words. */
  marker: string;
  markerInk: string;
  rule: string;
  /** The strip at the foot: its ground, its text, its small print and its tab, which the panel has, too. */
  strip: string;
  stripInk: string;
  stripMuted: string;
  stripTab: string;
  tile: string;
  module: string;
};

export type Role = keyof Colors;

export const DEFAULT_COLORS = {
  light: {
    paper: '#fbf8f1',
    ink: '#16202e',
    muted: '#3f4857',
    accent: '#982b10',
    tint: '#c67b67',
    empty: '#d8ceb5',
    stated: '#17507d',
    reported: '#34465c',
    claimed: '#6a4a10',
    assessed: '#5a3a86',
    chipInk: '#ffffff',
    panel: '#ffffff',
    marker: '#ffedb0',
    markerInk: '#16202e',
    rule: '#d9d2bf',
    strip: '#16202e',
    stripInk: '#fbf8f1',
    stripMuted: '#d3d9e1',
    stripTab: '#ffd566',
    tile: '#ffffff',
    module: '#16202e',
  },
  dark: {
    paper: '#0f1620',
    ink: '#f4efe4',
    muted: '#b6bfcb',
    accent: '#f2a65e',
    tint: '#8d643f',
    empty: '#3a475a',
    stated: '#8cc8f2',
    reported: '#b9c6d8',
    claimed: '#e3c786',
    assessed: '#c9b3f2',
    chipInk: '#0f1620',
    panel: '#141d29',
    marker: '#382d10',
    markerInk: '#ffdf80',
    rule: '#313c4c',
    strip: '#202c3d',
    stripInk: '#f4efe4',
    stripMuted: '#b6bfcb',
    stripTab: '#ffd566',
    tile: '#f4efe4',
    module: '#0f1620',
  },
} as const satisfies Record<string, Colors>;

export type Theme = keyof typeof DEFAULT_COLORS;

export const THEME_NAMES = Object.keys(DEFAULT_COLORS) as Theme[];

/** A value for each theme. */
function perTheme<T>(of: (theme: Theme) => T): Record<Theme, T> {
  return Object.fromEntries(THEME_NAMES.map((theme) => [theme, of(theme)])) as Record<Theme, T>;
}

/** Font files by purpose. */
export const FACES = ['sans', 'bold', 'serif'] as const;

/** The foot of cards: a strip as wide as the picture, or a line over the paper. */
export const FEET = ['strip', 'line'] as const;
export type Foot = (typeof FEET)[number];

/** A picture as a data URI, with its intrinsic size in px. */
export type Logo = { uri: string; width: number; height: number };

export type Brand = {
  colors: Record<Theme, Colors>;
  /** Drawn on cards and pages; null if there is none. */
  logo: Record<Theme, Logo> | null;
  foot: Foot;
};

/** The resolved settings, with all defaults and file contents. */
export type Site = {
  name: string;
  description: string;
  /** Who is behind the site; null if it does not say. */
  about: string | null;
  /** The language of feeds and the default language of cards (BCP 47). Page texts are English. */
  language: string;
  /** Where readers report errors: a mailto: or https: address; null if there is none. */
  report: string | null;
  brand: Brand;
  /** The sizes included in a deployment; null for all. The Worker draws other sizes on request. */
  sizes: string[] | null;
};

export const DEFAULT_BRAND: Brand = { colors: DEFAULT_COLORS, logo: null, foot: 'strip' };

export const DEFAULT_SITE = {
  name: 'Sourced fact cards',
  description:
    'Each card shows a fact, who said it and when, and the exact words of the source, with a link to the passage.',
  about: null,
  language: 'en',
  report: null,
} as const;

const color = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour like "#16202e", in lower case');
const colorsOf = (theme: Theme) =>
  z.strictObject(
    Object.fromEntries(Object.keys(DEFAULT_COLORS[theme]).map((role) => [role, color.optional()])) as Record<
      keyof Colors,
      z.ZodOptional<typeof color>
    >,
  );
const file = (endings: string) =>
  z.string().regex(
    // No path segment may start with a dot. This excludes ".." and hidden files, which revisions ignore.
    new RegExp(`^assets/(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.(?:${endings})$`),
    `must be a file in assets/ that ends with .${endings.replaceAll('|', ' or .')}, and no part of its path may start with a dot`,
  );
const logo = file('svg|png');
const words = (max: number) => line(max, z.string().trim());

/** The schema of cards/site.yaml. Every key is optional. */
export const siteFile = (sizes: readonly string[]) =>
  z.strictObject({
    name: words(60).optional().describe('The name of the service on its pages, in feeds and in previews.'),
    description: words(300).optional().describe('A description of the service, in one or two sentences.'),
    about: words(300)
      .optional()
      .describe('Who is behind the site and how it chooses cards, in one or two sentences. Every page shows it.'),
    language: Language.optional().describe(
      'The language of feeds and the default language of cards. Page texts are English.',
    ),
    report: z
      .string()
      .max(2000)
      .regex(/^(?:mailto:[!-?A-~]+@[!-?A-~]+|https:\/\/\S+)$/, 'must be a mailto: or https: address')
      .refine((address) => address.startsWith('mailto:') || HttpsUrl.safeParse(address).success, {
        error: 'must be a mailto: address, or the https: address of a public site',
      })
      .optional()
      .describe(
        'Where readers report an error. {id}, {revision} and {page} are filled in; without them, a subject and a text are added.',
      ),
    brand: z
      .strictObject({
        logo: z
          .union([logo, z.strictObject(perTheme(() => logo))])
          .optional()
          .describe('An SVG without text elements, or a PNG. One file for all themes, or one per theme.'),
        foot: z
          .enum(FEET)
          .optional()
          .describe('The foot of cards: "strip", as wide as the picture, or "line", a line over the paper.'),
        colors: z.strictObject(perTheme((theme) => colorsOf(theme).optional())).optional(),
        fonts: z
          .strictObject({ sans: file('ttf').optional(), bold: file('ttf').optional(), serif: file('ttf').optional() })
          .optional()
          .describe('TrueType files, not variable.'),
      })
      .optional(),
    sizes: z
      .array(z.enum(sizes as [string, ...string[]]))
      .min(1)
      .optional()
      .describe('The sizes that a deployment includes as files.'),
  });

export type SiteFile = z.infer<ReturnType<typeof siteFile>>;

/** Applies the defaults. `logo`: the contents of the logo files that the settings name. */
export function siteOf(file: SiteFile, logo: Brand['logo']): Site {
  const colors = perTheme((theme) => colorsWith(DEFAULT_COLORS[theme], file.brand?.colors?.[theme] ?? {}));
  const { name, description, about, language, report } = { ...DEFAULT_SITE, ...file };
  const foot = file.brand?.foot ?? DEFAULT_BRAND.foot;
  return { name, description, about, language, report, brand: { colors, logo, foot }, sizes: file.sizes ?? null };
}

/** The colours with those of a brand. Without its own, some follow its paper, ink and accent. */
function colorsWith(defaults: Colors, own: { [Name in Role]?: string | undefined }): Colors {
  const { paper, ink, accent, strip } = { ...defaults, ...own };
  const isChanged = (...roles: Role[]) => roles.some((role) => own[role] !== undefined);
  // White paper has a grey panel, dark paper a lighter one, and other paper a white one.
  const panel = luminance(paper) > 0.95 || luminance(paper) < 0.2 ? mixed(paper, ink, 0.08) : '#ffffff';
  return {
    ...defaults,
    ...(isChanged('ink', 'marker') && { markerInk: ink }),
    ...(isChanged('paper', 'ink') && { panel, empty: mixed(paper, ink, 0.18), rule: mixed(paper, ink, 0.2) }),
    ...(isChanged('paper', 'accent') && {
      tint: nearestColor(mixed(accent, paper, 0.5), (tint) => contrast(tint, paper) >= 3) ?? defaults.tint,
    }),
    ...(isChanged('accent') && {
      stripTab: nearestColor(accent, (tab) => contrast(tab, strip) >= 7) ?? defaults.stripTab,
    }),
    ...own,
  };
}

/** The default settings. */
export const PLAIN_SITE: Site = siteOf({}, null);
