// @ts-check
/* The view of one card: proposals, checks, drafts and saves, while the author selects words and fills in fields. */
import { call, isAborted, Refused } from './api.js';
import { showArticle } from './article.js';
import { makeBindings } from './bindings.js';
import { cardForm } from './card-form.js';
import { cardPicker, comparisonForm } from './comparison-form.js';
import { showConflict } from './conflict.js';
import { button, byId, debounce, fill, say } from './dom.js';
import { historyForm } from './history-form.js';
import { inLabels } from './labels.js';
import { createModel } from './model.js';
import { makePreview } from './preview.js';
import { sourceForm } from './source-form.js';
import { countOf, layOut, missingArticle } from './work-layout.js';

const PAUSE_MS = 250;
const DRAFT_PAUSE_MS = 800;

/** @typedef {import('./model.js').Start} Start @typedef {import('./model.js').Range} Range */

/**
 * @param {Start} start
 * @param {{ leave: () => void, edit: (source: string | null, id: string) => void, refreshed: (undo: string | null) => void }} actions
 */
export function showWork(start, { leave, edit, refreshed }) {
  const { article, source } = start;
  const isComparison = source === null;
  const model = createModel(start);
  let isBusy = false;
  /** Cancels the previous run of the checks, because only the last one counts. @type {AbortController | undefined} */
  let running;

  const tryLater = debounce(() => void tryNow(), PAUSE_MS);
  const draftLater = debounce(() => void keepDraft(), DRAFT_PAUSE_MS);
  const changed = () => {
    if (model.hasCard()) view.sum.setAttribute('aria-busy', 'true');
    tryLater();
    draftLater();
  };
  const bindings = makeBindings(model, { changed, confirmed: () => void tryNow() });
  const form = isComparison
    ? comparisonForm(model, bindings.card)
    : cardForm(model, bindings.card, () => model.was === null && model.range && void select(model.range, true));
  const ofSource = source === null || !article ? null : sourceForm(model, bindings.source);
  const history = historyForm(model, () => bindings.card.changed('history'));
  const fields = [...(ofSource?.fields ?? []), ...form.fields, ...history.fields];
  const preview = makePreview(start.overview.sizes, {
    accept(code, because) {
      model.accept(code, because);
      bindings.card.changed('accept');
    },
    goTo(name) {
      const [its] = fields.filter((one) => one.isFor(name)).sort((a, b) => b.field.length - a.field.length);
      its?.element.closest('details')?.setAttribute('open', '');
      its?.control()?.focus();
    },
  });
  const shown = article
    ? showArticle(article, { onselect: (words) => void select(words), onedit: (id) => edit(source, id) })
    : null;
  const add = (/** @type {any} */ card) => {
    if (!model.addRow(card.id)) return;
    bindings.card.changed('rows');
    show();
    say(`Added ${card.sentence}`);
  };
  /** Whether the card can be written. Otherwise it stays a draft. */
  let canSave = true;
  let problems = 0;
  const save = button('', () => void (canSave ? saveNow() : keepAsDraft()), {
    class: 'primary',
    id: 'save',
    'aria-describedby': 'save-why',
  });
  const confirmAll = button('Confirm all', () => {
    model.confirmAll();
    void tryNow();
  });
  const view = layOut({
    isComparison,
    title: isComparison ? 'Comparison' : (article?.fields.title ?? 'Card'),
    left:
      shown?.element ?? (isComparison ? cardPicker(model.overview.cards, add) : missingArticle(start.missing ?? '')),
    forms: [ofSource?.element ?? null, form.element, history.element],
    preview: preview.element,
    buttons: [confirmAll, button('Close', () => void close()), save],
  });

  function show() {
    const isEmpty = !model.hasCard();
    form.element.hidden = isEmpty;
    view.empty.hidden = !isEmpty;
    preview.element.hidden = isEmpty;
    if (!isEmpty) form.show();
    ofSource?.show();
    history.show();
    confirmAll.hidden = model.open() === 0 || isEmpty;
    save.disabled = isEmpty || isBusy;
    save.textContent = saveLabel();
  }

  /** What the button does. */
  function saveLabel() {
    if (!canSave) return 'Save as draft';
    const what = model.was !== null ? 'changes' : isComparison ? 'comparison' : 'card';
    return problems > 0 ? `Save ${what} with ${countOf(problems)}` : `Save ${what}`;
  }

  /** Proposes a card for words of the article. @param {Range} words @param {boolean} [withKind] */
  async function select({ start: from, end }, withKind = false) {
    if (model.isSaved && !model.isDirty) {
      model.startNext();
      fill(view.conflict);
      ofSource?.element.removeAttribute('open');
    }
    const kind = withKind || model.touched.has('kind') ? model.card.kind : undefined;
    view.sum.setAttribute('aria-busy', 'true');
    try {
      const proposed = await call('propose', { reading: article.reading, start: from, end, ...(kind && { kind }) });
      model.take(proposed, withKind);
      shown?.mark(proposed.found.range);
      view.sayPlace(proposed);
      document.getSelection()?.removeAllRanges();
      show();
      void tryNow();
      draftLater();
    } catch (error) {
      view.sum.setAttribute('aria-busy', 'false');
      if (error instanceof Refused) view.refusePlace(inLabels(error.message));
      else fail(error);
    }
  }

  async function tryNow() {
    tryLater.cancel();
    show();
    if (!model.hasCard()) return;
    view.sum.setAttribute('aria-busy', 'true');
    if (isComparison && model.was === null && !model.touched.has('id') && model.card.claim) {
      const named = await call('name', { words: model.card.claim }).catch(() => null);
      if (named && !model.touched.has('id')) model.card.id = named.id;
    }
    running?.abort();
    running = new AbortController();
    try {
      report(await call('try', { edit: model.edit() }, running.signal));
    } catch (error) {
      if (isAborted(error)) return;
      if (error instanceof Refused)
        report({ problems: [{ message: error.message, field: null }], outcomes: [], canSave: false, key: null });
      else fail(error);
    }
  }

  /** Shows what the checks say. @param {any} given */
  function report(given) {
    const seen = {
      ...given,
      problems: given.problems.map((/** @type {any} */ one) => ({ ...one, message: inLabels(one.message) })),
    };
    model.see(seen);
    canSave = seen.canSave;
    problems = seen.problems.length;
    for (const one of fields)
      one.say(
        seen.problems
          .filter((/** @type {any} */ { field }) => field !== null && one.isFor(field))
          .map((/** @type {any} */ { message }) => message),
      );
    const why = canSave
      ? problems > 0
        ? 'You can also fix them later: the start page lists the card.'
        : ''
      : 'Fix them to save the card. Until then, it is a draft.';
    view.sayProblems(problems, model.open(), why);
    save.textContent = saveLabel();
    preview.show(seen, model.card.accept ?? []);
    history.show();
    form.show();
    ofSource?.show();
  }

  async function saveNow() {
    if (isBusy) return;
    isBusy = true;
    show();
    fill(view.conflict);
    try {
      const saved = await call('save', { edit: model.edit(), allowOpen: problems > 0 });
      const { draftId } = model;
      model.saved(saved);
      draftLater.cancel();
      await call('dropDraft', { id: draftId });
      report(saved);
      view.saySaved(saved, shown !== null);
      refreshed(saved.undo);
    } catch (error) {
      if (error instanceof Refused && 'base' in error.details) {
        showConflict(view.conflict, error, {
          mine: model.edit().card,
          keepMine() {
            model.base = error.details.base;
            if (error.details.theirs === null) model.was = null;
            void saveNow();
          },
          takeTheirs: () => (model.was === null ? leave() : edit(source, model.was)),
        });
      } else if (error instanceof Refused) view.refuse(inLabels(error.message));
      else fail(error);
    } finally {
      isBusy = false;
      show();
    }
  }

  async function keepDraft() {
    if (!model.isDirty || !model.hasCard()) return;
    try {
      await call('keepDraft', { draft: model.draft() });
      view.element.dataset.draft = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    } catch (error) {
      if (!(error instanceof Refused)) fail(error);
    }
  }

  async function keepAsDraft() {
    model.isDirty = true;
    await keepDraft();
    view.sayKept();
  }

  async function close() {
    await keepDraft();
    leave();
  }

  /** @param {unknown} error */
  function fail(error) {
    dispatchEvent(new CustomEvent('composer-stopped', { detail: { error } }));
  }

  fill(byId('content'), view.element);
  show();
  if (model.hasCard()) {
    const known = article?.cards.find((/** @type {any} */ { id }) => id === model.was);
    if (known?.start !== undefined) shown?.mark({ start: known.start, end: known.end });
    void tryNow();
  }
  return {
    source,
    base: () => model.base,
    isDirty: () => model.isDirty,
    /** The draft as text, to be pasted into another composer. */
    draftText: () => JSON.stringify({ composerDraft: model.draft() }),
    warn: view.warn,
    select,
    keep: keepDraft,
    close,
    again: () => void tryNow(),
  };
}
