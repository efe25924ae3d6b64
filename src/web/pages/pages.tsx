/** The pages for people: the home page, cards, topics, sources, speakers, and the redirect to a passage. */
import { Hono } from 'hono';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import { successorOf } from '../../card/history.ts';
import { isComparison } from '../../card/record.ts';
import { THEME_NAMES } from '../../card/site.ts';
import type { CardQuery, Store } from '../../catalog/store.ts';
import {
  CACHE_POLICY,
  cacheCatalog,
  cacheContent,
  publishedForm,
  tagCards,
  tagSource,
  watchedForm,
} from '../caching.ts';
import { cardIdOf } from '../card-address.ts';
import type { Env } from '../context.ts';
import { answerProblem, wordsOfId } from '../errors.tsx';
import { embedPolicy, pagePolicy } from '../security.ts';
import { CardPage } from './card-page.tsx';
import { CheckPage } from './check-page.tsx';
import { CorrectionsPage } from './corrections-page.tsx';
import { EmbedPage } from './embed-page.tsx';
import { EmbeddingPage } from './embedding-page.tsx';
import { GalleryPage } from './gallery-page.tsx';
import { answerPage } from './layout.tsx';
import { findMore } from './more-cards.tsx';
import {
  BAD_CURSOR,
  parseGalleryQuery,
  parsePageQuery,
  parsePictureQuery,
  parseThemeQuery,
  partOf,
} from './page-query.ts';
import { siteIcon } from './site-style.ts';
import { SourcePage, SourcesPage } from './source-pages.tsx';
import { listedSpeakers, SpeakerPage, SpeakersPage } from './speaker-pages.tsx';
import { TopicPage, TopicsPage } from './topic-pages.tsx';

/** A logo opened by itself is a document. It must not run or load anything. */
const LOGO_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** A multiple of two and three, so that the rows of the grid are full. */
const CARDS_PER_PAGE = 24;

/** Each source also has a line in the table of the watch. */
const SOURCES_PER_PAGE = 24;

const CORRECTIONS_PER_PAGE = 24;

/** More than most sources have, so that an address with the id of a card leads to it. */
const CARDS_PER_SOURCE = 96;

/** The language of all cards; undefined if they are in several. */
async function languageOfAll(store: Store): Promise<string | undefined> {
  const one = async (query: CardQuery) => await store.listCards({ ...query, limit: 1 });
  const [card] = (await one({}))?.cards ?? [];
  const language = primaryLanguage(card?.card.language ?? 'en');
  return (await one({ language }))?.total === store.counts.cards ? language : undefined;
}

export const pages = new Hono<Env>()
  .get('/', async (c) => {
    const { store, links, isPreview } = c.var;
    const { query, problem } = await parseGalleryQuery(c);
    if (problem) return answerProblem(c, problem);
    const unchanged = cacheCatalog(c, `page ${links.gallery(query)}`);
    if (unchanged) return unchanged;
    const page = await store.listCards({ ...query, limit: CARDS_PER_PAGE });
    if (!page) return answerProblem(c, BAD_CURSOR);
    const [counts, sources, speakers, topics] = await Promise.all([
      store.countFacets(query),
      store.listSources(),
      store.listSpeakers(),
      store.listTopics(),
    ]);
    const shown = {
      query,
      page,
      counts,
      language: page.unknownWords.length > 0 ? await languageOfAll(store) : undefined,
      names: { sources, speakers, topics },
      isEmpty: store.counts.cards === 0,
    };
    return answerPage(c, <GalleryPage {...shown} isPreview={isPreview} links={links} />);
  })
  .get('/topics', async (c) => {
    const { store, links } = c.var;
    const { query, problem } = parsePageQuery(c);
    if (problem) return answerProblem(c, problem);
    const unchanged = cacheCatalog(c, `page ${links.topics(query.cursor)}`);
    if (unchanged) return unchanged;
    const part = partOf(await store.listTopics(), { ...query, idOf: ({ slug }) => slug });
    return part ? answerPage(c, <TopicsPage part={part} links={links} />) : answerProblem(c, BAD_CURSOR);
  })
  .get('/topics/:slug', async (c) => {
    const { store, links } = c.var;
    const topic = await store.getTopic(c.req.param('slug'));
    if (!topic) return answerProblem(c, { type: 'topic-not-found', slug: c.req.param('slug') });
    const { query, problem } = parsePageQuery(c);
    if (problem) return answerProblem(c, problem);
    const { cursor } = query;
    const unchanged = cacheCatalog(c, `page ${links.topic(topic.slug, cursor)}`);
    if (unchanged) return unchanged;
    const page = await store.listCards({ topic: topic.slug, limit: CARDS_PER_PAGE, cursor });
    if (!page) return answerProblem(c, BAD_CURSOR);
    return answerPage(c, <TopicPage topic={topic} page={page} cursor={cursor} links={links} />);
  })
  .get('/cards/:id', async (c) => {
    const { store, links } = c.var;
    const id = c.req.param('id');
    const record = await store.getCard(id);
    if (!record) return answerProblem(c, { type: 'card-not-found', id });
    const { query: picture, problem } = parsePictureQuery(c);
    if (problem) return answerProblem(c, problem);
    const [comparisons, revisions] = await Promise.all([store.comparisonsOf(id), store.revisionsOf(id)]);
    const related = isComparison(record) ? [] : (record.relations ?? []).map(({ card }) => card);
    const listed = [...related, ...comparisons.map(({ card }) => card.id)];
    const more = await findMore(store, record, { listed, links });
    const by = successorOf(record.card);
    const successor = by === undefined ? undefined : await store.getCard(by);
    const others = [...comparisons, ...(successor ? [successor] : []), ...more.flatMap(({ cards }) => cards)];
    const totals = more.map(({ total }) => total);
    const shown = [
      ...others.map(({ card, revision }) => `${card.id} ${revision}`),
      ...totals,
      publishedForm(revisions),
    ];
    const form = `page ${picture.size} ${picture.theme} ${shown.join(' ')}`;
    const unchanged = cacheContent(c, record, watchedForm(form, record), { others });
    if (unchanged) return unchanged;
    c.header('Content-Security-Policy', pagePolicy(c.var, { ownFiles: true }));
    const page = { record, comparisons, more, successor, revisions, picture, links };
    return answerPage(c, <CardPage {...page} />);
  })
  .get('/cards/:id/embed', async (c) => {
    const id = c.req.param('id');
    const record = await c.var.store.getCard(id);
    if (!record) return answerProblem(c, { type: 'card-not-found', id });
    const { query, problem } = parseThemeQuery(c);
    if (problem) return answerProblem(c, problem);
    const unchanged = cacheContent(c, record, watchedForm(`embed ${query.theme}`, record));
    if (unchanged) return unchanged;
    c.header('Content-Security-Policy', embedPolicy(c.var));
    return answerPage(c, <EmbedPage record={record} {...query} links={c.var.links} />);
  })
  .get('/cards/:id/source', async (c) => {
    const id = c.req.param('id');
    const record = await c.var.store.getCard(id);
    if (!record) return answerProblem(c, { type: 'card-not-found', id });
    tagCards(c, [record]);
    return c.redirect(isComparison(record) ? c.var.links.page(id) : c.var.links.passage(record), 302);
  })
  // QR codes contain the address in capitals, because that makes them smaller.
  .get('/CARDS/:id', async (c) => {
    const id = c.req.param('id').toLowerCase();
    const isThere = (await c.var.store.getCard(id)) !== undefined;
    return isThere ? c.redirect(c.var.links.page(id), 302) : answerProblem(c, { type: 'card-not-found', id });
  })
  .get('/corrections', async (c) => {
    const { store, links } = c.var;
    const { query, problem } = parsePageQuery(c);
    if (problem) return answerProblem(c, problem);
    const { cursor } = query;
    const unchanged = cacheCatalog(c, `page ${links.corrections(cursor)}`);
    if (unchanged) return unchanged;
    const page = await store.listCorrections({ limit: CORRECTIONS_PER_PAGE, cursor });
    if (!page) return answerProblem(c, BAD_CURSOR);
    const replacing = page.corrections.flatMap(({ entry }) => (entry.type === 'superseded' ? [entry.by] : []));
    const successors = await store.getCards(replacing);
    return answerPage(c, <CorrectionsPage page={page} cursor={cursor} successors={successors} links={links} />);
  })
  .get('/embedding', async (c) => {
    const { store, links } = c.var;
    const given = c.req.query('card')?.trim() || undefined;
    const id = given && (cardIdOf(URL.parse(given)?.pathname ?? '') ?? given);
    const [newest] = (await store.listCards({ limit: 1 }))?.cards ?? [];
    const record = id === undefined ? newest : await store.getCard(id);
    c.header('Content-Security-Policy', pagePolicy(c.var, { ownFiles: true }));
    if (id !== undefined && !record) {
      c.header('Cache-Control', CACHE_POLICY.error);
      return answerPage(c, <EmbeddingPage isUnknown words={wordsOfId(id)} links={links} />, 404);
    }
    return (
      cacheCatalog(c, `page about embedding ${id}`) ?? answerPage(c, <EmbeddingPage record={record} links={links} />)
    );
  })
  .get('/check', async (c) => {
    const { links } = c.var;
    const unchanged = cacheCatalog(c, 'page that checks copies');
    if (unchanged) return unchanged;
    c.header('Content-Security-Policy', pagePolicy(c.var, { ownFiles: true }));
    return answerPage(c, <CheckPage links={links} />);
  })
  // The recorded pixels of a card, for /check.
  .get('/check/:file{[^/]+\\.json}', async (c) => {
    const id = c.req.param('file').slice(0, -'.json'.length);
    const record = await c.var.store.getCard(id);
    if (!record) return answerProblem(c, { type: 'card-not-found', id });
    tagCards(c, [record]);
    const response = await c.env.ASSETS.fetch(`https://assets.invalid/_catalog/pixels/${id}.json`);
    return c.json(response.ok ? await response.json() : []);
  })
  .get('/favicon.svg', (c) => c.body(siteIcon(c.var.site), 200, { 'Content-Type': 'image/svg+xml' }))
  .get('/brand/:theme', async (c) => {
    const theme = THEME_NAMES.find((name) => name === c.req.param('theme'));
    const logo = theme && c.var.site.brand.logo?.[theme];
    if (!logo) return answerProblem(c, { type: 'address-not-found' });
    const [, mediaType = '', base64 = ''] = /^data:([^;]+);base64,(.*)$/.exec(logo.uri) ?? [];
    return c.body(Buffer.from(base64, 'base64'), 200, {
      'Content-Type': mediaType,
      'Content-Security-Policy': LOGO_POLICY,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  })
  .get('/sources', async (c) => {
    const { store, links, watch } = c.var;
    const { query, problem } = parsePageQuery(c);
    if (problem) return answerProblem(c, problem);
    const { cursor } = query;
    const watched = watch && { cards: watch, sources: await c.var.watchedSources() };
    const unchanged = cacheCatalog(c, `page of sources ${cursor} ${watch?.revision} ${watched?.sources?.revision}`);
    if (unchanged) return unchanged;
    const [all, counts] = await Promise.all([store.listSources(), store.countFacets({})]);
    const part = partOf(all, { cursor, idOf: ({ source }) => source.id, size: SOURCES_PER_PAGE });
    if (!part) return answerProblem(c, BAD_CURSOR);
    return answerPage(c, <SourcesPage part={part} counts={counts.source} watch={watched} links={links} />);
  })
  .get('/sources/:id', async (c) => {
    const id = c.req.param('id');
    const { store, links, watch } = c.var;
    const source = await store.getSource(id);
    if (!source) return answerProblem(c, { type: 'source-not-found', id });
    tagSource(c, id);
    const { query, problem } = parsePageQuery(c);
    if (problem) return answerProblem(c, problem);
    const unchanged = cacheCatalog(c, `page of source ${id} ${query.cursor} ${watch?.revision}`);
    if (unchanged) return unchanged;
    const page = await store.listCards({ source: id, limit: CARDS_PER_SOURCE, ...query });
    if (!page) return answerProblem(c, BAD_CURSOR);
    return answerPage(c, <SourcePage source={source} page={page} {...query} links={links} />);
  })
  .get('/speakers', async (c) => {
    const { store, links } = c.var;
    const { query, problem } = parsePageQuery(c);
    if (problem) return answerProblem(c, problem);
    const unchanged = cacheCatalog(c, `page of speakers ${query.cursor}`);
    if (unchanged) return unchanged;
    const part = partOf(listedSpeakers(await store.listSpeakers()), { ...query, idOf: ({ speaker }) => speaker.id });
    return part ? answerPage(c, <SpeakersPage part={part} links={links} />) : answerProblem(c, BAD_CURSOR);
  })
  .get('/speakers/:id', async (c) => {
    const id = c.req.param('id');
    const { store, links } = c.var;
    const speaker = await store.getSpeaker(id);
    if (!speaker) return answerProblem(c, { type: 'speaker-not-found', id });
    const { query, problem } = parsePageQuery(c);
    if (problem) return answerProblem(c, problem);
    const unchanged = cacheCatalog(c, `page of speaker ${id} ${query.cursor}`);
    if (unchanged) return unchanged;
    const page = await store.listCards({ speaker: id, limit: CARDS_PER_PAGE, ...query });
    if (!page) return answerProblem(c, BAD_CURSOR);
    return answerPage(c, <SpeakerPage speaker={speaker} page={page} {...query} links={links} />);
  });
