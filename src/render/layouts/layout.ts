/** Chooses the layout of a card by its kind: card → element tree. Pure. */
import { retractionOf } from '../../card/history.ts';
import type { Kind, QuotedKind } from '../../card/kind.ts';
import type { CardRecord, ComparisonRecord, QuotedRecord } from '../../card/record.ts';
import type { Brand } from '../../card/site.ts';
import { MAIN_VARIANT, SIZE_NAMES, type Size } from '../variant.ts';
import { layClaim } from './claim.ts';
import { layComparison } from './comparison.ts';
import { layEvent } from './event.ts';
import { layFigure } from './figure.ts';
import { type Canvas, canvasOf, type Drawing } from './frame.ts';
import { layQuote } from './quote.ts';
import { layRetracted } from './retracted.ts';

type Layout<K extends Kind> = (
  record: K extends QuotedKind ? QuotedRecord<K> : ComparisonRecord,
  canvas: Canvas,
) => Drawing;

export const LAYOUTS: { [K in Kind]: Layout<K> } = {
  figure: layFigure,
  quote: layQuote,
  claim: layClaim,
  event: layEvent,
  comparison: layComparison,
};

export function layCard(record: CardRecord, canvas: Canvas): Drawing {
  const retraction = retractionOf(record.card);
  if (retraction) return layRetracted(record, retraction, canvas);
  const lay = LAYOUTS[record.card.kind] as (record: CardRecord, canvas: Canvas) => Drawing;
  return lay(record, canvas);
}

/**
 * As long an address as a Worker usually has: a shorter host leaves more room. Of the id only its length is asked, which
 * decides how large the QR code is: ids of one length share a code, and making one takes longer than the layout.
 */
const pageUrl = (id: string) =>
  `https://sourced-fact-cards.your-account-name.workers.dev/cards/${'a'.repeat(id.length)}`;

export function findUnfitSizes(record: CardRecord, brand: Brand): Size[] {
  return SIZE_NAMES.filter((size) => {
    const variant = { size, theme: MAIN_VARIANT.theme };
    return !layCard(record, canvasOf(brand, variant, pageUrl(record.card.id))).fits;
  });
}
