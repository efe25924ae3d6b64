/** The routes of the JSON API: what each takes and answers. The handlers are in api.ts. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { CardDocument, CardList, CorrectionList, SourceList, SourceWithCards, WatchDocument } from './schemas/card.ts';
import {
  CardAddress,
  CardListParameters,
  NO_QUERY,
  PageParameters,
  SourceAddress,
  SpeakerAddress,
} from './schemas/parameters.ts';
import { Health, PROBLEM_MEDIA_TYPE, ProblemDocument, TopicList } from './schemas/service.ts';
import { SpeakerList, SpeakerWithCards } from './schemas/speaker.ts';

export const TAGS = {
  cards: 'Cards',
  sources: 'Sources, speakers and topics',
  pictures: 'Pictures',
  embedding: 'Embedding and following',
  service: 'Service',
} as const;

const ETAG = {
  ETag: {
    description: 'Send it as If-None-Match, and an answer that has not changed is 304.',
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

export const NOT_MODIFIED = { description: 'The caller has this answer already.' };

/** How every request can fail. */
export const FAILURES = {
  400: problem('A parameter is unknown, given twice, or has a value that it cannot have.'),
  405: problem('The answer to every method but GET, HEAD and OPTIONS.'),
  500: problem('The fault is ours.'),
  503: problem('The catalogue cannot be read just now.'),
};
export const NOT_FOUND = problem('Nothing has this id.');

export const listCards = createRoute({
  method: 'get',
  path: '/api/cards',
  operationId: 'listCards',
  tags: [TAGS.cards],
  summary: 'Cards by words, topic, source, kind, status, nature and relation',
  description:
    'The newest first; with words to search for, the best match first. A card has to be all that is asked for.',
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

export const getCard = createRoute({
  method: 'get',
  path: '/api/cards/{id}',
  operationId: 'getCard',
  tags: [TAGS.cards],
  summary: 'A card',
  request: { params: CardAddress, query: NO_QUERY },
  responses: { 200: json(CardDocument, 'The card.'), 304: NOT_MODIFIED, 404: NOT_FOUND, ...FAILURES },
});

/** The same document as getCard, at the address of the card's page with `.json`. */
export const getCardFile = createRoute({
  ...getCard,
  path: '/cards/{id}.json',
  operationId: 'getCardFile',
  summary: 'A card, by the address of its page',
  description: 'The same document as at /api/cards/{id}.',
});

export const listCorrections = createRoute({
  method: 'get',
  path: '/api/corrections',
  operationId: 'listCorrections',
  tags: [TAGS.cards],
  summary: 'What has changed in cards since they were published',
  description: 'Every entry of every history, the newest first.',
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
  summary: 'All sources',
  request: { query: NO_QUERY },
  responses: { 200: json(SourceList, 'Every source.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getSource = createRoute({
  method: 'get',
  path: '/api/sources/{id}',
  operationId: 'getSource',
  tags: [TAGS.sources],
  summary: 'A source, with the ids of its cards',
  request: { params: SourceAddress, query: NO_QUERY },
  responses: { 200: json(SourceWithCards, 'The source.'), 304: NOT_MODIFIED, 404: NOT_FOUND, ...FAILURES },
});

export const listSpeakers = createRoute({
  method: 'get',
  path: '/api/speakers',
  operationId: 'listSpeakers',
  tags: [TAGS.sources],
  summary: 'All speakers',
  description: 'Who says what cards state, and the outlets that it came through. The most frequent first.',
  request: { query: NO_QUERY },
  responses: { 200: json(SpeakerList, 'Every speaker, with its number of cards.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getSpeaker = createRoute({
  method: 'get',
  path: '/api/speakers/{id}',
  operationId: 'getSpeaker',
  tags: [TAGS.sources],
  summary: 'A speaker, with the ids of its cards',
  request: { params: SpeakerAddress, query: NO_QUERY },
  responses: { 200: json(SpeakerWithCards, 'The speaker.'), 304: NOT_MODIFIED, 404: NOT_FOUND, ...FAILURES },
});

export const listTopics = createRoute({
  method: 'get',
  path: '/api/topics',
  operationId: 'listTopics',
  tags: [TAGS.sources],
  summary: 'All topics',
  description: 'The most frequent first.',
  request: { query: NO_QUERY },
  responses: { 200: json(TopicList, 'Every topic, with its number of cards.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getWatch = createRoute({
  method: 'get',
  path: '/api/watch',
  operationId: 'getWatch',
  tags: [TAGS.sources],
  summary: 'What became of the quotes on the pages of their sources',
  description:
    'Every source that has an address, with the state of each of its cards. A state changes after three equal looks on different days.',
  request: { query: NO_QUERY },
  responses: { 200: json(WatchDocument, 'What the watch found.'), 304: NOT_MODIFIED, ...FAILURES },
});

export const getHealth = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'getHealth',
  tags: [TAGS.service],
  summary: 'Whether the service is well',
  request: { query: NO_QUERY },
  responses: {
    200: { description: 'It is.', content: { 'application/json': { schema: Health } } },
    ...FAILURES,
    503: {
      description: 'It is not: no picture can be drawn, or the catalogue cannot be read just now.',
      content: { 'application/json': { schema: Health }, ...FAILURES[503].content },
    },
  },
});

export const getOpenApi = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tags: [TAGS.service],
  summary: 'This document (OpenAPI 3.1)',
  request: { query: NO_QUERY },
  responses: {
    200: json(z.looseObject({ openapi: z.string() }), 'The document.'),
    304: NOT_MODIFIED,
    ...FAILURES,
  },
});

export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
export type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;
