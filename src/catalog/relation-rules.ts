/** The rules of `npm run check` for related cards: both sides agree, and `updates` forms no cycle. Pure. */
import { lastDay } from '../card/date.ts';
import { stateOf } from '../card/history.ts';
import type { RelationType } from '../card/related.ts';
import { type LoadedCatalog, type LocatedCard, problemAt } from './load.ts';
import type { FileProblem } from './parse.ts';

/** Symmetric relations, which must be written on both cards. */
const MUTUAL: readonly RelationType[] = ['contradicts', 'same-remark'];

/** Checks the relations of all cards. Only meaningful if all files could be read. */
export function checkRelated({ quoted }: LoadedCatalog): FileProblem[] {
  const byId = new Map(quoted.map((card) => [card.value.id, card]));
  return quoted.flatMap((card) =>
    (card.value.related ?? []).flatMap(({ type, card: id }, index) => {
      const fault = checkRelation(card, type, { other: byId.get(id), id, byId });
      return fault === undefined ? [] : [problemAt(card, ['related', index, 'card'], fault)];
    }),
  );
}

type Other = { other: LocatedCard | undefined; id: string; byId: ReadonlyMap<string, LocatedCard> };

function checkRelation(
  { value: card }: LocatedCard,
  type: RelationType,
  { other, id, byId }: Other,
): string | undefined {
  if (id === card.id) return 'is the card itself. Use the id of another card.';
  if (!other) return `"${id}" is not a card with a quote in this catalogue. Check the id.`;
  if (stateOf(other.value) === 'retracted' && stateOf(card) !== 'retracted')
    return `"${id}" is retracted. Remove the relation, and add an entry to the history.`;
  const back = other.value.related?.find((relation) => relation.card === card.id)?.type;
  if (MUTUAL.includes(type) && back !== type) {
    const now = back === undefined ? 'does not name this card' : `names this card as ${back}`;
    return `"${id}" ${now}. Write the relation on both cards: at "${id}", related: [{ type: ${type}, card: ${card.id} }].`;
  }
  if (type !== 'updates') return undefined;
  if (leadsBack(card.id, id, byId))
    return `"${id}" updates this card, directly or through others. Only the newer card may have updates.`;
  const [now, before] = [card.asOf?.date, other.value.asOf?.date];
  if (now !== undefined && before !== undefined && lastDay(now) < lastDay(before))
    return `"${id}" is about a later date (${before}) than this card (${now}). Only the newer card may have updates.`;
  return undefined;
}

/** Whether the `updates` of `id` lead to `start`. */
function leadsBack(
  start: string,
  id: string,
  byId: ReadonlyMap<string, LocatedCard>,
  seen = new Set<string>(),
): boolean {
  if (id === start) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const next = (byId.get(id)?.value.related ?? []).filter(({ type }) => type === 'updates');
  return next.some(({ card }) => leadsBack(start, card, byId, seen));
}
