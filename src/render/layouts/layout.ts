/** Chooses the layout of a card by its kind: card → element tree. Pure. */
import type { CardRecord } from '../../domain/record.ts';
import { isComparison } from '../../domain/record.ts';
import type { Element } from '../element.ts';
import { layFigure } from './figure.ts';
import type { Canvas } from './frame.ts';
import { layClaim, layEvent, layQuote } from './words.ts';

export function layCard(record: CardRecord, canvas: Canvas): Element {
  if (isComparison(record)) throw new Error('comparisons have no layout yet');
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
