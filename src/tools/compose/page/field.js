// @ts-check
/* A field of a form: a label, a control that reads and writes one place of an object, and what is wrong with its value. */
import { button, el, fill } from './dom.js';
import { labelOf } from './labels.js';

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
 * @param {(id: string, describedBy: string) => { element: HTMLElement, show: () => void }} make
 * @param {{ hint?: string, isGroup?: boolean }} [options]
 * @returns {Field}
 */
export function field(binding, field, make, { hint, isGroup = false } = {}) {
  const label = labelOf(field);
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
          button('Confirm', confirm, { 'aria-label': `Confirm: ${label}` }),
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
