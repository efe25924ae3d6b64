// @ts-check
/* The form of an entry in the history of a published card. */
import { el } from './dom.js';
import { selectOf } from './form.js';
import { labelOf } from './labels.js';
import { textField } from './text-fields.js';

/** @typedef {import('./field.js').Binding} Binding @typedef {import('./model.js').Model} Model */

const TYPES = /** @type {[string, string][]} */ ([
  ['', 'no entry'],
  ['corrected', 'Correct: it was wrong'],
  ['updated', 'Update: it has changed since'],
  ['superseded', 'Supersede: another card replaces it'],
  ['retracted', 'Retract: it should not be used'],
]);

/** @param {Model} model @param {() => void} changed */
export function historyForm(model, changed) {
  /** @type {Binding} */
  const binding = { target: () => model, changed, doubts: () => ({}), confirm: () => {} };
  const type = selectOf(TYPES, '', 'Entry in the history', (value) => {
    model.entry = value === '' ? null : { reason: '', ...model.entry, type: value };
    if (model.entry && value !== 'superseded') delete model.entry.by;
    show();
    changed();
  });
  const reason = textField(binding, 'history.reason', ['entry', 'reason'], {
    rows: 2,
    max: 200,
    hint: 'What changed and why. Readers see it',
  });
  const by = textField(binding, 'history.by', ['entry', 'by'], { list: 'cards', optional: true });
  const words = el('p');
  const element = el(
    'section',
    { class: 'history', 'aria-label': 'History' },
    el('h2', {}, 'History'),
    words,
    el('div', { class: 'fields' }, el('div', { class: 'field' }, type), reason.element, by.element),
  );
  function show() {
    const { published } = model;
    element.hidden = !published;
    if (!published) return;
    words.textContent = `Published on ${published.on}. ${published.changed.length > 0 ? `Changed since: ${published.changed.map(labelOf).join(', ')}. ` : ''}${published.needsEntry ? 'Readers see this change: it needs an entry.' : ''}`;
    type.value = model.entry?.type ?? '';
    reason.element.hidden = !model.entry;
    by.element.hidden = model.entry?.type !== 'superseded';
    if (!model.entry) return;
    reason.show();
    by.show();
  }
  return { element, show, fields: [reason, by] };
}
