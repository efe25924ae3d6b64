/** The JSON API: cards, sources, speakers, topics, and the health of the service. */

import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { TypedResponse } from 'hono';
import packageJson from '../../../package.json';
import type { Problem } from '../../card/problem.ts';
import type { CardPage } from '../../catalog/store.ts';
import { MAIN_VARIANT } from '../../render/variant.ts';
import { watchDocument } from '../../watch/report.ts';
import {
  CACHE_POLICY,
  CATALOG_TAG,
  cacheCatalog,
  cachingOfCard,
  cachingOfCatalog,
  findRecord,
  notModified,
  publishedForm,
  tagSource,
  watchedForm,
} from '../caching.ts';
import { type CardName, parseCardName } from '../card-address.ts';
import { type CardContext, type Env, logError } from '../context.ts';
import { DATA_HEADERS } from '../default-headers.ts';
import { answerProblem } from '../errors.tsx';
import { answerTable, nameOf, readCards } from './card-table.ts';
import { type Bytes, fullText, joinBytes, listText } from './document-text.ts';
import {
  correctionDocument,
  indexDocument,
  sourceDocument,
  sourceWithCards,
  speakerDocument,
  speakerWithCards,
  topicDocument,
} from './documents.ts';
import {
  getCard,
  getCardTable,
  getHealth,
  getIndex,
  getSource,
  getSpeaker,
  getWatch,
  listCards,
  listCorrections,
  listSources,
  listSpeakers,
  listTopics,
} from './routes.ts';
import type { CardDocument, CardList } from './schemas/card.ts';
import { badParameter, explainRefusal, findUnknownChoice, NoParameters, RULES } from './schemas/parameters.ts';
import type { Health, ProblemDocument } from './schemas/service.ts';

/** Creates an API that rejects invalid parameters with a problem. */
export function createApi() {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) =>
      result.success ? undefined : answerProblem(c, explainRefusal(result.error, c.req.queries())),
  });
}

export const api = createApi()
  .openapi(
    getIndex,
    async (c) => cacheCatalog(c, 'index') ?? c.json(indexDocument({ ...c.var, version: packageJson.version }), 200),
  )
  .openapi(listCards, async (c) => {
    const query = c.req.valid('query');
    const [store, links] = [c.get('store'), c.get('links')];
    const unknown = await findUnknownChoice(query, store);
    if (unknown) return refuse(c, unknown);
    const caching = cachingOfCatalog(c, watchedList(c, c.req.url));
    const known = notModified(c, caching);
    if (known) return known;
    const { fields, ...asked } = query;
    const page = await store.listCards(asked);
    if (!page) return refuse(c, badParameter('cursor', RULES.cursor));
    const next = page.next && { Link: `<${links.apiCards({ ...query, cursor: page.next })}>; rel="next"` };
    return answerList(c, { page, fields, headers: { ...caching, ...next } });
  })
  .openapi(getCardTable, async (c) => {
    const query = c.req.valid('query');
    const { store, links, site } = c.var;
    const unknown = await findUnknownChoice(query, store);
    if (unknown) return refuse(c, unknown);
    return (
      cacheCatalog(c, links.cardTable(query)) ?? answerTable(c, await readCards(store, query), nameOf(site, query))
    );
  })
  .openapi(getCard, (c) => answerCard(c, parseCardName(c.req.valid('param').id)))
  .openapi(listCorrections, async (c) => {
    const query = c.req.valid('query');
    const { store, links } = c.var;
    const unchanged = cacheCatalog(c, links.apiCorrections(query));
    if (unchanged) return unchanged;
    const page = await store.listCorrections(query);
    if (!page) return refuse(c, badParameter('cursor', RULES.cursor));
    const { total, next } = page;
    if (next !== null) c.header('Link', `<${links.apiCorrections({ ...query, cursor: next })}>; rel="next"`);
    const corrections = page.corrections.map((correction) => correctionDocument(correction, links));
    return c.json({ corrections, total, next }, 200);
  })
  .openapi(listSources, async (c) => {
    const unchanged = cacheCatalog(c, 'sources');
    if (unchanged) return unchanged;
    const sources = (await c.var.store.listSources()).map(({ source }) => sourceDocument(source));
    return c.json({ sources, total: sources.length }, 200);
  })
  .openapi(getSource, async (c) => {
    const { id } = c.req.valid('param');
    const source = await c.var.store.getSource(id);
    if (!source) return notFound(c, { type: 'source-not-found', id });
    tagSource(c, id);
    const unchanged = cacheCatalog(c, `source ${id}`);
    if (unchanged) return unchanged;
    const cards = (await c.var.store.cardsOf(id)).map(({ card }) => card.id);
    return c.json(sourceWithCards(source, cards, c.var), 200);
  })
  .openapi(listSpeakers, async (c) => {
    const unchanged = cacheCatalog(c, 'speakers');
    if (unchanged) return unchanged;
    const listed = await c.var.store.listSpeakers();
    const speakers = listed.map(({ speaker, cards }) => ({ ...speakerDocument(speaker), count: cards.length }));
    return c.json({ speakers, total: speakers.length, next: null }, 200);
  })
  .openapi(getSpeaker, async (c) => {
    const { id } = c.req.valid('param');
    const speaker = await c.var.store.getSpeaker(id);
    if (!speaker) return notFound(c, { type: 'speaker-not-found', id });
    const unchanged = cacheCatalog(c, `speaker ${id}`);
    if (unchanged) return unchanged;
    const cards = (await c.var.store.cardsOfSpeaker(id)).map(({ card }) => card.id);
    return c.json(speakerWithCards(speaker, cards, c.var), 200);
  })
  .openapi(listTopics, async (c) => {
    const unchanged = cacheCatalog(c, 'topics');
    if (unchanged) return unchanged;
    const topics = (await c.var.store.listTopics()).map(topicDocument);
    return c.json({ topics, total: topics.length }, 200);
  })
  .openapi(getWatch, async (c) => {
    const { store, watch: cards } = c.var;
    const sources = await c.var.watchedSources();
    const unchanged = cacheCatalog(c, `watch ${cards?.revision} ${sources?.revision}`);
    return unchanged ?? c.json(await watchDocument(store, { cards, sources }), 200);
  })
  .openapi(getHealth, async (c) => {
    c.header('Cache-Control', CACHE_POLICY.never);
    const health = await healthOf(c);
    return health.status === 'ok' ? c.json(health, 200) : c.json(health, 503);
  });

/** Returns the same document at the address of the card's page with `.json`. Takes no parameters. */
export async function answerCardFile(c: CardContext, name: CardName | undefined): Promise<Response> {
  const given = NoParameters.safeParse(c.req.query());
  return given.error ? answerProblem(c, explainRefusal(given.error, c.req.queries())) : answerCard(c, name);
}

/** All cards of a topic in one file. */
export async function answerTopicFile(c: CardContext, slug: string): Promise<Response> {
  const { store, links } = c.var;
  const given = NoParameters.safeParse(c.req.query());
  if (given.error) return answerProblem(c, explainRefusal(given.error, c.req.queries()));
  if (!(await store.getTopic(slug))) return answerProblem(c, { type: 'topic-not-found', slug });
  const headers = cachingOfCatalog(c, watchedList(c, links.topicFile(slug)));
  const known = notModified(c, headers);
  if (known) return known;
  const page = await store.listCards({ topic: slug, limit: store.counts.cards });
  return answerList(c, { page: page as CardPage, headers });
}

/** A list shows what the watch found. */
const watchedList = (c: CardContext, form: string) => `${form} ${c.get('watch')?.revision ?? ''}`;

type ListAnswer = { page: CardPage; fields?: readonly string[] | undefined; headers: Record<string, string> };

async function answerList(c: CardContext, { page, fields, headers }: ListAnswer) {
  const tagged = { ...headers, 'Cache-Tag': CATALOG_TAG };
  return answerText<z.output<typeof CardList>>(c, await listText(c, page, fields), tagged);
}

/** Returns a card's document. */
async function answerCard(c: CardContext, name: CardName | undefined) {
  const store = c.get('store');
  if (!name) return notFound(c, { type: 'card-not-found', id: '' });
  const found = await findRecord(store, name);
  if (found.problem) return notFound(c, found.problem);
  const { record, policy } = found;
  const revisions = await store.revisionsOf(name.id);
  const form = record.asPublished === undefined ? `json ${publishedForm(revisions)}` : 'json as published';
  const caching = cachingOfCard(c, record, watchedForm(form, record), { policy });
  return notModified(c, caching) ?? answerText<CardDocument>(c, await fullText(c, record), caching);
}

/** Returns JSON that is already written, in parts. All its headers are set at once, because Hono takes longer. */
function answerText<T>(c: CardContext, parts: readonly Bytes[], headers: Record<string, string>) {
  c.set('isData', true);
  const all = { 'Content-Type': 'application/json', ...DATA_HEADERS, ...headers };
  return new Response(joinBytes(parts), { headers: all }) as Response & TypedResponse<T, 200, 'json'>;
}

/** A problem as JSON, typed with its status for clients. */
type Refusal<Status extends 400 | 404> = Response & TypedResponse<ProblemDocument, Status, 'json'>;

async function refuse(c: CardContext, problem: Problem & { type: 'bad-parameter' }) {
  return (await answerProblem(c, problem)) as Refusal<400>;
}

async function notFound(
  c: CardContext,
  problem: Problem & { type: 'card-not-found' | 'revision-not-found' | 'source-not-found' | 'speaker-not-found' },
) {
  return (await answerProblem(c, problem)) as Refusal<404>;
}

export async function healthOf(c: CardContext): Promise<Health> {
  const { store, codeRevision } = c.var;
  const drawing = (await canDraw(c)) ? ('ok' as const) : ('failed' as const);
  return {
    status: drawing === 'ok' ? 'ok' : 'failing',
    version: packageJson.version,
    code: codeRevision,
    catalog: store.revision,
    ...store.counts,
    drawing,
  };
}

/** Draws the newest card. An empty catalogue has nothing to draw and is healthy. */
async function canDraw(c: CardContext): Promise<boolean> {
  const { store, links, pictures, site } = c.var;
  const newest = (await store.listCards({ limit: 1 }))?.cards[0];
  if (!newest) return true;
  const urls = { pageUrl: links.page(newest.card.id), sourceUrl: links.evidence(newest) };
  try {
    await pictures.tryOut(newest, { ...MAIN_VARIANT, format: 'png', brand: site.brand, ...urls });
    return true;
  } catch (error) {
    logError(c, error as Error);
    return false;
  }
}
