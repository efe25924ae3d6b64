/** The routes of the JSON API: their parameters and responses. The handlers are in api.ts. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CardDocument, CardList, CorrectionList } from './schemas/card.ts';
import {
  CardAddress,
  CardFilters,
  CardListParameters,
  NO_QUERY,
  PageParameters,
  SourceAddress,
  SpeakerAddress,
  TopicAddress,
} from './schemas/parameters.ts';
import { Health, Index, PROBLEM_MEDIA_TYPE, ProblemDocument, TopicList } from './schemas/service.ts';
import { SourceList, SourceWithCards } from './schemas/source.ts';
import { SpeakerList, SpeakerWithCards } from './schemas/speaker.ts';
import { WatchDocument } from './schemas/watch.ts';

export const TAGS = {
  cards: 'Cards',
  sources: 'Sources, speakers and topics',
  pictures: 'Pictures',
  embedding: 'Embedding and feeds',
  service: 'Service',
} as const;

const ETAG = {
  ETag: {
    description: 'Send it as If-None-Match to get 304 if nothing has changed.',
    schema: { type: 'string' },
  },
} as const;

function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, headers: ETAG, content: { 'application/json': { schema } } };
}

function problem(description: string) {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: ProblemDocument } } } as {
    description: string;
    content: { [PROBLEM_MEDIA_TYPE]: { schema: typeof ProblemDocument } };
  };
}

export const NOT_MODIFIED = { description: 'The cached response is still valid.' };

/** The failures of all operations. */
export const FAILURES = {
  400: problem('A parameter is unknown, repeated or invalid.'),
  405: problem('The method is not GET, HEAD or OPTIONS.'),
  500: problem('A server error.'),
  503: problem('The catalogue is temporarily unavailable.'),
};
export const NOT_FOUND = problem('The id does not exist.');

export const getIndex = createRoute({
  method: 'get',
  path: '/api',
  operationId: 'getIndex',
  tags: [TAGS.service],
  summary: 'Get the index of the API',
  request: { query: NO_QUERY },
  responses: { 200: json(Index, 'The addresses of all lists.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const listCards = createRoute({
  method: 'get',
  path: '/api/cards',
  operationId: 'listCards',
  tags: [TAGS.cards],
  summary: 'List cards, with search and filters',
  description:
    'Newest first; with a search, best match first. Cards must match all parameters. If fields names fields other than embed, cards have only these fields.',
  request: { query: CardListParameters },
  responses: {
    200: {
      ...json(CardList, 'A page of cards.'),
      headers: { ...ETAG, Link: { description: 'The next page (rel="next").', schema: { type: 'string' } } },
    },
    304: NOT_MODIFIED,
    ...FAILURES,
  },
});

export const getCardTable = createRoute({
  method: 'get',
  path: '/api/cards.csv',
  operationId: 'getCardTable',
  tags: [TAGS.cards],
  summary: 'Get all cards as a spreadsheet (CSV)',
  description:
    'All cards that match the parameters, in the order of the list. A cell that a spreadsheet would run as a formula begins with an apostrophe.',
  request: { query: CardFilters },
  responses: {
    200: {
      description: 'RFC 4180, in UTF-8, with a header. "npm run import" reads it.',
      headers: {
        ...ETAG,
        'Content-Disposition': { description: 'The name of the file.', schema: { type: 'string' } },
      },
      content: { 'text/csv': { schema: z.string() } },
    },
    304: NOT_MODIFIED,
    ...FAILURES,
  },
});

export const getCard = createRoute({
  method: 'get',
  path: '/api/cards/{id}',
  operationId: 'getCard',
  tags: [TAGS.cards],
  summary: 'Get a card',
  request: { params: CardAddress, query: NO_QUERY },
  responses: { 200: json(CardDocument, 'The card.'), 304: NOT_MODIFIED, 404: NOT_FOUND, ...FAILURES },
});

/** The same document as getCard, at the address of the card's page with `.json`. */
export const getCardFile = createRoute({
  ...getCard,
  path: '/cards/{id}.json',
  operationId: 'getCardFile',
  summary: 'Get a card by the URL of its page',
  description: 'The same document as at /api/cards/{id}.',
});

/** A topic's cards. Its handler is among the files of the pages, because Hono has no parameter before an ending. */
export const getTopicFile = createRoute({
  method: 'get',
  path: '/topics/{topic}.json',
  operationId: 'getTopicFile',
  tags: [TAGS.cards],
  summary: 'Get all cards of a topic in one document',
  request: { params: TopicAddress, query: NO_QUERY },
  responses: { 200: json(CardList, 'The cards, newest first.'), 304: NOT_MODIFIED, 404: NOT_FOUND, ...FAILURES },
});

export const listCorrections = createRoute({
  method: 'get',
  path: '/api/corrections',
  operationId: 'listCorrections',
  tags: [TAGS.cards],
  summary: 'List changes of published cards',
  description: 'All entries of all histories, newest first.',
  request: { query: PageParameters },
  responses: {
    200: {
      ...json(CorrectionList, 'A page of entries.'),
      headers: { ...ETAG, Link: { description: 'The next page (rel="next").', schema: { type: 'string' } } },
    },
    304: NOT_MODIFIED,
    ...FAILURES,
  },
});

export const listSources = createRoute({
  method: 'get',
  path: '/api/sources',
  operationId: 'listSources',
  tags: [TAGS.sources],
  summary: 'List sources',
  request: { query: NO_QUERY },
  responses: { 200: json(SourceList, 'All sources.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getSource = createRoute({
  method: 'get',
  path: '/api/sources/{id}',
  operationId: 'getSource',
  tags: [TAGS.sources],
  summary: 'Get a source with the ids of its cards',
  request: { params: SourceAddress, query: NO_QUERY },
  responses: { 200: json(SourceWithCards, 'The source.'), 304: NOT_MODIFIED, 404: NOT_FOUND, ...FAILURES },
});

export const listSpeakers = createRoute({
  method: 'get',
  path: '/api/speakers',
  operationId: 'listSpeakers',
  tags: [TAGS.sources],
  summary: 'List speakers',
  description: 'The speakers of the cards, and the outlets that passed their words on. Most frequent first.',
  request: { query: NO_QUERY },
  responses: { 200: json(SpeakerList, 'All speakers with their numbers of cards.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getSpeaker = createRoute({
  method: 'get',
  path: '/api/speakers/{id}',
  operationId: 'getSpeaker',
  tags: [TAGS.sources],
  summary: 'Get a speaker with the ids of their cards',
  request: { params: SpeakerAddress, query: NO_QUERY },
  responses: { 200: json(SpeakerWithCards, 'The speaker.'), 304: NOT_MODIFIED, 404: NOT_FOUND, ...FAILURES },
});

export const listTopics = createRoute({
  method: 'get',
  path: '/api/topics',
  operationId: 'listTopics',
  tags: [TAGS.sources],
  summary: 'List topics',
  description: 'Most frequent first.',
  request: { query: NO_QUERY },
  responses: { 200: json(TopicList, 'All topics with their numbers of cards.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getWatch = createRoute({
  method: 'get',
  path: '/api/watch',
  operationId: 'getWatch',
  tags: [TAGS.sources],
  summary: 'Get the state of the quotes on the pages of their sources',
  description:
    'All sources with an address, with the state of each card. A state changes after three equal results on different days.',
  request: { query: NO_QUERY },
  responses: { 200: json(WatchDocument, 'The results of the watch.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getHealth = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'getHealth',
  tags: [TAGS.service],
  summary: 'Check the health of the service',
  request: { query: NO_QUERY },
  responses: {
    200: { description: 'The service is healthy.', content: { 'application/json': { schema: Health } } },
    ...FAILURES,
    503: {
      description: 'The service is not healthy: pictures cannot be drawn, or the catalogue cannot be read.',
      content: { 'application/json': { schema: Health }, ...FAILURES[503].content },
    },
  },
});

export const getOpenApi = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tags: [TAGS.service],
  summary: 'Get this document (OpenAPI 3.1)',
  request: { query: NO_QUERY },
  responses: {
    200: json(z.looseObject({ openapi: z.string() }), 'The document.'),
    304: NOT_MODIFIED,
    ...FAILURES,
  },
});

export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
export type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;
