// @ts-check
/* What the forms consist of: fields that are always shown and fields on demand, and controls of rows. */
import { el } from './dom.js';

/** @typedef {import('./field.js').Field} Field */

/** `rest`: the fields without a control, and where they are. @param {string} title @param {Field[]} main @param {Field[]} more @param {string} [rest] */
export function makeForm(title, main, more, rest) {
  const fields = [...main, ...more];
  const details = el(
    'details',
    { class: 'more' },
    el('summary', {}, 'More fields'),
    el(
      'div',
      { class: 'fields' },
      more.map(({ element }) => element),
      rest ? el('p', { class: 'hint' }, rest) : null,
    ),
  );
  const element = el(
    'div',
    {},
    el('h2', {}, title),
    el(
      'div',
      { class: 'fields' },
      main.map(({ element: its }) => its),
      details,
    ),
  );
  return {
    element,
    fields,
    show() {
      for (const its of fields) its.show();
    },
  };
}

/** @param {[string, string][]} choices @param {string} value @param {string} label @param {(value: string) => void} write */
export function selectOf(choices, value, label, write) {
  const select = el(
    'select',
    { 'aria-label': label, onchange: () => write(select.value) },
    choices.map(([each, words]) => el('option', { value: each }, words)),
  );
  select.value = value ?? '';
  return select;
}

/** @param {string} value @param {string} label @param {string} list @param {(value: string) => void} write */
export function inputOf(value, label, list, write) {
  return el('input', {
    type: 'text',
    value: value ?? '',
    'aria-label': label,
    placeholder: label,
    list: list || null,
    autocomplete: 'off',
    oninput: (/** @type {Event} */ event) => write(/** @type {HTMLInputElement} */ (event.target).value.trim()),
  });
}
