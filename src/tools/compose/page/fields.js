// @ts-check
/* The fields of a form: each reads and writes one value of an object, and can show problems with it. */
import { append, button, el, fill, setAt, valueAt } from './dom.js';

/**
 * @typedef {{
 *   target: () => any,
 *   changed: (field: string) => void,
 *   doubts: () => Record<string, string>,
 *   confirm: (field: string) => void,
 *   prefix?: string,
 * }} Binding
 * @typedef {{ element: HTMLElement, show: () => void, field: string, isFor: (field: string) => boolean, say: (messages: string[]) => void, control: () => HTMLElement | null }} Field
 */

let ids = 0;
const newId = () => `f${++ids}`;

/**
 * A labelled control with its doubt and its problems.
 * @param {Binding} binding
 * @param {string} field the name of the field, as problems give it
 * @param {string} label
 * @param {(id: string, describedBy: string) => { element: HTMLElement, show: () => void }} make
 * @param {{ hint?: string, isGroup?: boolean }} [options]
 * @returns {Field}
 */
export function field(binding, field, label, make, { hint, isGroup = false } = {}) {
  const id = newId();
  const control = make(id, `${id}-notes`);
  const notes = el('div', { id: `${id}-notes`, class: 'notes' });
  const title = isGroup ? el('span', { class: 'label', id: `${id}-label` }, label) : el('label', { for: id }, label);
  const element = el(
    'div',
    {
      class: 'field',
      'data-field': field,
      role: isGroup ? 'group' : null,
      'aria-labelledby': isGroup ? `${id}-label` : null,
    },
    title,
    hint ? el('span', { class: 'hint' }, hint) : null,
    control.element,
    notes,
  );
  const [top = ''] = field.split(/[.[]/);
  const doubtOf = binding.prefix ? (field.slice(binding.prefix.length).split('.')[0] ?? '') : top;
  /** @type {string[]} */
  let problems = [];
  const draw = () => {
    const doubt = binding.doubts()[doubtOf];
    const confirm = () => {
      binding.confirm(doubtOf);
      draw();
    };
    fill(
      notes,
      ...problems.map((message) => el('p', { class: 'problem' }, message)),
      doubt !== undefined &&
        problems.length === 0 &&
        el(
          'p',
          { class: 'doubt' },
          `Check: ${doubt} `,
          button('It is right', confirm, { 'aria-label': `${label}: it is right` }),
        ),
    );
    element.classList.toggle('has-problem', problems.length > 0);
    element.classList.toggle('has-doubt', doubt !== undefined);
    for (const input of element.querySelectorAll('input, textarea, select'))
      input.setAttribute('aria-invalid', String(problems.length > 0));
  };
  return {
    element,
    field,
    isFor: (name) => name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}[`),
    show() {
      control.show();
      draw();
    },
    say(messages) {
      if (messages.join('\n') === problems.join('\n')) return;
      problems = messages;
      draw();
    },
    control: () => element.querySelector('input, textarea, select, button'),
  };
}

/**
 * A text on one line or several. Empty removes an optional field.
 * @param {Binding} binding
 * @param {string} name
 * @param {readonly (string | number)[]} path
 * @param {{ label: string, rows?: number, max?: number, list?: string, optional?: boolean, hint?: string, empty?: unknown, readonly?: boolean }} options
 */
export function textField(binding, name, path, { label, rows, max, list, optional, hint, empty, readonly }) {
  return field(
    binding,
    name,
    label,
    (id, notes) => {
      const counter = max ? el('span', { class: 'counter', 'aria-hidden': 'true' }) : null;
      const count = () => {
        if (counter) counter.textContent = `${input.value.length} / ${max}`;
        counter?.classList.toggle('over', input.value.length > (max ?? 0));
      };
      const oninput = () => {
        const value = rows ? input.value.replace(/\s*\n\s*/g, ' ') : input.value;
        const trimmed = value.trim();
        setAt(binding.target(), path, trimmed === '' ? (optional ? undefined : (empty ?? '')) : trimmed);
        count();
        binding.changed(name);
      };
      const input = rows
        ? el('textarea', { id, rows, oninput, 'aria-describedby': notes, spellcheck: 'true', readonly })
        : el('input', { id, type: 'text', list, oninput, 'aria-describedby': notes, autocomplete: 'off', readonly });
      return {
        element: counter ? el('div', { class: 'counted' }, input, counter) : input,
        show() {
          const value = String(valueAt(binding.target(), path) ?? '');
          if (input.value.trim() !== value) input.value = value;
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
 * @param {{ label: string, choices: [value: string, words: string][], optional?: boolean, onchange?: () => void }} options
 */
export function choiceField(binding, name, path, { label, choices, optional, onchange }) {
  return field(binding, name, label, (id, notes) => {
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

/**
 * A list of texts, each in its own control, followed by an empty control.
 * @param {Binding} binding
 * @param {string} name
 * @param {readonly (string | number)[]} path
 * @param {{ label: string, each: string, list?: string, max: number, hint?: string }} options
 */
export function listField(binding, name, path, { label, each, list, max, hint }) {
  return field(
    binding,
    name,
    label,
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

const BASES = /** @type {[string, string][]} */ ([
  ['stated', 'the text says so'],
  ['external', 'another page says so'],
  ['inferred', 'inferred'],
]);

/**
 * A date with its basis and reason. Empty means not known.
 * @param {Binding} binding
 * @param {string} name
 * @param {string} key
 * @param {{ label: string, optional?: boolean, hint?: string }} options
 */
export function dateField(binding, name, key, { label, optional, hint }) {
  return field(
    binding,
    name,
    label,
    (id, notes) => {
      const write = () => {
        const value = {
          date: date.value.trim(),
          basis: basis.value,
          ...(reason.value.trim() && { reason: reason.value.trim() }),
        };
        setAt(binding.target(), [key], value.date === '' ? (optional ? undefined : null) : value);
        reasonBox.hidden = basis.value !== 'inferred' && reason.value === '';
        binding.changed(name);
      };
      const date = el('input', {
        id,
        type: 'text',
        size: 12,
        oninput: write,
        placeholder: 'YYYY-MM-DD',
        'aria-label': `${label}: date`,
        'aria-describedby': notes,
        autocomplete: 'off',
      });
      const basis = el('select', { onchange: write, 'aria-label': `${label}: how it is known` });
      append(basis, ...BASES.map(([value, words]) => el('option', { value }, words)));
      const reason = el('input', {
        type: 'text',
        oninput: write,
        'aria-label': `${label}: reason`,
        placeholder: 'Reason',
        autocomplete: 'off',
      });
      const reasonBox = el('div', {}, reason);
      return {
        element: el('div', { class: 'dated' }, el('div', { class: 'row' }, date, basis), reasonBox),
        show() {
          const value = valueAt(binding.target(), [key]) ?? {};
          if (date.value.trim() !== (value.date ?? '')) date.value = value.date ?? '';
          basis.value = value.basis || 'stated';
          if (reason.value.trim() !== (value.reason ?? '')) reason.value = value.reason ?? '';
          reasonBox.hidden = basis.value !== 'inferred' && reason.value === '';
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
 * @param {{ label: string, add: string, max: number, min?: number, row: (value: any, index: number, write: (value: any) => void) => HTMLElement[], blank: () => any, optional?: boolean, hint?: string }} options
 */
export function rowsField(binding, name, key, { label, add, max, min = 0, row, blank, optional, hint }) {
  return field(
    binding,
    name,
    label,
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
                button('×', remove, { class: 'plain', 'aria-label': `${label}: remove ${index + 1}` }),
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
