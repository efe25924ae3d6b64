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
  /** The heading above an item and the ones that have the same; undefined for none. */
  groupOf?(item: T): string | undefined;
};

export function Index<T>({ part, empty, entryOf, addressOf, groupOf = () => undefined }: IndexProps<T>) {
  if (part.total === 0) return <p class="nothing">{empty}</p>;
  const { previous, next } = part;
  return (
    <>
      {[...Map.groupBy(part.items, groupOf)].map(([group, items]) => (
        <>
          {group && <h2>{group}</h2>}
          <ul class="index">
            {items.map(entryOf).map(({ href, name, note, kicker }) => (
              <li key={href}>
                {kicker && <span class="kicker">{kicker}</span>}
                <a href={href}>{name}</a>
                <span class="muted">{note}</span>
              </li>
            ))}
          </ul>
        </>
      ))}
      <Pages
        {...part}
        shown={part.items.length}
        previous={previous ? addressOf(previous.cursor) : undefined}
        next={next ? addressOf(next) : undefined}
      />
    </>
  );
}
