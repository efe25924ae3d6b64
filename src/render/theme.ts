/** The colours of a card, by role. */

export const THEMES = {
  light: {
    paper: '#fbf8f1',
    ink: '#16202e',
    muted: '#556070',
    accent: '#9c2f12',
    chip: '#eee7d7',
    marker: '#ffe08a',
    markerInk: '#16202e',
    rule: '#d9d2bf',
    tile: '#ffffff',
    module: '#16202e',
  },
} as const;

export type Theme = keyof typeof THEMES;
export type Colors = Record<keyof (typeof THEMES)['light'], string>;
