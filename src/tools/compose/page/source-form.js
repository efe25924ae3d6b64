// @ts-check
/* The form of a source. */
import { dateField } from './date-field.js';
import { el, fill } from './dom.js';
import { listField } from './list-fields.js';
import { textField } from './text-fields.js';

/** @typedef {import('./field.js').Binding} Binding @typedef {import('./model.js').Model} Model */

/** @param {Model} model @param {Binding} binding */
export function sourceForm(model, binding) {
  const parts = [
    textField(binding, 'source.publisher', ['publisher']),
    textField(binding, 'source.title', ['title'], { rows: 2, empty: null }),
    listField(binding, 'source.authors', ['authors'], { each: 'Author', max: 10 }),
    dateField(binding, 'source.published', 'published'),
    textField(binding, 'source.url', ['url'], { empty: null, hint: 'Leave it empty if you do not know it' }),
    textField(binding, 'source.language', ['language']),
    textField(binding, 'source.note', ['note'], { optional: true }),
  ];
  const summary = el('summary');
  const element = el(
    'details',
    { class: 'source' },
    summary,
    el(
      'div',
      { class: 'fields' },
      parts.map((part) => part.element),
    ),
  );
  return {
    element,
    fields: parts,
    show() {
      const { publisher, title, published } = model.fields();
      const open = Object.keys(binding.doubts()).length;
      fill(
        summary,
        el('span', { class: 'label' }, 'Source '),
        `${[publisher, title, published?.date].filter(Boolean).join(' · ') || 'not known'} `,
        open > 0 && el('span', { class: 'badge' }, `${open} to check`),
      );
      for (const part of parts) part.show();
    },
  };
}
