// @ts-check
/*
 * The page /check: reads a picture that a visitor chooses, drops or pastes, and shows which card it is and whether it is current.
 * The picture stays in the browser: the requests of this script are for the JSON and the picture of the card.
 */
import { hashPixels, isPng, pixelsOf, textsOf } from './png.js';
import { compare, dayWords, findPixels, markOf, pageOf, verdictOf } from './verdict.js';

/** The largest picture of a card has about 0.2 MB, and a screenshot rarely more than 10 MB. */
const MAX_BYTES = 15_000_000;

/** jsQR. The build puts it beside this script. */
const SCANNER = './jsqr.js';

/** The longer sides in px at which the QR code is looked for. */
const SIDES = [2400, 1600, 1000, 600];

const chooser = part('#choose');
const verdictPart = part('#verdict');
const today = part('#today');
const input = part('#file');
const { origin = '' } = chooser.dataset;

input.addEventListener('change', () => {
  if (input instanceof HTMLInputElement && input.files?.[0]) void check(input.files[0]);
});
// Choosing the same file again is a change, too.
input.addEventListener('click', () => {
  if (input instanceof HTMLInputElement) input.value = '';
});
for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'])
  document.addEventListener(type, (event) => {
    event.preventDefault();
    chooser.classList.toggle('over', type === 'dragenter' || type === 'dragover');
    if (type === 'drop' && event instanceof DragEvent) void check(event.dataTransfer?.files[0]);
  });
document.addEventListener('paste', (event) => {
  void check(event.clipboardData?.files[0], true);
});

/** The number of checks so far. */
let checks = 0;
/** The address of the copy that is shown; it keeps the file in memory until it is revoked. */
let copyAddress = '';

/**
 * `links`: where to continue.
 * @typedef {{ title: string; lines: string[]; isWarning?: boolean; card?: any; facts?: string[][]; links?: [address: string, words: string][]; copy?: ImageBitmap | undefined; file?: File }} Verdict
 */

/**
 * @param {File | undefined} file
 * @param {boolean} [isPasted] Browsers copy the pixels of a picture, without the data of its file.
 */
async function check(file, isPasted = false) {
  if (!file) {
    checks++;
    return show({
      title: 'No picture',
      lines: ['You dropped or pasted a text or an address, not a picture. Save the picture, then choose it.'],
    });
  }
  show({ title: 'Checking', lines: [] });
  const started = ++checks;
  const verdict = await checkFile(file, isPasted).catch((error) => ({
    title: 'Not checked',
    isWarning: true,
    lines: [`The check failed: ${error instanceof Error ? error.message : error}. Try again.`],
  }));
  // Another picture was chosen in the meantime.
  if (started === checks) show(verdict);
  else if ('copy' in verdict) verdict.copy?.close();
}

/**
 * @param {File} file
 * @param {boolean} isPasted
 * @returns {Promise<Verdict>}
 */
async function checkFile(file, isPasted) {
  const megabytes = (file.size / 1_000_000).toFixed(1);
  if (file.size > MAX_BYTES)
    return {
      title: 'File too large',
      lines: [
        `The file is ${megabytes} MB large; the limit is 15 MB. Crop or scale the picture, and keep its QR code.`,
      ],
    };
  if (file.type === 'image/svg+xml')
    return {
      title: 'An SVG cannot be checked',
      lines: [
        'An SVG contains no pixels to compare. Choose the PNG of the card instead. To download it, find the card:',
      ],
      links: [['/', 'Search the cards']],
    };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const named = isPng(bytes) ? markOf(textsOf(bytes)) : undefined;
  let mark = named ?? (await scan(file));
  if (mark === null)
    return {
      title: 'Not a picture',
      lines: ['The browser cannot read the file as a picture. Choose a PNG, JPEG or WebP file.'],
    };
  if (!mark)
    return {
      title: 'No card found',
      lines: [
        'The picture names no card, and contains no readable QR code of a card.',
        'If it is a small JPEG, or a screenshot of a card, ask for a larger one that contains the whole QR code, or for the file as it was downloaded. Or search for the card:',
      ],
      links: [['/', 'Search the cards']],
    };
  if (mark.origin !== origin)
    return {
      title: 'A card of another site',
      lines: [`The picture names a card of ${new URL(mark.origin).host}. Only that site can check it.`],
      links: [[`${mark.origin}/check`, `Open ${mark.origin}/check`]],
    };
  const card = await read(`/cards/${mark.id}.json`);
  if (!card)
    return {
      title: 'Unknown card',
      isWarning: true,
      lines: [
        `The picture names the card “${mark.id}”, but this site has no card with this id. Ids are permanent, so the picture is probably not from this site.`,
      ],
    };
  /** @type {import('./verdict.js').Comparison} */
  let comparison = isPasted ? 'pasted' : 'scanned';
  // Hashes need https.
  const hash = isSecureContext && isPng(bytes) ? await hashOf(bytes) : undefined;
  const recorded = named || hash !== undefined ? ((await read(`/check/${mark.id}.json`)) ?? []) : [];
  if (named) {
    comparison = compare(named, hash, recorded);
    if (comparison === 'not compared' && hash !== undefined) comparison = await compareWithToday(named, hash);
  } else if (hash !== undefined) {
    // Copying a picture removes its texts, but not its pixels.
    const found = findPixels(hash, recorded, card.revision) ?? (await findToday(card, hash, bytes));
    if (found) [mark, comparison] = [{ ...mark, ...found }, 'unaltered'];
  }
  const { id, revision, variant } = mark;
  const published = card.revisions.some(/** @param {{ revision: string }} of */ (of) => of.revision === revision);
  const earlier = published ? await read(`/cards/${id}@${revision}.json`) : undefined;
  const facts = [
    ['Revision of the copy', revision ?? 'not known'],
    ['Current revision', `${card.revision}, of ${dayWords(card.updated)}`],
    ['Size and theme', variant === undefined ? 'not known' : variantWords(variant)],
  ];
  const successor = card.history.at(-1)?.by;
  return {
    ...verdictOf(mark, comparison, card, earlier),
    links: [
      ...(successor
        ? [/** @type {[string, string]} */ ([`/cards/${successor}`, 'Open the card that replaces it'])]
        : []),
      [`/cards/${id}`, comparison === 'altered' ? 'Open the real card' : 'Open the card'],
      ...(card.history.length > 0
        ? [/** @type {[string, string]} */ ([`/cards/${id}#history`, 'What has changed on the card'])]
        : []),
    ],
    card,
    facts,
    copy: await createImageBitmap(file).catch(() => undefined),
    file,
  };
}

/** @param {Uint8Array} bytes */
async function hashOf(bytes) {
  const pixels = await pixelsOf(bytes);
  return pixels && hashPixels(pixels);
}

/**
 * The picture of today that has these pixels, for cards without a record, as in the preview.
 * @param {any} card
 * @param {string} hash
 * @param {Uint8Array} bytes
 */
async function findToday(card, hash, bytes) {
  const { width, height } = (await pixelsOf(bytes)) ?? {};
  for (const image of card.images) {
    if (image.width !== width || image.height !== height) continue;
    const variant = image.theme === 'light' ? image.size : `${image.size}-${image.theme}`;
    const mark = { id: card.id, origin, revision: card.revision, variant, drawing: '' };
    if ((await compareWithToday(mark, hash)) === 'unaltered') return mark;
  }
  return undefined;
}

/**
 * Compares the pixels of a copy with the picture that this site draws now, if it draws it exactly as the copy was drawn.
 * @param {import('./verdict.js').Mark} mark
 * @param {string} hash
 */
async function compareWithToday(mark, hash) {
  const { id, revision = '', variant = '' } = mark;
  const response = mark.drawing === undefined ? undefined : await fetch(`/cards/${id}/${variant}.png?v=${revision}`);
  if (!response?.ok) return 'not compared';
  const bytes = new Uint8Array(await response.arrayBuffer());
  const today = isPng(bytes) ? markOf(textsOf(bytes)) : undefined;
  const sha256 = await hashOf(bytes);
  if (today?.revision !== revision || today.drawing === undefined || sha256 === undefined) return 'not compared';
  return compare(mark, hash, [{ drawing: today.drawing, revision, sha256: { [variant]: sha256 } }]);
}

/**
 * JSON of this site; undefined if it does not exist.
 * @param {string} path
 */
async function read(path) {
  const response = await fetch(path, { cache: 'no-cache' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path} returned status ${response.status}`);
  return response.json();
}

/**
 * The card of the QR code in a picture; undefined if there is none, null if the file is no picture.
 * @param {File} file
 * @returns {Promise<import('./verdict.js').Mark | undefined | null>}
 */
async function scan(file) {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  try {
    return await findCode(bitmap);
  } finally {
    bitmap.close();
  }
}

/** @param {ImageBitmap} bitmap */
async function findCode(bitmap) {
  await import(SCANNER);
  const { jsQR } = /** @type {any} */ (globalThis);
  const whole = Math.max(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  for (const side of [...new Set(SIDES.map((limit) => Math.min(limit, whole)))]) {
    canvas.width = Math.max(1, Math.round((bitmap.width * side) / whole));
    canvas.height = Math.max(1, Math.round((bitmap.height * side) / whole));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('the browser cannot read pictures');
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const page = pageOf(jsQR(data, width, height)?.data ?? '');
    if (page) return page;
  }
  return undefined;
}

/**
 * Screen readers announce the verdict, but not the card below it.
 * @param {Verdict} verdict
 */
function show({ title, lines, isWarning = false, card, facts = [], links = [], copy, file }) {
  URL.revokeObjectURL(copyAddress);
  copyAddress = '';
  const tone = isWarning ? ' warning' : title === 'Current' ? ' good' : '';
  verdictPart.className = `verdict${tone}`;
  verdictPart.replaceChildren(element('h2', title), ...lines.map((line) => element('p', line)));
  if (links.length > 0) verdictPart.append(buttonsOf(links));
  today.replaceChildren();
  if (card) {
    const list = element('dl');
    list.className = 'facts';
    const details = element('details');
    details.append(element('summary', 'Details'), list);
    list.append(...facts.flatMap(([name = '', value = '']) => [element('dt', name), element('dd', value)]));
    const picture = new Image(1200, 630);
    picture.src = `/cards/${card.id}.png?v=${card.revision}`;
    picture.alt = card.alt;
    const pair = element('div');
    pair.className = 'pair';
    pair.append(
      figureOf(
        linkAround(picture, picture.src),
        `The ${card.state} card: ${card.sentence.charAt(0).toUpperCase()}${card.sentence.slice(1)}`,
      ),
    );
    if (copy && file) {
      copyAddress = URL.createObjectURL(file);
      pair.prepend(figureOf(linkAround(drawn(copy), copyAddress), 'Your copy'));
    }
    today.append(pair, details);
  }
  verdictPart.scrollIntoView({ block: 'nearest' });
}

/**
 * A picture in a canvas, which needs no address. Frees the picture.
 * @param {ImageBitmap} bitmap
 */
function drawn(bitmap) {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', 'The picture that you chose');
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}

/**
 * @param {HTMLElement} picture
 * @param {(string | HTMLElement)[]} caption
 */
function figureOf(picture, ...caption) {
  const [figure, words] = [element('figure'), element('figcaption')];
  words.append(...caption);
  figure.append(picture, words);
  return figure;
}

/**
 * A picture as a link to its full size.
 * @param {HTMLElement} picture
 * @param {string} href
 */
function linkAround(picture, href) {
  const link = linkTo(href, '');
  link.title = 'Open the picture at full size';
  link.setAttribute('target', '_blank');
  link.append(picture);
  return link;
}

/**
 * "Link preview, light", from "og"; "Story, dark", from "story-dark".
 * @param {string} variant
 */
function variantWords(variant) {
  const [size = '', theme = 'light'] = variant.split('-');
  return `${size === 'og' ? 'Link preview' : size.charAt(0).toUpperCase() + size.slice(1)}, ${theme}`;
}

/** @param {[address: string, words: string][]} links */
function buttonsOf(links) {
  const list = element('p');
  list.className = 'next';
  for (const each of links) {
    const link = linkTo(...each);
    link.className = 'button';
    list.append(link);
  }
  return list;
}

/**
 * @param {string} href
 * @param {string} words
 */
function linkTo(href, words) {
  const link = element('a', words);
  link.setAttribute('href', href);
  return link;
}

/**
 * @param {string} name
 * @param {string} [words]
 */
function element(name, words = '') {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}
