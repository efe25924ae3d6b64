/** The layout of retracted cards of every kind: the statement struck through, and the reason. Pure. */

import { formatDate } from '../../card/date.ts';
import { statementOf } from '../../card/headline.ts';
import type { Retraction } from '../../card/history.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { column } from '../element.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { layoutFoot, sourceLines } from './foot.ts';
import { type Canvas, type Drawing, layoutFrame, scaled } from './frame.ts';
import { layoutHead } from './head.ts';

export function layoutRetracted(record: CardRecord, { date, reason }: Retraction, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const day = formatDate(date, 'day');
  const head = layoutHead(
    { topics: record.card.topics, state: { word: 'Retracted', dated: day, alarming: true } },
    canvas,
  );
  const version = record.asPublished && `Version of ${formatDate(record.asPublished, 'day')}`;
  const lines = isComparison(record) ? [] : sourceLines(record);
  const foot = layoutFoot([...lines, ...(version ? [{ text: version, face: 'bold' as const }] : [])], canvas);
  const frame = layoutFrame(canvas, head, foot);
  const { paragraphs, fits } = fitTexts(
    [
      {
        text: 'Retracted',
        face: 'bold',
        color: colors.accent,
        lineHeight: 1.1,
        sizes: scaled(canvas, [96, 88, 80, 72, 64, 56, 48, 44, 40]),
        maxWidth: frame.width,
        maxLines: 1,
      },
      {
        text: statementOf(record),
        face: 'sans',
        color: colors.muted,
        strike: colors.accent,
        lineHeight: 1.24,
        gap: 16,
        sizes: scaled(canvas, [44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24]),
        maxWidth: frame.width,
      },
      {
        text: reason,
        face: 'bold',
        color: colors.ink,
        lineHeight: 1.24,
        gap: 24,
        sizes: scaled(canvas, [40, 38, 36, 34, 32, 30, 28, 26, 24]),
        maxWidth: frame.width,
      },
    ],
    frame.height,
  );
  const [word, claim, why] = paragraphs;
  return frame.draw([column({ gap: 16 }, drawParagraph(word), drawParagraph(claim)), drawParagraph(why)], fits);
}
