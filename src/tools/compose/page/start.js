// @ts-check
/* The start page: opens an article, and lists drafts, cards that need attention, and all cards. */
import { makeBookmarklet } from './bookmarklet.js';
import { button, el, fill } from './dom.js';
import { inLabels } from './labels.js';

/** The limit of the composer, in bytes. */
const MAX_FILE = 50_000_000;

/**
 * @param {any} overview
 * @param {{ open: (given: any) => Promise<void>, edit: (source: string | null, id: string | null) => void, resume: (draft: any) => void, drop: (id: string) => void, notice: string | null }} actions
 */
export function showStart(overview, { open, edit, resume, drop, notice }) {
  const { drafts, attention, cards, preview } = overview;
  /** What was pasted as HTML, while the field shows its text. @type {{ text: string, html: string } | null} */
  let pasted = null;
  const input = el('textarea', {
    id: 'given',
    rows: 3,
    placeholder: 'https://…',
    'aria-describedby': 'given-hint',
    onpaste: (/** @type {ClipboardEvent} */ event) => {
      const html = event.clipboardData?.getData('text/html') ?? '';
      const text = event.clipboardData?.getData('text/plain') ?? '';
      pasted = html && text.length > 200 ? { text, html } : null;
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' || event.shiftKey || !isAddress(input.value.trim())) return;
      event.preventDefault();
      void submit();
    },
  });
  const address = el('input', { id: 'address', type: 'url', placeholder: 'https://…', autocomplete: 'off' });
  const problem = el('p', { class: 'box error', role: 'alert', hidden: true });
  const go = button('Open', () => void submit(), { class: 'primary' });
  const file = el('input', {
    id: 'file',
    type: 'file',
    accept: '.html,.htm,.xhtml,.pdf,.txt',
    onchange: async () => {
      const [chosen] = file.files ?? [];
      if (!chosen) return;
      if (chosen.size > MAX_FILE)
        refuse(`${chosen.name} is larger than ${MAX_FILE / 1e6} MB. Choose a smaller file, for example a part of it.`);
      else
        await base64Of(chosen).then(
          (base64) => run({ file: { name: chosen.name, base64 }, ...addressOf() }),
          () => refuse(`${chosen.name} cannot be read. Choose it again, or choose another file.`),
        );
      // The same file can be chosen again.
      file.value = '';
    },
  });

  async function submit() {
    const text = input.value.trim();
    if (text === '') return;
    if (text.startsWith('{"composerDraft":')) return resume(JSON.parse(text).composerDraft);
    if (isAddress(text)) return run({ address: text });
    const isHtml = /^\s*<(?:!doctype|html|head|body|article|div|p|h\d)\b/i.test(text);
    return run({
      content: pasted?.text.trim() === text ? pasted.html : text,
      isHtml: isHtml || pasted?.text.trim() === text,
      ...addressOf(),
    });
  }
  const addressOf = () => (address.value.trim() ? { address: address.value.trim() } : {});

  /** @param {any} given */
  async function run(given) {
    go.disabled = true;
    go.textContent = 'Reading…';
    problem.hidden = true;
    try {
      await open(given);
    } catch (error) {
      refuse(/** @type {Error} */ (error).message);
      go.disabled = false;
      go.textContent = 'Open';
    }
  }

  /** @param {string} message */
  function refuse(message) {
    problem.hidden = false;
    problem.textContent = message;
  }

  const opening = el(
    'section',
    { class: 'opening' },
    el('h1', {}, 'From an article to a card'),
    el('label', { for: 'given' }, 'Address, text or HTML of an article'),
    input,
    el(
      'p',
      { class: 'hint', id: 'given-hint' },
      'Press Enter to open an address. If programs cannot read the page, copy the article in your browser and paste it here.',
    ),
    problem,
    el(
      'div',
      { class: 'row' },
      go,
      el('span', {}, el('label', { for: 'file', class: 'inline' }, 'or a saved page or PDF: '), file),
    ),
    el(
      'details',
      {},
      el('summary', {}, 'Address of a pasted or saved page'),
      el('label', { for: 'address' }, 'Address'),
      address,
    ),
    notice && el('p', { class: 'box done', role: 'status' }, notice),
    makeBookmarklet(preview),
  );

  const nameOf = (/** @type {string} */ id) => cards.find((/** @type {any} */ card) => card.id === id)?.sentence ?? id;
  const draftList = listOf(
    'Drafts',
    drafts,
    (draft) => [
      button(draft.title, () => resume(draft), { class: 'suggestion' }),
      el('span', { class: 'muted' }, ` ${new Date(draft.at).toLocaleString()} `),
      button('Delete', () => drop(draft.id), { class: 'plain', 'aria-label': `Delete the draft: ${draft.title}` }),
    ],
    'No drafts.',
  );
  const attentionList = listOf(
    'Needs attention',
    attention,
    ({ card, source, reasons }) => [
      card === null
        ? el('strong', {}, source ? `cards/${source}.yaml` : 'The catalogue')
        : button(nameOf(card), () => edit(source, card), { class: 'suggestion' }),
      el(
        'ul',
        {},
        reasons.map((/** @type {string} */ reason) => el('li', { class: 'muted' }, inLabels(reason))),
      ),
    ],
    'No card needs attention.',
  );

  const list = el('ul', { class: 'cards' });
  const draw = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = cards.filter((/** @type {any} */ card) =>
      words.every((word) => `${card.sentence} ${card.id} ${card.kind}`.toLowerCase().includes(word)),
    );
    fill(
      list,
      ...found.map((/** @type {any} */ { id, source, sentence, kind, state }) =>
        el(
          'li',
          {},
          button(sentence, () => edit(source, id), { class: 'suggestion' }),
          el('span', { class: 'muted' }, ` ${[kind, state === 'current' ? '' : state].filter(Boolean).join(', ')}`),
        ),
      ),
    );
  };
  const filter = el('input', { id: 'filter', type: 'search', oninput: draw, autocomplete: 'off' });
  draw();
  const element = el(
    'div',
    { class: 'start' },
    opening,
    el(
      'div',
      { class: 'lists' },
      draftList,
      attentionList,
      el(
        'section',
        {},
        el('h2', {}, `Cards (${cards.length})`),
        el(
          'div',
          { class: 'row' },
          el('label', { for: 'filter', class: 'inline' }, 'Find '),
          filter,
          button('Compare cards', () => edit(null, null)),
        ),
        list,
      ),
    ),
  );
  setTimeout(() => input.focus(), 0);
  return { element, run };
}

/** @param {Blob} file @returns {Promise<string>} */
const base64Of = (file) =>
  new Promise((settle, reject) => {
    const reader = new FileReader();
    reader.onload = () => settle(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

const isAddress = (/** @type {string} */ text) => /^https?:\/\/\S+$/i.test(text);

/** @param {string} title @param {any[]} entries @param {(entry: any) => any[]} each @param {string} none */
function listOf(title, entries, each, none) {
  return el(
    'section',
    {},
    el('h2', {}, entries.length > 0 ? `${title} (${entries.length})` : title),
    entries.length > 0
      ? el(
          'ul',
          { class: 'cards' },
          entries.map((entry) => el('li', {}, each(entry))),
        )
      : el('p', { class: 'muted' }, none),
  );
}
