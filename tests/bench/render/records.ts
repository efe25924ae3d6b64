/** The cards of the shipped catalogue as records, and those that the renderers are compared on. */
import type { CardRecord } from '../../../src/card/record.ts';
import { createBundledStore } from '../../../src/catalog/stores/bundled.ts';
import { catalog } from '../../cards/shipped.ts';
import { cardsIn } from '../../helpers/catalogs.ts';

/** How many cards are compared. The others are for the warm-up. */
export const COMPARED_CARDS = 60;

/** The card that the renderers also draw again and again. */
const REPEATED_CARD = 'wagner-fighters-belarus';

export async function readRecords(): Promise<readonly CardRecord[]> {
  return cardsIn(createBundledStore(catalog));
}

/** Places in the list of records. */
export type Places = { warmUp: number[]; compared: number[]; repeated: number };

/** Spreads the warm-up over the catalogue, so that both have cards of each kind. */
export function choosePlaces(records: readonly CardRecord[]): Places {
  const count = records.length;
  const spare = count - COMPARED_CARDS;
  if (spare < 1) throw new Error(`the catalogue has ${count} cards, and the bench needs more than ${COMPARED_CARDS}`);
  const places = records.map((_, place) => place);
  const isSpare = (place: number) => Math.floor(((place + 1) * spare) / count) > Math.floor((place * spare) / count);
  const repeated = records.findIndex(({ card }) => card.id === REPEATED_CARD);
  if (repeated < 0) throw new Error(`the catalogue has no card "${REPEATED_CARD}"`);
  return { warmUp: places.filter(isSpare), compared: places.filter((place) => !isSpare(place)), repeated };
}

/** The address of a render: the card at `place`, with `number` in its claim, id and QR code where one is given. */
export function pathOf(place: number, number?: number): string {
  return `/png?card=${place}${number === undefined ? '' : `&number=${number}`}`;
}
