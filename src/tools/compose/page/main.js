// @ts-check
/* The composer: which view is shown, and whether the server still responds. */
import { call, Refused, Stopped } from './api.js';
import { askOpener, isFromPage } from './bookmarklet.js';
import { button, byId, el, fill, say } from './dom.js';
import { showStart } from './start.js';
import { showWork } from './work.js';

const HEARTBEAT_MS = 4_000;

/** The card at work. @type {ReturnType<typeof showWork> | null} */
let work = null;
/** @type {any} */
let overview = null;
let isStopped = false;

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

/** @param {string | null} [brought] */
async function showOverview(brought = null) {
  work = null;
  overview = await call('overview');
  document.title = `Composer · ${overview.name}`;
  byId('preview').setAttribute('href', overview.preview);
  showUndo(overview.undo);
  writeLists();
  const start = showStart(overview, {
    open,
    edit: guarded(edit),
    resume: guarded(resume),
    drop: guarded(drop),
    brought,
  });
  fill(byId('content'), start.element);
}

/** The lists from which fields suggest values: topics, speakers and cards of the catalogue. */
function writeLists() {
  document.getElementById('lists')?.remove();
  const listOf = (/** @type {string} */ id, /** @type {[string, string][]} */ values) =>
    el(
      'datalist',
      { id },
      values.map(([value, label]) => el('option', { value }, label)),
    );
  const cards = overview.cards.map((/** @type {any} */ { id, sentence }) => [id, sentence]);
  document.body.append(
    el(
      'div',
      { id: 'lists', hidden: true },
      listOf(
        'topics',
        overview.topics.map((/** @type {string} */ topic) => [topic, '']),
      ),
      listOf(
        'speakers',
        overview.speakers.map((/** @type {string} */ name) => [name, '']),
      ),
      listOf('cards', cards),
    ),
  );
}

/** @param {any} given @param {any} [words] */
async function open(given, words) {
  const article = await call('open', given);
  begin({ article, source: article.source, base: article.base, card: {}, was: null, marks: {} });
  if (words) choose(article, words);
}

/** Finds the words that were selected in another page. @param {any} article @param {{ text: string, before: string }} words */
function choose(article, { text, before }) {
  const squeeze = (/** @type {string} */ part) => part.replace(/\s+/g, ' ').trim();
  const wanted = squeeze(text);
  if (wanted === '') return;
  const pattern = new RegExp(
    wanted
      .split(' ')
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'g',
  );
  const places = [...article.text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const own = squeeze(before).slice(-30);
  const place =
    places.find(({ start }) => squeeze(article.text.slice(Math.max(0, start - 200), start)).endsWith(own)) ?? places[0];
  const sentence = place && document.querySelector('.article .text');
  if (place && sentence) sentence.dispatchEvent(new CustomEvent('choose', { detail: place }));
  else say('The selected words were not found in the text of the article. Select them here.');
}

/** @param {Omit<import('./work.js').Start, 'overview'>} start */
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
          writeLists();
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
  const { base, card, marks, article, missing } = await call('edit', { source, card: id });
  begin({ article, source, base, card, was: id, marks, missing });
}

/** @param {any} draft */
async function resume(draft) {
  const { source, was, card, doubts, base } = draft.edit;
  if (source === null) return begin({ article: null, source, base, card, was, marks: doubts.card, draft });
  const known = overview.cards.some((/** @type {any} */ one) => one.source === source);
  const { article, missing } = known
    ? await call('edit', { source, card: null })
    : { article: await call('reopen', draft.origin), missing: null };
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
  else if (error instanceof Refused)
    showBanner(
      el('p', {}, error.message),
      button('Close', () => fill(byId('banner'))),
    );
  else throw error;
}

/** @param {...Node} children */
function showBanner(...children) {
  fill(byId('banner'), el('div', { class: 'banner' }, ...children));
}

function stopped() {
  if (isStopped) return;
  isStopped = true;
  const kept = document.querySelector('.work')?.getAttribute('data-draft');
  const draft = work?.isDirty()
    ? `What you have typed is kept on this page${kept ? `, and as a draft in drafts/ as of ${kept}` : ''}. `
    : '';
  const copy = button(
    'Copy my draft',
    () => void navigator.clipboard.writeText(work?.draftText() ?? '').then(() => say('Copied.')),
  );
  showBanner(
    el(
      'p',
      {},
      el('strong', {}, 'The composer has stopped, and nothing can be saved. '),
      draft,
      'Start npm run dev again and open the address that it prints',
      draft ? ': the draft is listed there. To keep your latest changes, copy the draft and paste it there.' : '.',
    ),
    ...(draft ? [copy] : []),
  );
}

addEventListener('composer-stopped', (event) => fail(/** @type {CustomEvent} */ (event).detail.error));
addEventListener('beforeunload', (event) => {
  if (isStopped && work?.isDirty()) event.preventDefault();
});

setInterval(async () => {
  if (document.hidden) return;
  try {
    const { base, undo: next } = await call('state', { source: work?.source ?? null, isOpen: work !== null });
    if (isStopped) {
      isStopped = false;
      fill(byId('banner'));
      work?.again();
    }
    showUndo(next);
    if (work && base !== work.base())
      work.warn(
        'The file has changed since this page read it. Your fields are kept. When you save, the composer shows the differences.',
      );
  } catch (error) {
    fail(error);
  }
}, HEARTBEAT_MS);

await showOverview().catch(fail);
if (isFromPage()) {
  askOpener({
    brought: (page) => {
      const read = button(
        'Open it',
        () => {
          fill(byId('banner'));
          void open({ address: page.address, content: page.html, isHtml: true }, page).catch(fail);
        },
        { class: 'primary' },
      );
      showBanner(
        el('p', {}, `${new URL(page.address).host} has sent its page: ${page.address}`),
        read,
        button('No', () => fill(byId('banner'))),
      );
      read.focus();
    },
    cut: () =>
      showBanner(
        el(
          'p',
          {},
          'The page blocks messages from other windows. Copy the article there (Ctrl+A, Ctrl+C) and paste it here.',
        ),
      ),
  });
}
