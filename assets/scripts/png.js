// @ts-check
/*
 * Reads a PNG (W3C, third edition): its texts and its exact pixels. A canvas is not used, because browsers that protect
 * readers from fingerprinting change its pixels. Pure.
 */

/** @typedef {{ width: number; height: number; rgba: Uint8Array }} Pixels */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The samples per pixel of each colour type. */
const SAMPLES = /** @type {Record<number, number>} */ ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 });

/** No picture of a card has half as many. */
const MAX_PIXELS = 20_000_000;

/** @param {Uint8Array} bytes */
export function isPng(bytes) {
  return SIGNATURE.every((value, at) => bytes[at] === value);
}

/**
 * The chunks of a PNG, up to the first that is cut off.
 * @param {Uint8Array} bytes
 */
function chunksOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {{ type: string; data: Uint8Array }[]} */
  const chunks = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/**
 * The uncompressed texts of a PNG, by keyword.
 * @param {Uint8Array} bytes
 */
export function textsOf(bytes) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const { type, data } of chunksOf(bytes)) {
    if (type !== 'iTXt') continue;
    const [keyword = '', , , , ...text] = new TextDecoder().decode(data).split('\0');
    // After the keyword: two flags, the language and the translated keyword, which are empty.
    texts.set(keyword, text.join('\0').replace(/^\0*/, ''));
  }
  return texts;
}

/**
 * The pixels of a PNG; undefined if it is damaged, interlaced, too large, or has 16 bits per sample.
 * @param {Uint8Array} bytes
 * @returns {Promise<Pixels | undefined>}
 */
export async function pixelsOf(bytes) {
  const chunks = chunksOf(bytes);
  const dataOf = /** @param {string} type */ (type) => chunks.find((chunk) => chunk.type === type)?.data;
  const head = dataOf('IHDR');
  if (!head || head.length < 13) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, color = 0, , , interlace] = head.subarray(8);
  const samples = SAMPLES[color];
  if (!samples || depth > 8 || interlace !== 0 || width * height > MAX_PIXELS || width * height === 0) return undefined;
  const step = Math.max(1, (samples * depth) >> 3);
  const rowLength = Math.ceil((width * samples * depth) / 8);
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => new Uint8Array(chunk.data));
  const rows = await inflate(new Blob(data), (rowLength + 1) * height);
  if (!rows) return undefined;
  for (let y = 0; y < height; y++) unfilter(rows, y * (rowLength + 1), rowLength, y === 0, step);
  const [palette, alpha] = [dataOf('PLTE'), dataOf('tRNS')];
  const rgba = new Uint8Array(4 * width * height);
  const greatest = 2 ** depth - 1;
  for (let y = 0, to = 0; y < height; y++) {
    const from = y * (rowLength + 1) + 1;
    for (let x = 0; x < width; x++, to += 4) {
      const sample = /** @param {number} index */ (index) => {
        const bit = (x * samples + index) * depth;
        return ((rows[from + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & greatest;
      };
      if (color === 3) {
        const index = sample(0);
        rgba.set(palette?.subarray(3 * index, 3 * index + 3) ?? [], to);
        rgba[to + 3] = alpha?.[index] ?? 255;
      } else {
        for (let i = 0; i < 3; i++) rgba[to + i] = (sample(samples > 2 ? i : 0) * 255) / greatest;
        rgba[to + 3] = color & 4 ? sample(samples - 1) : 255;
      }
    }
  }
  return { width, height, rgba };
}

/**
 * Exactly `length` bytes of a zlib stream; undefined if it is damaged or too short.
 * @param {Blob} data
 * @param {number} length
 */
async function inflate(data, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  try {
    const reader = data.stream().pipeThrough(new DecompressionStream('deflate')).getReader();
    for (let part = await reader.read(); !part.done && at < length; part = await reader.read()) {
      bytes.set(part.value.subarray(0, length - at), at);
      at += part.value.length;
    }
    await reader.cancel();
  } catch {
    return undefined;
  }
  return at < length ? undefined : bytes;
}

/**
 * Reverses the filter of a row, which its first byte names.
 * @param {Uint8Array} rows
 * @param {number} start
 * @param {number} length
 * @param {boolean} isFirst
 * @param {number} step the bytes per pixel
 */
function unfilter(rows, start, length, isFirst, step) {
  const filter = rows[start];
  if (!filter) return;
  for (let i = 1; i <= length; i++) {
    const left = i > step ? (rows[start + i - step] ?? 0) : 0;
    const above = isFirst ? 0 : (rows[start + i - length - 1] ?? 0);
    const corner = isFirst || i <= step ? 0 : (rows[start + i - length - 1 - step] ?? 0);
    const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
    rows[start + i] = (rows[start + i] ?? 0) + guess;
  }
}

/**
 * @param {number} left
 * @param {number} above
 * @param {number} corner
 */
function paeth(left, above, corner) {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/**
 * The SHA-256 of pixels and their size, in hexadecimal digits.
 * @param {Pixels} pixels
 */
export async function hashPixels({ width, height, rgba }) {
  const head = new TextEncoder().encode(`${width}x${height}\n`);
  const bytes = new Uint8Array(head.length + rgba.length);
  bytes.set(head);
  bytes.set(rgba, head.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
