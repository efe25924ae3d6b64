/** Cards of the API as JSON texts. Each card is written once per origin, because lists and single cards share it. */
import { altText } from '../../card/alt.ts';
import type { CardRecord } from '../../card/record.ts';
import type { CardContext } from '../context.ts';
import { snippetsOf } from '../embed/snippets.ts';
import type { Links } from '../links.ts';
import { cardDocument } from './documents.ts';

/** Parts of a text. Those that are used often are in UTF-8, because a text would be encoded for every response. */
export type Parts = (string | Uint8Array<ArrayBuffer>)[];

/** A comma and a card without its snippets; and these snippets, once they are needed. */
type Written = { listed: Uint8Array<ArrayBuffer>; embed?: Uint8Array<ArrayBuffer> };

/** The number of origins with cached documents. Without PUBLIC_URL, the origin depends on the request. */
const ORIGINS_KEPT = 4;

const written = new WeakMap<CardRecord, Map<string, Written>>();

const encode = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** What a document of a card depends on besides the card. */
const keyOf = (c: CardContext) => `${c.get('links').origin} ${c.get('site').report}`;

const knownCard = (c: CardContext, record: CardRecord) => written.get(record)?.get(keyOf(c));

async function writeCard(c: CardContext, record: CardRecord): Promise<Written> {
  const [store, links, { report }] = [c.get('store'), c.get('links'), c.get('site')];
  const byOrigin = written.get(record) ?? new Map<string, Written>();
  written.set(record, byOrigin);
  const published = await store.revisionsOf(record.card.id);
  const card = { listed: encode(`,${JSON.stringify(cardDocument(record, links, { published, report }))}`) };
  if (byOrigin.size < ORIGINS_KEPT) byOrigin.set(keyOf(c), card);
  return card;
}

/** `embed` is the last field of a card. */
const NO_EMBED = 'null}';

/** A card with its snippets, which are 40 % of its document. */
export async function fullText(c: CardContext, record: CardRecord): Promise<Parts> {
  const card = knownCard(c, record) ?? (await writeCard(c, record));
  card.embed ??= encode(`${JSON.stringify(cardSnippets(record, c.get('links')))}}`);
  return [card.listed.subarray(1, -NO_EMBED.length), card.embed];
}

/** The snippets in a card's document: the og picture in the light theme. */
export function cardSnippets(record: CardRecord, links: Links) {
  return snippetsOf(record, { alt: altText(record), size: 'og', theme: 'light', links });
}

/** The field that lists leave out. Alone in `fields`, it is added to the others. */
const EXTRA_FIELD = 'embed';

/** A comma and a card in a list with the fields that a request names. */
async function selectedText(c: CardContext, record: CardRecord, fields: readonly string[]): Promise<Parts> {
  const full = await fullText(c, record);
  if (fields.every((field) => field === EXTRA_FIELD)) return [',', ...full];
  const document: Record<string, unknown> = JSON.parse(await new Blob(full).text());
  const chosen = Object.entries(document).filter(([name]) => fields.includes(name));
  return [`,${JSON.stringify(Object.fromEntries(chosen))}`];
}

type List = { cards: readonly CardRecord[]; total: number; next: string | null };

/** A list of cards; without `fields`, they have no snippets, which few programs read. */
export async function listText(c: CardContext, { cards, total, next }: List, fields?: readonly string[]) {
  const texts: Parts = [];
  for (const record of cards) {
    if (fields) texts.push(...(await selectedText(c, record, fields)));
    else texts.push((knownCard(c, record) ?? (await writeCard(c, record))).listed);
  }
  const [first, ...others] = texts;
  const start = first === undefined ? '' : typeof first === 'string' ? first.slice(1) : first.subarray(1);
  return ['{"cards":[', start, ...others, `],"total":${total},"next":${JSON.stringify(next)}}`];
}
