/** Cards of the API as JSON texts. Each card is written once per origin, because lists and single cards share it. */
import { LRUCache } from 'lru-cache';
import { altText } from '../../card/alt.ts';
import type { CardRecord } from '../../card/record.ts';
import type { CardPage } from '../../catalog/store.ts';
import type { CardContext } from '../context.ts';
import { snippetsOf } from '../embed/snippets.ts';
import type { Links } from '../links.ts';
import { cardDocument } from './documents.ts';

/** A part of a text in UTF-8, because a text would be encoded for every response. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A comma and a card without its snippets; and these snippets, once they are needed. */
type Written = { listed: Bytes; embed?: Bytes };

/** The number of origins with cached documents. Without PUBLIC_URL, the origin depends on the request. */
const ORIGINS_KEPT = 4;

/** The documents by what they depend on besides the card. */
const written = new LRUCache<string, WeakMap<CardRecord, Written>>({ max: ORIGINS_KEPT });

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text) as Bytes;

function knownCards(c: CardContext): WeakMap<CardRecord, Written> {
  const key = `${c.get('links').origin} ${c.get('site').report}`;
  const known = written.get(key) ?? new WeakMap<CardRecord, Written>();
  written.set(key, known);
  return known;
}

async function writeCard(c: CardContext, record: CardRecord): Promise<Written> {
  const [store, links, { report }] = [c.get('store'), c.get('links'), c.get('site')];
  const published = await store.revisionsOf(record.card.id);
  const card = { listed: encode(`,${JSON.stringify(cardDocument(record, links, { published, report }))}`) };
  knownCards(c).set(record, card);
  return card;
}

/** `embed` is the last field of a card. */
const NO_EMBED = 'null}';

/** A card with its snippets, which are 40 % of its document. */
export async function fullText(c: CardContext, record: CardRecord): Promise<Bytes[]> {
  const card = knownCards(c).get(record) ?? (await writeCard(c, record));
  card.embed ??= encode(`${JSON.stringify(cardSnippets(record, c.get('links')))}}`);
  return [card.listed.subarray(1, -NO_EMBED.length), card.embed];
}

/** The snippets in a card's document: the og picture in the light theme. */
export function cardSnippets(record: CardRecord, links: Links) {
  return snippetsOf(record, { alt: altText(record), size: 'og', theme: 'light', links });
}

/** The field that lists leave out. Alone in `fields`, it is added to the others. */
const EXTRA_FIELD = 'embed';

const COMMA = encode(',');

/** A comma and a card in a list with the fields that a request names. */
async function selectedText(c: CardContext, record: CardRecord, fields: readonly string[]): Promise<Bytes[]> {
  const full = await fullText(c, record);
  if (fields.every((field) => field === EXTRA_FIELD)) return [COMMA, ...full];
  const document: Record<string, unknown> = JSON.parse(new TextDecoder().decode(joinBytes(full)));
  const chosen = Object.entries(document).filter(([name]) => fields.includes(name));
  return [encode(`,${JSON.stringify(Object.fromEntries(chosen))}`)];
}

const LIST_START = encode('{"cards":[');

type List = Pick<CardPage, 'cards' | 'total' | 'match' | 'unknownWords' | 'next'>;

/** A list of cards; without `fields`, they have no snippets, which few programs read. */
export async function listText(c: CardContext, { cards, ...rest }: List, fields?: readonly string[]) {
  const known = knownCards(c);
  const texts: Bytes[] = [];
  for (const record of cards) {
    if (fields) texts.push(...(await selectedText(c, record, fields)));
    else texts.push((known.get(record) ?? (await writeCard(c, record))).listed);
  }
  if (texts[0]) texts[0] = texts[0].subarray(1);
  const { total, match, unknownWords, next } = rest;
  return [LIST_START, ...texts, encode(`],${JSON.stringify({ total, match, unknownWords, next }).slice(1)}`)];
}

const buffer = new Uint8Array(256 * 1024);

/**
 * Joins bytes. The result is valid until the next call, because a new buffer for each response takes as long as all else
 * that is done for a list. A Response copies its bytes ("extract a body" in the Fetch Standard).
 */
export function joinBytes(parts: readonly Bytes[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = length > buffer.length ? new Uint8Array(length) : buffer.subarray(0, length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
