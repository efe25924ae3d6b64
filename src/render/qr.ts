/** QR codes as whole-pixel rectangles. Pure. */
import { LRUCache } from 'lru-cache';
import { encode, type QrCodeGenerateResult } from 'uqr';

/** Runs of dark modules in px, relative to the code. `side`: the side of the tile, including its light margin. */
export type QrCode = { runs: QrRun[]; unit: number; side: number };

/** Adjacent dark modules, one `unit` high. */
export type QrRun = { x: number; y: number; width: number };

/** The light margin in modules, as the standard requires. */
const QUIET_MODULES = 4;

/**
 * The QR code for a card's page, with modules of `unit` px. The address is in capitals, which need 5.5 bits per letter instead
 * of 8. Scheme and host ignore case, and the server accepts the path in both cases.
 */
export function makeQr(pageUrl: string, unit: number): QrCode {
  const { data } = encodeOnce(pageUrl.toUpperCase());
  const runs = data.flatMap((row, y) => runsOf(row, y + QUIET_MODULES, unit));
  return { runs, unit, side: qrSide(pageUrl, unit) };
}

/** The side of a code's tile, in px. */
export function qrSide(pageUrl: string, unit: number): number {
  return (encodeOnce(pageUrl.toUpperCase()).size + 2 * QUIET_MODULES) * unit;
}

type Code = Pick<QrCodeGenerateResult, 'size' | 'data'>;

/** The number of cached codes, 10 KB each. A layout needs the same code several times. */
const codes = new LRUCache<string, Code>({ max: 100 });

function encodeOnce(text: string): Code {
  const kept = codes.get(text);
  if (kept) return kept;
  const { size, data } = encode(text, { ecc: 'L', border: 0 });
  codes.set(text, { size, data });
  return { size, data };
}

function runsOf(row: boolean[], y: number, unit: number): QrRun[] {
  const runs: QrRun[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    runs.push({ x: (from + QUIET_MODULES) * unit, y: y * unit, width: (x - from + 1) * unit });
  }
  return runs;
}
