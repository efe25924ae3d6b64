/** The gallery: every card's picture, the newest first. */
import { altText } from '../../domain/alt.ts';
import type { CardRecord } from '../../domain/record.ts';
import { SIZES } from '../../render/size.ts';
import type { Links } from '../links.ts';
import { Layout } from './layout.tsx';

type GalleryPageProps = { cards: readonly CardRecord[]; links: Links };

export function GalleryPage({ cards, links }: GalleryPageProps) {
  return (
    <Layout title="Sourced fact cards" links={links}>
      <h1>{cards.length} sourced fact cards</h1>
      <p>
        Each shows a fact, who said it, when, and the very words of the source, and leads to the passage they stand in.
      </p>
      {cards.length === 0 && <p>There is no card yet. Add one to a file in cards/, and it appears here.</p>}
      <ul class="gallery">
        {cards.map((record, index) => (
          <li key={record.card.id}>
            <a href={links.page(record.card.id)}>
              <img
                src={links.preview(record)}
                width={SIZES.og.width}
                height={SIZES.og.height}
                alt={altText(record)}
                loading={index < 4 ? 'eager' : 'lazy'}
              />
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
