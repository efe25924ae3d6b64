// @ts-check
/* Fields with one value: a text, a number, or a choice. */
import { append, el, setAt, valueAt } from './dom.js';
import { field } from './field.js';

/** @typedef {import('./field.js').Binding} Binding */

/**
 * A text on one line or several, or a number. Empty removes an optional field.
 * @param {Binding} binding
 * @param {string} name
 * @param {readonly (string | number)[]} path
 * @param {{ rows?: number, max?: number, list?: string, optional?: boolean, hint?: string, empty?: unknown, isNumber?: boolean }} options
 */
export function textField(binding, name, path, { rows, max, list, optional, hint, empty, isNumber } = {}) {
  // Keeps other input as text, so that the checks report it.
  const read = (/** @type {string} */ text) =>
    isNumber && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  const absent = optional ? undefined : empty === undefined ? '' : empty;
  return field(
    binding,
    name,
    (id, notes) => {
      const counter = max ? el('span', { class: 'counter', 'aria-hidden': 'true' }) : null;
      const count = () => {
        if (counter) counter.textContent = `${input.value.length} / ${max}`;
        counter?.classList.toggle('over', input.value.length > (max ?? 0));
      };
      const oninput = () => {
        const value = rows ? input.value.replace(/\s*\n\s*/g, ' ') : input.value;
        const trimmed = value.trim();
        setAt(binding.target(), path, trimmed === '' ? absent : read(trimmed));
        count();
        binding.changed(name);
      };
      const input = rows
        ? el('textarea', { id, rows, oninput, 'aria-describedby': notes, spellcheck: 'true' })
        : el('input', { id, type: 'text', list, oninput, 'aria-describedby': notes, autocomplete: 'off' });
      return {
        element: counter ? el('div', { class: 'counted' }, input, counter) : input,
        show() {
          const value = valueAt(binding.target(), path) ?? '';
          if (read(input.value.trim()) !== value) input.value = String(value);
          count();
        },
      };
    },
    { hint },
  );
}

/**
 * @param {Binding} binding
 * @param {string} name
 * @param {readonly (string | number)[]} path
 * @param {{ choices: [value: string, words: string][], optional?: boolean, onchange?: () => void }} options
 */
export function choiceField(binding, name, path, { choices, optional, onchange }) {
  return field(binding, name, (id, notes) => {
    const change = () => {
      setAt(binding.target(), path, select.value === '' && optional ? undefined : select.value);
      binding.changed(name);
      onchange?.();
    };
    const select = el('select', { id, onchange: change, 'aria-describedby': notes });
    append(select, ...choices.map(([value, words]) => el('option', { value }, words)));
    return {
      element: select,
      show() {
        select.value = String(valueAt(binding.target(), path) ?? '');
      },
    };
  });
}
