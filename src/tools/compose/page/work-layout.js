// @ts-check
/* The columns of the view of one card, and the lines that say what has happened. */
import { el, fill, say } from './dom.js';
import { inLabels } from './labels.js';

/**
 * @param {{ isComparison: boolean, title: string, left: HTMLElement, forms: (HTMLElement | null)[], preview: HTMLElement, buttons: HTMLElement[] }} parts
 */
export function layOut({ isComparison, title, left, forms, preview, buttons }) {
  const conflict = el('div', { class: 'conflict' });
  const place = el('p', { class: 'place', role: 'status' });
  const sum = el('span', { class: 'sum', 'aria-busy': 'false' });
  const why = el('span', { class: 'why', id: 'save-why' }, 'Select words of the article first.');
  const empty = el('p', { class: 'hint empty' }, 'The card appears here when you select words of the article.');
  const column = el(
    'section',
    { class: 'form', 'aria-label': isComparison ? 'Comparison' : 'Form' },
    conflict,
    place,
    ...forms,
  );
  return {
    conflict,
    sum,
    empty,
    element: el(
      'div',
      { class: `work${isComparison ? ' comparing' : ''}` },
      el('h1', { class: 'quiet' }, title),
      left,
      column,
      el('section', { class: 'card', 'aria-label': 'Card and checks' }, empty, preview),
      el('div', { class: 'bar', role: 'region', 'aria-label': 'Save' }, sum, why, ...buttons),
    ),

    /** Where the words were found. @param {{ found: { line: number, lines: number[] }, notes: string[] }} proposed */
    sayPlace({ found: { line, lines }, notes }) {
      const which = lines.length > 1 ? `, occurrence ${lines.indexOf(line) + 1} of ${lines.length}` : '';
      fill(place, `Found in line ${line}${which}. ${notes.map(inLabels).join(' ')}`);
      place.classList.remove('problem');
    },
    /** @param {string} message */
    refusePlace(message) {
      fill(place, message);
      place.classList.add('problem');
    },
    /** What the checks say, and what the button does. @param {number} problems @param {number} open @param {string} [note] */
    sayProblems(problems, open, note = '') {
      const words = problems === 0 ? 'No problems' : countOf(problems);
      fill(sum, el('strong', { class: problems > 0 ? 'bad' : 'good' }, words), open > 0 ? ` · ${open} to check` : '');
      sum.setAttribute('aria-busy', 'false');
      why.textContent = note;
    },
    /** @param {{ file: string, page: string }} saved @param {boolean} hasArticle */
    saySaved({ file, page }, hasArticle) {
      const link = el('a', { href: page, target: '_blank', rel: 'noreferrer' }, 'See it in the preview');
      const next = hasArticle ? ' Select other words for the next card.' : '';
      fill(conflict, el('p', { class: 'box done saved' }, el('strong', {}, 'Saved'), ` in ${file}. `, link, next));
      column.scrollTop = 0;
      say(`Saved in ${file}.`);
    },
    sayKept() {
      const words = ' It is in the list of drafts on the start page. The problems beside the card say what is missing.';
      fill(conflict, el('p', { class: 'box done', role: 'status' }, el('strong', {}, 'Saved as a draft.'), words));
      column.scrollTop = 0;
    },
    /** @param {string} message */
    refuse(message) {
      fill(conflict, el('p', { class: 'box error', role: 'alert' }, message));
      column.scrollTop = 0;
    },
    /** Says that the file has changed since this page read it. @param {string} message */
    warn(message) {
      if (!conflict.querySelector('button')) fill(conflict, el('p', { class: 'box warning' }, message));
    },
  };
}

/** @param {number} problems */
export const countOf = (problems) => `${problems} ${problems === 1 ? 'problem' : 'problems'}`;

/** Replaces an article that cannot be read. @param {string} why */
export function missingArticle(why) {
  return el(
    'section',
    { class: 'article', 'aria-label': 'Article' },
    el('p', { class: 'box warning' }, inLabels(why)),
    el(
      'p',
      { class: 'hint' },
      'Without the article, the composer keeps the earlier evidence. To verify the quote, open the address when it can be read, or choose the captured file.',
    ),
  );
}
