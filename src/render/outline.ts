/** Outlines of glyphs and boxes. Types and a measure. */

/**
 * One array a contour, of a start [x, y] and then quadratic curves [control x, control y, x, y], one after another. A
 * straight line has its control point at its start. Contours are closed.
 */
export type Outline = readonly (readonly number[])[];

/** What is drawn has its points on a grid of so many a px, on which moving it by whole px is exact. */
export const GRID = 64;

/**
 * An outline on the grid, y downwards, in a box of whole px from 0 0 to `width`, `height`, which lies `left`, `top` from
 * what it is drawn at. No curve turns from up to down or back.
 */
export type BoxedOutline = { outline: Outline; left: number; top: number; width: number; height: number };
