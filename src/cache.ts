/** A map of bounded size that forgets what was not asked for lately. */

export type Cache<V> = {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
};

/**
 * Holds values that weigh `limit` or less together (by default each weighs 1). Two generations: when the young one holds
 * half of the limit it becomes the old one, and of the old one only what was asked for since has stayed.
 */
export function createCache<V>(limit: number, weigh: (value: V) => number = () => 1): Cache<V> {
  let young = new Map<string, V>();
  let old = new Map<string, V>();
  let weight = 0;
  const set = (key: string, value: V) => {
    if (weight + weigh(value) > limit / 2) {
      old = young;
      young = new Map();
      weight = 0;
    }
    const before = young.get(key);
    young.set(key, value);
    weight += weigh(value) - (before === undefined ? 0 : weigh(before));
  };
  return {
    get(key) {
      const value = young.get(key);
      if (value !== undefined) return value;
      const kept = old.get(key);
      if (kept !== undefined) set(key, kept);
      return kept;
    },
    set,
  };
}
