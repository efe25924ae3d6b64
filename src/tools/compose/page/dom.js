// @ts-check
/* Small helpers for elements. Text is always set as text, never as HTML. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Creates an element. Attributes named "on…" are listeners; true sets an empty attribute; false, null and undefined none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === 'value') /** @type {HTMLInputElement} */ (element).value = String(value ?? '');
    else if (name === 'checked') /** @type {HTMLInputElement} */ (element).checked = value === true;
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  append(element, ...children);
  return element;
}

/**
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function append(element, ...children) {
  for (const child of children.flat()) if (child || child === '') element.append(child);
}

/**
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, ...children);
}

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Says something to screen readers, and shows nothing. @param {string} text */
export function say(text) {
  byId('status').textContent = text;
}

/** @param {string} label @param {(event: Event) => void} onclick @param {Record<string, unknown>} [more] */
export const button = (label, onclick, more = {}) => el('button', { type: 'button', onclick, ...more }, label);

/**
 * Calls a function once no more calls came for a while.
 * @param {() => void} run
 * @param {number} pauseMs
 */
export function debounce(run, pauseMs) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const call = () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, pauseMs);
  };
  call.cancel = () => clearTimeout(waiting);
  return call;
}

/** @param {unknown} value @param {readonly (string | number)[]} path @returns {any} */
export function valueAt(value, path) {
  return path.reduce((/** @type {any} */ part, key) => part?.[key], value);
}

/**
 * Sets a value inside a nested object. Undefined removes it, and what is then empty.
 * @param {any} target
 * @param {readonly (string | number)[]} path
 * @param {unknown} value
 */
export function setAt(target, [first, ...rest], value) {
  if (first === undefined) return;
  if (rest.length === 0) {
    if (value === undefined) delete target[first];
    else target[first] = value;
    return;
  }
  target[first] ??= typeof rest[0] === 'number' ? [] : {};
  setAt(target[first], rest, value);
  if (value === undefined && !Array.isArray(target[first]) && Object.keys(target[first]).length === 0)
    delete target[first];
}
