// @ts-check
/* The article: its text as paragraphs, in which words are selected with the mouse or by keyboard. */
import { append, button, el, fill, say } from './dom.js';

/** Where each text node begins in the text of the article. @type {WeakMap<Node, number>} */
const offsets = new WeakMap();

const TAGS = /** @type {const} */ ({
  heading: 'h2',
  'list-item': 'p',
  caption: 'p',
  'table-cell': 'p',
  paragraph: 'p',
});
const MAX_WORDS = 25;

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
      const node = document.createTextNode(text.slice(start, end));
      offsets.set(node, start);
      its.append(node);
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
  body.addEventListener('choose', (event) => onselect(/** @type {CustomEvent} */ (event).detail));
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
      ...article.remarks.map((/** @type {string} */ remark) => el('p', { class: 'note' }, remark)),
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

/** @param {HTMLElement} element @param {string} text @param {{start: number, end: number}} own @param {{start: number, end: number} | null} marked */
function showWords(element, text, { start, end }, marked) {
  const from = marked ? Math.min(end, Math.max(start, marked.start)) : end;
  const to = marked ? Math.max(from, Math.min(end, marked.end)) : end;
  const piece = (/** @type {number} */ a, /** @type {number} */ b) => {
    const node = document.createTextNode(text.slice(a, b));
    offsets.set(node, a);
    return node;
  };
  fill(element, piece(start, from), to > from && el('mark', {}, piece(from, to)), to < end && piece(to, end));
}

/** What the mouse has selected, as a part of the text. @param {HTMLElement} body */
function selectedRange(body) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return undefined;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let start = -1;
  let end = -1;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const offset = offsets.get(node);
    if (offset === undefined || !range.intersectsNode(node)) continue;
    const length = node.textContent?.length ?? 0;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : length;
    if (to <= from) continue;
    if (start < 0) start = offset + from;
    end = offset + to;
  }
  return start >= 0 && end > start ? { start, end } : undefined;
}

/** @param {HTMLElement} element @param {{ start: number, end: number }} chosen */
function select(element, { start, end }) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let isSet = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const offset = offsets.get(node) ?? 0;
    const length = node.textContent?.length ?? 0;
    if (!isSet && start < offset + length) {
      range.setStart(node, Math.max(0, start - offset));
      isSet = true;
    }
    if (isSet && end <= offset + length) {
      range.setEnd(node, Math.max(0, end - offset));
      break;
    }
  }
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The ends of the words of a sentence. @param {string} text @param {{ start: number, end: number }} own */
function wordsIn(text, { start, end }) {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

/** @param {string} text @param {{start: number, end: number}} chosen @param {{start: number, end: number}} own @param {{ step: number, isEnd: boolean }} move */
function moved(text, chosen, own, { step, isEnd }) {
  const words = wordsIn(text, own);
  const first = words.findIndex(({ end }) => end > chosen.start);
  const last = words.findLastIndex(({ start }) => start < chosen.end);
  const [from, to] = isEnd
    ? [first, Math.min(words.length - 1, Math.max(first, last + step))]
    : [Math.min(last, Math.max(0, first + step)), last];
  return { start: words[from]?.start ?? own.start, end: words[to]?.end ?? own.end };
}

/** A sentence, or as many of its words as a quote may have. @param {string} text @param {{start: number, end: number}} own */
function atMost(text, own) {
  const words = wordsIn(text, own);
  return { start: own.start, end: words[Math.min(words.length, MAX_WORDS) - 1]?.end ?? own.end };
}

const countWords = (/** @type {string} */ words) => words.split(/\s+/u).filter(Boolean).length;
