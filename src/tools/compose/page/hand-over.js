// @ts-check
/* Passes a draft to the next run of the composer after a stop, in the fragment of an address, which no server receives. */

const HASH = '#draft=';

/** @param {string} preview @param {string} draft as text; may be empty */
export const draftAddress = (preview, draft) =>
  `${preview}/compose${draft === '' ? '' : HASH + encodeURIComponent(draft)}`;

/** The draft that this page was opened with. @returns {any} */
export function takeDraft() {
  if (!location.hash.startsWith(HASH)) return undefined;
  const text = location.hash.slice(HASH.length);
  history.replaceState(null, '', location.pathname);
  try {
    const draft = JSON.parse(decodeURIComponent(text)).composerDraft;
    return draft?.edit?.card ? draft : undefined;
  } catch {
    return undefined;
  }
}
