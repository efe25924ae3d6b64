/**
 * Normalises a text, so that two copies of the same words compare equal however they were typed, and maps every place
 * of the result back into the original. Pure. Linear in the length of the text.
 */

export type NormalisedText = {
  text: string;
  /** For each UTF-16 unit of `text`, the offset in the original where what it stands for starts. */
  starts: Uint32Array;
  /** Likewise where it ends. */
  ends: Uint32Array;
};

/** Soft hyphens, zero-width characters and byte order marks: nobody sees them. */
const INVISIBLE = /^[\u00ad\u200b-\u200d\u2060\ufeff]$/;
const SPACE = /^\s$/u;
const SINGLE_QUOTES = /^[‘’‚‛′´`]$/;
const DOUBLE_QUOTES = /^[“”„‟″«»]$/;
const DASHES = /^[‐‑‒–—―−-]$/;

/** A letter with its combining marks, or a run of Hangul jamo: what Unicode normalisation may join. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gsu;

/**
 * Normalises: Unicode form C; any run of white space to one space, none at the ends; curly quotation marks to straight
 * ones; dashes, also doubled ones, to a hyphen; "…" to "..."; soft hyphens and zero-width characters away. Case stays.
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
    const end = index + cluster.length;
    // A run of spaces or of dashes is one of it.
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

function normaliseCluster(cluster: string): string {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0);
    const plain = code > 0x20 && code < 0x7f && code !== 0x60;
    if (plain) return cluster;
    if (SPACE.test(cluster)) return ' ';
    if (INVISIBLE.test(cluster)) return '';
    if (SINGLE_QUOTES.test(cluster)) return "'";
    if (DOUBLE_QUOTES.test(cluster)) return '"';
    if (DASHES.test(cluster)) return '-';
    if (cluster === '…') return '...';
  }
  return cluster.normalize('NFC');
}
