/** The results of a ranking are those of MiniSearch, whose index it reads. */
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { openRanking, packWords } from '../../src/catalog/stores/ranking.ts';

const BOOSTS = { claim: 3, quote: 2, place: 1 };
const FIELDS = Object.keys(BOOSTS);
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

const OPTIONS = { idField: 'position', fields: FIELDS };
const written = new MiniSearch(OPTIONS);
written.addAll(
  Array.from({ length: CARDS }, (_, position) => ({
    position,
    ...Object.fromEntries(FIELDS.map((field, at) => [field, textAt(position, at)])),
  })),
);
const index = MiniSearch.loadJSON(JSON.stringify(written), OPTIONS);
const ranking = openRanking(JSON.parse(JSON.stringify(packWords(written))), Object.values(BOOSTS));

const spellingOf = (word: string) => ({ prefix: !/^\d/.test(word), errors: word.length < 5 ? 0 : 2 });

function expected(ways: string[][]): number[] {
  const queries = ways.map((way) => ({ queries: [way.join(' ')], combineWith: 'AND' as const }));
  const options = {
    boost: BOOSTS,
    prefix: (word: string) => spellingOf(word).prefix,
    fuzzy: (word: string) => spellingOf(word).errors,
  };
  return index.search({ queries, combineWith: 'OR' }, options).map(({ id }) => id);
}

const ASKED = [...WORDS, 'w', 'fig', 'belarusia', 'figthers', 'absent', '100'];

describe('a ranking has the cards of MiniSearch in its order', () => {
  test.each(ASKED)('for %s', (word) => {
    expect(ranking.rank([[word]], spellingOf)).toEqual(expected([[word]]));
  });

  test.each(ASKED)('for %s and a second word', (word) => {
    for (const other of ASKED) expect(ranking.rank([[word, other]], spellingOf)).toEqual(expected([[word, other]]));
  });

  test.each(ASKED)('for %s or other words', (word) => {
    for (const other of ASKED) {
      const ways = [[word, 'war'], [other], ['war', 'fights', word]];
      expect(ranking.rank(ways, spellingOf)).toEqual(expected(ways));
    }
  });

  test('for no words', () => {
    expect(ranking.rank([[]], spellingOf)).toEqual([]);
    expect(ranking.rank([], spellingOf)).toEqual([]);
  });
});

test.each(['minks', 'belorus', 'fihgts', 'warshop', 'xyz'])('suggests for %s what MiniSearch suggests', (word) => {
  const [first] = index.autoSuggest(word, { fuzzy: 0.4, prefix: false, boost: BOOSTS });
  expect(ranking.mostLike(word, Math.round(word.length * 0.4))).toBe(first?.suggestion);
});
