// @ts-check
/* The banner above the page: what has happened outside the form, and how to continue. */
import { button, byId, el, fill, say } from './dom.js';
import { draftAddress } from './hand-over.js';

/** @param {...Node} children */
export function showBanner(...children) {
  fill(byId('banner'), el('div', { class: 'banner' }, ...children));
}

export const closeBanner = () => fill(byId('banner'));

/** Asks before it opens what another page sent. @param {string} words @param {() => void} openIt */
export function offer(words, openIt) {
  const open = () => {
    closeBanner();
    openIt();
  };
  const yes = button('Open it', open, { class: 'primary' });
  showBanner(el('p', {}, words), yes, button('No', closeBanner));
  yes.focus();
}

/**
 * Says that the composer does not respond. `draftText`: the draft for the next run; "" if there is none.
 * @param {{ preview: string, draftText: () => string, left: () => void }} options
 */
export function sayStopped({ preview, draftText, left }) {
  const hasDraft = draftText() !== '';
  const again = el(
    'a',
    {
      href: draftAddress(preview, ''),
      // Includes what the author types after the stop.
      onclick: () => {
        again.setAttribute('href', draftAddress(preview, draftText()));
        left();
      },
    },
    hasDraft ? 'Open the composer again with this draft' : 'Open the composer again',
  );
  const copy = button(
    'Copy my draft',
    () => void navigator.clipboard.writeText(draftText()).then(() => say('Copied.')),
  );
  showBanner(
    el(
      'p',
      {},
      el('strong', {}, 'The composer has stopped, and nothing can be saved. '),
      hasDraft && 'This page keeps what you have typed. ',
      'Start npm run dev again, then: ',
      again,
    ),
    ...(hasDraft ? [copy] : []),
  );
}
