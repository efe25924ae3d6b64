/** The cache policy of every kind of answer, in one table; and 304 before any work is done. */
import type { MiddlewareHandler } from 'hono';
import type { Problem } from '../card/problem.ts';
import { type CardRecord, isComparison, quotedOf } from '../card/record.ts';
import { revisionOf } from '../card/revision.ts';
import type { PublishedRevision, Store } from '../catalog/store.ts';
import type { CardName } from './card-address.ts';
import { type CardContext, type Env, setHeaders } from './context.ts';

const MINUTE_SECONDS = 60;

/** A correction has to be seen at a stable address within five minutes. */
const CORRECTED_WITHIN_SECONDS = 5 * MINUTE_SECONDS;

/** For the last of them a cache may still give what it has, while it asks for what is new: nobody waits for a drawing. */
const STALE_SECONDS = MINUTE_SECONDS;

/** How long an answer about cards may be kept without asking. */
export const FRESH_SECONDS = CORRECTED_WITHIN_SECONDS - STALE_SECONDS;

export const CACHE_POLICY = {
  /** Cards in every form, pages, lists, and the ways to them. */
  content: `public, max-age=${FRESH_SECONDS}, stale-while-revalidate=${STALE_SECONDS}`,
  /** What was published once: it never changes. */
  immutable: 'public, max-age=31536000, immutable',
  error: `public, max-age=${MINUTE_SECONDS}`,
  /** A failure of ours, and the state of the service. */
  never: 'no-store',
  /** In the preview everything is asked for again, so that an edit shows at once. */
  preview: 'no-cache',
} as const;

/** Gives every answer its policy that has not chosen another one, and its tag where it names none. */
export function cacheByDefault(isPreview: boolean): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    const chosen = c.res.headers.get('Cache-Control');
    if (isPreview && chosen !== CACHE_POLICY.never) setHeaders(c, { 'Cache-Control': CACHE_POLICY.preview });
    else if (chosen === null) setHeaders(c, { 'Cache-Control': CACHE_POLICY.content });
    if (c.res.headers.get('Cache-Control') === CACHE_POLICY.content && !c.res.headers.has('Cache-Tag'))
      setHeaders(c, { 'Cache-Tag': CATALOG_TAG });
  };
}

/** `others`: cards that are shown beside it. `policy`: where it is not that of content. */
type ContentOptions = { others?: readonly CardRecord[]; policy?: string };

/**
 * Sets the policy and the ETag of an answer about a card. Gives the 304 when the caller has this answer already.
 * The ETag names all that the answer depends on: `form` distinguishes the card's responses, and the rest is the card's
 * content and evidence, the code, and the origin that its links and QR code name.
 */
export function cacheContent(
  c: CardContext,
  record: CardRecord,
  form: string,
  { others = [], policy = CACHE_POLICY.content }: ContentOptions = {},
): Response | undefined {
  const { codeRevision, links } = c.var;
  const evidence = quotedOf(record).map((quoted) => quoted.evidence);
  const states = statesOf(record);
  const etag = `"${record.revision}-${revisionOf([codeRevision, links.origin, evidence, form, ...states])}"`;
  c.header('Cache-Control', policy);
  tagCards(c, [record, ...others]);
  c.header('ETag', etag);
  return holds(c.req.header('If-None-Match'), etag) ? c.body(null, 304) : undefined;
}

/** What the watch says: where an answer leads to depends on it. Nothing where there is no watch. */
function statesOf(record: CardRecord): string[] {
  return quotedOf(record).flatMap(({ card, watch }) => (watch ? [`${card.id} ${watch.state}`] : []));
}

/** The form of an answer that shows what the watch says of a card, to the day. */
export function watchedForm(form: string, record: CardRecord): string {
  const watch = isComparison(record) ? null : record.watch;
  return watch ? `${form} ${JSON.stringify(watch)}` : form;
}

/** The form of what lists a card's published revisions. */
export function publishedForm(revisions: readonly PublishedRevision[]): string {
  return revisions.map(({ revision, released }) => `${revision} ${released}`).join(' ');
}

/**
 * Sets the policy and the ETag of an answer about the whole catalogue, and gives the 304, as `cacheContent` does for a
 * card.
 */
export function cacheCatalog(c: CardContext, form: string): Response | undefined {
  const { store, codeRevision, links, watch } = c.var;
  const states = watch ? [watch.statesRevision] : [];
  const etag = `"${store.revision}-${revisionOf([codeRevision, links.origin, form, ...states])}"`;
  c.header('Cache-Control', CACHE_POLICY.content);
  c.header('ETag', etag);
  return holds(c.req.header('If-None-Match'), etag) ? c.body(null, 304) : undefined;
}

/** Tags an answer that is made of cards. */
export function tagCards(c: CardContext, records: readonly CardRecord[]): void {
  c.header('Cache-Tag', [...new Set(records.flatMap(cardTags))].join(','));
}

/** Tags an answer about a source, whose cards it lists. */
export function tagSource(c: CardContext, id: string): void {
  c.header('Cache-Tag', [CATALOG_TAG, sourceTag(id)].join(','));
}

/** Whether who asks has the answer already: weak comparison, as RFC 9110 asks for If-None-Match. */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((item) => item.trim().replace(/^W\//, '') === etag);
}

/** Answers 304 to `If-None-Match: *` where there is an answer, which is known only once it is made (RFC 9110, 13.1.2). */
export const answerAnyTag: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const isAny = c.req.header('If-None-Match')?.trim() === '*';
  if (!isAny || c.res.status !== 200 || !c.res.headers.has('ETag')) return;
  const headers = new Headers(c.res.headers);
  for (const name of ['Content-Type', 'Content-Length', 'Link', 'Content-Security-Policy']) headers.delete(name);
  c.res = undefined;
  c.res = new Response(null, { status: 304, headers });
};

/** Lists, pages of several cards, feeds: whatever a new card may change. */
export const CATALOG_TAG = 'catalog';

export const sourceTag = (id: string): string => `source-${id}`;

/** An answer about a card: the card, its source, and for a comparison those of each row. */
export function cardTags(record: CardRecord): string[] {
  const quoted = quotedOf(record);
  const cards = [record, ...(isComparison(record) ? quoted : [])].map(({ card }) => `card-${card.id}`);
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
