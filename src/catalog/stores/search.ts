/** Full-text search over cards: whole words, prefixes, numbers, and similar words in place of unknown ones. Pure. */
import { LRUCache } from 'lru-cache';
import MiniSearch, { type Options } from 'minisearch';
import { type Kind, specOf } from '../../card/kind.ts';
import type { SearchField, SearchTexts } from '../../card/kinds/spec.ts';
import { type CardRecord, isComparison, quotedOf } from '../../card/record.ts';
import { namesOf, type Speaker } from '../../card/speaker.ts';
import type { UnknownWord, WordMatch } from '../store.ts';
import { openRanking, packWords } from './ranking.ts';
import { spellNumbers, spellQuery } from './search-numbers.ts';
import { isStopWord } from './stop-words.ts';

export type Search = {
  /** The cards that match, best match first; none if the text has no words. */
  find(text: string): Found;
};

/** The positions of cards, how many of the words each has, and the words that no card has. */
export type Found = { positions: readonly number[]; match: WordMatch; unknownWords: readonly UnknownWord[] };

/** The searchable fields with their weights in the ranking: a word of the claim counts more than one of any other field. */
const WEIGHTS: Record<SearchField, number> = {
  claim: 5,
  figure: 5,
  quote: 2,
  speaker: 2,
  topic: 1.5,
  publisher: 1,
  place: 1,
  mention: 1,
  id: 0.5,
};
const SEARCH_FIELDS = Object.keys(WEIGHTS) as SearchField[];

/** A figure or a comparison that matches as well as another card answers more questions. */
const ANSWERING: readonly Kind[] = ['figure', 'comparison'];
const ANSWER_WEIGHT = 1.1;

const isNumber = (word: string) => /^\d/.test(word);

/** The number of wrong letters in a similar word. None in short words and numbers, where an error makes another word. */
function allowedErrors(word: string): number {
  return isNumber(word) || word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
}

const OPTIONS: Options = {
  idField: 'position',
  fields: SEARCH_FIELDS,
  processTerm: (word) => foldAll(word) || null,
};

/**
 * Indexes cards by position. Cards are found by every name of their speakers. The index is returned as text, because loading
 * it is faster than indexing.
 */
export function indexCards(cards: readonly CardRecord[], speakers: readonly Speaker[] = []): string {
  const index = new MiniSearch(OPTIONS);
  const findMentioned = mentionsOf(speakers);
  index.addAll(cards.map((record, position) => fieldsOf(record, position, findMentioned)));
  return JSON.stringify(
    packWords(
      index,
      cards.map(({ card }) => (ANSWERING.includes(card.kind) ? ANSWER_WEIGHT : 1)),
    ),
  );
}

/** The size of the cache in result positions (less than 2 MB). Each search counts at least SEARCH_POSITIONS. */
const POSITIONS_KEPT = 200_000;
const SEARCH_POSITIONS = 50;

/** Loads an index. Recent results are cached, because pages, counts and next pages repeat the same search. */
export function createSearch(index: string): Search {
  const cards = openRanking(JSON.parse(index), Object.values(WEIGHTS));
  const kept = new LRUCache<string, Found>({
    maxSize: POSITIONS_KEPT,
    sizeCalculation: ({ positions }) => positions.length + SEARCH_POSITIONS,
  });
  function find(text: string): Found {
    const known = kept.get(text);
    if (known) return known;
    const found = search(spellQuery(text).map(wordsOf));
    kept.set(text, found);
    return found;
  }
  /** Cards with all words but those of grammar, which only move a card up; if there are none, those with most words. */
  function search(ways: readonly (readonly Word[])[]): Found {
    const telling = ways.map(withoutStopWords);
    const all = cards.rank(telling.map(written), spellingOf, written(ways[0] ?? []).filter(isStopWord));
    if (all.length > 0) return { positions: all, match: 'all', unknownWords: [] };
    const words = telling[0]?.slice(0, MOST_WORDS) ?? [];
    const unknown = words.filter(({ folded }) => !cards.has(folded, isPrefix(folded)));
    const similar = new Map(unknown.map(({ folded }) => [folded, cards.similar(folded, allowedErrors(folded))]));
    const replaced = searchMost(words, similar);
    // Known words say more than similar ones.
    const isReplaced = replaced.match === 'similar' || replaced.match === 'known' || unknown.length === words.length;
    return isReplaced ? replaced : searchMost(words, new Map(unknown.map(({ folded }) => [folded, []])));
  }
  /** Cards with as many of the words as any card has. `similar`: for each unknown word, what to search for instead. */
  function searchMost(words: readonly Word[], similar: ReadonlyMap<string, readonly string[]>): Found {
    const usable = new Set(written(words).filter((word) => similar.get(word)?.length !== 0));
    const { positions, most } = cards.rankMost([...usable], (word) => ({
      prefix: isPrefix(word),
      similar: similar.get(word) ?? [],
    }));
    const unknownWords = words.flatMap(({ text, folded }) => {
      const instead = similar.get(folded);
      return instead ? [{ word: text, similar: instead }] : [];
    });
    const whole = unknownWords.every((word) => word.similar.length > 0) ? 'similar' : 'known';
    const part = most * 2 > usable.size ? 'most' : 'some';
    return { positions, match: most > 0 && most === usable.size ? whole : part, unknownWords };
  }
  return { find };
}

/** A word of a query as it is written, and as it is in the index. */
type Word = { text: string; folded: string };

const written = (words: readonly Word[]) => words.map(({ folded }) => folded);
const isPrefix = (word: string) => !isNumber(word);
const spellingOf = (word: string) => ({ prefix: isPrefix(word), similar: [] });

/** Cards with most words are looked up for so many words: each costs as much as a search for it alone. */
const MOST_WORDS = 12;

/** The searchable texts of a card and of the cards that it shows. */
function fieldsOf(record: CardRecord, position: number, findMentioned: FindMentioned) {
  const { card } = record;
  const quoted = quotedOf(record);
  const shown = new Set([record, ...quoted]);
  const texts: SearchTexts[] = [
    { id: [card.id], claim: [spellNumbers(card.claim, card.language ?? 'en')], topic: card.topics },
    ...[...shown].map(textsOf),
    ...quoted.map(({ source, speakers = [] }) => ({
      publisher: [source.publisher, source.translated?.publisher],
      speaker: speakers.flatMap(namesOf),
    })),
  ];
  const field = (name: SearchField): string =>
    [...new Set(texts.flatMap((part) => part[name] ?? []))].filter(Boolean).join(' ');
  const words = [field('claim'), field('quote'), field('topic')].join(' ');
  texts.push({ mention: findMentioned(words).flatMap(namesOf) });
  const known = new Set<string>();
  const fields = SEARCH_FIELDS.map((name) => [name, withoutWords(field(name), known)]);
  return { position, ...Object.fromEntries(fields) };
}

/**
 * A text without the words that a field before it has, and adds its own to them: each posting costs time in every search,
 * and the field with the highest weight comes first.
 */
function withoutWords(text: string, known: Set<string>): string {
  const words = text.split(SPACE_OR_PUNCTUATION).filter((word) => !known.has(foldAll(word)));
  for (const word of words) known.add(foldAll(word));
  return words.join(' ');
}

const wordsOf = (query: string): Word[] =>
  query
    .split(SPACE_OR_PUNCTUATION)
    .map((text) => ({ text, folded: foldAll(text) }))
    .filter(({ folded }) => folded !== '');

/** The words without those that a search can ignore; all if no other remains. */
function withoutStopWords(words: readonly Word[]): readonly Word[] {
  const others = words.filter(({ folded }) => !isStopWord(folded));
  return others.length > 0 ? others : words;
}

/** The boundaries at which MiniSearch splits a text. */
const SPACE_OR_PUNCTUATION = /[\n\r\p{Z}\p{P}]+/u;

/** The kind-specific texts of a card. Its quote is in the language of its source. */
function textsOf(record: CardRecord): SearchTexts {
  const own = record.card.language ?? 'en';
  const languageOf = (name: string) => (name === 'quote' && !isComparison(record) ? record.source.language : own);
  const fields = Object.entries(specOf(record.card).searchable(record.card)).map(([name, texts]) => [
    name,
    texts.map((text) => text && spellNumbers(text, languageOf(name))),
  ]);
  return Object.fromEntries(fields);
}

/** Finds the speakers that a text mentions. */
type FindMentioned = (text: string) => Speaker[];

/** People match by the last word of their name ("Prigozhin"), others by the whole name. */
function mentionsOf(speakers: readonly Speaker[]): FindMentioned {
  const wordsOf = (text: string) =>
    ` ${foldAll(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const lastWord = (words: string) => words.replace(/^.* (?=\S+ $)/u, ' ');
  const forms = speakers.map((speaker) => {
    const names = namesOf(speaker).map(wordsOf);
    return { speaker, names: speaker.type === 'person' ? names.map(lastWord) : names };
  });
  return (text) => {
    const words = wordsOf(text.replace(/['’]s(?!\p{L})/gu, ''));
    return forms.filter(({ names }) => names.some((name) => words.includes(name))).map(({ speaker }) => speaker);
  };
}

/** Ignores case, accents and the form of apostrophes. */
function foldAll(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}
