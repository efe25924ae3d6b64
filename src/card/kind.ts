/** Looks up the kind of a card, and combines the fields of all kinds. Pure. */
import { z } from 'zod';
import { type FrozenField, type FrozenFields, frozenField } from './frozen.ts';
import { frozenOfAll } from './kinds/fields.ts';
import { COMPARED_KINDS, QUOTED_KINDS } from './kinds/kinds.ts';
import type { KindSpec, QuotedSpec } from './kinds/spec.ts';

const SPECS = { ...QUOTED_KINDS, ...COMPARED_KINDS };
type Specs = typeof SPECS;

export type Kind = keyof Specs;
export type QuotedKind = keyof typeof QUOTED_KINDS;
export const KINDS = Object.keys(SPECS) as [Kind, ...Kind[]];
export const QUOTED_KIND_NAMES = Object.keys(QUOTED_KINDS) as [QuotedKind, ...QuotedKind[]];

/** The specification of a card's kind. */
export function specOf<Card extends { kind: Kind }>({ kind }: Card): KindSpec<{ card: Card }> {
  return SPECS[kind] as unknown as KindSpec<{ card: Card }>;
}

/** The specification of a kind that quotes a source. */
export function quotedSpecOf({ kind }: { kind: QuotedKind }): QuotedSpec {
  return QUOTED_KINDS[kind];
}

/** The intersection of all members of a union. */
type UnionToIntersection<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  part: infer All,
) => void
  ? All
  : never;

type AllFrozen = typeof frozenOfAll &
  UnionToIntersection<Specs[Kind]['frozen']> & { kind: FrozenField<z.ZodEnum<{ [K in Kind]: K }>> };

/** The frozen fields of all kinds. A card may lack some of them. */
export const FROZEN: AllFrozen = Object.assign(
  { ...frozenOfAll, kind: frozenField(z.enum(KINDS), { path: ['kind'], label: 'Kind' }) },
  ...Object.values(SPECS).map(({ frozen }): FrozenFields => frozen),
);

/** The fields of the JSON document that only some kinds have. */
export const PARTS: UnionToIntersection<Specs[Kind]['document']> = Object.assign(
  {},
  ...Object.values(SPECS).map(({ document }) => document),
);

/** The kind-specific document fields of one kind. */
export type PartOf<K extends Kind> = keyof Specs[K]['document'];

/** Whether the cards of a kind quote a source. */
export function isQuotedKind(kind: Kind): kind is QuotedKind {
  return kind in QUOTED_KINDS;
}
