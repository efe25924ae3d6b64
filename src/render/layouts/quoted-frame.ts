/** The frame of every card that quotes a source. Pure. */
import type { QuotedRecord } from '../../domain/record.ts';
import type { Canvas } from './canvas.ts';
import { layFoot, sourceLines } from './foot.ts';
import { type Frame, layFrame } from './frame.ts';
import { layHead } from './head.ts';

export function layQuotedFrame(record: QuotedRecord, canvas: Canvas): Frame {
  return layFrame(canvas, layHead(record.card, canvas), layFoot(sourceLines(record), canvas));
}
