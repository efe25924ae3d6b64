/** What is wrong with the parameters of a request, in words. */
import type { ZodError } from 'zod';
import type { Problem } from '../card/problem.ts';
import type { Store } from '../catalog/store.ts';
import { type CardListParameters, RULES } from './api/schemas/parameters.ts';

export type BadParameter = Extract<Problem, { type: 'bad-parameter' }>;

/** A name that nobody has given us before is repeated to this length. */
const MAX_NAME_CHARACTERS = 40;

/** What is wrong with a parameter, in words that hold nothing of its value. */
export function badParameter(parameter: string, rule: string): BadParameter {
  const name = parameter.slice(0, MAX_NAME_CHARACTERS);
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
