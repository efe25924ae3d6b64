/**
 * The HTML embed of a card: an iframe with the card's embed page, preceded by a quotation as a fallback. WordPress accepts
 * exactly this from unknown providers: a blockquote with text and links, then an iframe.
 */
import { attributionLine, datedCitation } from '../../card/citation.ts';
import { noticeOf } from '../../card/history.ts';
import { endSentence } from '../../card/prose.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { disputeLine, isDisputed } from '../../card/related.ts';
import { titleOf } from '../../card/sentence.ts';
import { SIZES, type Theme } from '../../render/variant.ts';
import type { Links } from '../links.ts';

/** WordPress's class. Its script adjusts the height of such frames and follows their links. */
const WORDPRESS_CLASS = 'wp-embedded-content';

type EmbedProps = {
  record: CardRecord;
  links: Links;
  /** Of the frame; by default, that of the reader. */
  theme: Theme | undefined;
  /** The size of the frame, in px. */
  width: number;
  height: number;
  /** The available height, in px. */
  maxHeight: number | undefined;
};

/** The HTML that a post stores. The frame's address is stable, so the frame shows corrections; the quotation stays as it was. */
export function embedHtml({ record, links, theme, width, height, maxHeight }: EmbedProps): string {
  const { id, language = 'en' } = record.card;
  const title = titleOf(record);
  return (
    <>
      <blockquote class={WORDPRESS_CLASS} lang={language}>
        <a href={links.page(id)}>{endSentence(title)}</a>{' '}
        {isComparison(record) ? record.card.note : `${attributionLine(record)}.`}{' '}
        <a href={links.toSource(id)}>{sourceWords(record)}</a>
      </blockquote>
      <div style={`container-type:inline-size;width:100%;max-width:${width}px`}>
        <iframe
          class={WORDPRESS_CLASS}
          src={links.embed(id, theme)}
          width={width}
          height={height}
          title={title}
          frameborder="0"
          style={`width:100%;height:${heightByWidth(record, { width, height, maxHeight })}`}
        />
      </div>
    </>
  ).toString();
}

/** The link text for the passage, or for the page of a comparison, which links to all passages. */
export function sourceWords(record: CardRecord): string {
  return isComparison(record)
    ? 'See each card and its source'
    : `Read it in the source: ${datedCitation(record.source)}`;
}

/** Screens and frames up to this width show the square picture. assets/styles/card.css and assets/scripts/share.js have the same. */
export const NARROW_PX = 480;

/** The sizes in assets/styles/embed.css, in px. */
const CAPTION = { padding: { x: 12, y: 8 }, gap: 4, fontSize: 14, lineHeight: 24 } as const;

/**
 * The height of the caption, in px, rarely too small: fonts depend on the reader, and a line may lack a word. The caption fills
 * what is left over.
 */
export function captionHeight(record: CardRecord, width: number): number {
  const notice = noticeOf(record.card);
  // Each paragraph in parts that break only if they are longer than a line.
  const paragraphs = [
    [
      ...(notice ? [] : [STATE_CHARACTERS]),
      sourceWords(record).length + 3,
      ...(isComparison(record) ? [] : [ABOUT_CHARACTERS]),
    ],
    ...(notice
      ? [[notice.reason.length + NOTICE_CHARACTERS + (notice.type === 'superseded' ? SUCCESSOR_CHARACTERS : 0)]]
      : []),
    ...(!isComparison(record) && isDisputed(record.card) ? [[(disputeLine(record.card) ?? '').length]] : []),
  ];
  const perLine = (width - 2 * CAPTION.padding.x) / (CAPTION.fontSize * 0.56);
  const lines = paragraphs.map((parts) => linesOf(parts, perLine));
  const gaps = CAPTION.gap * (lines.length - 1);
  return 2 * CAPTION.padding.y + gaps + CAPTION.lineHeight * lines.reduce((sum, count) => sum + count, 0);
}

function linesOf(parts: number[], perLine: number): number {
  let [lines, room] = [0, 0];
  for (const length of parts) {
    if (length > room) {
      lines += length > perLine ? Math.ceil(length / (perLine - UNFILLED)) : 1;
      room = Math.max(perLine, length);
    }
    room -= length;
  }
  return lines;
}

/** "No corrections", and a gap */
const STATE_CHARACTERS = 17;

/** "About this card" */
const ABOUT_CHARACTERS = 15;

/** The characters that a line lacks if its last word does not fit. */
const UNFILLED = 6;

/** "Superseded 23 December 2026. " */
const NOTICE_CHARACTERS = 29;

/** ". See the card that replaces it" */
const SUCCESSOR_CHARACTERS = 31;

/**
 * The height of the frame in CSS, where a site has less room than it asked for: the height of the picture follows the width of
 * the box around the frame, and that of the caption grows by a line at each width at which a line breaks.
 */
function heightByWidth(
  record: CardRecord,
  { width, height, maxHeight }: Pick<EmbedProps, 'width' | 'height' | 'maxHeight'>,
) {
  const isSquare = height >= squareHeight(record, width);
  const caption = Math.max(0, height - (isSquare ? width : pictureHeight(width)));
  const breaks = [];
  for (let narrower = width - 1; caption > 0 && narrower >= NARROWEST_PX; narrower--) {
    const lines = captionHeight(record, narrower) - captionHeight(record, narrower + 1);
    if (lines > 0) breaks.push(` + clamp(0px,(${narrower + 1}px - 100cqw)*99,${lines}px)`);
  }
  const { width: of, height: picture } = SIZES.og;
  const wide = (100 * picture) / of;
  const shape = isSquare
    ? '100cqw'
    : `min(${wide}cqw,${height - caption}px)${width > NARROW_PX ? ` + clamp(0px,(${NARROW_PX + 1}px - 100cqw)*9999,${100 - wide}cqw)` : ''}`;
  const sum = `calc(${shape} + ${caption}px${breaks.join('')})`;
  return maxHeight === undefined ? sum : `min(${sum},${maxHeight}px)`;
}

/** The width of the narrowest phone, less the margins of a page. */
const NARROWEST_PX = 240;

/** The height of a frame with the square picture; none if the frame is too wide for it. */
export function squareHeight(record: CardRecord, width: number): number {
  return width > NARROW_PX ? Number.POSITIVE_INFINITY : width + captionHeight(record, width);
}

/** The height of the og picture at a given width, in px. */
export function pictureHeight(width: number): number {
  return Math.max(1, Math.round((width * SIZES.og.height) / SIZES.og.width));
}
