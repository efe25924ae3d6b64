/** The tool search_cards: the card list of the API, which here also accepts names of topics and speakers. */
import { z } from 'zod';
import { KINDS } from '../../card/kind.ts';
import { RELATION_MEANINGS, RELATIONS } from '../../card/related.ts';
import { Id } from '../../card/source.ts';
import { findSpeaker } from '../../card/speaker.ts';
import { Nature, Status } from '../../card/status.ts';
import { topicSlug } from '../../card/topic.ts';
import { type CardQuery, SORTS, type Store } from '../../catalog/store.ts';
import { CardListParameters, findUnknownChoice, RULES } from '../api/schemas/parameters.ts';
import { briefCard, THIRD_PARTY_NOTICE } from './brief.ts';
import { ToolProblem, tool } from './tool.ts';

const { from, until, updated_since, cursor } = CardListParameters.shape;
const MAX_NAME = 80;

/** Names are listed in a message up to this number. */
const NAMES_LISTED = 60;

const input = z.strictObject({
  words: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Words and numbers to search for. Read match in the result: all, similar, known, most or some of the words; unknownWords lists those that no card has.',
    ),
  topic: z.string().max(MAX_NAME).optional().describe('The name of a topic.'),
  speaker: z
    .string()
    .max(MAX_NAME)
    .optional()
    .describe('The name or id of the speaker or of an outlet that passed the words on.'),
  source: Id.optional().describe('The id of a source.'),
  kind: z.enum(KINDS).optional(),
  status: z
    .enum(Status.options)
    .optional()
    .describe(Status.description ?? ''),
  nature: z
    .enum(Nature.options)
    .optional()
    .describe(Nature.description ?? ''),
  related: z.enum(RELATIONS).optional().describe(RELATION_MEANINGS),
  language: z.string().max(35).optional().describe('The language of the cards, as a BCP 47 tag, for example en.'),
  from: from.describe(`Only cards about this time or later. It ${RULES.from}.`),
  until: until.describe(`Only cards about this time or earlier. It ${RULES.until}.`),
  min: z.number().optional().describe('Only figures of at least this number.'),
  max: z.number().optional().describe('Only figures of at most this number.'),
  updated_since: updated_since.describe(`Only cards that changed since then. It ${RULES.updated_since}.`),
  sort: z
    .enum(SORTS)
    .optional()
    .describe('The order of the cards. By default, the best match is first, or without words the newest card.'),
  limit: z.int().min(1).max(20).default(10).describe('The maximum number of cards.'),
  cursor: cursor.describe('The value of next in the previous result. Repeat all other parameters unchanged.'),
});

export const searchCards = tool({
  name: 'search_cards',
  title: 'Search cards',
  description:
    'Finds fact cards by words, topic, speaker, kind, time or number. Returns the sentence, the quote and the addresses of each card. Use get_card for the details.',
  input,
  async call({ words, topic, speaker, ...given }, { var: { store, links } }) {
    const query: CardQuery = {
      ...given,
      ...(words === undefined ? {} : { q: words }),
      ...(topic === undefined ? {} : { topic: await topicOf(topic, store) }),
      ...(speaker === undefined ? {} : { speaker: await speakerOf(speaker, store) }),
    };
    const unknown = await findUnknownChoice(query, store);
    if (unknown) throw new ToolProblem(unknown.message);
    const { limit, cursor: after, sort } = given;
    const page = await store.listCards({ ...query, limit, cursor: after, sort });
    if (!page) throw new ToolProblem(`cursor ${RULES.cursor}.`);
    const cards = page.cards.map((record) => briefCard(record, links));
    const { total, match, unknownWords, next } = page;
    return { result: { notice: THIRD_PARTY_NOTICE, cards, total, match, unknownWords, next } };
  },
});

async function topicOf(name: string, store: Store): Promise<string> {
  const slug = topicSlug(name);
  if (await store.getTopic(slug)) return slug;
  throw new ToolProblem(
    `There is no topic with this name. ${listed((await store.listTopics()).map((topic) => topic.name))}`,
  );
}

async function speakerOf(name: string, store: Store): Promise<string> {
  const speakers = (await store.listSpeakers()).map(({ speaker }) => speaker);
  const found = speakers.find(({ id }) => id === name) ?? findSpeaker(speakers, name);
  if (found) return found.id;
  throw new ToolProblem(
    `No speaker with this name or id is listed. Use words to search for the name instead. ${listed(speakers.map((speaker) => speaker.name))}`,
  );
}

/** "The most frequent: a; b; c." */
const listed = (names: string[]) =>
  names.length === 0 ? 'The catalogue lists none.' : `The most frequent: ${names.slice(0, NAMES_LISTED).join('; ')}.`;
