/** Cards of the API as JSON texts. Each card is written once per origin, because lists and single cards share it. */
import { altText } from '../../card/alt.ts';
import type { CardRecord } from '../../card/record.ts';
import type { CardContext } from '../context.ts';
import { snippetsOf } from '../embed/snippets.ts';
import type { Links } from '../links.ts';
import { cardDocument } from './documents.ts';

/** The number of origins with cached documents. Without PUBLIC_URL, the origin depends on the request. */
const ORIGINS_KEPT = 4;

const texts = new WeakMap<CardRecord, Map<string, string>>();

/** A card in a list: without its snippets, which are 40 % of a document and which few programs read. */
export async function listedText({ var: { store, links, site } }: CardContext, record: CardRecord): Promise<string> {
  const byOrigin = texts.get(record) ?? new Map<string, string>();
  texts.set(record, byOrigin);
  const { report } = site;
  const key = `${links.origin} ${report}`;
  const known = byOrigin.get(key);
  if (known !== undefined) return known;
  const published = await store.revisionsOf(record.card.id);
  const text = JSON.stringify(cardDocument(record, links, { published, report }));
  if (byOrigin.size < ORIGINS_KEPT) byOrigin.set(key, text);
  return text;
}

/** `embed` is the last field of a card. */
const NO_EMBED = 'null}';

/** A card with its snippets. */
export async function fullText(c: CardContext, record: CardRecord): Promise<string> {
  const listed = await listedText(c, record);
  return `${listed.slice(0, -NO_EMBED.length)}${JSON.stringify(cardSnippets(record, c.var.links))}}`;
}

/** The snippets in a card's document: the og picture in the light theme. */
export function cardSnippets(record: CardRecord, links: Links) {
  return snippetsOf(record, { alt: altText(record), size: 'og', theme: 'light', links });
}

/** The field that lists leave out. Alone in `fields`, it is added to the others. */
const EXTRA_FIELD = 'embed';

/** A card in a list with the fields that a request names. */
export async function selectedText(c: CardContext, record: CardRecord, fields?: readonly string[]): Promise<string> {
  if (!fields) return listedText(c, record);
  if (fields.every((field) => field === EXTRA_FIELD)) return fullText(c, record);
  const document: Record<string, unknown> = JSON.parse(await listedText(c, record));
  if (fields.includes(EXTRA_FIELD)) document[EXTRA_FIELD] = cardSnippets(record, c.var.links);
  return JSON.stringify(Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name))));
}
