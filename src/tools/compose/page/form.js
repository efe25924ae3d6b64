// @ts-check
/* The forms: of a source, of a card with a quote, of a comparison, and of an entry in the history. */
import { el, fill } from './dom.js';
import { choiceField, dateField, field, listField, rowsField, textField } from './fields.js';

/** @typedef {import('./fields.js').Binding} Binding @typedef {import('./fields.js').Field} Field */
/** @typedef {import('./work.js').Model} Model */

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

const primary = (/** @type {unknown} */ language) =>
  String(language ?? '')
    .toLowerCase()
    .split('-')[0];

/** @param {Model} model @param {Binding} binding */
export function cardForm(model, binding) {
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
    label: 'Quote',
    rows: 3,
    hint: 'The words of the article, at most 25. Select them there.',
  });
  const more = [
    only(
      choiceField(binding, 'nature', ['nature'], { label: 'Nature', choices: NATURES, optional: true }),
      () => kind() !== 'quote',
    ),
    textField(binding, 'place', ['place'], { label: 'Place', optional: true }),
    dateField(binding, 'saidOn', 'saidOn', { label: 'Said on', optional: true, hint: 'If it is another date' }),
    textField(binding, 'quote.highlight', ['quote', 'highlight'], {
      label: 'Marked words of the quote',
      optional: true,
    }),
    textField(binding, 'language', ['language'], {
      label: 'Language of the card',
      optional: true,
      hint: `Default: ${model.overview.language}`,
    }),
    rowsField(binding, 'related', 'related', {
      label: 'Related cards',
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
    textField(binding, 'id', ['id'], { label: 'Id', hint: 'Permanent: addresses contain it' }),
  ];
  const main = [
    choiceField(binding, 'kind', ['kind'], { label: 'Kind', choices: KINDS, onchange: () => model.changeKind() }),
    quote,
    only(
      textField(binding, 'quote.translation.text', ['quote', 'translation', 'text'], {
        label: 'Translation of the quote',
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
        'Figure',
        (id) => {
          const text = textField(binding, 'figure.text', ['figure', 'text'], { label: 'Number' });
          const unit = textField(binding, 'figure.unit', ['figure', 'unit'], { label: 'Unit' });
          const bounds = el('p', { class: 'hint', id: `${id}-bounds` });
          return {
            element: el('div', { class: 'pair' }, text.element, unit.element, bounds),
            show() {
              text.show();
              unit.show();
              bounds.textContent = model.bounds ? `Read as: ${model.bounds}` : '';
            },
          };
        },
        { isGroup: true },
      ),
      () => kind() === 'figure',
    ),
    textField(binding, 'claim', ['claim'], {
      label: 'Claim',
      rows: 3,
      max: 140,
      hint: 'The fact in your own words, clear without the article',
    }),
    choiceField(binding, 'status', ['status'], { label: 'Status', choices: STATUSES }),
    rowsField(binding, 'attribution', 'attribution', {
      label: 'Who says so',
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
    dateField(binding, 'asOf', 'asOf', { label: 'Date the fact is about', hint: 'Empty if it is not known' }),
    listField(binding, 'topics', ['topics'], {
      label: 'Topics',
      each: 'Topic',
      list: 'topics',
      max: 4,
      hint: 'The main one first',
    }),
  ];
  return makeForm('Card', main, more);
}

/** @param {Model} model @param {Binding} binding */
export function comparisonForm(model, binding) {
  const main = [
    textField(binding, 'claim', ['claim'], { label: 'Claim', rows: 3, max: 140, hint: 'What is compared' }),
    rowsField(binding, 'rows', 'rows', {
      label: 'Cards',
      hint: 'Two to four, each with a short label',
      add: 'Add a card',
      max: 4,
      min: 2,
      blank: () => ({ card: '', label: '' }),
      row: (value, index, write) => [
        inputOf(value.card, `Card ${index + 1}`, 'cards', (card) => write({ ...model.card.rows?.[index], card })),
        inputOf(value.label, `Label ${index + 1}`, '', (label) => write({ ...model.card.rows?.[index], label })),
      ],
    }),
    textField(binding, 'note', ['note'], {
      label: 'Note',
      rows: 2,
      max: 200,
      hint: 'Why the rows are not directly comparable',
    }),
    listField(binding, 'topics', ['topics'], { label: 'Topics', each: 'Topic', list: 'topics', max: 4 }),
  ];
  return makeForm('Comparison', main, [
    textField(binding, 'id', ['id'], { label: 'Id', hint: 'Permanent: addresses contain it' }),
  ]);
}

/** @param {Model} model @param {Binding} binding */
export function sourceForm(model, binding) {
  const parts = [
    textField(binding, 'source.publisher', ['publisher'], { label: 'Publisher' }),
    textField(binding, 'source.title', ['title'], { label: 'Title', rows: 2, empty: null }),
    listField(binding, 'source.authors', ['authors'], { label: 'Authors', each: 'Author', max: 10 }),
    dateField(binding, 'source.published', 'published', { label: 'Published' }),
    textField(binding, 'source.url', ['url'], { label: 'Address', empty: null, hint: 'Empty if it is not known' }),
    textField(binding, 'source.language', ['language'], { label: 'Language' }),
    textField(binding, 'source.note', ['note'], { label: 'Note', optional: true }),
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

/** @param {string} title @param {Field[]} main @param {Field[]} more */
function makeForm(title, main, more) {
  const fields = [...main, ...more];
  const details = el(
    'details',
    { class: 'more' },
    el('summary', {}, 'More fields'),
    el(
      'div',
      { class: 'fields' },
      more.map(({ element }) => element),
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
    label: 'Reason',
    rows: 2,
    max: 200,
    hint: 'What changed and why. Readers see it',
  });
  const by = el(
    'div',
    { class: 'field' },
    el('label', { for: 'by' }, 'Replaced by'),
    el('input', {
      id: 'by',
      list: 'cards',
      autocomplete: 'off',
      oninput: (/** @type {Event} */ event) => {
        if (model.entry) model.entry.by = /** @type {HTMLInputElement} */ (event.target).value.trim();
        changed();
      },
    }),
  );
  const words = el('p');
  const element = el(
    'section',
    { class: 'history', 'aria-label': 'History' },
    el('h2', {}, 'History'),
    words,
    el('div', { class: 'fields' }, el('div', { class: 'field' }, type), reason.element, by),
  );
  function show() {
    const { published } = model;
    element.hidden = !published;
    if (!published) return;
    words.textContent = `Published on ${published.on}. ${published.changed.length > 0 ? `Changed since: ${published.changed.join(', ')}. ` : ''}${published.needsEntry ? 'Readers see this change: it needs an entry.' : ''}`;
    type.value = model.entry?.type ?? '';
    reason.element.hidden = !model.entry;
    by.hidden = model.entry?.type !== 'superseded';
    if (model.entry) reason.show();
  }
  return { element, show, fields: [reason] };
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
function inputOf(value, label, list, write) {
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
