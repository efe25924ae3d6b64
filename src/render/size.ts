/** The named picture sizes, a closed set, and the page that each is laid out on. Lengths in px. */

export type Page = {
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
  qr: number;
  /** On a narrow page the topic stands above status and date, and the host below the source. */
  narrow: boolean;
};

export const SIZES = {
  og: {
    width: 1200,
    height: 630,
    paddingX: 64,
    paddingTop: 54,
    paddingBottom: 44,
    gap: 22,
    small: 24,
    medium: 28,
    scale: 1,
    qr: 116,
    narrow: false,
  },
} as const satisfies Record<string, Page>;

export type Size = keyof typeof SIZES;
