/** The key-value storage of the watch: a Durable Object, KV, files or memory. Values are JSON. */
export type WatchStorage = {
  /** Undefined if there is no value, or if it is not JSON. @throws if the storage cannot be read. */
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
};

/** The three values that requests read. Each is small, or used by few responses. */
export const PUBLISHED = ['index', 'sources', 'changes'] as const;
export type PublishedKey = (typeof PUBLISHED)[number];

export const isPublished = (key: string): key is PublishedKey => (PUBLISHED as readonly string[]).includes(key);

/** A KV that hangs must not hold a pass until Cloudflare ends it. */
const KV_DEADLINE_MS = 10_000;

/** Operations reject where KV fails or takes longer than `deadlineMs`. */
export function createKvStorage(kv: KVNamespace, deadlineMs = KV_DEADLINE_MS): WatchStorage {
  const inTime = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const seconds = deadlineMs / 1000;
      const timer = setTimeout(() => reject(new Error(`KV did not respond within ${seconds} s`)), deadlineMs);
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  return {
    get: async (key) => parseJson(await inTime(kv.get(key))),
    put: (key, value) => inTime(kv.put(key, JSON.stringify(value))),
    delete: (key) => inTime(kv.delete(key)),
  };
}

/** A storage that writes the published values to `published`, where requests can read them, and all others to `own`. */
export function publishTo(published: WatchStorage, own: WatchStorage): WatchStorage {
  const at = (key: string) => (isPublished(key) ? published : own);
  return {
    get: (key) => at(key).get(key),
    put: (key, value) => at(key).put(key, value),
    delete: (key) => at(key).delete(key),
  };
}

/** Undefined if the text is not JSON. */
export function parseJson(text: string | null | undefined): unknown {
  try {
    return text == null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
