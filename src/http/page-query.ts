/**
 * What the address of a page asks for. Other parameters than ours are passed over: links that are shared collect them.
 * Values that we do not know are refused, as the API refuses them.
 */
import { z } from 'zod';
import { KINDS, Status } from '../domain/card.ts';
import type { Problem } from '../domain/problem.ts';
import { SIZE_NAMES, type Size } from '../render/size.ts';
import { THEME_NAMES, type Theme } from '../render/theme.ts';
import type { CardContext } from './context.ts';
import { MAX_SEARCH_CHARACTERS } from './schemas/parameters.ts';

const GalleryQuery = z.object({
  q: z.string().max(MAX_SEARCH_CHARACTERS).optional(),
  topic: z.string().optional(),
  source: z.string().optional(),
  kind: z.enum(KINDS).optional(),
  status: Status.optional(),
  cursor: z.string().optional(),
});
export type GalleryQuery = z.infer<typeof GalleryQuery>;

const PictureQuery = z.object({
  size: z.enum(SIZE_NAMES as [Size, ...Size[]]).optional(),
  theme: z.enum(THEME_NAMES as [Theme, ...Theme[]]).optional(),
});
/** The picture that a card's page shows and offers; the og size in the reader's own theme where nothing is chosen. */
export type PictureQuery = z.infer<typeof PictureQuery>;

export const parseGalleryQuery = (c: CardContext) => parseQuery(c, GalleryQuery);
export const parsePictureQuery = (c: CardContext) => parseQuery(c, PictureQuery);

/** Reads the parameters of a schema. An empty value is none: a form sends all its fields. */
function parseQuery<T extends z.ZodRawShape>(c: CardContext, schema: z.ZodObject<T>): Parsed<z.infer<typeof schema>> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const values = (c.req.queries(name) ?? []).filter((value) => value !== '');
    if (values.length > 1) return refuse(name, `${name} is given more than once. Give it once.`);
    if (values[0] !== undefined) given[name] = values[0];
  }
  const { success, data, error } = schema.safeParse(given);
  if (success) return { query: data };
  const [issue] = error.issues;
  const name = String(issue?.path[0]);
  return refuse(name, `${name} has a value that it cannot have. ${issue?.message}.`);
}

type Parsed<T> = { query: T; problem?: undefined } | { query?: undefined; problem: Problem };

function refuse(parameter: string, message: string): { problem: Problem } {
  return { problem: { type: 'bad-parameter', parameter, message } };
}
