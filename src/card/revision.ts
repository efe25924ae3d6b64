/** The revision of a content: a short name that changes whenever the content does. Pure. */
import { createHash } from 'node:crypto';

/**
 * The first eight hexadecimal digits of the SHA-256 of `content` as JSON with its keys in order.
 * Key order and `undefined` fields make no difference.
 */
export function revisionOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 8);
}

/** JSON with its keys in order, so that equal contents are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
