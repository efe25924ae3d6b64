/**
 * Finished pictures. Each is drawn once, however many ask for it at once, and the last few are kept.
 *
 * Who asks while a picture is being drawn waits for that drawing. That is safe between requests, as drawing is computing
 * and no I/O: it belongs to no request. Only the start of the engines is waited for, and a drawing that waits in vain
 * is forgotten when its time is over.
 */
import { createCache } from '../domain/cache.ts';
import { forgetEngines } from './engines.ts';
import { inTime, Overdue } from './time-limit.ts';

/** About two hundred pictures. An isolate has 128 MB for everything. */
const KEPT_BYTES = 8 * 1024 * 1024;

export type Drawn = {
  bytes: Uint8Array;
  /** Whether it was drawn for this asker, and not kept or shared. */
  fresh: boolean;
};

export type Finished = ReturnType<typeof createFinished>;

export function createFinished(keptBytes = KEPT_BYTES) {
  const kept = createCache<Uint8Array>(keptBytes, ({ length }) => length);
  const underway = new Map<string, Promise<Uint8Array>>();

  function start(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const drawing = draw().then((bytes) => {
      kept.set(key, bytes);
      return bytes;
    });
    const forget = () => {
      if (underway.get(key) === drawing) underway.delete(key);
    };
    underway.set(key, drawing);
    drawing.then(forget, forget);
    return drawing;
  }

  return {
    /** Whether giving the picture costs no drawing. */
    has: (key: string) => underway.has(key) || kept.get(key) !== undefined,

    /** The picture that `key` names: all that its bytes depend on. @throws what drawing throws, or Overdue */
    async get(key: string, draw: () => Promise<Uint8Array>, limitMs?: number): Promise<Drawn> {
      const bytes = kept.get(key);
      if (bytes) return { bytes, fresh: false };
      const shared = underway.get(key);
      try {
        return { bytes: await inTime(() => shared ?? start(key, draw), limitMs), fresh: shared === undefined };
      } catch (error) {
        if (error instanceof Overdue && underway.delete(key)) forgetEngines();
        throw error;
      }
    },
  };
}
