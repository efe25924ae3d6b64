/** The layout of event cards: the date as the hero, the claim, and the source. Pure. */
import { pictureDate } from '../../card/headline.ts';
import type { QuotedRecord } from '../../card/record.ts';
import type { Canvas, Drawing } from './frame.ts';
import { chipsOf, layoutHead } from './head.ts';
import { layoutLeadCard } from './lead.ts';
import { layoutTimeline } from './timeline.ts';

/** "About November 2023" */
const capital = (words: string) => (words.startsWith('c. ') ? words : words.charAt(0).toUpperCase() + words.slice(1));

export function layoutEvent(record: QuotedRecord<'event'>, canvas: Canvas): Drawing {
  const { accent, ink } = canvas.colors;
  const { asOf, saidOn, topics } = record.card;
  return layoutLeadCard(record, canvas, {
    lead: {
      text: capital(pictureDate(asOf, 'long')),
      face: 'bold',
      color: accent,
      lineHeight: 1.08,
      letterSpacing: -0.02,
      sizes: [88, 84, 80, 76, 72, 68, 64, 60, 56, 48, 44, 40],
      strong: 4,
    },
    statement: {
      text: record.card.claim,
      face: 'bold',
      color: ink,
      lineHeight: 1.18,
      sizes: [54, 50, 48, 46, 44, 42, 40, 36, 32, 28],
    },
    gap: 8,
    timeline: (width) => layoutTimeline(record, canvas, width),
    head: layoutHead(
      { topics, chips: chipsOf(record.card, canvas), dated: saidOn && `said ${pictureDate(saidOn)}` },
      canvas,
    ),
  });
}
