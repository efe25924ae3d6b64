// @ts-check
/* The composer: which view is shown, and whether the server still responds. */
import { call, Refused, Stopped } from './api.js';
import { closeBanner, offer, sayStopped, showBanner } from './banner.js';
import { askOpener, isFromPage } from './bookmarklet.js';
import { writeCompletions } from './completions.js';
import { button, byId, el, fill, say } from './dom.js';
import { findWords } from './find-words.js';
import { takeDraft } from './hand-over.js';
import { showStart } from './start.js';
import { showWork } from './work.js';

const HEARTBEAT_MS = 4_000;

/** The view of the open card. @type {ReturnType<typeof showWork> | null} */
let work = null;
/** @type {any} */
let overview = null;
let isStopped = false;
/** Whether the link to the next run contains the draft. */
let isHandedOver = false;

const undo = button('', () => void undoLast());
fill(
  byId('nav'),
  button('Start', () => void leave()),
  undo,
  el('a', { id: 'preview', target: '_blank', rel: 'noreferrer' }, 'Preview'),
);

/** @param {string | null} id */
function showUndo(id) {
  undo.hidden = id === null;
  undo.textContent = `Undo saving ${id ?? ''}`;
}

/** @param {string | null} [notice] */
async function showOverview(notice = null) {
  work = null;
  overview = await call('overview');
  document.title = `Composer · ${overview.name}`;
  byId('preview').setAttribute('href', overview.preview);
  showUndo(overview.undo);
  writeCompletions(overview);
  const start = showStart(overview, {
    open,
    edit: guarded(edit),
    resume: guarded(resume),
    drop: guarded(drop),
    notice,
  });
  fill(byId('content'), start.element);
}

/** @param {any} given @param {any} [words] */
async function open(given, words) {
  const article = await call('open', given);
  begin({ article, source: article.source, base: article.base, card: {}, was: null, marks: {} });
  if (!words) return;
  const place = findWords(article.text, words);
  if (place) await work?.select(place);
  else say('The selected words were not found in the text of the article. Select them here.');
}

/** @param {Omit<import('./model.js').Start, 'overview'>} start */
function begin(start) {
  work = showWork(
    { overview, ...start },
    {
      leave: () => void showOverview().catch(fail),
      edit: guarded(edit),
      refreshed: (id) => {
        showUndo(id);
        void call('overview').then((next) => {
          Object.assign(overview, next);
          writeCompletions(overview);
        }, fail);
      },
    },
  );
  byId('content').focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** @param {string | null} source @param {string | null} id */
async function edit(source, id) {
  await work?.keep();
  if (source === null && id === null) {
    const { base } = await call('edit', { source: null, card: null });
    const card = {
      id: '',
      kind: 'comparison',
      topics: [],
      claim: '',
      rows: [
        { card: '', label: '' },
        { card: '', label: '' },
      ],
      note: '',
    };
    return begin({ article: null, source, base, card, was: null, marks: {} });
  }
  const { base, card, marks, article, missing } = await loading(call('edit', { source, card: id }));
  begin({ article, source, base, card, was: id, marks, missing });
}

/** Says that an article is being read; if it cannot be, shows the start page again. @param {Promise<any>} answer */
async function loading(answer) {
  work = null;
  fill(byId('content'), el('p', { class: 'box', role: 'status' }, 'Loading the article…'));
  try {
    return await answer;
  } catch (error) {
    await showOverview().catch(fail);
    throw error;
  }
}

/** @param {any} draft */
async function resume(draft) {
  const { source, was, card, doubts, base } = draft.edit;
  if (source === null) return begin({ article: null, source, base, card, was, marks: doubts.card, draft });
  const known = overview.cards.some((/** @type {any} */ one) => one.source === source);
  const { article, missing } = known
    ? await loading(call('edit', { source, card: null }))
    : { article: await loading(call('reopen', draft.origin)), missing: null };
  begin({ article, source, base, card, was, marks: doubts.card, missing, draft });
}

/** @param {string} id */
async function drop(id) {
  await call('dropDraft', { id });
  await showOverview();
  say('The draft was deleted.');
}

async function undoLast() {
  try {
    const { undone, undo: next } = await call('undo');
    showUndo(next);
    await showOverview(`The save of “${undone}” was undone.`);
  } catch (error) {
    fail(error);
  }
}

async function leave() {
  if (work) await work.close();
  else await showOverview().catch(fail);
}

/** @template {any[]} Args @param {(...args: Args) => Promise<void>} run @returns {(...args: Args) => void} */
function guarded(run) {
  return (...args) => void run(...args).catch(fail);
}

/** @param {unknown} error */
function fail(error) {
  if (error instanceof Stopped) stopped();
  else if (error instanceof Refused) showBanner(el('p', {}, error.message), button('Close', closeBanner));
  else throw error;
}

function stopped() {
  if (isStopped) return;
  isStopped = true;
  sayStopped({
    preview: overview?.preview ?? '',
    draftText: () => (work?.isDirty() ? work.draftText() : ''),
    left() {
      isHandedOver = true;
    },
  });
}

addEventListener('composer-stopped', (event) => fail(/** @type {CustomEvent} */ (event).detail.error));
addEventListener('beforeunload', (event) => {
  if (isStopped && !isHandedOver && work?.isDirty()) event.preventDefault();
});

setInterval(async () => {
  if (document.hidden) return;
  try {
    const { base, undo: next } = await call('state', { source: work?.source ?? null, isOpen: work !== null });
    if (isStopped) {
      isStopped = false;
      closeBanner();
      work?.again();
    }
    showUndo(next);
    if (work && base !== work.base())
      work.warn(
        'The file has changed since this page read it. This page keeps your fields. When you save, the composer shows the differences.',
      );
  } catch (error) {
    fail(error);
  }
}, HEARTBEAT_MS);

/** The browser's own page around a PDF has no text. */
const isPdf = (/** @type {string} */ html) => /<embed[^>]+application\/pdf/.test(html);

await showOverview().catch(fail);
const draft = takeDraft();
if (draft) offer(`The composer of an earlier run sent this draft: ${draft.title}`, () => guarded(resume)(draft));
if (isFromPage()) {
  askOpener({
    received: (page) =>
      offer(`${new URL(page.address).host} sent this page: ${page.address}`, () =>
        guarded(open)({ address: page.address, ...(!isPdf(page.html) && { content: page.html, isHtml: true }) }, page),
      ),
    blocked: () =>
      showBanner(
        el(
          'p',
          {},
          'The page blocks messages from other windows. Copy the article there (Ctrl+A, Ctrl+C) and paste it here.',
        ),
      ),
  });
}
