// @ts-check
/* The form of a card that quotes its source. */
import { dateField } from './date-field.js';
import { el } from './dom.js';
import { field } from './field.js';
import { inputOf, makeForm, selectOf } from './form.js';
import { listField, rowsField } from './list-fields.js';
import { choiceField, textField } from './text-fields.js';

/** @typedef {import('./field.js').Binding} Binding @typedef {import('./field.js').Field} Field @typedef {import('./model.js').Model} Model */

const KINDS = /** @type {[string, string][]} */ ([
  ['figure', 'figure: a number with its unit'],
  ['quote', 'quote: the words of a speaker'],
  ['claim', 'claim: a statement'],
  ['event', 'event: what happened, and when'],
]);
const STATUSES = /** @type {[string, string][]} */ ([
  ['', 'choose'],
  ['stated', 'stated: by someone in a position to know'],
  ['reported', 'reported: an outlet reports it'],
  ['claimed', 'claimed: by an interested side'],
  ['assessed', 'assessed: a judgement'],
]);
const NATURES = /** @type {[string, string][]} */ ([
  ['', 'not said'],
  ['count', 'count'],
  ['estimate', 'estimate'],
  ['capacity', 'capacity: the maximum possible'],
  ['plan', 'plan: not in place yet'],
  ['forecast', 'forecast'],
]);
const STEPS = /** @type {[string, string][]} */ ([
  ['', '—'],
  ['said', 'said'],
  ['told', 'was told'],
  ['reported', 'reported'],
  ['translated', 'translated'],
  ['caption', 'caption'],
  ['agency', 'agency'],
]);
const RELATIONS = /** @type {[string, string][]} */ ([
  ['contradicts', 'contradicts'],
  ['same-remark', 'same remark as'],
  ['updates', 'updates'],
]);

const WRITTEN = ['value', 'min', 'max'];

const primary = (/** @type {unknown} */ language) =>
  String(language ?? '')
    .toLowerCase()
    .split('-')[0];

/** @param {Model} model @param {Binding} binding @param {() => void} changeKind */
export function cardForm(model, binding, changeKind) {
  const isWritten = (/** @type {string} */ name) => WRITTEN.some((part) => name === `figure.${part}`);
  const only = (/** @type {Field} */ its, /** @type {() => boolean} */ when) => ({
    ...its,
    show() {
      its.element.hidden = !when();
      if (when()) its.show();
    },
  });
  const kind = () => model.card.kind;
  const isForeign = () =>
    Boolean(model.fields().language) &&
    primary(model.fields().language) !== primary(model.card.language ?? model.overview.language);
  const quote = textField(binding, 'quote.exact', ['quote', 'exact'], {
    rows: 3,
    hint: 'The words of the article, at most 25. Select them there.',
  });
  const more = [
    only(choiceField(binding, 'nature', ['nature'], { choices: NATURES, optional: true }), () => kind() !== 'quote'),
    textField(binding, 'place', ['place'], { optional: true }),
    dateField(binding, 'saidOn', 'saidOn', { optional: true, hint: 'If it differs from the date the fact is about' }),
    textField(binding, 'quote.highlight', ['quote', 'highlight'], {
      optional: true,
    }),
    textField(binding, 'quote.context.before', ['quote', 'context', 'before'], {
      optional: true,
      hint: 'Directly before the quote in the source, if a reader needs them; at most 12',
    }),
    textField(binding, 'quote.context.after', ['quote', 'context', 'after'], {
      optional: true,
      hint: 'Directly after the quote in the source; at most 12',
    }),
    only(
      {
        ...field(
          binding,
          'figure.written',
          () => {
            const parts = WRITTEN.map((name) =>
              textField(binding, `figure.${name}`, ['figure', name], { optional: true, isNumber: true }),
            );
            return {
              element: el('div', { class: 'triple' }, ...parts.map(({ element }) => element)),
              show() {
                for (const part of parts) part.show();
              },
            };
          },
          { isGroup: true, hint: 'The value, or its limits' },
        ),
        isFor: isWritten,
      },
      () => kind() === 'figure',
    ),
    textField(binding, 'language', ['language'], {
      optional: true,
      hint: `Default: ${model.overview.language}`,
    }),
    rowsField(binding, 'related', 'related', {
      add: 'Add a card',
      max: 8,
      optional: true,
      blank: () => ({ type: 'contradicts', card: '' }),
      row: (value, index, write) => [
        selectOf(RELATIONS, value.type, `Relation ${index + 1}`, (type) =>
          write({ ...model.card.related?.[index], type }),
        ),
        inputOf(value.card, `Related card ${index + 1}`, 'cards', (card) =>
          write({ ...model.card.related?.[index], card }),
        ),
      ],
    }),
    textField(binding, 'id', ['id'], {
      hint: 'Made from the quote. Addresses contain it: permanent after the first release',
    }),
  ];
  const main = [
    choiceField(binding, 'kind', ['kind'], { choices: KINDS, onchange: changeKind }),
    quote,
    only(
      textField(binding, 'quote.translation.text', ['quote', 'translation', 'text'], {
        rows: 2,
        optional: true,
        hint: 'In the language of the card',
      }),
      isForeign,
    ),
    only(
      field(
        binding,
        'figure',
        (id) => {
          // The group asks whether the figure is right.
          const part = { ...binding, doubts: () => ({}) };
          const text = textField(part, 'figure.text', ['figure', 'text']);
          const unit = textField(part, 'figure.unit', ['figure', 'unit']);
          const bounds = el('p', { class: 'hint', id: `${id}-bounds` });
          return {
            element: el('div', { class: 'pair' }, text.element, unit.element, bounds),
            show() {
              text.show();
              unit.show();
              const isOpen =
                model.card.figure?.text && Object.keys(model.card.figure).every((name) => !WRITTEN.includes(name));
              const unread = isOpen ? 'A program cannot read this number. Write it under “More fields”.' : '';
              bounds.textContent = model.bounds ? `Read as: ${model.bounds}` : unread;
            },
          };
        },
        { isGroup: true },
      ),
      () => kind() === 'figure',
    ),
    textField(binding, 'claim', ['claim'], {
      rows: 3,
      max: 140,
      hint: 'The fact in your own words, clear without the article',
    }),
    choiceField(binding, 'status', ['status'], { choices: STATUSES }),
    rowsField(binding, 'attribution', 'attribution', {
      hint: 'The speaker first, then each outlet that passed the words on',
      add: 'Add a step',
      max: 5,
      min: 1,
      blank: () => '',
      row: (_value, index, write) => {
        const now = () => model.card.attribution?.[index] ?? '';
        const name = () => (typeof now() === 'string' ? now() : now().name);
        const as = () => (typeof now() === 'string' ? '' : now().as);
        const step = (/** @type {string} */ to, /** @type {string} */ how) => (how === '' ? to : { name: to, as: how });
        return [
          inputOf(name(), index === 0 ? 'Speaker' : `Step ${index + 1}`, 'speakers', (to) => write(step(to, as()))),
          selectOf(STEPS, as(), `Step ${index + 1}: how it got the words`, (how) => write(step(name(), how))),
        ];
      },
    }),
    dateField(binding, 'asOf', 'asOf', { hint: 'Leave it empty if you do not know it' }),
    listField(binding, 'topics', ['topics'], {
      each: 'Topic',
      list: 'topics',
      max: 4,
      hint: 'The main one first',
    }),
  ];
  return makeForm(
    'Card',
    main,
    more,
    `To change support, quote.translated, who made a translation, or comments, edit cards/${model.source}.yaml.`,
  );
}
