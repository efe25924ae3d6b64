/** What a layout is given and what it gives. Types and small measures. Pure. */
import type { Element } from '../element.ts';
import type { QrCode } from '../qr.ts';
import { type Page, SIZES, type Size } from '../size.ts';
import type { Colors } from '../theme.ts';

/** What a card is drawn on: its size and colours, and the address that its QR code leads to. */
export type Canvas = { size: Size; colors: Colors; pageUrl: string };

/** A QR code where it stands, its upper left corner in px: it goes over the drawn elements, and needs no layout. */
export type PlacedQr = QrCode & { left: number; top: number; tile: string; module: string };

/** A laid out card. `fits` is false when a text did not go in at the smallest type: `npm run check` refuses such a card. */
export type Drawing = { element: Element; qr: PlacedQr | null; fits: boolean };

/** A part of a page, with the height it takes in px. */
export type Part = { element: Element; height: number; fits: boolean };

export function pageOf({ size }: Canvas): Page {
  return SIZES[size];
}

/** How much smaller each further step of a scale is, where the page's smallest type is not reached yet. */
const STEP_DOWN = 0.92;

/** Type sizes, given as those of a picture 1200 px wide, for the page of a canvas; on down to its smallest type. */
export function scaled(canvas: Canvas, sizes: readonly number[]): number[] {
  const { scale, small } = pageOf(canvas);
  const steps = sizes.map((size) => Math.round(size * scale));
  for (let size = (steps.at(-1) ?? small) * STEP_DOWN; scale > 1 && size >= small; size *= STEP_DOWN) {
    steps.push(Math.round(size));
  }
  return steps;
}
