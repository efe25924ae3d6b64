/** Finds the known name that is nearest to a misspelled one. Pure. */

/** The nearest of some words, if at most one letter in four differs. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((known) => ({ known, distance: distance(word, known) }))
    .filter(({ known, distance }) => distance <= Math.floor(Math.min(word.length, known.length) / 4))
    .sort((a, b) => a.distance - b.distance);
  return best?.known;
}

/** The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const cost = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = cost(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? cost(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      (rows[i] as number[])[j] = Math.min(replaced, swapped, cost(i - 1, j) + 1, cost(i, j - 1) + 1);
    }
  }
  return cost(a.length, b.length);
}
