// @ts-check
/* The calls of the page to the server of the composer. */

const token = location.pathname.split('/')[1] ?? '';

/** The server does not respond. */
export class Stopped extends Error {}

/** The server refuses, and says why. */
export class Refused extends Error {
  /** @param {number} status @param {Record<string, any>} details */
  constructor(status, details) {
    super(String(details.message ?? `The composer returned status ${status}.`));
    this.status = status;
    this.details = details;
  }
}

/**
 * @param {string} name
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 */
async function send(name, body = {}, signal) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-composer-token': token },
      body: JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Stopped('The composer has stopped.');
  }
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return response;
}

/**
 * @param {string} name
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function call(name, body, signal) {
  return (await send(name, body, signal)).json();
}

/** A picture as an address that only this page knows. @param {unknown} body @param {AbortSignal} [signal] */
export async function picture(body, signal) {
  return URL.createObjectURL(await (await send('draw', body, signal)).blob());
}

/** @param {unknown} error */
export const isAborted = (error) => error instanceof DOMException && error.name === 'AbortError';
