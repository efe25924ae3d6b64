/** A card, or an error, as the bytes of a picture. Never a Response: that is http's. */
import type { CardRecord } from '../domain/record.ts';
import { type ErrorText, layError } from './layouts/error.ts';
import { layCard } from './layouts/layout.ts';
import { toPng } from './png.ts';
import type { Size } from './size.ts';
import { toSvg } from './svg.ts';
import { THEMES, type Theme } from './theme.ts';

export type ImageFormat = 'png' | 'svg';
export type ImageOptions = { size: Size; theme: Theme; format: ImageFormat; pageUrl: string };

/** Draws a card. The same card, options and fonts give the same bytes. `pageUrl` is where its QR code leads. */
export async function renderImage(record: CardRecord, options: ImageOptions): Promise<Uint8Array> {
  const { size, theme, format, pageUrl } = options;
  return encode(await toSvg(layCard(record, { size, colors: THEMES[theme], pageUrl }).element, size), format);
}

/** Draws an error in the one look that errors have. */
export async function renderError(text: ErrorText, format: ImageFormat): Promise<Uint8Array> {
  return encode(await toSvg(layError(text), 'og'), format);
}

async function encode(svg: string, format: ImageFormat): Promise<Uint8Array> {
  return format === 'svg' ? new TextEncoder().encode(svg) : toPng(svg);
}
