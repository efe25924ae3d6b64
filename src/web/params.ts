/** Parses addresses and parameters into closed types. What does not parse is `undefined`. */
import type { ZodError } from 'zod';
import type { Problem } from '../card/problem.ts';
import { Id } from '../card/source.ts';
import type { Store } from '../catalog/store.ts';
import type { ImageFormat } from '../render/image.ts';
import type { Theme } from '../render/variant.ts';
import { SIZES, type Size } from '../render/variant.ts';
import { type CardListParameters, RULES } from './api/schemas/parameters.ts';

export type ImageVariant = { size: Size; theme: Theme; format: ImageFormat };

/** A card's id, or `undefined` for what can never be one. */
export function parseId(text: string): string | undefined {
  return Id.safeParse(text).data;
}

/** A card, or one of its published revisions. */
export type CardName = { id: string; revision?: string };

/** "wagner-fighters-belarus", and "wagner-fighters-belarus@3f9c2a1b". */
export function parseCardName(text: string): CardName | undefined {
  const [, name = '', revision] = /^([^@]*)(?:@([0-9a-f]{8}))?$/.exec(text) ?? [];
  const id = parseId(name);
  return id === undefined ? undefined : { id, ...(revision === undefined ? {} : { revision }) };
}

/** "wagner-fighters-belarus.png": the og size in the light theme. */
export function parseImageName(file: string): (CardName & ImageVariant) | undefined {
  const match = /^([^./]+)\.(png|svg)$/.exec(file);
  const name = parseCardName(match?.[1] ?? '');
  return name && { ...name, size: 'og', theme: 'light', format: match?.[2] as ImageFormat };
}

/** "square-dark.png" */
export function parseVariant(file: string): ImageVariant | undefined {
  const match = /^([a-z]+)(-dark)?\.(png|svg)$/.exec(file);
  const size = match?.[1] ?? '';
  if (!match || !Object.hasOwn(SIZES, size)) return undefined;
  return { size: size as Size, theme: match[2] ? 'dark' : 'light', format: match[3] as ImageFormat };
}

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

/** The page, or a form with its ending, or a size and theme in a folder of the card's name. QR codes are in capitals. */
const CARD_PATH = /^\/cards\/([^/.]+)(?:\.(?:png|svg|json|md)|\/([^/]+))?\/?$/i;

/** The id of the card that a path names: "/cards/{id}", "/cards/{id}.json", "/cards/{id}/square-dark.png". */
export function cardIdOf(path: string): string | undefined {
  const match = CARD_PATH.exec(path);
  const [, id = '', variant] = match ?? [];
  if (variant !== undefined && !parseVariant(variant)) return undefined;
  return parseId(id.toLowerCase());
}
