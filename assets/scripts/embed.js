// @ts-check
/*
 * What the frame says to the page around it, in the messages of WordPress: { secret, message, value }. That page gives the secret in
 * the fragment, "#?secret=…". Without a secret or a script, the frame is a page with links.
 */

const secretOf = () => /[?&]secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1];

/**
 * @param {'height' | 'link'} message
 * @param {number | string} value
 */
function send(message, value) {
  const secret = secretOf();
  if (secret !== undefined && parent !== window) parent.postMessage({ secret, message, value }, '*');
}

function sendHeight() {
  const root = document.documentElement;
  root.classList.toggle('sized', secretOf() !== undefined);
  send('height', Math.ceil(root.getBoundingClientRect().height));
}

// WordPress hides the frame until the first message, and browsers observe no sizes in a hidden frame.
sendHeight();
addEventListener('load', sendHeight);
new ResizeObserver(sendHeight).observe(document.documentElement);
addEventListener('hashchange', sendHeight);
addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.message === 'ready' && data.secret === secretOf()) sendHeight();
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  // The origin is null in a sandbox, where a link leads nowhere: the page around follows it.
  if (!link || origin !== 'null' || secretOf() === undefined) return;
  event.preventDefault();
  send('link', link.href);
});
