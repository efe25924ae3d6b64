/** The orders of a list, and cursors into them. Pure. */
import type { Sort } from '../store.ts';
import { compareTexts, fromCursor, newestFirst, type PackedIndex, type Place, toCursor } from './pack.ts';

export type Order = {
  /** The positions of all cards. */
  all: readonly number[];
  /** The cursor of what follows the card at a position. */
  cursorAfter(position: number): string;
  /** The index in `found` of the first card after a cursor; undefined if it is no cursor of this order. */
  startAfter(found: readonly number[], cursor: string): number | undefined;
};

const byId = (a: Place, b: Place) => compareTexts(a.id, b.id);
const byDate = (a: Place, b: Place) => compareTexts(a.about, b.about);

/** The orders besides the default one. Cards without a date come last. */
const COMPARE: Record<Exclude<Sort, '-updated'>, (a: Place, b: Place) => number> = {
  updated: (a, b) => compareTexts(a.updated, b.updated) || byDate(a, b) || byId(a, b),
  asOf: (a, b) => Number(a.about === '') - Number(b.about === '') || byDate(a, b) || byId(a, b),
  '-asOf': (a, b) => byDate(b, a) || byId(a, b),
  id: byId,
  '-id': (a, b) => byId(b, a),
};

/** Gives each order of a packed catalogue, sorted on first use. `all`: the positions of all cards. */
export function createOrders(index: PackedIndex, all: readonly number[]): (sort: Sort) => Order {
  const orders = new Map<Sort, Order>([['-updated', newest(index, all)]]);
  return (sort) => {
    const order = orders.get(sort) ?? sorted(index, all, sort as keyof typeof COMPARE);
    orders.set(sort, order);
    return order;
  };
}

const placeAt = ({ id, updated, about }: PackedIndex, position: number): Place => ({
  id: id[position] as string,
  updated: updated[position] as string,
  about: about[position] as string,
});

/** The order in which cards are packed: cards with the same remark stay together. */
function newest(index: PackedIndex, all: readonly number[]): Order {
  const leadAt = (position: number) => placeAt(index, index.lead[position] as number);
  return {
    all,
    cursorAfter: (position) =>
      toCursor([leadAt(position), placeAt(index, position)].flatMap(({ updated, about, id }) => [updated, about, id])),
    startAfter(found, cursor) {
      const [leadUpdated = '', leadAbout = '', leadId = '', updated = '', about = '', id] = fromCursor(cursor, 6) ?? [];
      if (id === undefined) return undefined;
      const [lead, own] = [
        { updated: leadUpdated, about: leadAbout, id: leadId },
        { updated, about, id },
      ];
      const isAfter = (position: number) =>
        (newestFirst(lead, leadAt(position)) || newestFirst(own, placeAt(index, position))) < 0;
      return indexOrEnd(found, isAfter);
    },
  };
}

function sorted(index: PackedIndex, all: readonly number[], sort: keyof typeof COMPARE): Order {
  const compare = COMPARE[sort];
  return {
    all: all.toSorted((a, b) => compare(placeAt(index, a), placeAt(index, b))),
    cursorAfter(position) {
      const { updated, about, id } = placeAt(index, position);
      return toCursor([sort, updated, about, id]);
    },
    startAfter(found, cursor) {
      const [name, updated = '', about = '', id = ''] = fromCursor(cursor, 4) ?? [];
      if (name !== sort) return undefined;
      return indexOrEnd(found, (position) => compare({ updated, about, id }, placeAt(index, position)) < 0);
    },
  };
}

function indexOrEnd(found: readonly number[], test: (position: number) => boolean): number {
  const at = found.findIndex(test);
  return at < 0 ? found.length : at;
}
