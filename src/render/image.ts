/** Renders a card or an error to the bytes of a picture. Responses are created in web/. */

import { altText } from '../card/alt.ts';
import { creditOf } from '../card/headline.ts';
import type { CardRecord } from '../card/record.ts';
import { revisionOf } from '../card/revision.ts';
import { titleOf } from '../card/sentence.ts';
import type { Brand } from '../card/site.ts';
import { type ErrorText, layoutError } from './layouts/error.ts';
import { canvasOf, type Drawing } from './layouts/frame.ts';
import { layoutCard } from './layouts/layout.ts';
import { encodedPixels, encodePng, type PngText } from './png.ts';
import { type Pixels, toPixels, toSvg } from './svg.ts';
import { MAIN_VARIANT, type Size, type Theme, variantName } from './variant.ts';

export type ImageFormat = 'png' | 'svg';
export type ImageOptions = {
  size: Size;
  theme: Theme;
  format: ImageFormat;
  brand: Brand;
  /** The target of the QR code. */
  pageUrl: string;
  /** The address of the passage, stored in the picture's metadata. */
  sourceUrl: string;
  /** The revision of the code, for the picture of a published revision. The metadata of other pictures name no revision. */
  code?: string | undefined;
};

/** Draws a card. The output is deterministic for the same card, options and fonts. */
export async function renderImage(record: CardRecord, options: ImageOptions): Promise<Uint8Array> {
  const { size, format, brand, pageUrl } = options;
  const drawing = layoutCard(record, canvasOf(brand, options, pageUrl));
  return encode(drawing, size, format, pictureText(record, options));
}

/** The pixels of the PNG that `renderImage` draws. */
export async function renderPixels(record: CardRecord, options: ImageOptions): Promise<Pixels> {
  const drawing = layoutCard(record, canvasOf(options.brand, options, options.pageUrl));
  return encodedPixels(await toPixels(await toSvg(drawing, options.size)));
}

/** Names everything that the pixels of a picture depend on, besides its size and theme. */
export function drawingOf(record: CardRecord, { code, pageUrl }: Pick<ImageOptions, 'code' | 'pageUrl'>): string {
  return revisionOf([code, pageUrl, record]);
}

/** Draws an error. All errors look the same. */
export async function renderError(text: ErrorText, format: ImageFormat, { colors }: Brand): Promise<Uint8Array> {
  const { size, theme } = MAIN_VARIANT;
  return encode(layoutError(text, colors[theme]), size, format, [['Title', text.title]]);
}

async function encode(drawing: Drawing, size: Size, format: ImageFormat, text: PngText): Promise<Uint8Array> {
  const svg = await toSvg(drawing, size);
  return format === 'svg' ? new TextEncoder().encode(svg) : encodePng(await toPixels(svg), text);
}

/**
 * The text chunks of a card's PNG, with the registered keywords of the PNG specification, "URL" for its page, and "Card":
 * `{id}@{revision} {variant} {drawing}`.
 */
export function pictureText(
  record: CardRecord,
  { pageUrl, sourceUrl, code, ...variant }: Pick<ImageOptions, 'pageUrl' | 'sourceUrl' | 'code' | 'size' | 'theme'>,
): PngText {
  const { card, revision } = record;
  const mark = `${card.id}@${revision} ${variantName(variant)}`;
  return [
    ['Title', titleOf(record)],
    ['Description', altText(record)],
    ['Author', creditOf(record)],
    ['Source', sourceUrl],
    ['URL', pageUrl],
    ...(code === undefined ? [] : [['Card', `${mark} ${drawingOf(record, { code, pageUrl })}`] as const]),
  ];
}
