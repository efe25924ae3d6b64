/** The layout of retracted cards of every kind: the statement struck through, and the reason. Pure. */

import { formatDate } from '../../card/date.ts';
import { statementOf } from '../../card/headline.ts';
import type { Retraction } from '../../card/history.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { stack } from '../shapes.ts';
import { type Canvas, type Drawing, layoutFrame, scaled, spaceOf } from './frame.ts';
import { layoutHead } from './head.ts';
import { layoutStrip, sourceLines } from './strip.ts';

export function layoutRetracted(record: CardRecord, { date, reason }: Retraction, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const day = formatDate(date, 'day');
  const chip = { word: 'Retracted', ground: colors.claimed, ink: colors.chipInk, symbol: null };
  const head = layoutHead({ topics: record.card.topics, chips: [chip], dated: day }, canvas);
  const version = record.asPublished && `Version of ${formatDate(record.asPublished, 'day')}`;
  const lines = isComparison(record) ? [] : sourceLines(record);
  const strip = layoutStrip([...lines, ...(version ? [{ text: version, strong: true }] : [])], null, canvas);
  const frame = layoutFrame(canvas, head, strip);
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
  const block = (paragraph: typeof word) => ({ ...paragraph, element: drawParagraph(paragraph) });
  return frame.draw([stack([block(word), spaceOf(canvas, 16), block(claim)]), block(why)], fits);
}
