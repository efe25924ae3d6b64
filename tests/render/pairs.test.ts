/** The pairs of colours whose contrast `npm run check` examines are those that pictures and pages have. */
import { expect, test } from 'vitest';
import cardCss from '../../assets/styles/card.css';
import docsCss from '../../assets/styles/docs.css';
import embedCss from '../../assets/styles/embed.css';
import listCss from '../../assets/styles/list.css';
import siteCss from '../../assets/styles/site.css';
import toolsCss from '../../assets/styles/tools.css';
import { CONTRASTS } from '../../src/card/brand-contrast.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { canvasOf } from '../../src/render/layouts/frame.ts';
import { layoutCard } from '../../src/render/layouts/layout.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';
import { drawnPairs, TELLING_BRAND } from '../helpers/drawn-pairs.ts';

/** For shapes and for text (WCAG 2.2). */
const LEAST = { shape: 3, area: 3, text: 4.5 };

/** The contrast that `npm run check` demands of "ink on paper"; 0 if none. */
function leastOf(pair: string): number {
  const names = pair.split(' on ');
  return Math.max(
    0,
    ...CONTRASTS.flatMap(([one, other, least]) => (names.includes(one) && names.includes(other) ? [least] : [])),
  );
}

/** Areas and lines that say nothing by themselves: what is on them, or beside them, does. */
const DECORATION = [
  ...['panel', 'strip', 'marker', 'stripTab', 'rule', 'empty'].map((role) => `${role} on paper`),
  'marker on panel',
  'stripTab on panel',
  'accent on rule',
  'paper on paper',
  'paper on strip',
];

const LOGO_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const logo = { uri: `data:image/svg+xml;base64,${btoa(LOGO_SVG)}`, width: 9, height: 9 };

/** Both styles of the foot, with and without a logo: the first for all specimens, the others for one of each kind. */
const LOOKS = [
  { size: 'og', foot: 'strip', logo: null },
  { size: 'square', foot: 'strip', logo: { light: logo, dark: logo } },
  { size: 'story', foot: 'line', logo: null },
] as const;

test('every text and shape of a picture has a pair that is checked, and each such pair is drawn', async () => {
  const store = createBundledStore(SPECIMENS);
  const found = new Map<string, string>();
  const unchecked: string[] = [];
  const kinds = new Set<string>();
  for (const { card } of SPECIMENS.cards) {
    const record = await store.getCard(card.id);
    if (!record) throw new Error(`there is no specimen "${card.id}"`);
    const isFirst = !kinds.has(card.kind);
    kinds.add(card.kind);
    for (const { size, foot, logo } of isFirst ? LOOKS : LOOKS.slice(0, 1)) {
      const brand = { ...TELLING_BRAND, foot, logo };
      const canvas = canvasOf(brand, { size, theme: 'light' }, 'https://cards.example.org/cards/a');
      for (const { what, pair } of await drawnPairs(layoutCard(record, canvas), size)) {
        found.set(pair, card.id);
        if (what !== 'text' && DECORATION.includes(pair)) continue;
        if (leastOf(pair) < LEAST[what]) unchecked.push(`${what}: ${pair} in ${card.id}/${size}`);
      }
    }
  }
  expect([...new Set(unchecked)]).toEqual([]);
  const never = CONTRASTS.map(([one, other]) => `${one} on ${other}`).filter((pair) => !found.has(pair));
  expect(never).toEqual(ON_PAGES_ONLY);
});

const ON_PAGES_ONLY = [...['accent', 'reported', 'assessed'].map((role) => `${role} on panel`), 'ink on marker'];

test.each([
  ['site.css', siteCss],
  ['list.css', listCss],
  ['card.css', cardCss],
  ['tools.css', toolsCss],
  ['embed.css', embedCss],
  ['docs.css', docsCss],
])('every text of a page has a pair that is checked: %s', (_name, css) => {
  const variable = (rule: string, property: string) =>
    new RegExp(`(?:^|[;\\s])${property}:\\s*var\\(--(\\w+)\\)`).exec(rule)?.[1];
  const pairs = [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selector = '', rule = '']) => {
    // Headings are large text (WCAG 2.2, 1.4.3).
    const least = /\bh[12]\b/.test(selector) ? 3 : 4.5;
    const [color, ground] = [variable(rule, 'color'), variable(rule, 'background')];
    const fill = variable(rule, 'fill');
    // `edge` is for borders.
    const known = [color, ground].filter((role) => role !== 'edge');
    const text = known.some((role) => role !== undefined) ? [[color ?? 'ink', ground ?? 'paper', least] as const] : [];
    return [...text, ...(fill && fill !== 'edge' ? [[fill, 'paper', 3] as const] : [])];
  });
  expect(pairs.length).toBeGreaterThan(0);
  const unchecked = pairs.filter(([one, other, wanted]) => leastOf(`${one} on ${other}`) < wanted);
  expect(unchecked).toEqual([]);
});
