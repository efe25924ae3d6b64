/** Cards as pictures, side by side. */
import { altText } from '../../domain/alt.ts';
import type { CardRecord } from '../../domain/record.ts';
import type { Links } from '../links.ts';
import { ThemedPicture } from './themed-picture.tsx';

/** Pictures that stand in the first screen of most readers: they are not waited for. */
const FIRST_SCREEN = 2;

export function CardGrid({ cards, links }: { cards: readonly CardRecord[]; links: Links }) {
  return (
    <ul class="grid">
      {cards.map((record, index) => (
        <li key={record.card.id}>
          <a href={links.page(record.card.id)}>
            <ThemedPicture
              record={record}
              links={links}
              alt={altText(record)}
              {...(index < FIRST_SCREEN ? { fetchpriority: 'high' } : { loading: 'lazy' })}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
