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
  const { asOf, saidOn } = record.card;
  // The topic of the timeline, so that a picture names one topic.
  const topics = record.timeline ? [record.timeline.topic] : record.card.topics;
  return layoutLeadCard(record, canvas, {
    lead: {
      text: capital(pictureDate(asOf, 'long')),
      face: 'bold',
      color: accent,
      lineHeight: 1.08,
      letterSpacing: -0.02,
      sizes: [56, 48, 40],
    },
    statement: {
      text: record.card.claim,
      face: 'bold',
      color: ink,
      lineHeight: 1.18,
      sizes: [42, 40, 38, 36, 32, 28],
    },
    gap: 8,
    timeline: (width) => layoutTimeline(record, canvas, width),
    head: layoutHead(
      { topics, chips: chipsOf(record.card, canvas), dated: saidOn && `said ${pictureDate(saidOn)}` },
      canvas,
    ),
  });
}
