/** Texts that are made of a card or of the catalogue again and again, kept while the isolate has that card or catalogue. */
import type { Catalog } from '../catalog/catalog.ts';
import { type Cache, createCache } from '../domain/cache.ts';
import type { CardRecord } from '../domain/record.ts';
import type { CardContext } from './context.ts';

/** Characters of texts of a card: its document and some ETags. Records are kept by the hundred. */
const CARD_CHARACTERS = 32_000;
/** Characters of texts of a catalogue: the sitemap of 10,000 cards has 2 million, and of two halves one is let go. */
const CATALOG_CHARACTERS = 8_000_000;

/** A key can be a whole address, so it weighs as its text does; and an entry takes room of its own. */
type Kept = { name: string; text: string };
const ENTRY_CHARACTERS = 100;
const weigh = ({ name, text }: Kept) => name.length + text.length + ENTRY_CHARACTERS;

const kept = new WeakMap<object, Cache<Kept>>();

/** Gives the text that `key` names among those of a card or catalogue, written once under each origin. */
export function keepText(c: CardContext, subject: CardRecord | Catalog, key: string, write: () => string): string {
  const texts = kept.get(subject) ?? createCache(limitOf(subject), weigh);
  kept.set(subject, texts);
  const name = `${c.var.codeRevision} ${c.var.links.origin} ${key}`;
  const known = texts.get(name);
  if (known !== undefined) return known.text;
  const text = write();
  texts.set(name, { name, text });
  return text;
}

function limitOf(subject: CardRecord | Catalog): number {
  return 'card' in subject ? CARD_CHARACTERS : CATALOG_CHARACTERS;
}
