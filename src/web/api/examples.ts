/** The examples in the API document: cards and sources of the catalogue, and problems. */
import packageJson from '../../../package.json';
import { isQuoted, type QuotedRecord } from '../../card/record.ts';
import type { Site } from '../../card/site.ts';
import { topicSlug } from '../../card/topic.ts';
import type { ListedSpeaker, Store } from '../../catalog/store.ts';
import { problemDocument } from '../errors.tsx';
import type { Links } from '../links.ts';
import { cardSnippets } from './document-text.ts';
import {
  cardDocument,
  indexDocument,
  sourceDocument,
  sourceWithCards,
  speakerDocument,
  speakerWithCards,
  topicDocument,
} from './documents.ts';
import type { ApiDocument, Operation } from './routes.ts';
import { CardListParameters, explainRefusal, NoParameters } from './schemas/parameters.ts';
import { PROBLEM_MEDIA_TYPE } from './schemas/service.ts';

/** How many of the newest cards are searched for a good example. */
const SEARCHED_CARDS = 50;

type Context = { store: Store; links: Links; site: Site };

/** Adds examples to all operations. An empty catalogue has none. */
export async function addExamples(document: ApiDocument, { store, links, site }: Context): Promise<void> {
  const newest = await store.listCards({ limit: SEARCHED_CARDS });
  const quoted = (newest?.cards ?? []).filter(isQuoted);
  const record = quoted.find(({ card }) => card.kind === 'figure') ?? quoted[0];
  if (!record) return;
  const [speaker] = await store.listSpeakers();
  const ids: Record<string, unknown> = {
    '/api/sources/{id}': record.source.id,
    '/api/speakers/{id}': speaker?.speaker.id,
  };
  const responses = await exampleResponses(record, speaker, { store, links, site });
  for (const [path, { get: operation }] of Object.entries(document.paths ?? {})) {
    if (!operation) continue;
    const id = path in ids ? ids[path] : record.card.id;
    const parameters = exampleParameters(record, links, id);
    for (const parameter of operation.parameters ?? [])
      if ('name' in parameter && parameter.name in parameters) parameter.example = parameters[parameter.name];
    setExample(operation, 200, 'application/json', responses[operation.operationId ?? '']);
    for (const [status, problem] of Object.entries(problemsOf(operation)))
      setExample(operation, status, PROBLEM_MEDIA_TYPE, problem);
  }
}

function setExample(operation: Operation, status: string | number, mediaType: string, example: unknown): void {
  const content = operation.responses?.[status]?.content?.[mediaType];
  if (content && example !== undefined) content.example = example;
}

/** Parameter values that give results, by name. */
function exampleParameters({ card, source }: QuotedRecord, links: Links, id: unknown): Record<string, unknown> {
  return {
    id,
    variant: 'square-dark',
    url: links.page(card.id),
    q: card.topics[0],
    topic: topicSlug(card.topics[0] ?? ''),
    source: source.id,
    kind: card.kind,
    status: card.status,
    nature: 'count',
    related: 'contradicts',
    language: card.language ?? 'en',
    ids: card.id,
    from: '2000',
    until: '2100-12',
    updated_since: '2026-01-31',
    sort: '-asOf',
    fields: 'embed',
    limit: 5,
  };
}

/** Responses by operation. */
async function exampleResponses(
  record: QuotedRecord,
  speaker: ListedSpeaker | undefined,
  { store, links, site }: Context,
): Promise<Record<string, unknown>> {
  // Without the watch state, which could change the document every day.
  const listed = cardDocument({ ...record, watch: null }, links, { report: site.report });
  const card = { ...listed, embed: cardSnippets(record, links) };
  const list = { cards: [listed], total: 1, match: null, unknownWords: [], next: null };
  const source = sourceDocument(record.source);
  const fromSource = await store.cardsOf(source.id);
  const topics = (await store.listTopics()).slice(0, 2).map(topicDocument);
  return {
    getIndex: indexDocument({ links, site, version: packageJson.version }),
    listCards: list,
    getTopicFile: list,
    getCard: card,
    getCardFile: card,
    listSources: { sources: [source], total: 1 },
    getSource: sourceWithCards(
      record.source,
      fromSource.map((taken) => taken.card.id),
      { links, site },
    ),
    ...(speaker && {
      listSpeakers: {
        speakers: [{ ...speakerDocument(speaker.speaker), count: speaker.cards.length }],
        total: 1,
        next: null,
      },
      getSpeaker: speakerWithCards(speaker.speaker, [...speaker.cards], { links, site }),
    }),
    getWatch: { watch: null },
    getHealth: {
      status: 'ok',
      version: packageJson.version,
      code: '3f9c2a1b',
      catalog: store.revision,
      ...store.counts,
      drawing: 'ok',
    },
    listTopics: { topics, total: topics.length },
  };
}

const NOT_FOUND: Record<string, 'source-not-found' | 'speaker-not-found' | 'topic-not-found'> = {
  getSource: 'source-not-found',
  getSpeaker: 'speaker-not-found',
  getTopicFile: 'topic-not-found',
};

/** The problems of an operation, by status. */
function problemsOf({ operationId }: Operation) {
  const { error: refusal } =
    operationId === 'listCards' ? CardListParameters.safeParse({ limit: '0' }) : NoParameters.safeParse({ page: '2' });
  return {
    400: refusal && problemDocument(explainRefusal(refusal, {})),
    404: problemDocument({ type: NOT_FOUND[operationId ?? ''] ?? 'card-not-found', id: '', slug: '' }),
    405: problemDocument({ type: 'method-not-allowed' }),
    500: problemDocument({ type: 'internal-error' }),
    503: problemDocument({ type: 'catalog-unavailable' }),
  };
}
