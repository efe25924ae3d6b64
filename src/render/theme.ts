/** The colours of a card, by role. QR codes are dark on a light tile in both themes, so that phones read them. */

export type Colors = {
  paper: string;
  ink: string;
  /** Small print. */
  muted: string;
  /** Topics, and the date of an event. */
  accent: string;
  chip: string;
  chipInk: string;
  /** Behind the marked words, and the bar beside a quotation. */
  marker: string;
  markerInk: string;
  rule: string;
  tile: string;
  module: string;
};

export const THEMES = {
  light: {
    paper: '#fbf8f1',
    ink: '#16202e',
    muted: '#4b5563',
    accent: '#982b10',
    chip: '#eee7d7',
    chipInk: '#16202e',
    marker: '#ffe08a',
    markerInk: '#16202e',
    rule: '#d9d2bf',
    tile: '#ffffff',
    module: '#16202e',
  },
  dark: {
    paper: '#0f1620',
    ink: '#f4efe4',
    muted: '#a8b1be',
    accent: '#f2a65e',
    chip: '#222c3a',
    chipInk: '#f4efe4',
    marker: '#665012',
    markerInk: '#fff6dc',
    rule: '#313c4c',
    tile: '#f4efe4',
    module: '#0f1620',
  },
} as const satisfies Record<string, Colors>;

export type Theme = keyof typeof THEMES;

export const THEME_NAMES = Object.keys(THEMES) as Theme[];
