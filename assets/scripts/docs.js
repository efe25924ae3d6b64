// @ts-check
/* Shows responses in the API page. Without this script, each form opens its response. */

for (const form of document.querySelectorAll('form[data-path]')) {
  const answer = form.nextElementSibling;
  if (!(form instanceof HTMLFormElement && answer instanceof HTMLElement)) continue;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // Must be visible before it changes, or screen readers do not announce it.
    answer.hidden = false;
    void show(answer, addressOf(form));
  });
}

/**
 * The address for the values of a form.
 *
 * @param {HTMLFormElement} form
 */
function addressOf(form) {
  const query = new URLSearchParams();
  let path = form.dataset.path ?? '';
  for (const [name, entry] of new FormData(form)) {
    const value = String(entry);
    if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, () => encodeURIComponent(value));
    else if (value !== '') query.append(name, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * @param {HTMLElement} answer
 * @param {string} address
 */
async function show(answer, address) {
  const [status, body, link] = [part(answer, '.answer-status'), part(answer, '.answer-body'), part(answer, 'a')];
  link.setAttribute('href', address);
  link.textContent = address;
  status.textContent = 'Loading';
  try {
    const response = await fetch(address);
    const type = response.headers.get('Content-Type') ?? '';
    const content = type.startsWith('image/') ? picture(address) : text(await response.text(), type);
    status.textContent = `${response.status}, ${type}`;
    body.replaceChildren(content);
  } catch {
    status.textContent = 'The request failed. Check your network connection.';
    body.replaceChildren();
  }
}

/**
 * @param {HTMLElement} answer
 * @param {string} selector
 */
function part(answer, selector) {
  const found = answer.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** @param {string} address */
function picture(address) {
  const image = new Image();
  image.src = address;
  image.alt = 'The picture in the response';
  return image;
}

/**
 * @param {string} words
 * @param {string} type
 */
function text(words, type) {
  const pre = document.createElement('pre');
  pre.textContent = type.includes('json') ? JSON.stringify(JSON.parse(words), null, 2) : words;
  return pre;
}
