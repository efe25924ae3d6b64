/** The frame of every card that quotes a source. Pure. */
import type { QuotedRecord } from '../../domain/record.ts';
import type { Canvas } from './canvas.ts';
import { layFoot, sourceLines } from './foot.ts';
import { type Frame, layFrame } from './frame.ts';
import { layHead, statusState } from './head.ts';
import { withNotice } from './notice.ts';

export function layQuotedFrame(record: QuotedRecord, canvas: Canvas): Frame {
  const { topics, status, asOf } = record.card;
  const head = layHead({ topics, state: statusState(status, asOf) }, canvas);
  return layFrame(canvas, withNotice(head, record, canvas), layFoot(sourceLines(record), canvas));
}
