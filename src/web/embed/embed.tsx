/**
 * A card in somebody else's page: a frame with the card's own page for it, and before it a quotation for those who see no frame. WordPress
 * takes exactly this from sites it does not know: a blockquote that comes first, with text and links, and an iframe.
 */
import { attributionLine, datedCitation } from '../../card/citation.ts';
import { titleOf } from '../../card/headline.ts';
import { noticeOf } from '../../card/history.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { SIZES } from '../../render/variant.ts';
import type { Links } from '../links.ts';

/** WordPress's own class: its script sets the height of such frames, and follows their links. */
const WORDPRESS_CLASS = 'wp-embedded-content';

type EmbedProps = {
  record: CardRecord;
  links: Links;
  /** Of the frame, in px. */
  width: number;
  height: number;
};

/** The HTML that a post keeps. The frame's address is stable, so a correction reaches the post. */
export function embedHtml({ record, links, width, height }: EmbedProps): string {
  const { id, language = 'en' } = record.card;
  const title = titleOf(record);
  return (
    <>
      <blockquote class={WORDPRESS_CLASS} lang={language}>
        <a href={links.page(id)}>{title}</a>. <SourceLine record={record} links={links} />
      </blockquote>
      <iframe
        class={WORDPRESS_CLASS}
        src={links.embed(id)}
        width={width}
        height={height}
        title={title}
        frameborder="0"
        style="max-width:100%"
      />
    </>
  ).toString();
}

/** Who says so, and the way to the words; of a comparison, why its rows differ, and the way to them. */
export function SourceLine({ record, links }: Pick<EmbedProps, 'record' | 'links'>) {
  const { words, link } = sourceLine(record);
  return (
    <>
      {words} <a href={links.toSource(record.card.id)}>{link}</a>
    </>
  );
}

function sourceLine(record: CardRecord): { words: string; link: string } {
  if (isComparison(record)) return { words: record.card.note, link: 'See each card at its source' };
  return { words: `${attributionLine(record)}.`, link: `Read it in the source: ${datedCitation(record.source)}` };
}

/** As assets/styles/embed.css has them, in px. */
const CAPTION = { padding: { x: 12, y: 8 }, gap: 4, fontSize: 14, lineHeight: 20 } as const;

/** What the words under the picture need at most, in px: fonts are the reader's, so each letter is taken for a wide one. */
export function captionHeight(record: CardRecord, width: number): number {
  const { words, link } = sourceLine(record);
  const notice = noticeOf(record.card);
  const lengths = [
    `${words} ${link}`.length,
    ABOUT.length,
    ...(notice ? [notice.reason.length + NOTICE_CHARACTERS] : []),
  ];
  const perLine = (width - 2 * CAPTION.padding.x) / (CAPTION.fontSize * 0.62);
  const lines = lengths.map((length) => Math.ceil(length / perLine) + (length > perLine ? 1 : 0));
  const gaps = CAPTION.gap * (lengths.length - 1);
  return 2 * CAPTION.padding.y + gaps + CAPTION.lineHeight * lines.reduce((sum, count) => sum + count, 0);
}

/** The link to the card's page. */
export const ABOUT = 'About this card';

/** "Superseded 3 December 2026." and "See the card that took its place" */
const NOTICE_CHARACTERS = 64;

/** The height of the og picture at a width, in px. */
export function pictureHeight(width: number): number {
  return Math.max(1, Math.round((width * SIZES.og.height) / SIZES.og.width));
}
