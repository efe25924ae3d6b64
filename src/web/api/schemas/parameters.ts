/** The parameters of requests. Each rule is a single text, used in descriptions and error messages. */
import { z } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import { KINDS } from '../../../card/kind.ts';
import type { Problem } from '../../../card/problem.ts';
import { RELATION_MEANINGS, RELATIONS } from '../../../card/related.ts';
import { Id } from '../../../card/source.ts';
import { Nature, Status } from '../../../card/status.ts';
import { topicSlug } from '../../../card/topic.ts';
import type { Store } from '../../../catalog/store.ts';

export const MAX_SEARCH_CHARACTERS = 200;
export const LIMIT = { minimum: 1, maximum: 100, default: 20 } as const;

/** Longer than any cursor: the longest id and two dates, encoded. */
const MAX_CURSOR_CHARACTERS = 400;
const MAX_NAME_CHARACTERS = 80;

/** The format of an id, as JSON Schema. */
const { pattern, maxLength } = z.toJSONSchema(Id);

/** The rules of the list parameters. */
export const RULES = {
  q: `must be at most ${MAX_SEARCH_CHARACTERS} characters`,
  topic: 'must be the slug or the name of a topic that /api/topics lists',
  source: 'must be the id of a source that /api/sources lists',
  kind: `must be one of ${KINDS.join(', ')}`,
  status: `must be one of ${Status.options.join(', ')}`,
  nature: `must be one of ${Nature.options.join(', ')}`,
  related: `must be one of ${RELATIONS.join(', ')}`,
  limit: `must be a whole number from ${LIMIT.minimum} to ${LIMIT.maximum}`,
  cursor: 'must be the value of "next" on the previous page, with all other parameters unchanged',
} as const;

/** A schema that rejects unknown parameters. */
function only<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  const known = names.length > 0 ? `Known parameters: ${names.join(', ')}` : 'This address takes no parameters';
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `is unknown. ${known}` : undefined),
  });
}

/** A text with a maximum length, counted as in JSON Schema: an emoji is one character. */
const text = (rule: string, max: number) =>
  z
    .string(rule)
    .refine((value) => [...value].length <= max, rule)
    .openapi({ maxLength: max });

const described = (parameter: keyof typeof RULES, purpose: string) => ({
  description: `${purpose} It ${RULES[parameter]}.`,
});

export const NoParameters = only({});

/** The same for a route. Typed as no query, so that typed clients need not send an empty one. */
export const NO_QUERY = NoParameters as unknown as undefined;

const filters = {
  q: text(RULES.q, MAX_SEARCH_CHARACTERS)
    .optional()
    .openapi(described('q', 'Words and numbers to search for, best match first. Tolerates small typing errors.')),
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
};

/** The parameters of all cards at once. */
export const CardFilters = only(filters);
export type CardFilters = z.output<typeof CardFilters>;

export const CardListParameters = only({
  ...filters,
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
const id = (what: string) => z.string().openapi({ description: `The id of ${what}.`, pattern, maxLength });

export const CardAddress = z.object({ id: id('a card') });
export const SourceAddress = z.object({ id: id('a source') });
export const SpeakerAddress = z.object({ id: id('a speaker') });

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

/** A problem if the topic or source of a query does not exist. */
export async function findUnknownChoice(
  { topic, source }: Pick<CardListParameters, 'topic' | 'source'>,
  store: Store,
): Promise<BadParameter | undefined> {
  if (topic !== undefined && !(await store.getTopic(topic))) return badParameter('topic', RULES.topic);
  if (source !== undefined && !(await store.getSource(source))) return badParameter('source', RULES.source);
  return undefined;
}
