/** What a catalogue is asked at every size: the same kinds of questions, in the words of its own cards. Pure. */

import { topicSlug } from '../../../src/card/topic.ts';
import type { CompiledCatalog } from '../../../src/catalog/compile.ts';
import { SIZE_NAMES } from '../../../src/render/variant.ts';

/**
 * A kind of question, and addresses that ask it. `target`: how much more an answer may cost with 10,000 cards than with 60.
 */
export type Question = { name: string; paths: string[]; target?: number };

/** As many as there are requests of a question, so that each asks for something else. */
export const VARIANTS = 90;
const AT_MOST = { target: 3 };

export function questionsOf({ cards }: CompiledCatalog, cursor: string | null): Question[] {
  const words = frequencies(cards.map(({ card }) => card.claim));
  const frequent = words.slice(0, VARIANTS);
  const rare = words.filter((word) => word.length > 6).slice(-VARIANTS);
  const topics = frequencies(
    cards.flatMap(({ card }) => card.topics.map(topicSlug)),
    /[^ ]+/gu,
  );
  const search = (text: string) => `/api/cards?q=${encodeURIComponent(text)}`;
  const typo = (word: string) => `${word.slice(0, 3)}${word.charAt(4)}${word.charAt(3)}${word.slice(5)}`;
  const some = (pathAt: (at: number) => string) => Array.from({ length: VARIANTS }, (_, at) => pathAt(at));
  const cardId = (at: number) => cards[Math.floor((at * cards.length) / VARIANTS)]?.card.id ?? '';
  const topic = (at: number) => encodeURIComponent(topics[at % Math.min(topics.length, 10)] ?? '');
  /** Pages pass over what they do not know, and an address with it is another one. */
  const page = (path: string) => some((at) => `${path}?n=${at}`);
  const limit = (at: number) => `limit=${1 + (at % 45)}`;
  const filters = ['kind=figure', 'kind=claim&status=reported', 'status=assessed', 'kind=event'];
  return [
    { name: 'card JSON', paths: some((at) => `/api/cards/${cardId(at)}`) },
    { name: 'card page', paths: some((at) => `/cards/${cardId(at)}`) },
    { name: 'list', paths: some((at) => `/api/cards?${limit(at)}`), ...AT_MOST },
    {
      name: 'list, filters',
      paths: some((at) => `/api/cards?topic=${topic(at)}&${filters[at % 4]}&${limit(at)}`),
      ...AT_MOST,
    },
    {
      name: 'list, a page in the middle',
      paths: some((at) => `/api/cards?${limit(at)}${cursor ? `&cursor=${cursor}` : ''}`),
      ...AT_MOST,
    },
    { name: 'search, frequent word', paths: frequent.map(search), ...AT_MOST },
    { name: 'search, rare word', paths: rare.map(search), ...AT_MOST },
    { name: 'search, typing error', paths: rare.map(typo).map(search), ...AT_MOST },
    { name: 'search, three letters', paths: frequent.map((word) => search(word.slice(0, 3))), ...AT_MOST },
    {
      name: 'search, two words',
      paths: frequent.map((word, at) => search(`${word} ${frequent[at + 1] ?? ''}`)),
      ...AT_MOST,
    },
    { name: 'gallery', paths: page('/'), ...AT_MOST },
    {
      name: 'gallery, search and filter',
      paths: frequent.map((word) => `/?q=${encodeURIComponent(word)}&kind=claim`),
      ...AT_MOST,
    },
    { name: 'topic page', paths: some((at) => `/topics/${topic(at)}?n=${at}`) },
    { name: 'JSON feed', paths: page('/feed.json') },
    { name: 'sitemap', paths: page('/sitemap.xml'), ...AT_MOST },
    { name: 'sitemap, a part', paths: page(cards.length > 250 ? '/sitemap-2.xml' : '/sitemap.xml'), ...AT_MOST },
    { name: 'sources', paths: page('/sources'), ...AT_MOST },
  ];
}

/** How many cards are drawn in each size. */
const DRAWN_CARDS = 5;

/** Pictures of cards from all over the catalogue, in every size; half of them are dark. */
export function picturesOf({ cards }: CompiledCatalog): string[] {
  const ids = Array.from(
    { length: DRAWN_CARDS },
    (_, at) => cards[Math.floor((at * cards.length) / DRAWN_CARDS)]?.card.id,
  );
  return ids.flatMap((id) => [
    `/cards/${id}.png`,
    ...SIZE_NAMES.map((size, at) => `/cards/${id}/${size}${at % 2 ? '-dark' : ''}.png`),
  ]);
}

/** The words of texts, the most frequent first. */
function frequencies(texts: string[], pattern = /[\p{L}]{5,}/gu): string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => text.match(pattern) ?? [])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
