/** The parameters that requests may carry. Each rule is written once: it describes the parameter and explains its refusal. */
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

/** Longer than any cursor that pages are given: the longest id and two dates, encoded. */
const MAX_CURSOR_CHARACTERS = 400;
const MAX_NAME_CHARACTERS = 80;

/** The format of an id, as JSON Schema. */
const { pattern, maxLength } = z.toJSONSchema(Id);

/** What each parameter of a list has to be. */
export const RULES = {
  q: `must be at most ${MAX_SEARCH_CHARACTERS} characters`,
  topic: 'must be the slug or the name of a topic that /api/topics lists',
  source: 'must be the id of a source that /api/sources lists',
  kind: `must be one of ${KINDS.join(', ')}`,
  status: `must be one of ${Status.options.join(', ')}`,
  nature: `must be one of ${Nature.options.join(', ')}`,
  related: `must be one of ${RELATIONS.join(', ')}`,
  limit: `must be a whole number from ${LIMIT.minimum} to ${LIMIT.maximum}`,
  cursor: 'must be what "next" says on the page before, with all other parameters as they were',
} as const;

/** The parameters of an address, and no others. */
function only<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  const known = names.length > 0 ? `the parameters here are ${names.join(', ')}` : 'this address takes no parameters';
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `is not known: ${known}` : undefined),
  });
}

/** Text of so many characters at most, counted as JSON Schema counts them: an emoji is one. */
const text = (rule: string, max: number) =>
  z
    .string(rule)
    .refine((value) => [...value].length <= max, rule)
    .openapi({ maxLength: max });

const described = (parameter: keyof typeof RULES, purpose: string) => ({
  description: `${purpose} It ${RULES[parameter]}.`,
});

export const NoParameters = only({});

/** The same for a route. To the types it is no query at all, so that a typed client need not send an empty one. */
export const NO_QUERY = NoParameters as unknown as undefined;

export const CardListParameters = only({
  q: text(RULES.q, MAX_SEARCH_CHARACTERS)
    .optional()
    .openapi(
      described('q', 'Words and numbers to search for; the best match comes first. Small typing errors are forgiven.'),
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
      ...described('source', 'Only cards taken from this source, and comparisons with one of them.'),
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
    .openapi(described('related', `Only cards that have this relation to another one. ${RELATION_MEANINGS}`)),
  limit: z
    .string(RULES.limit)
    .regex(/^[1-9]\d{0,2}$/, RULES.limit)
    .transform(Number)
    .pipe(z.int().max(LIMIT.maximum, RULES.limit))
    .default(LIMIT.default)
    .openapi({ type: 'integer', ...LIMIT, ...described('limit', 'How many cards a page holds at most.') }),
  cursor: text(RULES.cursor, MAX_CURSOR_CHARACTERS)
    .optional()
    .openapi(described('cursor', 'Where the page begins; the first page where not given.')),
});
export type CardListParameters = z.output<typeof CardListParameters>;

/** The parameters of a list that is not searched. */
export const PageParameters = only({
  limit: CardListParameters.shape.limit,
  cursor: CardListParameters.shape.cursor,
});

/** An id in an address. One that can never be an id is nowhere, and answers 404 like one that nothing has. */
const id = (what: string) => z.string().openapi({ description: `The id of ${what}.`, pattern, maxLength });

export const CardAddress = z.object({ id: id('a card') });
export const SourceAddress = z.object({ id: id('a source') });
export const SpeakerAddress = z.object({ id: id('a speaker') });

export type BadParameter = Extract<Problem, { type: 'bad-parameter' }>;

/** A name that nobody has given us before is repeated to this length. */
const REPEATED_CHARACTERS = 40;

/** What is wrong with a parameter, in a message that does not include its value. */
export function badParameter(parameter: string, rule: string): BadParameter {
  const name = parameter.slice(0, REPEATED_CHARACTERS);
  return { type: 'bad-parameter', parameter: name, message: `${name} ${rule}.` };
}

/** The first thing that a schema of parameters finds wrong. `given` holds every value of each parameter. */
export function explainRefusal({ issues }: ZodError, given: Record<string, string[]>): BadParameter {
  const issue = issues[0];
  if (issue?.code === 'unrecognized_keys') return badParameter(issue.keys[0] ?? '', issue.message);
  const name = String(issue?.path[0] ?? '');
  if ((given[name]?.length ?? 0) > 1) return badParameter(name, 'is given more than once: give it once');
  return badParameter(name, issue?.message ?? '');
}

/** The parameter that asks for a topic or a source that the catalogue does not have. */
export async function findUnknownChoice(
  { topic, source }: Pick<CardListParameters, 'topic' | 'source'>,
  store: Store,
): Promise<BadParameter | undefined> {
  if (topic !== undefined && !(await store.getTopic(topic))) return badParameter('topic', RULES.topic);
  if (source !== undefined && !(await store.getSource(source))) return badParameter('source', RULES.source);
  return undefined;
}
