// @ts-check
/* The picture of the card in each size and theme, and the results of the checks. */
import { isAborted, picture, Refused } from './api.js';
import { append, button, el, fill } from './dom.js';

const SIZES = ['og', 'wide', 'square', 'portrait', 'story'];
const THEMES = ['light', 'dark'];
const SIGNS = /** @type {Record<string, string>} */ ({
  confirmed: '✓',
  'not checkable': '–',
  accepted: '✓',
  warning: '!',
});

/** @param {{ accept: (code: string, because: string | null) => void, goTo: (field: string) => void }} actions */
export function makePreview({ accept, goTo }) {
  let size = 'og';
  let theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  /** @type {string | null} */
  let key = null;
  /** @type {AbortController | undefined} */
  let running;
  let alt = '';

  const main = el('img', { class: 'picture', alt: '', width: 1200, height: 630, hidden: true });
  const note = el('p', { class: 'hint', hidden: true }, 'The picture shows the last complete version.');
  const choose = (
    /** @type {string} */ name,
    /** @type {string[]} */ values,
    /** @type {string} */ value,
    /** @type {(value: string) => void} */ set,
  ) =>
    el(
      'fieldset',
      { class: 'choices' },
      el('legend', { class: 'quiet' }, name),
      values.map((each) =>
        el(
          'label',
          {},
          el('input', { type: 'radio', name, value: each, checked: each === value, onchange: () => set(each) }),
          ` ${each}`,
        ),
      ),
    );
  const all = el('details', { class: 'all' }, el('summary', {}, 'All sizes'), el('div', { class: 'grid' }));
  all.addEventListener('toggle', () => void drawAll());
  const sentence = el('p', { class: 'sentence-line' });
  const list = el('ul', { class: 'checks' });
  const problems = el('ul', { class: 'problems' });
  const pictures = el(
    'div',
    { class: 'pictures', 'aria-busy': 'false' },
    main,
    note,
    el(
      'div',
      { class: 'row' },
      choose('Size', SIZES, size, (value) => {
        size = value;
        void draw();
      }),
      choose('Theme', THEMES, theme, (value) => {
        theme = value;
        void draw();
      }),
    ),
    all,
  );
  const element = el('div', {}, pictures, sentence, el('h2', {}, 'Checks'), problems, list);

  /** @param {HTMLImageElement} image @param {string} itsSize @param {string} itsTheme @param {AbortSignal} signal */
  async function load(image, itsSize, itsTheme, signal) {
    try {
      const address = await picture({ key, size: itsSize, theme: itsTheme }, signal);
      const old = image.src;
      image.src = address;
      image.hidden = false;
      image.alt = alt || 'The card';
      if (old.startsWith('blob:')) URL.revokeObjectURL(old);
    } catch (error) {
      if (!isAborted(error) && !(error instanceof Refused)) return;
    }
  }

  async function draw() {
    note.hidden = key !== null || main.hidden;
    if (key === null) return;
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    pictures.setAttribute('aria-busy', 'true');
    main.className = `picture ${size}`;
    await load(main, size, theme, signal);
    if (!signal.aborted) pictures.setAttribute('aria-busy', 'false');
    await drawAll();
  }

  /** Draws the other sizes only while they are shown. */
  async function drawAll() {
    if (!all.open || key === null) return;
    const grid = /** @type {HTMLElement} */ (all.querySelector('.grid'));
    if (!grid.firstChild)
      append(
        grid,
        ...SIZES.flatMap((each) =>
          THEMES.map((its) =>
            el(
              'figure',
              {},
              el('img', { alt: '', 'data-size': each, 'data-theme': its }),
              el('figcaption', {}, `${each}, ${its}`),
            ),
          ),
        ),
      );
    const { signal } = running ?? new AbortController();
    for (const image of grid.querySelectorAll('img'))
      await load(image, image.dataset.size ?? 'og', image.dataset.theme ?? 'light', signal);
  }

  /** @param {any} outcome @param {any[]} accepted */
  function checkOf({ title, outcome, because, code }, accepted) {
    const isOpen = outcome === 'warning';
    const reason = el('input', {
      type: 'text',
      'aria-label': `Reason to accept: ${title}`,
      placeholder: 'Why the card is true anyway',
    });
    const its = accepted.find((one) => one.check === code);
    return el(
      'li',
      { class: outcome.replace(' ', '-') },
      el('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[outcome] ?? ''),
      el(
        'span',
        {},
        el('span', { class: 'quiet' }, `${outcome}: `),
        title,
        because && el('span', { class: 'muted' }, ` ${because}`),
      ),
      isOpen &&
        el(
          'div',
          { class: 'row' },
          reason,
          button('Accept', () => reason.value.trim() && accept(code, reason.value.trim())),
        ),
      its && button('Undo accept', () => accept(code, null), { class: 'plain' }),
    );
  }

  return {
    element,
    /** @param {any} seen @param {any[]} accepted */
    show(seen, accepted) {
      alt = seen.alt ?? '';
      const isNew = seen.key !== key;
      key = seen.key ?? null;
      sentence.textContent = seen.sentence ?? '';
      fill(
        problems,
        ...seen.problems.map((/** @type {any} */ { message, field }) =>
          el(
            'li',
            { class: 'problem' },
            message,
            ' ',
            field && !field.startsWith('history') && button('Go to the field', () => goTo(field), { class: 'plain' }),
          ),
        ),
      );
      // What the author types in a reason is not replaced.
      if (!list.contains(document.activeElement))
        fill(list, ...seen.outcomes.map((/** @type {any} */ one) => checkOf(one, accepted)));
      if (isNew || key === null) void draw();
    },
  };
}
