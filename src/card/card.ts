/** The schema and types of a card as its author writes it. The fields of each kind are in kinds/. Pure. */
import { z } from 'zod';
import { History } from './history.ts';
import { type Kind, QUOTED_KIND_NAMES, type QuotedKind } from './kind.ts';
import { cardFields } from './kinds/fields.ts';
import { COMPARED_KINDS, QUOTED_KINDS } from './kinds/kinds.ts';

function cardSchema<const K extends Kind, Fields extends z.ZodRawShape>(kind: K, fields: Fields) {
  return z.strictObject({ kind: z.literal(kind), ...cardFields, history: History.optional(), ...fields });
}

type CardSchema<K extends Kind, Fields extends z.ZodRawShape> = ReturnType<typeof cardSchema<K, Fields>>;
type QuotedSchema = { [K in QuotedKind]: CardSchema<K, (typeof QUOTED_KINDS)[K]['fields']> }[QuotedKind];

/** A card that quotes its source. */
export const QuotedCard = z
  .discriminatedUnion(
    'kind',
    QUOTED_KIND_NAMES.map((kind) => cardSchema(kind, QUOTED_KINDS[kind].fields)) as unknown as [
      QuotedSchema,
      ...QuotedSchema[],
    ],
  )
  .meta({ id: 'Card' });
export type QuotedCard = z.infer<QuotedSchema>;

/** A card that compares other cards. */
export const ComparisonCard = cardSchema('comparison', COMPARED_KINDS.comparison.fields).meta({ id: 'Comparison' });
export type ComparisonCard = z.infer<typeof ComparisonCard>;
