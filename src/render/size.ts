/** The named picture sizes: a closed set, in CSS px. */

export const SIZES = {
  og: { width: 1200, height: 630 },
} as const;

export type Size = keyof typeof SIZES;
