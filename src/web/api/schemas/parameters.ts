/** The parameters of requests. Each rule is a single text, used in descriptions and error messages. */
import { z } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import { firstDay, isDate, lastDay } from '../../../card/date.ts';
import { KINDS } from '../../../card/kind.ts';
import type { Problem } from '../../../card/problem.ts';
import { RELATION_MEANINGS, RELATIONS } from '../../../card/related.ts';
import { Id } from '../../../card/source.ts';
import { Nature, Status } from '../../../card/status.ts';
import { topicSlug } from '../../../card/topic.ts';
import { type CardQuery, SORTS, type Store } from '../../../catalog/store.ts';
import { CARD_FIELDS } from './card.ts';

export const MAX_SEARCH_CHARACTERS = 200;
export const LIMIT = { minimum: 1, maximum: 100, default: 20 } as const;

/** Longer than any cursor: the longest id and two dates, encoded. */
const MAX_CURSOR_CHARACTERS = 400;
const MAX_NAME_CHARACTERS = 80;

const MAX_IDS = 100;
const MAX_TAG_CHARACTERS = 35;

/** The format of an id, as JSON Schema. */
const { pattern, maxLength } = z.toJSONSchema(Id);

const id = String(pattern).slice(1, -1);
const ID_LIST = `^${id}(?:,${id}){0,${MAX_IDS - 1}}$`;
const FIELD_LIST = `^(?:${CARD_FIELDS.join('|')})(?:,(?:${CARD_FIELDS.join('|')}))*$`;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/;
const ABOUT = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const MAX_NUMBER = 999_999_999_999_999;

/** The rules of the list parameters. */
export const RULES = {
  q: `must be at most ${MAX_SEARCH_CHARACTERS} characters`,
  topic: 'must be the slug or the name of a topic that /api/topics lists',
  source: 'must be the id of a source that /api/sources lists',
  speaker: 'must be the id of a speaker that /api/speakers lists',
  kind: `must be one of ${KINDS.join(', ')}`,
  status: `must be one of ${Status.options.join(', ')}`,
  nature: `must be one of ${Nature.options.join(', ')}`,
  related: `must be one of ${RELATIONS.join(', ')}`,
  language: 'must be the language of a card, as a tag such as en or de-AT',
  ids: `must be the ids of 1 to ${MAX_IDS} cards, separated by commas`,
  min: 'must be a number such as 1000 or -2.5',
  max: 'must be a number such as 1000 or -2.5',
  from: 'must be a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD',
  until: 'must be a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD',
  updated_since: 'must be a day: YYYY-MM-DD',
  sort: `must be one of ${SORTS.join(', ')}`,
  fields: 'must be fields of a card, separated by commas, such as id,sentence,links',
  limit: `must be a whole number from ${LIMIT.minimum} to ${LIMIT.maximum}`,
  cursor: 'must be the value of "next" on the previous page, with all other parameters unchanged',
} as const;

/** A schema that rejects unknown parameters. */
function only<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  const known = names.length > 0 ? `Known parameters: ${names.join(', ')}` : 'This address takes no parameters';
  const schema = z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `is unknown. ${known}` : undefined),
  });
  return parseOnlyGiven(schema);
}

/** Zod parses absent parameters, too. This parses the given ones; Zod explains what is wrong. */
function parseOnlyGiven<Schema extends z.ZodObject>(schema: Schema): Schema {
  const fields = Object.entries(schema.shape).map(([name, field]) => ({
    name,
    field,
    absent: z.safeParse(field, undefined),
  }));
  const parse = schema.safeParseAsync;
  function quick(given: Record<string, unknown>): z.output<Schema> | undefined {
    const parsed: Record<string, unknown> = {};
    let found = 0;
    for (const { name, field, absent } of fields) {
      const isGiven = Object.hasOwn(given, name);
      const { success, data } = isGiven ? z.safeParse(field, given[name]) : absent;
      if (!success) return undefined;
      if (isGiven) found += 1;
      if (data !== undefined) parsed[name] = data;
    }
    return found === Object.keys(given).length ? (parsed as z.output<Schema>) : undefined;
  }
  schema.safeParseAsync = async (given, params) => {
    const data = quick(given as Record<string, unknown>);
    return data === undefined ? parse(given, params) : { success: true, data };
  };
  return schema;
}

/** A text with a maximum length, counted as in JSON Schema: an emoji is one character. */
const text = (rule: string, max: number) =>
  z
    .string(rule)
    .refine((value) => [...value].length <= max, rule)
    .openapi({ maxLength: max });

/** A list in a parameter: "a,b". */
const listed = (rule: string, format: string) =>
  z
    .string(rule)
    .regex(new RegExp(format), rule)
    .transform((value) => value.split(','))
    .openapi({ type: 'string', pattern: format });

const number = (rule: string) =>
  z
    .string(rule)
    .regex(NUMBER, rule)
    .transform(Number)
    .openapi({ type: 'number', minimum: -MAX_NUMBER, maximum: MAX_NUMBER });

/** The first or the last day of a year, month or day. */
const day = (rule: string, dayOf: (date: string) => string) =>
  z
    .string(rule)
    .regex(ABOUT, rule)
    .refine(isDate, rule)
    .transform(dayOf)
    .openapi({ type: 'string', pattern: ABOUT.source });

const described = (parameter: keyof typeof RULES, purpose: string) => ({
  description: `${purpose} It ${RULES[parameter]}.`,
});

export const NoParameters = only({});

/** The same for a route. Typed as no query, so that typed clients need not send an empty one. */
export const NO_QUERY = NoParameters as unknown as undefined;

const filters = {
  q: text(RULES.q, MAX_SEARCH_CHARACTERS)
    .optional()
    .openapi(
      described(
        'q',
        'Words and numbers to search for, best match first. If no card has all words, cards with similar words or with most of them; match and unknownWords say which.',
      ),
    ),
  topic: text(RULES.topic, MAX_NAME_CHARACTERS)
    .min(1, RULES.topic)
    .transform(topicSlug)
    .optional()
    .openapi(described('topic', 'Only cards of this topic.')),
  source: z
    .string(RULES.source)
    .optional()
    .openapi({
      ...described('source', 'Only cards from this source, and comparisons with one of them.'),
      pattern,
      maxLength,
    }),
  speaker: z
    .string(RULES.speaker)
    .optional()
    .openapi({
      ...described('speaker', 'Only cards that name this speaker in their attribution.'),
      pattern,
      maxLength,
    }),
  kind: z.enum(KINDS, RULES.kind).optional().openapi(described('kind', 'Only cards of this kind.')),
  status: z.enum(Status.options, RULES.status).optional().openapi(described('status', 'Only cards of this status.')),
  nature: z
    .enum(Nature.options, RULES.nature)
    .optional()
    .openapi(described('nature', 'Only figures, claims and events of this nature.')),
  related: z
    .enum(RELATIONS, RULES.related)
    .optional()
    .openapi(described('related', `Only cards with this relation to another card. ${RELATION_MEANINGS}`)),
  language: text(RULES.language, MAX_TAG_CHARACTERS)
    .optional()
    .openapi(described('language', 'Only cards in this language; de includes de-AT.')),
  ids: listed(RULES.ids, ID_LIST).optional().openapi(described('ids', 'Only these cards.')),
  min: number(RULES.min)
    .optional()
    .openapi(described('min', 'Only figures of at least this number; “up to 1,000” counts as 1000.')),
  max: number(RULES.max)
    .optional()
    .openapi(described('max', 'Only figures of at most this number; “over 1,000” counts as 1000.')),
  from: day(RULES.from, firstDay).optional().openapi(described('from', 'Only cards about this time or a later one.')),
  until: day(RULES.until, lastDay)
    .optional()
    .openapi(described('until', 'Only cards about this time or an earlier one.')),
  updated_since: z.iso
    .date(RULES.updated_since)
    .optional()
    .openapi(described('updated_since', 'Only cards that changed on this day or later.')),
};

/** The parameters of all cards at once. */
export const CardFilters = only(filters);
export type CardFilters = z.output<typeof CardFilters>;

export const CardListParameters = only({
  ...filters,
  sort: z
    .enum(SORTS, RULES.sort)
    .optional()
    .openapi(
      described(
        'sort',
        'The order; - is descending. Without it, a search gives the best match first, and other lists the newest card.',
      ),
    ),
  fields: listed(RULES.fields, FIELD_LIST)
    .optional()
    .openapi(
      described(
        'fields',
        'Only these fields of each card. Lists omit the snippets: embed alone adds them to all other fields.',
      ),
    ),
  limit: z
    .string(RULES.limit)
    .regex(/^[1-9]\d{0,2}$/, RULES.limit)
    .transform(Number)
    .pipe(z.int().max(LIMIT.maximum, RULES.limit))
    .default(LIMIT.default)
    .openapi({ type: 'integer', ...LIMIT, ...described('limit', 'The maximum number of cards per page.') }),
  cursor: text(RULES.cursor, MAX_CURSOR_CHARACTERS)
    .optional()
    .openapi(described('cursor', 'The start of the page. The default is the first page.')),
});
export type CardListParameters = z.output<typeof CardListParameters>;

/** The parameters of a list without search. */
export const PageParameters = only({
  limit: CardListParameters.shape.limit,
  cursor: CardListParameters.shape.cursor,
});

/** An id in an address. Malformed ids give 404, like unknown ids. */
const idOf = (what: string) => z.string().openapi({ description: `The id of ${what}.`, pattern, maxLength });

export const CardAddress = z.object({ id: idOf('a card') });
export const SourceAddress = z.object({ id: idOf('a source') });
export const SpeakerAddress = z.object({ id: idOf('a speaker') });

export const TopicAddress = z.object({
  topic: z
    .string()
    .openapi({ description: 'The slug of a topic, which /api/topics lists.', maxLength: MAX_NAME_CHARACTERS }),
});

export type BadParameter = Extract<Problem, { type: 'bad-parameter' }>;

/** The maximum length of an unknown parameter name in a message. */
const REPEATED_CHARACTERS = 40;

/** A problem with a parameter. The message does not contain its value. */
export function badParameter(parameter: string, rule: string): BadParameter {
  const name = parameter.slice(0, REPEATED_CHARACTERS);
  return { type: 'bad-parameter', parameter: name, message: `${name} ${rule}.` };
}

/** The first problem that a schema finds. `given`: all values of each parameter. */
export function explainRefusal({ issues }: ZodError, given: Record<string, string[]>): BadParameter {
  const issue = issues[0];
  if (issue?.code === 'unrecognized_keys') return badParameter(issue.keys[0] ?? '', issue.message);
  const name = String(issue?.path[0] ?? '');
  if ((given[name]?.length ?? 0) > 1) return badParameter(name, 'is given more than once');
  return badParameter(name, issue?.message ?? '');
}

/** A problem if a query names something that does not exist. */
export async function findUnknownChoice(
  { topic, source, speaker, language, ids }: ListConditions,
  store: Store,
): Promise<BadParameter | undefined> {
  const refuse = (parameter: keyof typeof RULES) => badParameter(parameter, RULES[parameter]);
  const count = async (query: CardQuery) => (await store.listCards({ ...query, limit: 0 }))?.total;
  if (topic !== undefined && !(await store.getTopic(topic))) return refuse('topic');
  if (source !== undefined && !(await store.getSource(source))) return refuse('source');
  if (speaker !== undefined && !(await store.getSpeaker(speaker))) return refuse('speaker');
  if (language !== undefined && (await count({ language })) === 0) return refuse('language');
  if (ids !== undefined && (await count({ ids })) !== new Set(ids).size) return refuse('ids');
  return undefined;
}
type ListConditions = Pick<CardQuery, 'topic' | 'source' | 'speaker' | 'language' | 'ids'>;
