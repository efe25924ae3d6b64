// @ts-check
/* The bookmarklet: sends the page that the author sees, and the selected words, to the composer. */
import { el } from './dom.js';

const HASH = '#from-page';
/** A page that blocks messages from other windows does not respond. */
const PATIENCE_MS = 4_000;

/* Runs in the other page. It opens the composer through the preview, whose address stays the same, and sends the page once the composer asks for it. */
const SCRIPT = `(()=>{const w=open('PREVIEW/compose${HASH}');const s=getSelection();const r=s&&s.rangeCount?s.getRangeAt(0):null;const text=s?String(s):'';
let before='',after='';if(r&&text){const b=r.cloneRange();b.setStart(document.body,0);b.setEnd(r.startContainer,r.startOffset);before=b.toString().slice(-120);
const a=r.cloneRange();a.setStart(r.endContainer,r.endOffset);a.setEnd(document.body,document.body.childNodes.length);after=a.toString().slice(0,120)}
const fail=()=>alert('This page cannot send messages to the composer. Copy the article (Ctrl+A, Ctrl+C) and paste it into the composer.');
if(!w)return fail();const t=setTimeout(fail,15000);
addEventListener('message',e=>{if(e.source!==w||!/^http:\\/\\/127\\.0\\.0\\.1:\\d+$/.test(e.origin)||!e.data||e.data.type!=='composer-ready')return;clearTimeout(t);
w.postMessage({type:'composer-page',nonce:e.data.nonce,address:location.href,html:document.documentElement.outerHTML,text,before,after},e.origin)})})()`;

/** @param {string} preview */
export function makeBookmarklet(preview) {
  const href = `javascript:${encodeURIComponent(SCRIPT.replace('PREVIEW', preview).replaceAll('\n', ''))}`;
  return el(
    'p',
    { class: 'hint' },
    'Drag ',
    el(
      'a',
      { href, class: 'bookmarklet', onclick: (/** @type {Event} */ event) => event.preventDefault() },
      'Make a card',
    ),
    ' to your bookmarks. Click it on the page of an article to send the page and the selected words to the composer.',
  );
}

/** Whether this page was opened by the bookmarklet. */
export const isFromPage = () => location.hash === HASH;

/**
 * Asks the page that opened this one for its article. What it sends is untrusted: its address has to be on the origin that
 * sends it, and the author is asked before it is read.
 * @param {{ received: (page: { address: string, html: string, text: string, before: string }) => void, blocked: () => void }} actions
 */
export function askOpener({ received, blocked }) {
  history.replaceState(null, '', location.pathname);
  const { opener } = window;
  if (!opener) return blocked();
  const nonce = crypto.randomUUID();
  const timer = setTimeout(blocked, PATIENCE_MS);
  addEventListener('message', (event) => {
    const { data } = event;
    if (event.source !== opener || data?.type !== 'composer-page' || data.nonce !== nonce) return;
    const { address, html, text, before } = data;
    if (![address, html, text, before].every((part) => typeof part === 'string')) return;
    if (URL.parse(address)?.origin !== event.origin) return;
    clearTimeout(timer);
    received({ address, html, text, before });
  });
  // The origin of the opener is not known. The message contains only that this page is ready.
  opener.postMessage({ type: 'composer-ready', nonce }, '*');
}
