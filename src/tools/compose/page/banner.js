// @ts-check
/* The banner above the page: what has happened outside of the form, and how to go on. */
import { button, byId, el, fill, say } from './dom.js';
import { draftAddress } from './hand-over.js';

/** @param {...Node} children */
export function showBanner(...children) {
  fill(byId('banner'), el('div', { class: 'banner' }, ...children));
}

export const closeBanner = () => fill(byId('banner'));

/** Asks before anything of another page is opened. @param {string} words @param {() => void} openIt */
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
 * Says that the companion does not answer. `draftText`: what is to be taken along; "" where nothing is.
 * @param {{ preview: string, draftText: () => string, left: () => void }} options
 */
export function sayStopped({ preview, draftText, left }) {
  const hasDraft = draftText() !== '';
  const again = el(
    'a',
    {
      href: draftAddress(preview, ''),
      // What is typed after the stop is taken along, too.
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
      hasDraft && 'What you have typed is kept on this page. ',
      'Start npm run dev again, then: ',
      again,
    ),
    ...(hasDraft ? [copy] : []),
  );
}
