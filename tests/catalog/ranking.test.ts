/** The results of a ranking are those of MiniSearch, whose index it reads; with one field also their order. */
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { openRanking, packWords } from '../../src/catalog/stores/ranking.ts';

const BOOSTS = { claim: 3, quote: 2, place: 1 };
const WORDS = 'war wars warsaw warship fighter fighters fights fright belarus belaru belarusian minsk 1000 10000'.split(
  ' ',
);
const CARDS = 120;

/** Words in an order without a pattern, the same in each run. */
const textAt = (card: number, field: number) =>
  Array.from(
    { length: (card * 7 + field) % 5 },
    (_, at) => WORDS[(card * card + 31 * at + 11 * field) % WORDS.length],
  ).join(' ');

/** An index of MiniSearch, and the ranking that reads it. */
function indexOf(boosts: Record<string, number>) {
  const fields = Object.keys(boosts);
  const options = { idField: 'position', fields };
  const written = new MiniSearch(options);
  written.addAll(
    Array.from({ length: CARDS }, (_, position) => ({
      position,
      ...Object.fromEntries(fields.map((field, at) => [field, textAt(position, at)])),
    })),
  );
  return {
    boosts,
    index: MiniSearch.loadJSON(JSON.stringify(written), options),
    ranking: openRanking(JSON.parse(JSON.stringify(packWords(written, []))), Object.values(boosts)),
  };
}
const several = indexOf(BOOSTS);
const single = indexOf({ claim: 3 });

const spellingOf = (word: string) => ({ prefix: !/^\d/.test(word), similar: [] });

function expected({ index, boosts }: typeof several, ways: string[][]): number[] {
  const queries = ways.map((way) => ({ queries: [way.join(' ')], combineWith: 'AND' as const }));
  const options = {
    boost: boosts,
    prefix: (word: string) => spellingOf(word).prefix,
  };
  return index.search({ queries, combineWith: 'OR' }, options).map(({ id }) => id);
}

const ASKED = [...WORDS, 'w', 'fig', 'belarusia', 'figthers', 'absent', '100'];

function expectSame(ways: string[][]): void {
  expect(single.ranking.rank(ways, spellingOf)).toEqual(expected(single, ways));
  const inOrder = (positions: number[]) => positions.toSorted((a, b) => a - b);
  expect(inOrder(several.ranking.rank(ways, spellingOf))).toEqual(inOrder(expected(several, ways)));
}

describe('a ranking has the cards of MiniSearch in its order', () => {
  test.each(ASKED)('for %s', (word) => {
    expectSame([[word]]);
  });

  test.each(ASKED)('for %s and a second word', (word) => {
    for (const other of ASKED) expectSame([[word, other]]);
  });

  test.each(ASKED)('for %s or other words', (word) => {
    for (const other of ASKED) expectSame([[word, 'war'], [other], ['war', 'fights', word]]);
  });

  test('for no words', () => {
    expect(several.ranking.rank([[]], spellingOf)).toEqual([]);
    expect(several.ranking.rank([], spellingOf)).toEqual([]);
    expect(several.ranking.rankMost([], spellingOf)).toEqual({ positions: [], most: 0 });
  });
});

test.each([
  ['minks', 1, []],
  ['minks', 2, ['minsk']],
  ['belorus', 1, ['belarus']],
  ['figts', 1, ['fights']],
  ['warshop', 1, ['warship']],
  ['arship', 2, []],
] as const)('words like %s with %s wrong letters and the same first letter', (word, errors, similar) => {
  expect(single.ranking.similar(word, errors)).toEqual(similar);
});

test('knows words, and the beginnings of words', () => {
  const { has } = single.ranking;
  expect([has('minsk', false), has('mins', true), has('mins', false), has('minks', true)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
