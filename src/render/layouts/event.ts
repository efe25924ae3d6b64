/** An event card: the date leads. Pure. */
import { formatDate } from '../../domain/date.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import { box, column } from '../element.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled } from './canvas.ts';
import { barWidth, drawQuotation, quotationText } from './quotation.ts';
import { layQuotedFrame } from './quoted-frame.ts';

const GAP = 10;

export function layEvent(record: QuotedRecord, date: string, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const frame = layQuotedFrame(record, canvas);
  const { claim } = record.card;
  const { paragraphs, fits } = fitTexts(
    [
      {
        text: formatDate(date, 'long'),
        face: 'bold',
        color: colors.accent,
        lineHeight: 1.12,
        sizes: scaled(canvas, [104, 96, 88, 80, 72, 64, 56, 48, 44, 40]),
        maxWidth: frame.width,
        maxLines: 1,
      },
      {
        text: claim,
        face: 'bold',
        color: colors.ink,
        lineHeight: 1.2,
        gap: GAP,
        sizes: scaled(canvas, [54, 50, 48, 46, 44, 42, 40, 36, 32, 28]),
        maxWidth: frame.width,
      },
      {
        ...quotationText(record.card, colors, colors.muted),
        gap: 24,
        sizes: scaled(canvas, [34, 32, 30, 28, 26, 24]),
        maxWidth: frame.width - barWidth(canvas),
      },
    ],
    frame.height,
  );
  const [day, statement, quotation] = paragraphs;
  const body = [
    column({}, drawParagraph(day), box({ height: GAP }), drawParagraph(statement)),
    drawQuotation(quotation, canvas),
  ];
  return frame.draw(body, fits);
}
