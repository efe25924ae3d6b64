/** The composer's page and the styles have no build step, so they repeat the names of the sizes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SIZE_NAMES, SIZES } from '../../../src/render/variant.ts';

test('the composer offers every size', () => {
  const [, names = ''] =
    /const SIZES = \[([^\]]*)\];/.exec(readFileSync('src/tools/compose/page/preview.js', 'utf8')) ?? [];
  expect(names.split(', ').map((name) => name.slice(1, -1))).toEqual(SIZE_NAMES);
});

test.each(['assets/styles/card.css', 'src/tools/compose/page/work.css'])(
  '%s limits the width of tall pictures',
  (file) => {
    const styles = readFileSync(file, 'utf8');
    const tall = SIZE_NAMES.filter((name) => SIZES[name].height >= SIZES[name].width);
    for (const name of tall) expect(styles).toMatch(new RegExp(`^\\.picture ?\\.${name} \\{`, 'm'));
  },
);
