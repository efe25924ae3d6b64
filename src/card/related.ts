/** Relations between cards: contradiction, same remark, newer data. Schema and words. Pure. */
import { z } from 'zod';
import { Id } from './source.ts';

export const RELATION_TYPES = ['contradicts', 'same-remark', 'updates'] as const;
const MEANINGS =
  'contradicts: the two cards give opposite answers to the same question. same-remark: the same words of the same speaker in another report. updates: this card has a newer value of the same thing.';
const RelationType = z.enum(RELATION_TYPES).meta({ description: `${MEANINGS} Write the first two on both cards.` });
export type RelationType = z.infer<typeof RelationType>;

export const Related = z
  .array(z.strictObject({ type: RelationType, card: Id.meta({ description: 'The id of the other card.' }) }))
  .min(1)
  .max(8)
  .refine((related) => new Set(related.map(({ card }) => card)).size === related.length, {
    error: 'names a card twice. List each card once',
  })
  .meta({ description: 'Cards that contradict this one, report the same remark, or have older data.' });
export type Related = z.infer<typeof Related>;

/** `updated-by` is derived from the other card's `updates`. */
export const RELATIONS = [...RELATION_TYPES, 'updated-by'] as const;
export const RELATION_MEANINGS = `${MEANINGS} updated-by: the other card updates this one.`;
export type RelationName = (typeof RELATIONS)[number];

/** A relation with the sentence of the other card. */
export type Relation = { type: RelationName; card: string; sentence: string };

type WithRelated = { related?: Related | undefined };

/** Whether any other card contradicts this card. */
export function isDisputed({ related = [] }: WithRelated): boolean {
  return related.some(({ type }) => type === 'contradicts');
}

/** The titles of groups of relations. */
export const RELATION_TITLES: Record<RelationName, string> = {
  contradicts: 'Contradicted by',
  'same-remark': 'The same remark in other reports',
  updates: 'Newer than',
  'updated-by': 'Updated by',
};

/** "another card", "2 other cards"; undefined if there is no such relation. */
function others(related: Related, type: RelationType): string | undefined {
  const count = related.filter((relation) => relation.type === type).length;
  if (count === 0) return undefined;
  return count === 1 ? 'another card' : `${count} other cards`;
}

/** "Disputed: another card contradicts it": derived from the relations, short enough for a picture. */
export function disputeLine({ related = [] }: WithRelated): string | undefined {
  const who = others(related, 'contradicts');
  return who && `Disputed: ${who} ${who === 'another card' ? 'contradicts' : 'contradict'} it`;
}

/** "Same remark on another card · Updates another card" */
export function relatedLine({ related = [] }: WithRelated): string | undefined {
  const [same, older] = [others(related, 'same-remark'), others(related, 'updates')];
  const parts = [same && `Same remark on ${same}`, older && `Updates ${older}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

/** The value of `related` in words: "contradicts prigozhin-in-minsk". */
export function relatedWords(related: Related | null): string {
  return (related ?? []).map(({ type, card }) => `${type} ${card}`).join('; ');
}
