// @ts-check
/* The lists from which fields suggest values: topics, speakers and cards of the catalogue. */
import { el } from './dom.js';

/** @param {{ topics: string[], speakers: string[], cards: { id: string, sentence: string }[] }} overview */
export function writeCompletions({ topics, speakers, cards }) {
  document.getElementById('lists')?.remove();
  const listOf = (/** @type {string} */ id, /** @type {[value: string, label: string][]} */ values) =>
    el(
      'datalist',
      { id },
      values.map(([value, label]) => el('option', { value }, label)),
    );
  document.body.append(
    el(
      'div',
      { id: 'lists', hidden: true },
      listOf(
        'topics',
        topics.map((topic) => [topic, '']),
      ),
      listOf(
        'speakers',
        speakers.map((name) => [name, '']),
      ),
      listOf(
        'cards',
        cards.map(({ id, sentence }) => [id, sentence]),
      ),
    ),
  );
}
