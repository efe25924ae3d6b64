/** What every renderer's Worker is asked to draw, and how this project lays it out. */
import type { CardRecord } from '../../../../src/card/record.ts';
import { DEFAULT_BRAND } from '../../../../src/card/site.ts';
import { canvasOf, type Drawing } from '../../../../src/render/layouts/frame.ts';
import { layoutCard } from '../../../../src/render/layouts/layout.ts';
import { MAIN_VARIANT, SIZES } from '../../../../src/render/variant.ts';

/** The cards that a Worker is asked for, by their places. */
export type Env = { RECORDS: readonly CardRecord[] };

export type Asked = { record: CardRecord; pageUrl: string };

export const { width: WIDTH, height: HEIGHT } = SIZES.og;

/** Reads an address that `pathOf` made. */
export function findAsked(request: Request, { RECORDS }: Env): Asked {
  const { searchParams } = new URL(request.url);
  const record = RECORDS[Number(searchParams.get('card'))];
  if (!record) throw new Error(`no card at ${request.url}`);
  const number = searchParams.get('number');
  const asked = number === null ? record : numbered(record, Number(number));
  return { record: asked, pageUrl: `https://cards.example.org/cards/${asked.card.id}` };
}

/** Another id and another claim. The number has as many digits always, so that lines break at the same places. */
function numbered<T extends CardRecord>(record: T, number: number): T {
  const digits = String(number).padStart(4, '0');
  const { card } = record;
  return { ...record, card: { ...card, id: `${card.id}-${digits}`, claim: `${card.claim}, no. ${digits}` } };
}

export function layAsked({ record, pageUrl }: Asked): Drawing {
  return layoutCard(record, canvasOf(DEFAULT_BRAND, MAIN_VARIANT, pageUrl));
}
