// @ts-check
/* The form of a comparison, and the cards that it is made of. */
import { button, el } from './dom.js';
import { inputOf, makeForm } from './form.js';
import { listField, rowsField } from './list-fields.js';
import { textField } from './text-fields.js';

/** @typedef {import('./field.js').Binding} Binding @typedef {import('./model.js').Model} Model */

/** @param {Model} model @param {Binding} binding */
export function comparisonForm(model, binding) {
  const main = [
    textField(binding, 'claim', ['claim'], { rows: 3, max: 140, hint: 'What is compared' }),
    rowsField(binding, 'rows', 'rows', {
      hint: 'Two to four, each with a short label. Words: the part of the quote to show, if it is not the highlight',
      add: 'Add a card',
      max: 4,
      min: 2,
      blank: () => ({ card: '', label: '' }),
      row: (value, index, write) => [
        inputOf(value.card, `Card ${index + 1}`, 'cards', (card) => write({ ...model.card.rows?.[index], card })),
        inputOf(value.label, `Label ${index + 1}`, '', (label) => write({ ...model.card.rows?.[index], label })),
        inputOf(value.exact, `Words ${index + 1}`, '', (exact) => {
          const { exact: _, ...rest } = model.card.rows?.[index] ?? {};
          write(exact === '' ? rest : { ...rest, exact });
        }),
      ],
    }),
    textField(binding, 'note', ['note'], {
      rows: 2,
      max: 200,
      hint: 'Why the rows are not directly comparable',
    }),
    listField(binding, 'topics', ['topics'], { each: 'Topic', list: 'topics', max: 4 }),
  ];
  return makeForm('Comparison', main, [textField(binding, 'id', ['id'], { hint: 'Permanent: addresses contain it' })]);
}

/** The cards of the catalogue that can be compared. @param {any[]} cards @param {(card: any) => void} add */
export function cardPicker(cards, add) {
  return el(
    'section',
    { class: 'article', 'aria-label': 'Cards' },
    el('p', { class: 'hint' }, 'Choose two to four cards to compare.'),
    el(
      'ul',
      { class: 'suggestions' },
      cards
        .filter(({ kind }) => kind !== 'comparison')
        .map((card) =>
          el(
            'li',
            {},
            button(card.sentence, () => add(card), { class: 'suggestion' }),
          ),
        ),
    ),
  );
}
