// @ts-check
/* The editor of a card: the article, the form, the picture and the checks, which change while the author types. */
import { call, isAborted, Refused } from './api.js';
import { showArticle } from './article.js';
import { showConflict } from './conflict.js';
import { button, byId, debounce, el, fill, say } from './dom.js';
import { cardForm, comparisonForm, historyForm, sourceForm } from './form.js';
import { makePreview } from './preview.js';

const PAUSE_MS = 250;
const DRAFT_PAUSE_MS = 800;

/**
 * @typedef {{
 *   overview: any, card: any, doubts: Record<string, string>, entry: any, published: any, bounds: string | null,
 *   fields: () => any, changeKind: () => void,
 * }} Model
 * @typedef {{ overview: any, article: any, base: string | null, card: any, was: string | null, marks: Record<string, string>, missing?: string | null, draft?: any, source: string | null }} Start
 */

/**
 * @param {Start} start
 * @param {{ leave: () => void, edit: (source: string | null, id: string) => void, refreshed: (undo: string | null) => void }} actions
 */
export function showWork(start, { leave, edit, refreshed }) {
  const { overview, article, source } = start;
  const isComparison = source === null;
  let { base, was } = start;
  let draftId = start.draft?.id ?? newDraftId();
  let isDirty = false;
  let isBusy = false;
  /** Cancels the previous try, because only the last one counts. @type {AbortController | undefined} */
  let running;
  /** @type {Record<string, any>} */
  const sourceFields = structuredClone(start.draft?.edit.sourceFields ?? article?.defaults ?? {});
  /** @type {Record<string, string>} */
  const sourceMarks = { ...(start.draft?.edit.doubts.source ?? article?.marks ?? {}) };
  /** Fields that the author has set, which no proposal replaces. */
  const touched = new Set(start.draft ? Object.keys(start.card) : []);
  /** @type {{ start: number, end: number } | null} */
  let range = null;

  /** @type {Model} */
  const model = {
    overview,
    card: start.card ?? {},
    doubts: { ...start.marks },
    entry: start.draft?.edit.entry ?? null,
    published: null,
    bounds: null,
    fields: () => ({ ...article?.fields, ...sourceFields }),
    changeKind: () => void (was === null && range && select(range, true)),
  };

  /** @param {string} field */
  const changed = (field) => {
    touched.add(field.split(/[.[]/)[0] ?? '');
    if (!field.startsWith('source.')) delete model.doubts[field.split(/[.[]/)[0] ?? ''];
    isDirty = true;
    tryLater();
    draftLater();
  };
  /** @type {import('./fields.js').Binding} */
  const binding = { target: () => model.card, changed, doubts: () => model.doubts, confirm: (name) => confirm(name) };
  /** @type {import('./fields.js').Binding} */
  const sourceBinding = {
    prefix: 'source.',
    target: () =>
      new Proxy(
        {},
        {
          get: (_, key) => model.fields()[key],
          set: (_, key, value) => {
            sourceFields[String(key)] = value;
            return true;
          },
          deleteProperty: (_, key) => {
            sourceFields[String(key)] = null;
            return true;
          },
        },
      ),
    changed: (field) => {
      delete sourceMarks[field.split('.')[1] ?? ''];
      if (field === 'source.publisher' && was === null && !touched.has('attribution')) followPublisher();
      changed(field);
    },
    doubts: () => sourceMarks,
    confirm: (name) => {
      delete sourceMarks[name];
      tryLater();
    },
  };
  /** @param {string} name */
  const confirm = (name) => {
    delete model.doubts[name];
    isDirty = true;
    tryLater();
  };

  let publisher = article?.fields.publisher;
  /** Keeps the outlet as the last step until the author changes the steps. */
  function followPublisher() {
    const others = (model.card.attribution ?? []).filter((/** @type {any} */ step) => step !== publisher);
    publisher = model.fields().publisher;
    model.card.attribution = publisher ? [...others, publisher] : others;
  }

  const form = isComparison ? comparisonForm(model, binding) : cardForm(model, binding);
  const ofSource = source === null || !article ? null : sourceForm(model, sourceBinding);
  const history = historyForm(model, () => changed('history'));
  const preview = makePreview({
    accept: (code, because) => {
      const others = (model.card.accept ?? []).filter((/** @type {any} */ { check }) => check !== code);
      model.card.accept = because === null ? others : [...others, { check: code, because }];
      if (model.card.accept.length === 0) delete model.card.accept;
      changed('accept');
    },
    goTo: (name) => {
      const its = [...(ofSource?.fields ?? []), ...form.fields].find((one) => one.isFor(name));
      its?.element.closest('details')?.setAttribute('open', '');
      its?.control()?.focus();
    },
  });
  const shown = article
    ? showArticle(article, { onselect: (words) => void select(words), onedit: (id) => edit(source, id) })
    : null;

  const save = button('Save', () => void saveNow(), { class: 'primary', id: 'save' });
  const sum = el('span', { class: 'sum' });
  const confirmAll = button('All checked', () => {
    for (const name of Object.keys(model.doubts)) delete model.doubts[name];
    for (const name of Object.keys(sourceMarks)) delete sourceMarks[name];
    show();
    tryLater();
  });
  const conflict = el('div', { class: 'conflict' });
  const place = el('p', { class: 'place', role: 'status' });
  const formColumn = el(
    'section',
    { class: 'form', 'aria-label': isComparison ? 'Comparison' : 'Form' },
    conflict,
    place,
    ofSource?.element ?? null,
    form.element,
    history.element,
  );
  const empty = el('p', { class: 'hint empty' }, 'The card appears here when you select words of the article.');
  const left =
    shown?.element ??
    (isComparison
      ? cardPicker()
      : el(
          'section',
          { class: 'article', 'aria-label': 'Article' },
          el('p', { class: 'note' }, start.missing ?? ''),
          el(
            'p',
            { class: 'hint' },
            'Without the article, the evidence does not change. To verify the quote, open the address when it can be read, or choose the captured file.',
          ),
        ));
  const bar = el(
    'div',
    { class: 'bar', role: 'region', 'aria-label': 'Save' },
    sum,
    confirmAll,
    button('Close', close),
    save,
  );
  const title = isComparison ? 'Comparison' : (article?.fields.title ?? 'Card');
  const element = el(
    'div',
    { class: `work${isComparison ? ' comparing' : ''}` },
    el('h1', { class: 'quiet' }, title),
    left,
    formColumn,
    el('section', { class: 'card', 'aria-label': 'Card and checks' }, empty, preview.element),
    bar,
  );

  const hasCard = () => Object.keys(model.card).length > 0;
  const tryLater = debounce(() => void tryNow(), PAUSE_MS);
  const draftLater = debounce(() => void keepDraft(), DRAFT_PAUSE_MS);

  function show() {
    const isEmpty = !hasCard();
    form.element.hidden = isEmpty;
    empty.hidden = !isEmpty;
    preview.element.hidden = isEmpty;
    if (!isEmpty) form.show();
    ofSource?.show();
    history.show();
    const open = Object.keys(model.doubts).length + Object.keys(sourceMarks).length;
    confirmAll.hidden = open === 0 || isEmpty;
    save.disabled = isEmpty || isBusy;
  }

  /** @returns {any} */
  function editNow() {
    const card = structuredClone(model.card);
    for (const name of ['attribution'])
      if (Array.isArray(card[name]))
        card[name] = card[name].filter((/** @type {any} */ step) => step !== '' && step?.name !== '');
    if (card.quote?.translation?.text) card.quote.translation = { by: null, machine: false, ...card.quote.translation };
    else if (card.quote) delete card.quote.translation;
    if (card.kind !== 'figure') delete card.figure;
    if (card.kind === 'quote') delete card.nature;
    return {
      base,
      source,
      reading: article?.reading ?? null,
      sourceFields,
      card,
      was,
      doubts: { source: sourceMarks, card: model.doubts },
      entry: model.entry,
    };
  }

  /** Proposes a card for words of the article. What the author has set stays. @param {{ start: number, end: number }} words @param {boolean} [withKind] */
  async function select(words, withKind = false) {
    if (was !== null && !isDirty && start.card === null) startNext();
    range = words;
    const kind = withKind || touched.has('kind') ? model.card.kind : undefined;
    try {
      const proposed = await call('propose', { reading: article.reading, ...words, ...(kind && { kind }) });
      const isNew = was === null;
      const own = Object.fromEntries(
        Object.entries(model.card).filter(([name]) => touched.has(name) || !isNew || (withKind && name === 'id')),
      );
      const quote = { ...(isNew ? {} : model.card.quote), ...proposed.card.quote };
      for (const name of ['prefix', 'suffix', 'acrossBlocks', 'highlight'])
        if (!(name in proposed.card.quote)) delete quote[name];
      model.card = { ...proposed.card, ...(isNew && topicsBefore ? { topics: topicsBefore } : {}), ...own, quote };
      model.doubts = Object.fromEntries(
        Object.entries(/** @type {Record<string, string>} */ (proposed.doubts)).filter(
          ([name]) => isNew && !touched.has(name),
        ),
      );
      range = proposed.found.range;
      shown?.mark(range);
      const where =
        proposed.found.lines.length > 1
          ? `, occurrence ${proposed.found.lines.indexOf(proposed.found.line) + 1} of ${proposed.found.lines.length}`
          : '';
      fill(place, `Found in line ${proposed.found.line}${where}. ${proposed.notes.join(' ')}`);
      place.classList.remove('problem');
      isDirty = true;
      document.getSelection()?.removeAllRanges();
      show();
      void tryNow();
      draftLater();
    } catch (error) {
      fill(place, error instanceof Refused ? error.message : '');
      place.classList.add('problem');
      if (!(error instanceof Refused)) fail(error);
    }
  }

  /** @type {string[] | undefined} */
  let topicsBefore;
  /** After a save, other words make another card. */
  function startNext() {
    topicsBefore = model.card.topics;
    model.card = {};
    model.doubts = {};
    model.entry = null;
    model.published = null;
    touched.clear();
    was = null;
    draftId = newDraftId();
  }

  async function tryNow() {
    tryLater.cancel();
    show();
    if (!hasCard()) return;
    if (isComparison && was === null && !touched.has('id') && model.card.claim) {
      const named = await call('name', { words: model.card.claim }).catch(() => null);
      if (named && !touched.has('id')) model.card.id = named.id;
    }
    running?.abort();
    running = new AbortController();
    try {
      const seen = await call('try', { edit: editNow() }, running.signal);
      tell(seen);
    } catch (error) {
      if (isAborted(error)) return;
      if (error instanceof Refused)
        tell({ problems: [{ message: error.message, field: null }], outcomes: [], canSave: false, key: null });
      else fail(error);
    }
  }

  /** @param {any} seen */
  function tell(seen) {
    model.published = seen.published ?? null;
    model.bounds = seen.bounds ?? null;
    if (model.published?.needsEntry && !model.entry) model.entry = { type: 'corrected', reason: '' };
    for (const one of [...form.fields, ...(ofSource?.fields ?? []), ...history.fields])
      one.say(
        seen.problems
          .filter((/** @type {any} */ { field }) => field !== null && one.isFor(field))
          .map((/** @type {any} */ { message }) => message),
      );
    const { length } = seen.problems;
    const open = Object.keys(model.doubts).length + Object.keys(sourceMarks).length;
    const words = length === 0 ? 'No problems' : `${length} ${length === 1 ? 'problem' : 'problems'}`;
    fill(sum, el('strong', { class: length > 0 ? 'bad' : 'good' }, words), open > 0 ? ` · ${open} to check` : '');
    save.textContent = length > 0 && seen.canSave ? 'Save with problems' : 'Save';
    preview.show(seen, model.card.accept ?? []);
    history.show();
    form.show();
    if (ofSource) ofSource.show();
  }

  async function saveNow() {
    if (isBusy) return;
    isBusy = true;
    show();
    fill(conflict);
    try {
      const saved = await call('save', { edit: editNow(), allowOpen: save.textContent !== 'Save' });
      base = saved.base;
      was = saved.id;
      start.card = null;
      isDirty = false;
      model.entry = null;
      touched.clear();
      draftLater.cancel();
      await call('dropDraft', { id: draftId });
      if (article) {
        article.isNew = false;
        article.fields = model.fields();
        for (const key of Object.keys(sourceFields)) delete sourceFields[key];
      }
      tell(saved);
      const page = el('a', { href: saved.page, target: '_blank', rel: 'noreferrer' }, 'See it in the preview');
      fill(
        conflict,
        el(
          'p',
          { class: 'saved' },
          `Saved in ${saved.file}. `,
          page,
          shown ? ' Select other words for the next card.' : '',
        ),
      );
      formColumn.scrollTop = 0;
      say(`Saved in ${saved.file}.`);
      refreshed(saved.undo);
    } catch (error) {
      if (error instanceof Refused && 'base' in error.details) {
        showConflict(conflict, error, {
          mine: editNow().card,
          keepMine: () => {
            base = error.details.base;
            if (error.details.theirs === null) was = null;
            void saveNow();
          },
          takeTheirs: () => (was === null ? leave() : edit(source, was)),
        });
      } else if (error instanceof Refused) {
        fill(conflict, el('p', { class: 'problem', role: 'alert' }, error.message));
        formColumn.scrollTop = 0;
      } else fail(error);
    } finally {
      isBusy = false;
      show();
    }
  }

  async function keepDraft() {
    if (!isDirty || !hasCard()) return;
    const { claim, quote } = model.card;
    const title = String(claim || quote?.exact || 'Card').slice(0, 200);
    try {
      await call('keepDraft', { draft: draftNow(title) });
      element.dataset.draft = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    } catch (error) {
      if (!(error instanceof Refused)) fail(error);
    }
  }

  /** @param {string} title */
  function draftNow(title) {
    const origin = article?.origin ?? { address: null, sha256: null };
    return { id: draftId, at: new Date().toISOString(), title, edit: editNow(), origin };
  }

  async function close() {
    if (isDirty) await keepDraft();
    leave();
  }

  /** @param {unknown} error */
  function fail(error) {
    dispatchEvent(new CustomEvent('composer-stopped', { detail: { error, saved: element.dataset.draft } }));
  }

  function cardPicker() {
    const list = el('ul', { class: 'suggestions' });
    for (const { id, sentence, kind } of overview.cards) {
      if (kind === 'comparison') continue;
      const add = () => {
        const rows = (model.card.rows ?? []).filter((/** @type {any} */ row) => row.card !== '');
        if (rows.length >= 4 || rows.some((/** @type {any} */ row) => row.card === id)) return;
        model.card.rows = [...rows, { card: id, label: '' }];
        changed('rows');
        show();
        say(`Added ${sentence}`);
      };
      list.append(el('li', {}, button(sentence, add, { class: 'suggestion' })));
    }
    return el(
      'section',
      { class: 'article', 'aria-label': 'Cards' },
      el('p', { class: 'hint' }, 'Choose two to four cards to compare.'),
      list,
    );
  }

  fill(byId('content'), element);
  show();
  if (hasCard()) {
    const known = article?.cards.find((/** @type {any} */ { id }) => id === was);
    if (known?.start !== undefined) shown?.mark({ start: known.start, end: known.end });
    void tryNow();
  }
  return {
    source,
    base: () => base,
    isDirty: () => isDirty,
    /** The draft as text, to be pasted into another composer. */
    draftText: () => JSON.stringify({ composerDraft: draftNow('Card') }),
    /** Says that the file has changed since this page read it. */
    warn(/** @type {string} */ message) {
      if (!conflict.querySelector('button')) fill(conflict, el('p', { class: 'note' }, message));
    },
    keep: keepDraft,
    close,
    again: () => void tryNow(),
  };
}

const newDraftId = () => crypto.randomUUID().replaceAll('-', '').slice(0, 20);
