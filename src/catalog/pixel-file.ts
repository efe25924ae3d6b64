/**
 * The pixel file: the SHA-256 of the pixels of published pictures, one line per drawing of a revision. /check compares copies
 * with it. Duplicate lines after a merge are harmless. Pure.
 */
import { z } from 'zod';
import { Id } from '../card/source.ts';
import { findMergeMark } from './merge-marks.ts';
import type { FileProblem } from './parse.ts';

export const PIXEL_FILE = 'cards/pixels.ndjson';

export const PixelLine = z.strictObject({
  card: Id,
  revision: z.string().regex(/^[0-9a-f]{8}$/),
  /** Everything that the pixels depend on, besides size and theme: `drawingOf` in render/image.ts. */
  drawing: z.string().regex(/^[0-9a-f]{8}$/),
  /** By size and theme: "square-dark". */
  sha256: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type PixelLine = z.infer<typeof PixelLine>;

/** Parses the file. Incomplete lines, from an interrupted write, are problems: the lines can be removed and recorded again. */
export function parsePixels(text = ''): { lines: PixelLine[]; problems: FileProblem[] } {
  const rows = text.split('\n');
  const mark = findMergeMark(rows);
  if (mark !== undefined) {
    const message = 'is in the middle of a merge. Delete the conflict markers, and keep all other lines.';
    return { lines: [], problems: [{ file: PIXEL_FILE, line: mark, message }] };
  }
  const lines: PixelLine[] = [];
  const problems: FileProblem[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const parsed = PixelLine.safeParse(parseJson(row));
    if (parsed.success) lines.push(parsed.data);
    else
      problems.push({
        file: PIXEL_FILE,
        line: index + 1,
        message: 'cannot be read. Delete the line, and run npm run release.',
      });
  }
  return { lines, problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
