/** The cache policies of all responses in one table, and the check for 304 before a response is built. */
import type { MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Problem } from '../card/problem.ts';
import { type CardRecord, isComparison, quotedOf } from '../card/record.ts';
import { revisionOf } from '../card/revision.ts';
import type { PublishedRevision, Store } from '../catalog/store.ts';
import type { CardName } from './card-address.ts';
import { type CardContext, type Env, setHeaders } from './context.ts';
import { DATA_HEADERS } from './default-headers.ts';

const MINUTE_SECONDS = 60;

/** A correction must be visible at a stable address within five minutes. */
const CORRECTED_WITHIN_SECONDS = 5 * MINUTE_SECONDS;

/** In the last of them, a cache may serve its stale copy while it fetches a new one, so that nobody waits for a drawing. */
const STALE_SECONDS = MINUTE_SECONDS;

/** The time for which a response about cards may be cached without revalidation. */
export const FRESH_SECONDS = CORRECTED_WITHIN_SECONDS - STALE_SECONDS;

export const CACHE_POLICY = {
  /** Cards in every form, pages, lists and redirects. */
  content: `public, max-age=${FRESH_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`,
  /** Published revisions, which never change. */
  immutable: 'public, max-age=31536000, immutable',
  error: `public, max-age=${MINUTE_SECONDS}`,
  /** Our own failures, and the state of the service. */
  never: 'no-store',
  /** The preview revalidates everything, so that an edit is visible immediately. */
  preview: 'no-cache',
} as const;

/**
 * Adds the default policy and tag to responses that have none. Answers `If-None-Match: *` with 304 if the address exists,
 * which is known only after the response is built (RFC 9110, 13.1.2).
 */
export const cacheByDefault: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.req.header('If-None-Match')?.trim() === '*') answerAnyTag(c);
  const isPreview = c.get('isPreview');
  if (c.get('isData') && !isPreview) return;
  const chosen = c.res.headers.get('Cache-Control');
  if (isPreview && chosen !== CACHE_POLICY.never) setHeaders(c, { 'Cache-Control': CACHE_POLICY.preview });
  else if (chosen === null) setHeaders(c, { 'Cache-Control': CACHE_POLICY.content });
  const policy = isPreview ? null : (chosen ?? CACHE_POLICY.content);
  if (policy === CACHE_POLICY.content && !c.res.headers.has('Cache-Tag')) setHeaders(c, { 'Cache-Tag': CATALOG_TAG });
};

/** The headers of a response for caches. */
export type Caching = { 'Cache-Control': string; ETag: string; 'Cache-Tag'?: string };

/** `others`: further cards in the response. `policy`: the default is that of content. */
type ContentOptions = { others?: readonly CardRecord[]; policy?: string };

/**
 * The policy and the ETag of a response about a card. The ETag covers everything that the response depends on: `form`
 * distinguishes the card's responses, and the rest is the card's content and evidence, the code, and the origin that its
 * links and QR code name.
 */
export function cachingOfCard(
  c: CardContext,
  record: CardRecord,
  form: string,
  { others = [], policy = CACHE_POLICY.content }: ContentOptions = {},
): Caching {
  const hash = hashOf(c, [evidenceOf(record), form, ...statesOf(record)]);
  return { 'Cache-Control': policy, ETag: `"${record.revision}-${hash}"`, 'Cache-Tag': tagsOf([record, ...others]) };
}

/** The policy and the ETag of a response about the whole catalogue. */
export function cachingOfCatalog(c: CardContext, form: string): Caching {
  const states = c.get('watch')?.statesRevision ?? '';
  const etag = `"${c.get('store').revision}-${hashOf(c, [form, states])}"`;
  return { 'Cache-Control': CACHE_POLICY.content, ETag: etag };
}

/** The 304 if the client already has this response. */
export function notModified(c: CardContext, caching: Caching): Response | undefined {
  if (!holds(c.req.header('If-None-Match'), caching.ETag)) return undefined;
  return new Response(null, { status: 304, headers: caching });
}

/** Sets the headers of a response about a card. Returns the 304 if the client already has this response. */
export function cacheContent(c: CardContext, record: CardRecord, form: string, options?: ContentOptions) {
  return setCaching(c, cachingOfCard(c, record, form, options));
}

/** Sets the headers of a response about the whole catalogue, and returns the 304, as `cacheContent` does for a card. */
export function cacheCatalog(c: CardContext, form: string): Response | undefined {
  return setCaching(c, cachingOfCatalog(c, form));
}

function setCaching(c: CardContext, caching: Caching): Response | undefined {
  for (const [name, value] of Object.entries(caching)) c.header(name, value);
  return holds(c.req.header('If-None-Match'), caching.ETag) ? c.body(null, 304) : undefined;
}

/** Hashes of recent parts, because hashing takes longer than anything else in a 304. The limit is in characters. */
const hashes = new LRUCache<string, string>({ maxSize: 100_000, sizeCalculation: (_, key) => key.length });

/** A hash of parts of a response, of the code and of the origin. */
function hashOf(c: CardContext, parts: readonly string[]): string {
  const all = [c.get('codeRevision'), c.get('links').origin, ...parts];
  const key = all.join('\n');
  const known = hashes.get(key);
  if (known !== undefined) return known;
  const hash = revisionOf(all);
  hashes.set(key, hash);
  return hash;
}

const evidences = new WeakMap<CardRecord, string>();

/** A hash of the evidence of a card and of its rows. */
function evidenceOf(record: CardRecord): string {
  const known = evidences.get(record) ?? revisionOf(quotedOf(record).map(({ evidence }) => evidence));
  evidences.set(record, known);
  return known;
}

/** The watch states, because links depend on them. Empty without a watch. */
function statesOf(record: CardRecord): string[] {
  return quotedOf(record).flatMap(({ card, watch }) => (watch ? [`${card.id} ${watch.state}`] : []));
}

/** The form of a response that shows the watch state of a card with its day. */
export function watchedForm(form: string, record: CardRecord): string {
  const watch = isComparison(record) ? null : record.watch;
  return watch ? `${form} ${JSON.stringify(watch)}` : form;
}

/** The form of a response that lists the published revisions of a card. */
export function publishedForm(revisions: readonly PublishedRevision[]): string {
  return revisions.map(({ revision, released }) => `${revision} ${released}`).join(' ');
}

/** Tags a response that contains cards. */
export function tagCards(c: CardContext, records: readonly CardRecord[]): void {
  c.header('Cache-Tag', tagsOf(records));
}

const tagsOf = (records: readonly CardRecord[]) => [...new Set(records.flatMap(cardTags))].join(',');

/** Tags a response about a source with its cards. */
export function tagSource(c: CardContext, id: string): void {
  c.header('Cache-Tag', [CATALOG_TAG, sourceTag(id)].join(','));
}

/** Whether the client already has the response: weak comparison, as RFC 9110 requires for If-None-Match. */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((item) => item.trim().replace(/^W\//, '') === etag);
}

function answerAnyTag(c: CardContext): void {
  if (c.res.status !== 200 || !c.res.headers.has('ETag')) return;
  const headers = new Headers(c.res.headers);
  for (const name of ['Content-Type', 'Content-Length', 'Link', ...Object.keys(DATA_HEADERS)]) headers.delete(name);
  c.res = undefined;
  c.res = new Response(null, { status: 304, headers });
  c.set('isData', false);
}

/** Lists, pages of several cards, and feeds: everything that a new card may change. */
export const CATALOG_TAG = 'catalog';

export const sourceTag = (id: string): string => `source-${id}`;

/** A response about a card: the card, its source, and for a comparison those of each row. */
export function cardTags(record: CardRecord): string[] {
  if (!isComparison(record)) return [`card-${record.card.id}`, sourceTag(record.source.id)];
  const quoted = quotedOf(record);
  const cards = [record, ...quoted].map(({ card }) => `card-${card.id}`);
  return [...new Set([...cards, ...quoted.map(({ source }) => sourceTag(source.id))])];
}

/** `policy`: how long the card may be kept. */
export type Found = { record: CardRecord; policy: string; problem?: undefined };
export type NotFound = { record?: undefined; problem: Problem & { type: 'card-not-found' | 'revision-not-found' } };

export async function findRecord(store: Store, { id, revision }: CardName): Promise<Found | NotFound> {
  const current = await store.getCard(id);
  if (!current) return { problem: { type: 'card-not-found', id } };
  if (revision === undefined) return { record: current, policy: CACHE_POLICY.content };
  const record = await store.getRevision(id, revision);
  return record ? { record, policy: CACHE_POLICY.immutable } : { problem: { type: 'revision-not-found' } };
}
