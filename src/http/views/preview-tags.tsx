/** What link previews read. */
import { altText } from '../../domain/alt.ts';
import type { CardRecord } from '../../domain/record.ts';
import { SIZES } from '../../render/size.ts';
import type { Links } from '../links.ts';

export function PreviewTags({ record, links }: { record: CardRecord; links: Links }) {
  const { card } = record;
  const alt = altText(record);
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:title" content={card.claim} />
      <meta property="og:description" content={alt} />
      <meta property="og:url" content={links.page(card.id)} />
      <meta property="og:image" content={links.preview(record)} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(SIZES.og.width)} />
      <meta property="og:image:height" content={String(SIZES.og.height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:image:alt" content={alt} />
    </>
  );
}
