// @ts-check
/*
 * Live forms and copy buttons. Without scripts, all forms and links still work.
 *
 * A form with data-live fetches its own address when a field changes, replaces the elements that data-live names, and then
 * receives the event "shown".
 * A button with data-copy copies the field with that id. The field "theme" chooses the theme of all pages.
 */

const TYPING_PAUSE_MS = 150;
const DARK = '(prefers-color-scheme: dark)';

for (const form of document.querySelectorAll('form[data-live]')) {
  if (form instanceof HTMLFormElement) makeLive(form);
}
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
  if (button instanceof HTMLButtonElement) void copy(button);
});
showScriptControls(document);
chooseTheme(document.getElementById('theme'));

/**
 * Keeps the chosen theme, and applies it to this page and to other open pages. theme.js applies it to the next ones.
 * @param {HTMLElement | null} field
 */
function chooseTheme(field) {
  if (!(field instanceof HTMLSelectElement)) return;
  const root = document.documentElement;
  /** @param {string} theme "" is that of the system */
  const show = (theme) => {
    if (theme === '') delete root.dataset.theme;
    else root.dataset.theme = theme;
    field.value = theme;
    themePictures(document);
  };
  field.addEventListener('change', () => {
    show(field.value);
    try {
      if (field.value === '') localStorage.removeItem('theme');
      else localStorage.setItem('theme', field.value);
    } catch {
      // Storage is blocked: the choice is for this page.
    }
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'theme') show(newValue === 'light' || newValue === 'dark' ? newValue : '');
  });
  show(root.dataset.theme ?? '');
}

/**
 * Makes pictures follow the chosen theme instead of that of the system.
 * @param {Document | HTMLElement} part
 */
function themePictures(part) {
  const { theme } = document.documentElement.dataset;
  for (const source of part.querySelectorAll('picture source')) {
    if (!(source instanceof HTMLSourceElement)) continue;
    source.dataset.media ??= source.media;
    const { media } = source.dataset;
    if (!media.includes(DARK)) continue;
    source.media = theme === undefined ? media : theme === 'dark' ? media.replace(DARK, '(width > 0)') : 'not all';
  }
}

/** @param {HTMLFormElement} form */
function makeLive(form) {
  /** @type {AbortController | undefined} */
  let running;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {number} pause */
  function schedule(pause) {
    clearTimeout(waiting);
    waiting = setTimeout(() => void update(), pause);
  }

  /** Whoever submits the form wants to see the result, which may be below the screen. */
  async function submit() {
    clearTimeout(waiting);
    await update();
    const [first = ''] = (form.dataset.live ?? '').split(' ');
    document.getElementById(first)?.scrollIntoView({ block: 'start' });
  }

  async function update() {
    running?.abort();
    running = new AbortController();
    const address = addressOf(form);
    try {
      const response = await fetch(address, { signal: running.signal });
      if (!response.ok) throw new Error(`the page returned status ${response.status}`);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const top = topOf(form);
      swap(form.dataset.live ?? '', page);
      // What changes above the field in use does not move the field.
      scrollBy({ top: topOf(form) - top, behavior: 'instant' });
      history.replaceState(null, '', address);
      form.dispatchEvent(new Event('shown'));
    } catch (error) {
      // Ignore requests that a later change aborted. After other errors, load the page so that the browser reports them.
      if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address);
    }
  }

  form.addEventListener('input', (event) => {
    const typed = event.target instanceof HTMLInputElement && event.target.type === 'search';
    schedule(typed ? TYPING_PAUSE_MS : 0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  // After back navigation, the fields may not match the address.
  addEventListener('pageshow', (event) => {
    if (event.persisted) form.reset();
  });
}

/**
 * Where the field in use is on the screen, or the form.
 * @param {HTMLFormElement} form
 */
function topOf(form) {
  const used = form.contains(document.activeElement) ? document.activeElement : null;
  return (used ?? form).getBoundingClientRect().top;
}

/**
 * The address of the form without its empty fields.
 * @param {HTMLFormElement} form
 */
function addressOf(form) {
  const address = new URL(form.action);
  address.search = '';
  address.hash = '';
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') address.searchParams.append(name, value);
  }
  return address.href;
}

/**
 * Replaces parts of the page, by id, with those of another page.
 * @param {string} ids separated by spaces
 * @param {Document} page
 */
function swap(ids, page) {
  for (const id of ids.split(' ')) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (!old || !fresh) continue;
    showScriptControls(fresh);
    themePictures(fresh);
    const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('name') : undefined;
    // Keep the element itself, because screen readers observe it.
    old.replaceChildren(...fresh.childNodes);
    const again = focused ? old.querySelector(`[name="${focused}"]:is(select, :checked)`) : null;
    if (again instanceof HTMLElement) again.focus();
  }
  document.title = page.title;
}

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const field = document.getElementById(button.dataset.copy ?? '');
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  field.select();
  const label = button.textContent ?? '';
  try {
    await navigator.clipboard.writeText(field.value);
    announce('Copied');
  } catch {
    announce('Selected: press Ctrl+C');
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2000);

  /** @param {string} message */
  function announce(message) {
    button.textContent = message;
    const status = document.getElementById('status');
    if (status) status.textContent = message;
  }
}

/**
 * Shows the controls that need scripts, and hides their fallbacks.
 * @param {Document | HTMLElement} part
 */
function showScriptControls(part) {
  for (const element of part.querySelectorAll('[data-script]')) {
    if (element instanceof HTMLElement) element.hidden = element.dataset.script === 'without';
  }
}
