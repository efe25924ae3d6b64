/** A watch storage in memory. Values pass through JSON. Counts the writes by kind of key. */
import { parseJson, type WatchStorage } from '../../src/watch/storage.ts';

export type MemoryStorage = WatchStorage & { texts: Map<string, string>; writes: Record<string, number> };

export function memoryStorage(): MemoryStorage {
  const texts = new Map<string, string>();
  const writes: Record<string, number> = {};
  return {
    texts,
    writes,
    get: async (key) => parseJson(texts.get(key)),
    async put(key, value) {
      const [kind = ''] = key.split(':');
      writes[kind] = (writes[kind] ?? 0) + 1;
      texts.set(key, JSON.stringify(value));
    },
    async delete(key) {
      texts.delete(key);
    },
  };
}
