/** Content hashes: a revision is a short hash that changes with the content. Pure. */
import { createHash } from 'node:crypto';

/**
 * Returns the first eight hexadecimal digits of the SHA-256 of `content` as canonical JSON.
 * Key order and `undefined` fields make no difference.
 */
export function revisionOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 8);
}

/** JSON with sorted keys, so that equal contents give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
