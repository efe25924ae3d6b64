/** An index: links to pages, each with a line about it, in pages of its own. */
import { Pages } from './layout.tsx';
import type { ListPart } from './page-query.ts';

export type IndexEntry = { href: string; name: string; note: string; kicker?: string };

type IndexProps<T> = {
  part: ListPart<T>;
  /** What a reader sees instead of an empty list. */
  empty: string;
  entryOf(item: T): IndexEntry;
  addressOf(cursor?: string): string;
};

export function Index<T>({ part, empty, entryOf, addressOf }: IndexProps<T>) {
  if (part.total === 0) return <p class="nothing">{empty}</p>;
  const { previous, next } = part;
  return (
    <>
      <ul class="index">
        {part.items.map(entryOf).map(({ href, name, note, kicker }) => (
          <li key={href}>
            {kicker && <span class="kicker">{kicker}</span>}
            <a href={href}>{name}</a>
            <span class="muted">{note}</span>
          </li>
        ))}
      </ul>
      <Pages
        {...part}
        shown={part.items.length}
        previous={previous ? addressOf(previous.cursor) : undefined}
        next={next ? addressOf(next) : undefined}
      />
    </>
  );
}
