// @ts-check
/* Fields with several values: texts, or rows of controls. */
import { button, el, fill, setAt, valueAt } from './dom.js';
import { field } from './field.js';
import { labelOf } from './labels.js';

/** @typedef {import('./field.js').Binding} Binding */

/**
 * A list of texts, each in its own control, followed by an empty control.
 * @param {Binding} binding
 * @param {string} name
 * @param {readonly (string | number)[]} path
 * @param {{ each: string, list?: string, max: number, hint?: string }} options
 */
export function listField(binding, name, path, { each, list, max, hint }) {
  return field(
    binding,
    name,
    (_id, notes) => {
      const box = el('div', { class: 'list' });
      const values = () => /** @type {string[]} */ (valueAt(binding.target(), path) ?? []);
      const write = () => {
        const texts = [...box.querySelectorAll('input')].map((input) => input.value.trim()).filter(Boolean);
        setAt(binding.target(), path, texts);
        binding.changed(name);
        const inputs = box.querySelectorAll('input');
        if (inputs.length < max && inputs.item(inputs.length - 1).value !== '') box.append(control('', inputs.length));
      };
      const control = (/** @type {string} */ value, /** @type {number} */ index) =>
        el('input', {
          type: 'text',
          value,
          list,
          'aria-label': `${each} ${index + 1}`,
          oninput: write,
          autocomplete: 'off',
          'aria-describedby': notes,
        });
      return {
        element: box,
        show() {
          const shown = [...box.querySelectorAll('input')].map((input) => input.value.trim()).filter(Boolean);
          if (shown.join('\n') === values().join('\n') && box.firstChild) return;
          const texts = values();
          fill(box, ...texts.map(control), texts.length < max && control('', texts.length));
        },
      };
    },
    { hint, isGroup: true },
  );
}

/**
 * Rows of maps, each with controls of its own, and a button that adds one.
 * @param {Binding} binding
 * @param {string} name
 * @param {string} key
 * @param {{ add: string, max: number, min?: number, row: (value: any, index: number, write: (value: any) => void) => HTMLElement[], blank: () => any, optional?: boolean, hint?: string }} options
 */
export function rowsField(binding, name, key, { add, max, min = 0, row, blank, optional, hint }) {
  return field(
    binding,
    name,
    () => {
      const box = el('div', { class: 'list' });
      const values = () => /** @type {any[]} */ (valueAt(binding.target(), [key]) ?? []);
      const put = (/** @type {any[]} */ next) => {
        setAt(binding.target(), [key], next.length === 0 && optional ? undefined : next);
        binding.changed(name);
      };
      let shown = '';
      const draw = () => {
        const rows = values();
        shown = JSON.stringify(rows);
        fill(
          box,
          ...rows.map((value, index) => {
            const write = (/** @type {any} */ next) => {
              put(values().map((old, at) => (at === index ? next : old)));
              shown = JSON.stringify(values());
            };
            const remove = () => {
              put(values().filter((_, at) => at !== index));
              draw();
              /** @type {HTMLElement | null} */ (box.querySelector('input, button'))?.focus();
            };
            return el(
              'div',
              { class: 'row' },
              ...row(value, index, write),
              rows.length > min &&
                button('×', remove, { class: 'plain', 'aria-label': `${labelOf(name)}: remove ${index + 1}` }),
            );
          }),
          rows.length < max &&
            button(
              add,
              () => {
                put([...values(), blank()]);
                draw();
                /** @type {HTMLElement | undefined} */ ([...box.querySelectorAll('input')].at(-1))?.focus();
              },
              { class: 'plain' },
            ),
        );
      };
      return {
        element: box,
        show() {
          if (JSON.stringify(values()) !== shown || !box.firstChild) draw();
        },
      };
    },
    { hint, isGroup: true },
  );
}
