/** The lines that git leaves in a file where two branches changed the same lines. Pure. */

const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/;

/** The line of the first mark, counted from 1, or undefined where there is none. */
export function findMergeMark(lines: readonly string[]): number | undefined {
  const index = lines.findIndex((line) => MARK.test(line));
  return index < 0 ? undefined : index + 1;
}
