// @ts-check
/* The picture of the card in each size and theme, and the results of the checks. */
import { isAborted, picture, Refused } from './api.js';
import { append, button, el, fill } from './dom.js';
import { CHECKS, inLabels } from './labels.js';

const THEMES = ['light', 'dark'];
/** The sign and the word of each outcome. @type {Readonly<Record<string, readonly [string, string]>>} */
const OUTCOMES = {
  confirmed: ['✓', 'Passed'],
  accepted: ['✎', 'Accepted by you'],
  warning: ['⚠', 'Warning'],
  'not checkable': ['–', 'Not checked'],
};

/** The first of the sizes is shown first. @param {string[]} sizes @param {{ accept: (code: string, because: string | null) => void, goTo: (field: string) => void }} actions */
export function makePreview(sizes, { accept, goTo }) {
  let size = sizes[0] ?? 'og';
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
      choose('Size', sizes, size, (value) => {
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
        ...sizes.flatMap((each) =>
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

  /** The check whose warning the author has just answered. It keeps the focus. */
  let answered = '';
  /** @param {string} code @param {string | null} because */
  const answer = (code, because) => {
    answered = code;
    accept(code, because);
  };

  /** @param {any} problem */
  const goToField = ({ field }) =>
    field && !field.startsWith('history') && button('Go to the field', () => goTo(field), { class: 'plain' });

  /** @param {any} outcome @param {any[]} accepted @param {any} [problem] the problem that the warning is */
  function checkOf({ check, title, outcome, because, warning, code }, accepted, problem) {
    const isOpen = outcome === 'warning';
    const [sign, word] = OUTCOMES[outcome] ?? ['', outcome];
    const name = CHECKS[check] ?? check;
    // Only a check that passed says what it confirms.
    const said = { confirmed: [title, because], accepted: [warning?.message, because && `Your reason: ${because}`] };
    const words = said[/** @type {keyof typeof said} */ (outcome)] ?? [problem?.message ?? because];
    const reason = el('input', {
      type: 'text',
      'aria-label': `Reason to accept: ${name}`,
      placeholder: 'Why the card is correct despite the warning',
      onkeydown: (/** @type {KeyboardEvent} */ { key }) => key === 'Enter' && give(),
    });
    const give = () => reason.value.trim() && answer(code, reason.value.trim());
    const its = accepted.find((one) => one.check === code);
    return el(
      'li',
      { class: outcome.replace(' ', '-'), 'data-code': code },
      el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      el('span', {}, el('strong', {}, `${word}: ${name}.`), ` ${words.filter(Boolean).map(inLabels).join(' ')}`),
      isOpen && el('div', { class: 'row' }, reason, button('Accept', give), problem && goToField(problem)),
      its && button('Withdraw acceptance', () => answer(code, null), { class: 'plain' }),
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
      const warnings = seen.outcomes.filter((/** @type {any} */ { outcome }) => outcome === 'warning');
      const problemOf = (/** @type {any} */ { code }) =>
        seen.problems.find((/** @type {any} */ problem) => code !== null && problem.code === code);
      // A warning is one line, with the place for a reason.
      const shown = warnings.map(problemOf);
      fill(
        problems,
        ...seen.problems
          .filter((/** @type {any} */ problem) => !shown.includes(problem))
          .map((/** @type {any} */ problem) =>
            el('li', { class: 'problem' }, el('strong', {}, 'Problem: '), problem.message, ' ', goToField(problem)),
          ),
      );
      // Keeps a reason while the author types it.
      if (answered !== '' || !list.contains(document.activeElement)) {
        fill(list, ...seen.outcomes.map((/** @type {any} */ one) => checkOf(one, accepted, problemOf(one))));
        const its = answered === '' ? null : list.querySelector(`[data-code="${answered}"] :is(input, button)`);
        /** @type {HTMLElement | null} */ (its)?.focus();
        answered = '';
      }
      if (isNew || key === null) void draw();
    },
  };
}
