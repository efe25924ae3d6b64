/** A QR code as whole-pixel rectangles. Pure. */
import { LRUCache } from 'lru-cache';
import { encode, type QrCodeGenerateResult } from 'uqr';

/** Runs of dark modules in px from the code's own corner; `side` is the tile's, light margin included. */
export type QrCode = { runs: QrRun[]; unit: number; side: number };

/** Modules beside each other, one `unit` high. */
export type QrRun = { x: number; y: number; width: number };

/** Modules of light around the code. The standard asks for 4; the card's paper adds to the tile's 2. */
const QUIET_MODULES = 2;

/**
 * The QR code of a card's page, each module `unit` px wide. The address is written in capitals, which a QR code holds in
 * 5.5 bits a letter instead of 8; scheme and host take no notice of case, and the card's page answers to both.
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

/** So many codes are kept, of 10 KB each: a card asks for its own in every part of the layout, and in every size. */
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
