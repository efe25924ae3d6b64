/** What a layout is given and what it gives. Types and small measures. Pure. */
import type { Element } from '../element.ts';
import { type Page, SIZES, type Size } from '../size.ts';
import type { Colors } from '../theme.ts';

/** What a card is drawn on: its size and colours, and the address that its QR code leads to. */
export type Canvas = { size: Size; colors: Colors; pageUrl: string };

/** A laid out card. `fits` is false when a text did not go in at the smallest type: then it may not be shown. */
export type Drawing = { element: Element; fits: boolean };

/** A part of a page, with the height it takes in px. */
export type Part = Drawing & { height: number };

export function pageOf({ size }: Canvas): Page {
  return SIZES[size];
}

/** Type sizes, given as those of a picture 1200 px wide, for the page of a canvas. */
export function scaled(canvas: Canvas, sizes: readonly number[]): number[] {
  const { scale } = pageOf(canvas);
  return sizes.map((size) => Math.round(size * scale));
}
