import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIZE_NAMES } from '../../../src/render/variant.ts';
import {
  choosePictures,
  explainLimit,
  type PictureForm,
  type PlannedCard,
} from '../../../src/tools/deployment/plan.ts';

const PNGS = SIZE_NAMES.flatMap((size) =>
  (['light', 'dark'] as const).map(
    (theme): PictureForm => ({ size, theme, format: 'png', path: `cards/{id}/${size}-${theme}.png` }),
  ),
);
const SVG: PictureForm = { size: 'og', theme: 'light', format: 'svg', path: 'cards/{id}/og-light.svg' };
const FORMS = [...PNGS, SVG];
const cardsOf = (count: number): PlannedCard[] =>
  Array.from({ length: count }, (_, age) => ({ id: `card-${age}`, key: `key-${age}` }));
const pathsFor = (cards: number, room: number) =>
  choosePictures(cardsOf(cards), FORMS, room).chosen.map(({ path }) => path.slice('cards/'.length));

test('every picture goes in where there is room', () => {
  const { chosen, leftOut } = choosePictures(cardsOf(2), FORMS, 22);
  expect([chosen.length, leftOut]).toEqual([22, []]);
  expect(chosen[0]).toEqual({
    id: 'card-0',
    form: PNGS[0],
    path: 'cards/card-0/og-light.png',
    kept: 'key-0-og-light.png',
  });
});

test('with less room, og of all cards stays and the newest keep their other sizes', () => {
  const paths = pathsFor(3, 3 * 3 + 6);
  expect(paths.filter((path) => path.includes('og-')).length).toBe(9);
  expect(paths.slice(9).every((path) => path.startsWith('card-0/'))).toBe(true);
});

test('an extra size goes in after the other sizes of all cards', () => {
  const paths = pathsFor(2, 2 * 9 + 1);
  expect(paths.filter((path) => path.includes('portrait'))).toEqual(['card-0/portrait-light.png']);
  expect(paths.filter((path) => path.startsWith('card-1/'))).toHaveLength(9);
});

test('where even that is too much, og light of all cards, then the SVG of the newest, then og dark', () => {
  const light = ['card-0/og-light.png', 'card-1/og-light.png', 'card-2/og-light.png'];
  expect(pathsFor(3, 4)).toEqual([...light, 'card-0/og-light.svg']);
  expect(pathsFor(3, 7).slice(3)).toEqual([
    'card-0/og-light.svg',
    'card-1/og-light.svg',
    'card-2/og-light.svg',
    'card-0/og-dark.png',
  ]);
});

test('at the least, og light of the newest', () => {
  expect(pathsFor(3, 2)).toEqual(['card-0/og-light.png', 'card-1/og-light.png']);
  expect(pathsFor(3, -1)).toEqual([]);
});

const amounts = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 500 }));

test('no file too many, and none too few', () => {
  fc.assert(
    fc.property(amounts, ([cards, room]) => {
      const { chosen, leftOut } = choosePictures(cardsOf(cards), FORMS, room);
      expect(chosen.length).toBe(Math.min(room, cards * FORMS.length));
      expect(new Set([...chosen, ...leftOut].map(({ path }) => path)).size).toBe(cards * FORMS.length);
    }),
  );
});

test('what goes in with less room goes in with more', () => {
  fc.assert(
    fc.property(amounts, fc.nat({ max: 100 }), ([cards, room], more) => {
      const larger = new Set(pathsFor(cards, room + more));
      expect(pathsFor(cards, room).every((path) => larger.has(path))).toBe(true);
    }),
  );
});

test('no other size before every og, and none of an older card before those of a newer', () => {
  fc.assert(
    fc.property(amounts, ([cards, room]) => {
      const paths = new Set(pathsFor(cards, room));
      const others = [...paths].filter((path) => !/\/(?:og|portrait)-/.test(path));
      if (others.length > 0) expect([...paths].filter((path) => path.includes('/og-')).length).toBe(cards * 3);
      const ages = others.map((path) => Number(/card-(\d+)/.exec(path)?.[1]));
      const oldest = Math.max(-1, ...ages);
      for (let age = 0; age < oldest; age++) expect(ages.filter((other) => other === age).length).toBe(6);
    }),
  );
});

test('explains which pictures the limit leaves out', () => {
  expect(explainLimit(choosePictures(cardsOf(3), FORMS, 33), 35)).toBeUndefined();
  expect(explainLimit(choosePictures(cardsOf(3), FORMS, 15), 17)).toContain(
    'The limit of 17 files leaves out 18 pictures, for 3 of 3 cards',
  );
});
