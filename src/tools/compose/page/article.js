// @ts-check
/* The article: its text as paragraphs, in which words are selected with the mouse or by keyboard. */
import { append, button, el, fill, say } from './dom.js';
import { inLabels } from './labels.js';
import { select, selectedRange, showWords, textNode } from './passage.js';
import { atMost, countWords, moved } from './words.js';

const TAGS = /** @type {const} */ ({
  heading: 'h2',
  'list-item': 'p',
  caption: 'p',
  'table-cell': 'p',
  paragraph: 'p',
});

/**
 * @param {any} article
 * @param {{ onselect: (range: { start: number, end: number }) => void, onedit: (id: string) => void }} options
 */
export function showArticle(article, { onselect, onedit }) {
  const { text, blocks, suggestions, cards } = article;
  /** @type {{ element: HTMLElement, start: number, end: number }[]} */
  const sentences = [];
  /** The words that are chosen by keyboard. @type {{ start: number, end: number } | null} */
  let chosen = null;

  /** @param {any} block */
  const blockOf = ({ type, sentences: ranges }) => {
    const element = el(TAGS[/** @type {keyof typeof TAGS} */ (type)] ?? 'p', { class: type });
    for (const [start, end] of ranges) {
      const its = el('span', { class: 'sentence', role: 'button', 'data-start': start });
      its.append(textNode(text, { start, end }));
      sentences.push({ element: its, start, end });
      append(element, its, ' ');
    }
    return element;
  };
  const isFurniture = (/** @type {any} */ { part }) => part === 'furniture';
  const body = el('div', { class: 'text', lang: article.fields.language || null });
  append(body, ...blocks.filter((/** @type {any} */ block) => !isFurniture(block)).map(blockOf));
  const rest = blocks.filter(isFurniture);
  if (rest.length > 0) {
    const inside = el('details', { class: 'furniture' }, el('summary', {}, 'The rest of the page'));
    append(inside, ...rest.map(blockOf));
    body.append(inside);
  }
  const first = sentences[0]?.element;
  if (first) first.tabIndex = 0;

  // If a mouse press focuses an element, Chromium does not start a selection at its first letter.
  body.addEventListener('mousedown', () => {
    for (const { element } of sentences) element.removeAttribute('tabindex');
  });
  addEventListener('mouseup', ({ target }) => {
    if (!body.isConnected) return;
    const under = target instanceof Element ? target.closest('.sentence') : null;
    if (!body.querySelector('[tabindex]')) rove(under instanceof HTMLElement ? under : first);
  });
  body.addEventListener('mouseup', () => {
    const range = selectedRange(body);
    if (range) onselect(range);
  });
  body.addEventListener('keydown', (event) => {
    const at = sentences.findIndex(({ element }) => element === event.target);
    const its = sentences[at];
    if (!its) return;
    const step = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 })[
      event.key
    ];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const words = chosen ?? atMost(text, its);
      onselect(words);
    } else if (step !== undefined && event.shiftKey) {
      event.preventDefault();
      const isEnd = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
      chosen = moved(text, chosen ?? { start: its.start, end: its.end }, its, { step, isEnd });
      select(its.element, chosen);
      const words = text.slice(chosen.start, chosen.end);
      say(`${countWords(words)} words: ${words}`);
    } else if (step !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      chosen = null;
      document.getSelection()?.removeAllRanges();
      const next = sentences
        .slice(step > 0 ? at + 1 : 0, step > 0 ? undefined : at)
        .filter(({ element }) => element.offsetParent);
      focus(step > 0 ? next[0]?.element : next.at(-1)?.element);
    }
  });
  body.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.classList.contains('sentence')) rove(target);
  });

  /** @param {HTMLElement | undefined} element */
  function focus(element) {
    if (!element) return;
    rove(element);
    element.focus();
  }
  /** Makes one sentence the tab stop of the article. @param {HTMLElement | undefined} element */
  function rove(element) {
    for (const { element: other } of sentences) if (other !== element) other.removeAttribute('tabindex');
    if (element) element.tabIndex = 0;
  }

  const list = el('ol', { class: 'suggestions' });
  for (const one of suggestions) {
    const facts = [one.kind, one.figure, one.speaker, one.date].filter(Boolean).join(' · ');
    const choose = button('', () => onselect({ start: one.start, end: one.end }), { class: 'suggestion' });
    append(
      choose,
      el('span', { class: 'words' }, `“${one.quote}”`),
      el('span', { class: 'muted' }, ` ${facts} (${one.because.join(', ')})`),
    );
    list.append(el('li', {}, choose));
  }
  const marks = el('div');
  const existing = cards.filter((/** @type {any} */ { id }) => id);
  return {
    element: el(
      'section',
      { class: 'article', 'aria-label': 'Article' },
      el(
        'p',
        { class: 'hint', id: 'article-hint' },
        'Select the words that state a fact: with the mouse, or with Tab, the arrow keys, Shift + arrow keys and Enter.',
      ),
      ...article.remarks.map((/** @type {string} */ remark) => el('p', { class: 'box warning' }, inLabels(remark))),
      suggestions.length > 0 &&
        el('details', { class: 'aside' }, el('summary', {}, `Suggestions (${suggestions.length})`), list),
      existing.length > 0 &&
        el(
          'details',
          { class: 'aside' },
          el('summary', {}, `Cards of this article (${existing.length})`),
          el(
            'ul',
            { class: 'suggestions' },
            existing.map((/** @type {any} */ { id, claim }) =>
              el(
                'li',
                {},
                button(claim || id, () => onedit(id), { class: 'suggestion' }),
              ),
            ),
          ),
        ),
      marks,
      body,
    ),
    /** Marks the words of the card. @param {{ start: number, end: number } | null} range */
    mark(range) {
      fill(marks);
      for (const { element, start, end } of sentences) {
        element.classList.toggle('quoted', range !== null && start < range.end && end > range.start);
        if (!element.querySelector('mark') && !(range && start < range.end && end > range.start)) continue;
        showWords(element, text, { start, end }, range);
      }
      sentences
        .find(({ element }) => element.classList.contains('quoted'))
        ?.element.scrollIntoView({ block: 'nearest' });
    },
  };
}
