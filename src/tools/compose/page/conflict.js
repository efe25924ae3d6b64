// @ts-check
/* A save whose file has changed: what is in the file, what is on this page, and how to continue. */
import { button, el, fill } from './dom.js';
import { labelOf } from './labels.js';

/**
 * @param {HTMLElement} box
 * @param {Error & { details: Record<string, any> }} error
 * @param {{ mine: any, keepMine: () => void, takeTheirs: () => void }} ways
 */
export function showConflict(box, error, { mine, keepMine, takeTheirs }) {
  const { theirs } = error.details;
  const names = theirs ? [...new Set([...Object.keys(theirs), ...Object.keys(mine)])] : [];
  const differing = names.filter((name) => JSON.stringify(theirs[name]) !== JSON.stringify(mine[name]));
  const table = el(
    'table',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, 'Field'),
        el('th', { scope: 'col' }, 'In the file'),
        el('th', { scope: 'col' }, 'Yours'),
      ),
    ),
    el(
      'tbody',
      {},
      differing.map((name) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, labelOf(name)),
          el('td', {}, words(theirs[name])),
          el('td', {}, words(mine[name])),
        ),
      ),
    ),
  );
  const isGone = theirs === null;
  fill(
    box,
    el('div', { class: 'box error', role: 'alert' }, el('p', {}, error.message)),
    differing.length > 0
      ? table
      : el(
          'p',
          {},
          isGone
            ? 'The file does not have this card.'
            : 'This card has not changed in the file, but another part of the file has.',
        ),
    el(
      'p',
      { class: 'row' },
      button(isGone ? 'Add my card to the file' : 'Save mine', keepMine, { class: 'primary' }),
      button('Use the version in the file', takeTheirs),
    ),
  );
  box.querySelector('button')?.focus();
  box.scrollIntoView({ block: 'nearest' });
}

/** @param {unknown} value */
const words = (value) => (value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value));
