/** A card as an oEmbed response (oEmbed 1.0, https://oembed.com). Pure. */
import { creditOf, titleOf } from '../domain/credit.ts';
import type { CardRecord } from '../domain/record.ts';
import { SIZE_NAMES, SIZES } from '../render/size.ts';
import { FRESH_SECONDS } from './caching.ts';
import type { Links } from './links.ts';
import { SITE_NAME } from './site.ts';
import { CAPTION, captionText, embedHtml, pictureHeight } from './views/embed.tsx';

/** The room that a site has, in px. */
export type Room = { maxWidth?: number | undefined; maxHeight?: number | undefined };

export type OembedDocument = {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  /** The three of the thumbnail are there together, or none is: no picture is small enough for the room. */
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
  html: string;
  width: number;
  height: number;
};

/** Half of what is drawn, so that it is sharp on a screen with two pixels a px. */
const DEFAULT_WIDTH_PX = SIZES.og.width / 2;
/** Below this, the words under a picture would be taller than the picture. */
const MIN_CAPTIONED_WIDTH_PX = 200;

/** The embed of a card in the room that there is. `author_url` is not known for anybody, and so left out. */
export function oembedDocument(record: CardRecord, links: Links, room: Room): OembedDocument {
  const { width, height, caption } = fitPicture(captionText(record), room);
  return {
    version: '1.0',
    type: 'rich',
    title: titleOf(record),
    author_name: creditOf(record),
    provider_name: SITE_NAME,
    provider_url: links.gallery(),
    cache_age: FRESH_SECONDS,
    ...thumbnail(record, links, room),
    html: embedHtml({ record, links, width, caption }),
    width,
    height,
  };
}

/** The largest picture with its caption, or without it where a picture of a readable width and it do not both go in. */
function fitPicture(words: string, { maxWidth = DEFAULT_WIDTH_PX, maxHeight = Number.POSITIVE_INFINITY }: Room) {
  const widest = Math.min(maxWidth, SIZES.og.width);
  for (let width = widest; width >= MIN_CAPTIONED_WIDTH_PX; width--) {
    const height = pictureHeight(width) + captionHeight(words, width);
    if (height <= maxHeight) return { width, height, caption: true };
  }
  const byHeight = Math.max(1, Math.floor((maxHeight * SIZES.og.width) / SIZES.og.height));
  const width = Math.min(widest, byHeight);
  return { width, height: Math.min(pictureHeight(width), maxHeight), caption: false };
}

/** What the caption needs at most, in px: fonts are the reader's, so each letter is taken for a wide one. */
function captionHeight(words: string, width: number): number {
  const letterWidth = CAPTION.fontSize * 0.62;
  const lines = Math.ceil((words.length * letterWidth) / width) + 1;
  return CAPTION.gap + lines * CAPTION.lineHeight;
}

/** The first of the sizes that goes into the room. */
function thumbnail({ card }: CardRecord, links: Links, { maxWidth = Infinity, maxHeight = Infinity }: Room) {
  const size = SIZE_NAMES.find((name) => SIZES[name].width <= maxWidth && SIZES[name].height <= maxHeight);
  if (size === undefined) return {};
  const { width, height } = SIZES[size];
  return { thumbnail_url: links.image(card.id, size, 'light'), thumbnail_width: width, thumbnail_height: height };
}
