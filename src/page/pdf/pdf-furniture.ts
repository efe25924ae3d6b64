/** Finds headers, footers and page numbers of a PDF: rows at the edge that several pages have at the same height. Pure. */
import type { Line } from './pdf-lines.ts';

/** `height`: of the page, in points. */
export type PdfPage = { lines: readonly Line[]; height: number };

/** The share of a page's height that is its upper or lower edge. A page number may be farther from the edge. */
const EDGE = 0.12;
const NUMBER_EDGE = 0.2;
/** Points. */
const SAME_HEIGHT = 3;
/** "12", "Page 12 of 30", "– 12 –", "12 | 30" */
const PAGE_NUMBER =
  /^\P{L}{0,3}(?:(?:page|seite|página|pagina|p\.|s\.|стр\.?|с\.)\s*)?\d{1,4}(?:\s*(?:of|von|de|sur|\/|\|)\s*\d{1,4})?\P{L}{0,3}$/iu;

/** Whether each line of each page is furniture. Rows of tables are not, even if they are repeated. */
export function furnitureOf(pages: readonly PdfPage[]): boolean[][] {
  const repeated = repeatedLines(pages);
  return pages.map(({ lines, height }) => {
    const isRepeated = (line: Line) => repeated.has(line);
    const rest = lines.filter((line) => !isRepeated(line)).map(({ y }) => y);
    const isOutermost = ({ y }: Line) => y <= Math.min(...rest) || y >= Math.max(...rest);
    const isNumber = (line: Line) =>
      isPageNumber(line) && isOutermost(line) && isAtEdge(line, NUMBER_EDGE * height, height);
    return lines.map((line) => {
      const row = lines.filter(({ y }) => Math.abs(y - line.y) < SAME_HEIGHT);
      return row.every((each) => isRepeated(each) || isNumber(each));
    });
  });
}

const isAtEdge = ({ y }: Line, edge: number, height: number) => y < edge || y > height - edge;

/** The lines that at least three pages have at the same height; or all pages of a shorter document. */
function repeatedLines(pages: readonly PdfPage[]): ReadonlySet<Line> {
  const places = new Map<string, { line: Line; page: number }[]>();
  for (const [page, { lines, height }] of pages.entries()) {
    for (const line of lines.filter((each) => isAtEdge(each, EDGE * height, height))) {
      const key = keyOf(line);
      // Rows of numbers and dates are data.
      if (/\p{L}{3}/u.test(key)) places.set(key, [...(places.get(key) ?? []), { line, page }]);
    }
  }
  const enough = Math.max(2, Math.min(3, pages.length));
  const repeated = [...places.values()].flatMap((same) =>
    same.filter(({ line }) => {
      const there = same.filter((other) => Math.abs(other.line.y - line.y) < SAME_HEIGHT);
      return new Set(there.map(({ page }) => page)).size >= enough;
    }),
  );
  return new Set(repeated.map(({ line }) => line));
}

/** Identifies a line on several pages, whatever number it contains. */
export const keyOf = ({ text }: Line): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');

export const isPageNumber = ({ text }: Line): boolean => PAGE_NUMBER.test(text);
