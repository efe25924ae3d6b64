/** Chooses the layout of a card by its kind: card → element tree. Pure. */
import { retractionOf } from '../../domain/history.ts';
import { type CardRecord, isComparison } from '../../domain/record.ts';
import type { Canvas, Drawing } from './canvas.ts';
import { layClaim } from './claim.ts';
import { layComparison } from './comparison.ts';
import { layEvent } from './event.ts';
import { layFigure } from './figure.ts';
import { layQuote } from './quote.ts';
import { layRetracted } from './retracted.ts';

export function layCard(record: CardRecord, canvas: Canvas): Drawing {
  const retraction = retractionOf(record.card);
  if (retraction) return layRetracted(record, retraction, canvas);
  if (isComparison(record)) return layComparison(record, canvas);
  const { card } = record;
  switch (card.kind) {
    case 'figure':
      return layFigure(record, card.figure, canvas);
    case 'claim':
      return layClaim(record, canvas);
    case 'quote':
      return layQuote(record, canvas);
    case 'event':
      return layEvent(record, card.asOf.date, canvas);
  }
}
