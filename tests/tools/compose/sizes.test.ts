/** Style sheets have no build step, so they repeat the names of the sizes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SIZE_NAMES, SIZES } from '../../../src/render/variant.ts';

test.each(['assets/styles/card.css', 'src/tools/compose/page/work.css'])(
  '%s limits the width of tall pictures',
  (file) => {
    const styles = readFileSync(file, 'utf8');
    const tall = SIZE_NAMES.filter((name) => SIZES[name].height >= SIZES[name].width);
    for (const name of tall) expect(styles).toMatch(new RegExp(`^\\.picture ?\\.${name} \\{`, 'm'));
  },
);
