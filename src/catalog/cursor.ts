/** The opaque name of a place in a list: three texts that tell where it is. Pure. */

type Parts = [string, string, string];

export function toCursor(parts: Parts): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** `undefined` when the cursor is none of ours. */
export function fromCursor(cursor: string): Parts | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isOurs = Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string');
    return isOurs ? (parts as Parts) : undefined;
  } catch {
    return undefined;
  }
}

/** `limit`: how many cards a page holds at most. `cursor`: as an earlier page gave it; the first page where not given. */
export type PageOptions = { limit: number; cursor?: string | undefined };
