// @ts-check
/* A date, how it is known, and the reason. */
import { append, el, setAt, valueAt } from './dom.js';
import { field } from './field.js';
import { labelOf } from './labels.js';

/** @typedef {import('./field.js').Binding} Binding */

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
 * @param {{ optional?: boolean, hint?: string }} options
 */
export function dateField(binding, name, key, { optional, hint } = {}) {
  const label = labelOf(name);
  return field(
    binding,
    name,
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
      // A reason explains why the date was inferred.
      const changeBasis = () => {
        if (basis.value !== 'inferred') reason.value = '';
        write();
      };
      const basis = el('select', { onchange: changeBasis, 'aria-label': `${label}: how it is known` });
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
