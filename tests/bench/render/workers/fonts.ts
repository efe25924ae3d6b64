/** The project's font files in the shape that satori and those built on it take. One constant array: they cache by it. */
import interBold from '../../../../assets/fonts/inter-bold.ttf';
import interRegular from '../../../../assets/fonts/inter-regular.ttf';
import sourceSerif from '../../../../assets/fonts/source-serif-regular.ttf';
import { SANS, SERIF } from '../card-tree.ts';

export const FONTS = [
  { name: SANS, weight: 400 as const, style: 'normal' as const, data: interRegular },
  { name: SANS, weight: 700 as const, style: 'normal' as const, data: interBold },
  { name: SERIF, weight: 400 as const, style: 'normal' as const, data: sourceSerif },
];
