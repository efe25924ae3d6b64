// @ts-check
/*
 * The buttons that share a card. `data-share` of a button says what it does with its `data-value`:
 * - dialog: opens the share dialog of the device for an address, or copies the address if there is none
 * - link: copies an address
 * - picture, alt: copies the picture with this selector as a PNG, or its alternative text
 * - field: copies the text in the field before the button
 * - html: copies it as HTML for editors, and as text for text fields
 */

const SHOWN_MS = 2000;

/** In px: most columns of editors are at least as wide. */
const PASTED_WIDTH = 600;

/** Says below the buttons what a reader has to do. It is in the flow of the page, so that it covers nothing. */
const note = document.createElement('p');
note.className = 'note';
// Screen readers read the status of the page instead.
note.setAttribute('aria-hidden', 'true');

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-share]') : null;
  if (button instanceof HTMLButtonElement) void run(button);
});

/** @param {HTMLButtonElement} button */
async function run(button) {
  const { share = '', value = '', title = '' } = button.dataset;
  note.remove();
  try {
    if (share === 'dialog' && navigator.share) return await navigator.share({ title, url: value });
    await copy(button);
    if (share === 'dialog') explain(button, NO_DIALOG);
    else showCopied(button);
  } catch (error) {
    // The reader closed the dialog.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    explain(button, failure(button));
  }
}

const NO_DIALOG = 'This browser has no share dialog. The link is copied: paste it where you want to share the card.';

/**
 * What to do if the browser copies nothing, for example because the page is not on https.
 * @param {HTMLButtonElement} button
 */
function failure(button) {
  const { share, value = '' } = button.dataset;
  if (share === 'picture') return 'The browser could not copy the picture. Download it instead.';
  if (share === 'alt') return `The browser could not copy the text: ${pictureAt(value).alt}`;
  if (share !== 'field' && share !== 'html') return `The browser could not copy the link: ${value}`;
  fieldOf(button).select();
  return 'The browser could not copy it. The text is selected: press Ctrl+C.';
}

/**
 * @param {HTMLButtonElement} button
 * @returns {Promise<void>}
 */
function copy(button) {
  const { clipboard } = navigator;
  const { share, value = '' } = button.dataset;
  if (share === 'alt') return clipboard.writeText(pictureAt(value).alt);
  if (share === 'field') return clipboard.writeText(fieldOf(button).value);
  if (share === 'picture') {
    // A promise, because Safari allows no waiting between the click and the copy.
    return clipboard.write([new ClipboardItem({ 'image/png': readPicture(pictureAt(value).currentSrc) })]);
  }
  if (share !== 'html') return clipboard.writeText(value);
  const code = fieldOf(button).value;
  // Editors have a style of their own, and Chromium would report the one in the code as a breach of the page's policy.
  const html = code.replace(/ style="[^"]*"/, '').replace(/ width="\d+" height="\d+"/, ` width="${PASTED_WIDTH}"`);
  const texts = { 'text/html': html, 'text/plain': code };
  const types = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]);
  return clipboard.write([new ClipboardItem(Object.fromEntries(types))]);
}

/** @param {string} selector */
const pictureAt = (selector) => /** @type {HTMLImageElement} */ (document.querySelector(selector));

/** @param {HTMLButtonElement} button */
const fieldOf = (button) => /** @type {HTMLTextAreaElement} */ (button.previousElementSibling);

/** @param {string} address */
async function readPicture(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the picture returned status ${response.status}`);
  return response.blob();
}

/**
 * Says so on the button, which keeps its size.
 * @param {HTMLButtonElement} button
 */
function showCopied(button) {
  const label = button.dataset.label ?? (button.textContent ?? '').trim();
  button.dataset.label = label;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = 'Copied';
  announce(`Copied: ${label.replace(/^Copy /, '')}`);
  setTimeout(() => {
    button.textContent = label;
  }, SHOWN_MS);
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function explain(button, words) {
  note.textContent = words;
  button.parentElement?.append(note);
  announce(words);
}

/** @param {string} words */
function announce(words) {
  const status = document.getElementById('status');
  if (status) status.textContent = words;
}

/* The place that one has chosen is chosen on the next page, too. */

for (const place of document.querySelectorAll('input[name="to"]')) {
  if (!(place instanceof HTMLInputElement)) continue;
  place.addEventListener('change', () => withStorage(() => localStorage.setItem('place', place.value)));
  withStorage(() => {
    if (localStorage.getItem('place') !== place.value) return;
    place.checked = true;
    const folded = place.closest('.more-places');
    if (folded instanceof HTMLDetailsElement) folded.open = true;
  });
}

/** @param {() => void} use */
function withStorage(use) {
  try {
    use();
  } catch {
    // Storage is blocked: the choice is for this page.
  }
}

/* The Tab key would skip the unfolded places, because radio buttons of one name are one stop. */

const morePlaces = document.querySelector('.more-places');
morePlaces?.addEventListener('toggle', () => {
  const first = morePlaces.querySelector('input');
  if (document.activeElement?.parentElement === morePlaces && first?.offsetParent) first.focus();
});

/* Without a chosen size, the picture depends on the screen, and so do the snippets. */

/** src/web/pages/layout.tsx has the same width. */
const narrowScreen = matchMedia('(max-width: 480px)');
const choices = document.querySelector('form[data-narrow]');
/** @type {AbortController | undefined} */
let following;
const hasChosen = () => Boolean(new URL(location.href).searchParams.get('size'));

if (choices instanceof HTMLElement) {
  narrowScreen.addEventListener('change', () => void followScreen(choices));
  choices.addEventListener('shown', () => {
    if (narrowScreen.matches) void followScreen(choices);
  });
  if (narrowScreen.matches) void followScreen(choices);
}

/** @param {HTMLElement} form */
async function followScreen({ dataset: { narrow = '' } }) {
  following?.abort();
  if (hasChosen()) return;
  following = new AbortController();
  const { signal } = following;
  const address = new URL(location.href);
  if (narrowScreen.matches) address.searchParams.set('size', narrow);
  const page = await fetch(address, { signal })
    .then((response) => response.text())
    .catch(() => '');
  const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById('paste');
  if (signal.aborted || hasChosen()) return;
  if (fresh) {
    for (const button of fresh.querySelectorAll('button')) button.hidden = false;
    document.getElementById('paste')?.replaceChildren(...fresh.childNodes);
    return;
  }
  // Without a connection, the snippets stay as they are, and the page says so.
  const differs = document.querySelector('#drawn [data-script]');
  if (differs instanceof HTMLElement) differs.hidden = false;
}

document.querySelector('#picture')?.addEventListener('click', () => {
  const link = document.querySelector('#picture a');
  if (link instanceof HTMLAnchorElement) link.href = pictureAt('#picture img').currentSrc;
});
