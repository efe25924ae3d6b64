/** The kind-specific part of a card's document: the fields of its kind, and null for the fields of other kinds. */
import { z } from '@hono/zod-openapi';
import type { QuotedCard } from '../../../card/card.ts';
import {
  isQuotedKind,
  type Kind,
  PARTS,
  type PartOf,
  type QuotedKind,
  quotedSpecOf,
  specOf,
} from '../../../card/kind.ts';

/** Unlike `nullable()`, does not make every reference to a named schema nullable in the API document. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);

/** Names a schema of card/. Copies it, because `openapi` only exists on schemas created after this module is loaded. */
export function namedSchema(name: string, { shape, description }: z.ZodObject): z.ZodObject {
  return z.strictObject(shape).openapi(name, { description });
}

export const capitalise = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Objects become named schemas. */
const PART_SCHEMAS = Object.entries<{ schema: z.ZodType }>(PARTS).map(
  ([name, { schema }]) =>
    [name, schema instanceof z.ZodObject ? namedSchema(capitalise(name), schema) : schema] as const,
);

type Parts = typeof PARTS;
type PartShape<K extends Kind> = {
  [Part in keyof Parts]: Part extends PartOf<K> ? Parts[Part]['schema'] : z.ZodNull;
};

/** The kind-specific fields. */
export function partShape<K extends Kind>(kind: K): PartShape<K> {
  const own = specOf({ kind }).document;
  const fields = PART_SCHEMAS.map(([name, schema]) => [name, name in own ? schema : z.null()]);
  return Object.fromEntries(fields) as PartShape<K>;
}

/** A field that only quoted kinds have. */
export function ofQuoted<K extends Kind, Schema extends z.ZodType>(kind: K, schema: Schema) {
  return (isQuotedKind(kind) ? schema : z.null()) as K extends QuotedKind ? Schema : z.ZodNull;
}

/** The date that a card is about. Nullable unless the kind requires it. */
export function asOfSchema<K extends Kind, Fact extends z.ZodType>(kind: K, fact: Fact) {
  const { asOf } = isQuotedKind(kind) ? quotedSpecOf({ kind }).fields : {};
  const schema = asOf?.safeParse(null).success ? orNull(fact) : fact;
  return ofQuoted(kind, schema.openapi({ description: asOf?.description })) as K extends QuotedKind
    ? AsOf<K, Fact>
    : z.ZodNull;
}
type AsOf<K extends QuotedKind, Fact extends z.ZodType> = null extends Extract<QuotedCard, { kind: K }>['asOf']
  ? ReturnType<typeof orNull<Fact>>
  : Fact;
