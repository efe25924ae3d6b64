/**
 * A card as a piece of somebody else's page: the picture that leads to the card's page, and a line of text that leads
 * to the source. It says everything without its style, which many sites take away.
 */
import { altText } from '../../card/alt.ts';
import { attributionLine, datedCitation } from '../../card/citation.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { SIZES } from '../../render/variant.ts';
import type { Links } from '../links.ts';

type EmbedProps = {
  record: CardRecord;
  links: Links;
  /** The width of the picture in px. Its height follows. */
  width: number;
  /** Left out where there is no room for it: the picture names the source, too. */
  caption: boolean;
};

export const CAPTION = { gap: 8, fontSize: 14, lineHeight: 20 } as const;

/** The height of the og picture at a width, in px. */
export function pictureHeight(width: number): number {
  return Math.max(1, Math.round((width * SIZES.og.height) / SIZES.og.width));
}

/** An HTML element as text. Its picture has the stable address, for a post keeps this HTML and renews only the picture. */
export function embedHtml(props: EmbedProps): string {
  return (<Embed {...props} />).toString();
}

function Embed({ record, links, width, caption }: EmbedProps) {
  const { card } = record;
  return (
    <figure style={`margin:0;max-width:${width}px`} lang={card.language ?? 'en'}>
      <a href={links.page(card.id)}>
        <img
          src={links.form(card.id, 'png')}
          width={width}
          height={pictureHeight(width)}
          alt={altText(record)}
          style="display:block;max-width:100%;height:auto"
        />
      </a>
      {caption && (
        <figcaption style={`margin-top:${CAPTION.gap}px;font:${CAPTION.fontSize}px/${CAPTION.lineHeight}px sans-serif`}>
          {isComparison(record) ? (
            <>
              {record.card.note} <a href={links.page(card.id)}>{COMPARED}</a>
            </>
          ) : (
            <>
              {attributionLine(record)}. <a href={links.passage(record)}>{readIn(record)}</a>
            </>
          )}
        </figcaption>
      )}
    </figure>
  );
}

const COMPARED = 'See each card at its source';
const readIn = (record: Parameters<typeof attributionLine>[0]) =>
  `Read it in the source: ${datedCitation(record.source)}`;

/** The words under the picture. */
export function captionText(record: CardRecord): string {
  return isComparison(record) ? `${record.card.note} ${COMPARED}` : `${attributionLine(record)}. ${readIn(record)}`;
}
