// @ts-check
/*
 * What the pages do in a browser that runs scripts; without it every form and link works all the same.
 *
 * A form with data-live fetches its own address whenever a field changes, and puts that page's part of the same id in
 * the place of this one's. A button with data-copy copies the field whose id it names.
 */

const TYPING_PAUSE_MS = 150;

for (const form of document.querySelectorAll('form[data-live]')) {
  if (form instanceof HTMLFormElement) enliven(form);
}
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
  if (button instanceof HTMLButtonElement) void copy(button);
});
showScriptControls(document);

/** @param {HTMLFormElement} form */
function enliven(form) {
  /** @type {AbortController | undefined} */
  let running;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {number} pause */
  function schedule(pause) {
    clearTimeout(waiting);
    waiting = setTimeout(() => void update(), pause);
  }

  async function update() {
    running?.abort();
    running = new AbortController();
    const address = addressOf(form);
    try {
      const response = await fetch(address, { signal: running.signal });
      if (!response.ok) throw new Error(`the page answered ${response.status}`);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      swap(form.dataset.live ?? '', page);
      history.replaceState(null, '', address);
    } catch (error) {
      // A later change has taken this one's place, or the network failed: then the browser shows what is wrong.
      if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address);
    }
  }

  form.addEventListener('input', (event) => {
    const typed = event.target instanceof HTMLInputElement && event.target.type === 'search';
    schedule(typed ? TYPING_PAUSE_MS : 0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    schedule(0);
  });
  // Back in the history, the fields may hold what the address no longer says.
  addEventListener('pageshow', (event) => {
    if (event.persisted) form.reset();
  });
}

/**
 * The address that the form would send its reader to, without the fields left empty.
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
 * Takes parts of the page by their ids from another one.
 * @param {string} ids separated by spaces
 * @param {Document} page
 */
function swap(ids, page) {
  for (const id of ids.split(' ')) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (!old || !fresh) continue;
    showScriptControls(fresh);
    const focused = old.contains(document.activeElement) ? document.activeElement?.getAttribute('name') : undefined;
    // The element itself stays: a screen reader watches it for news.
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
    tell('Copied');
  } catch {
    tell('Selected: press Ctrl+C');
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2000);

  /** @param {string} news */
  function tell(news) {
    button.textContent = news;
    const status = document.getElementById('status');
    if (status) status.textContent = news;
  }
}

/**
 * Controls that do nothing without a script are hidden until one runs; those that stand in for it go.
 * @param {Document | HTMLElement} part
 */
function showScriptControls(part) {
  for (const element of part.querySelectorAll('[data-script]')) {
    if (element instanceof HTMLElement) element.hidden = element.dataset.script === 'without';
  }
}
