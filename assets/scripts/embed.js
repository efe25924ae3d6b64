// @ts-check
/*
 * Messages from the frame to the page around it, in the format of WordPress: { secret, message, value }. The page passes the
 * secret in the fragment, "#?secret=…". Without a secret or scripts, the frame is a page with links.
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

/** Shows the square picture in a narrow frame, if the page around it follows its height, or the frame is high enough. */
function fitPicture() {
  const caption = document.querySelector('figcaption')?.offsetHeight ?? 0;
  const fits = parent !== window && (secretOf() !== undefined || innerHeight >= innerWidth + caption);
  for (const source of document.querySelectorAll('source')) {
    const { media } = source.dataset;
    if (media) source.media = fits ? media : 'not all';
  }
}

function sendHeight() {
  fitPicture();
  const root = document.documentElement;
  root.classList.toggle('sized', secretOf() !== undefined);
  send('height', Math.ceil(root.getBoundingClientRect().height));
}

// WordPress hides the frame until the first message, and browsers do not observe sizes in hidden frames.
sendHeight();
addEventListener('load', sendHeight);
new ResizeObserver(sendHeight).observe(document.documentElement);
addEventListener('hashchange', sendHeight);
addEventListener('resize', fitPicture);
addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.message === 'ready' && data.secret === secretOf()) sendHeight();
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  // In a sandbox the origin is null and links do not work, so the page around the frame opens them.
  if (!link || origin !== 'null' || secretOf() === undefined) return;
  event.preventDefault();
  send('link', link.href);
});
