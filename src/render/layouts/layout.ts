/** Lays out a card according to its kind. Pure. */
import { retractionOf } from '../../card/history.ts';
import type { Kind, QuotedKind } from '../../card/kind.ts';
import type { CardRecord, ComparisonRecord, QuotedRecord } from '../../card/record.ts';
import type { Brand } from '../../card/site.ts';
import { MAIN_VARIANT, SIZE_NAMES, type Size } from '../variant.ts';
import { layoutClaim } from './claim.ts';
import { layoutComparison } from './comparison.ts';
import { layoutEvent } from './event.ts';
import { layoutFigure } from './figure.ts';
import { type Canvas, canvasOf, type Drawing } from './frame.ts';
import { layoutQuote } from './quote.ts';
import { layoutRetracted } from './retracted.ts';

type Layout<K extends Kind> = (
  record: K extends QuotedKind ? QuotedRecord<K> : ComparisonRecord,
  canvas: Canvas,
) => Drawing;

export const LAYOUTS: { [K in Kind]: Layout<K> } = {
  figure: layoutFigure,
  quote: layoutQuote,
  claim: layoutClaim,
  event: layoutEvent,
  comparison: layoutComparison,
};

export function layoutCard(record: CardRecord, canvas: Canvas): Drawing {
  const retraction = retractionOf(record.card);
  if (retraction) return layoutRetracted(record, retraction, canvas);
  const lay = LAYOUTS[record.card.kind] as (record: CardRecord, canvas: Canvas) => Drawing;
  return lay(record, canvas);
}

/**
 * An address of typical length for a Worker. Shorter hosts leave more space. Only the length of the id matters for the size of
 * the QR code, so ids of one length share a cached code.
 */
const pageUrl = (id: string) =>
  `https://sourced-fact-cards.your-account-name.workers.dev/cards/${'a'.repeat(id.length)}`;

export function findUnfitSizes(record: CardRecord, brand: Brand): Size[] {
  return SIZE_NAMES.filter((size) => {
    const variant = { size, theme: MAIN_VARIANT.theme };
    return !layoutCard(record, canvasOf(brand, variant, pageUrl(record.card.id))).fits;
  });
}
