/** Which pictures of the specimens there are: the golden tests keep each to the byte, and /gallery shows it. */
import { SIZE_NAMES } from '../render/size.ts';

const variants = SIZE_NAMES.flatMap((size) => [size, `${size}-dark`]);

/** Each kind in each size and theme. */
const KIND_PICTURES = ['figure', 'quote', 'claim', 'event', 'comparison'].flatMap((id) =>
  variants.map((variant) => `${id}/${variant}`),
);

/** Texts that are hard to set, each in the sizes that it is hardest in. */
const HARD_PICTURES = [
  'comparison-mixed/og',
  'comparison-mixed/square-dark',
  'longest/og',
  'longest/square',
  'longest/story',
  'letters/og',
  'letters/wide-dark',
  'address/og',
  'address/square',
  'shortest/og',
  'shortest/story-dark',
];

/** What has become of a card: each look once in every size. */
const HISTORY_PICTURES = ['corrected', 'superseded', 'retracted'].flatMap((id) =>
  ['og', 'wide-dark', 'square', 'story-dark'].map((variant) => `${id}/${variant}`),
);

/** Every specimen's picture: "figure/square-dark" is the card "figure", square, in the dark theme. */
export const SPECIMEN_PICTURES = [...KIND_PICTURES, ...HARD_PICTURES, ...HISTORY_PICTURES];
