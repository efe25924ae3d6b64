/**
 * Parses the queries of pages with the rules of the API. Unknown parameters are ignored, because shared links collect them.
 * Empty values count as absent, because forms send all fields.
 */
import { z } from '@hono/zod-openapi';
import { SIZE_NAMES, type Size, THEME_NAMES, type Theme } from '../../render/variant.ts';
import {
  type BadParameter,
  badParameter,
  CardListParameters,
  explainRefusal,
  findUnknownChoice,
  RULES,
} from '../api/schemas/parameters.ts';
import type { CardContext } from '../context.ts';

const GalleryParameters = z.object(CardListParameters.shape).pick({
  q: true,
  topic: true,
  source: true,
  speaker: true,
  kind: true,
  status: true,
  nature: true,
  related: true,
  sort: true,
  cursor: true,
});
export type GalleryQuery = z.output<typeof GalleryParameters>;

const oneOf = (names: readonly string[]) => `must be one of ${names.join(', ')}`;
const PictureParameters = z.object({
  size: z.enum(SIZE_NAMES as [Size, ...Size[]], oneOf(SIZE_NAMES)).optional(),
  theme: z.enum(THEME_NAMES as [Theme, ...Theme[]], oneOf(THEME_NAMES)).optional(),
});
/** The picture on a card's page. The default is the og size in the reader's theme. */
export type PictureQuery = z.output<typeof PictureParameters>;

const PageParameters = GalleryParameters.pick({ cursor: true });
const FeedParameters = GalleryParameters.pick({ topic: true });

type Parsed<T> = { query: T; problem?: undefined } | { query?: undefined; problem: BadParameter };

export async function parseGalleryQuery(c: CardContext): Promise<Parsed<GalleryQuery>> {
  const parsed = parseQuery(c, GalleryParameters);
  const unknown = parsed.query && (await findUnknownChoice(parsed.query, c.var.store));
  return unknown ? { problem: unknown } : parsed;
}

export const parsePictureQuery = (c: CardContext) => parseQuery(c, PictureParameters);
export const parseThemeQuery = (c: CardContext) => parseQuery(c, PictureParameters.pick({ theme: true }));
export const parsePageQuery = (c: CardContext) => parseQuery(c, PageParameters);
export const parseFeedQuery = (c: CardContext) => parseQuery(c, FeedParameters);

/** A cursor that is not from this list. */
export const BAD_CURSOR = badParameter('cursor', RULES.cursor);

/** A page of a list in memory. `start`: the number of items before it. */
export type ListPart<T> = {
  items: readonly T[];
  start: number;
  total: number;
  /** The page before, by its cursor, which the first page has not; null on the first. */
  previous: { cursor: string | undefined } | null;
  next: string | undefined;
};

/** The number of entries on a page of an index. */
const ENTRIES_PER_PAGE = 60;

/** The page after a cursor, which is the id of the last item before it; undefined if no item has this id. */
export function partOf<T>(
  all: readonly T[],
  { cursor, idOf, size = ENTRIES_PER_PAGE }: { cursor?: string | undefined; idOf(item: T): string; size?: number },
): ListPart<T> | undefined {
  const idAt = (at: number) => {
    const item = all[at];
    return item === undefined ? undefined : idOf(item);
  };
  const start = cursor === undefined ? 0 : all.findIndex((item) => idOf(item) === cursor) + 1;
  if (cursor !== undefined && start === 0) return undefined;
  const items = all.slice(start, start + size);
  const hasNext = start + size < all.length;
  return {
    items,
    start,
    total: all.length,
    previous: start === 0 ? null : { cursor: idAt(start - size - 1) },
    next: hasNext ? idAt(start + size - 1) : undefined,
  };
}

function parseQuery<Shape extends z.ZodRawShape>(
  c: CardContext,
  schema: z.ZodObject<Shape>,
): Parsed<z.output<z.ZodObject<Shape>>> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, (c.req.queries(name) ?? []).filter((value) => value !== '')]),
  );
  const single = Object.entries(given).map(([name, values]) => [name, values.length > 1 ? values : values[0]]);
  const { success, data, error } = schema.safeParse(Object.fromEntries(single));
  return success ? { query: withoutAbsent(data) } : { problem: explainRefusal(error, given) };
}

/** Removes absent parameters, so that an empty query has no keys. */
function withoutAbsent<T extends object>(query: T): T {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T;
}
