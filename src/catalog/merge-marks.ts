/** Finds git's conflict markers. Pure. */

const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/;

/** The line of the first conflict marker, from 1; undefined if there is none. */
export function findMergeMark(lines: readonly string[]): number | undefined {
  const index = lines.findIndex((line) => MARK.test(line));
  return index < 0 ? undefined : index + 1;
}
