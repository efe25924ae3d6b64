/**
 * Ranks cards by an index of MiniSearch, with the results of its `search` in a tenth of the time and with less memory:
 * numbers are in arrays, and a search makes no object per match. Unlike there, a word is as rare in each field as in all fields
 * together: otherwise a word that many claims contain would count most in the few cards that have it elsewhere. Pure.
 */
import type MiniSearch from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';

/** A field with a word: its number; then for each card its position, and how often it has the word. */
type Postings = number[];

/**
 * The file of the index: the number of words in each field of each card, one card after the other; all words; and the weight of
 * each card.
 */
export type PackedWords = {
  averages: number[];
  lengths: number[];
  words: [word: string, ...fields: Postings[]][];
  weights: number[];
};

/** Packs an index whose documents were added in the order of their positions. */
export function packWords(index: MiniSearch, weights: number[]): PackedWords {
  const { averageFieldLength, fieldLength, index: words } = index.toJSON();
  return {
    averages: averageFieldLength,
    lengths: Object.values(fieldLength).flatMap((ofCard) => averageFieldLength.map((_, field) => ofCard[field] ?? 0)),
    words: words.map(([word, byField]) => [
      word,
      ...Object.entries(byField).map(([field, cards]) => [
        Number(field),
        ...Object.entries(cards).flatMap(([card, times]) => [Number(card), times]),
      ]),
    ]),
    weights,
  };
}

/** How a word of a query is found: also as the start of words, and as these similar words. */
export type Spelling = { prefix: boolean; similar: readonly string[] };

export type Ranking = {
  /** The positions of the cards that have all words of one of the ways, best match first. `also`: move such a card up. */
  rank(
    ways: readonly (readonly string[])[],
    spellingOf: (word: string) => Spelling,
    also?: readonly string[],
  ): number[];
  /** The positions of the cards that have as many of the words as any card, best match first; and how many that is. */
  rankMost(words: readonly string[], spellingOf: (word: string) => Spelling): { positions: number[]; most: number };
  /** Whether a card has the word, or a longer one that starts with it. */
  has(word: string, prefix: boolean): boolean;
  /** The words most like an unknown word, with its first letter and at most so many wrong letters. */
  similar(word: string, errors: number): string[];
};

/** The cards that match, in the order in which they were found; and the score of each position, 0 where there is none. */
type Scores = { found: number[]; score: Float64Array };

/** For each field with a word: its number, and its first posting and the one after its last. */
type Places = number[];

/** Enough for a reader to recognise what was meant. */
const MAX_SIMILAR = 3;

/** The parameters of MiniSearch: of BM25+, and the weights of words that are not the same. */
const [K, B, D] = [1.2, 0.7, 0.5];
const [PREFIX_WEIGHT, FUZZY_WEIGHT] = [0.375, 0.45];

/** Opens an index. `boosts`: the weight of each field. */
export function openRanking({ averages, lengths, words, weights }: PackedWords, boosts: readonly number[]): Ranking {
  const fields = averages.length;
  const count = lengths.length / fields;
  const size = words.reduce((sum, [, ...ofFields]) => sum + ofFields.reduce((all, { length }) => all + length, 0), 0);
  const [cards, times] = [new Uint32Array(size / 2), new Uint16Array(size / 2)];
  const wordsOf = Uint16Array.from(lengths);
  const index = new SearchableMap<Places>();
  let filled = 0;
  for (const [word, ...ofFields] of words) {
    const places: Places = [];
    for (const postings of ofFields) {
      const start = filled;
      for (let at = 1; at < postings.length; at += 2) {
        cards[filled] = postings[at] as number;
        times[filled] = postings[at + 1] as number;
        filled += 1;
      }
      places.push(postings[0] as number, start, filled);
    }
    index.set(word, places);
  }

  /** Adds the scores of a word of the index. `among`: only cards that have a score there. */
  function add({ found, score }: Scores, places: Places, weight: number, among?: Float64Array): void {
    let having = 0;
    for (let at = 0; at < places.length; at += 3) having += (places[at + 2] as number) - (places[at + 1] as number);
    const rarity = Math.log(1 + Math.max(0.5, count - having + 0.5) / (having + 0.5));
    for (let at = 0; at < places.length; at += 3) {
      const [field, start, end] = [places[at] as number, places[at + 1] as number, places[at + 2] as number];
      const boost = weight * (boosts[field] ?? 1);
      const average = averages[field] ?? 1;
      for (let posting = start; posting < end; posting++) {
        const card = cards[posting] as number;
        if (among && among[card] === 0) continue;
        const often = times[posting] as number;
        const length = wordsOf[card * fields + field] as number;
        const before = score[card] as number;
        if (before === 0) found.push(card);
        score[card] =
          before + boost * (rarity * (D + (often * (K + 1)) / (often + K * (1 - B + (B * length) / average))));
      }
    }
  }

  const nothing = (): Scores => ({ found: [], score: new Float64Array(count) });

  function scoreWord(word: string, { prefix, similar }: Spelling, among?: Float64Array): Scores {
    const scores = nothing();
    add(scores, index.get(word) ?? [], 1, among);
    if (prefix) {
      for (const [longer, places] of index.atPrefix(word)) {
        const added = longer.length - word.length;
        if (added === 0) continue;
        add(scores, places, (PREFIX_WEIGHT * longer.length) / (longer.length + 0.3 * added), among);
      }
    }
    for (const other of similar) add(scores, index.get(other) ?? [], FUZZY_WEIGHT, among);
    return scores;
  }

  /** The cards with all words. Each word is scored only for the cards that have the words before it. */
  function scoreAll(way: readonly string[], spellingOf: (word: string) => Spelling): Scores {
    const [first, ...others] = way;
    if (first === undefined) return nothing();
    return others.reduce(
      (before, word) => {
        const scores = scoreWord(word, spellingOf(word), before.score);
        for (const card of scores.found)
          scores.score[card] = (before.score[card] as number) + (scores.score[card] as number);
        return scores;
      },
      scoreWord(first, spellingOf(first)),
    );
  }

  const weightOf = (card: number) => weights[card] ?? 1;

  function sorted({ found, score }: Scores): number[] {
    for (const card of found) score[card] = (score[card] as number) * weightOf(card);
    return found.sort((a, b) => (score[b] as number) - (score[a] as number));
  }

  return {
    rank(ways, spellingOf, also = []) {
      const all = ways.map((way) => scoreAll(way, spellingOf));
      const [first = nothing()] = all;
      for (const scores of all) for (const word of also) add(scores, index.get(word) ?? [], 1, scores.score);
      // With one way, all cards have the same words.
      if (all.length < 2) return sorted(first);
      const scoreOf = (card: number) => {
        const meant = all.flatMap(({ score }, at) => (score[card] ? (ways[at] ?? []) : []));
        return all.reduce((sum, { score }) => sum + (score[card] as number), 0) * new Set(meant).size * weightOf(card);
      };
      const scores = new Map(all.flatMap(({ found }) => found).map((card) => [card, scoreOf(card)]));
      return [...scores].sort(([, a], [, b]) => b - a).map(([card]) => card);
    },
    rankMost(words, spellingOf) {
      const sum = nothing();
      const times = new Uint8Array(count);
      for (const word of new Set(words)) {
        const { found, score } = scoreWord(word, spellingOf(word));
        for (const card of found) {
          if (times[card] === 0) sum.found.push(card);
          sum.score[card] = (sum.score[card] as number) + (score[card] as number);
          times[card] = (times[card] as number) + 1;
        }
      }
      const most = times.reduce((max, of) => Math.max(max, of), 0);
      return { positions: sorted({ ...sum, found: sum.found.filter((card) => times[card] === most) }), most };
    },
    has: (word, prefix) => index.has(word) || (prefix && !index.atPrefix(word).entries().next().done),
    similar(word, errors) {
      if (errors === 0) return [];
      const like = [...index.fuzzyGet(word, errors)].filter(([other]) => other[0] === word[0]);
      const least = Math.min(...like.map(([, [, distance]]) => distance));
      return like.flatMap(([other, [, distance]]) => (distance === least ? other : [])).slice(0, MAX_SIMILAR);
    },
  };
}
