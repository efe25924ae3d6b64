/**
 * Normalises a text, so that copies of the same words compare equal regardless of typography, and maps each position back
 * to the original. Pure. Linear in the length of the text.
 */

export type NormalisedText = {
  text: string;
  /** For each UTF-16 unit of `text`, the start offset of its source in the original. */
  starts: Uint32Array;
  /** The end offset, likewise. */
  ends: Uint32Array;
};

/** Invisible characters: soft hyphens, zero-width characters, direction marks, variation selectors, tags. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;
const IGNORABLE_END = /\p{Default_Ignorable_Code_Point}+$/u;
const SPACE = /^\s$/u;
/** Apostrophes, primes and single quotation marks, also as modifier letters (U+02B9 to U+02C8). */
const SINGLE_QUOTES = /^[‘’‚‛′‵´`‹›❛❜＇ʹʻʼʽˈ\u055a\ua78c]$/;
const DOUBLE_QUOTES = /^[“”„‟″‶«»❝❞〝〞〟＂ʺ]$/;
const DASHES = /^[‐‑‒–—―⸺⸻﹘﹣－−-]$/;
/** Ligatures, digraphs and full-width forms of the same letters. Other compatibility characters differ: "²" is not "2". */
const LIGATURES = /^[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\ufb13-\ufb17\uff01-\uff5e]$/;

/** A letter with combining marks, or a run of Hangul jamo: the unit of Unicode normalisation, with invisible characters. */
const CLUSTER =
  /[\u1100-\u11ff][\u1100-\u11ff\p{Default_Ignorable_Code_Point}]*|\P{M}[\p{M}\p{Default_Ignorable_Code_Point}]*|\p{M}[\p{M}\p{Default_Ignorable_Code_Point}]*/gsu;

/**
 * Normalises to Unicode form C. Collapses and trims white space, straightens quotation marks, turns dashes into single
 * hyphens, "…" into "...", and ligatures into letters. Removes default-ignorable characters. Keeps letter case.
 */
export function normalise(original: string): NormalisedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (text: string, start: number, end: number) => {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  };

  let last = '';
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const text = normaliseCluster(cluster);
    if (text === '') continue;
    const end = index + cluster.replace(IGNORABLE_END, '').length;
    // Consecutive spaces or dashes become one.
    if (text === last && (text === ' ' || text === '-')) ends[ends.length - 1] = end;
    else if (text !== ' ' || parts.length > 0) push(text, index, end);
    last = text;
  }
  if (parts.at(-1) === ' ') {
    parts.pop();
    starts.pop();
    ends.pop();
  }
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function normaliseCluster(whole: string): string {
  if (isPlain(whole)) return whole;
  const cluster = whole.replace(IGNORABLE, '');
  if (cluster.length !== 1 || isPlain(cluster)) return cluster.normalize('NFC');
  if (SPACE.test(cluster)) return ' ';
  if (SINGLE_QUOTES.test(cluster)) return "'";
  if (DOUBLE_QUOTES.test(cluster)) return '"';
  if (DASHES.test(cluster)) return '-';
  if (cluster === '…') return '...';
  return cluster.normalize(LIGATURES.test(cluster) ? 'NFKC' : 'NFC');
}

/** Whether a cluster is one ASCII character, other than white space and the grave accent. */
function isPlain(cluster: string): boolean {
  const code = cluster.charCodeAt(0);
  return cluster.length === 1 && code > 0x20 && code < 0x7f && code !== 0x60;
}

/** Removes invisible characters. */
export function withoutIgnorable(text: string): string {
  return text.replace(IGNORABLE, '');
}
