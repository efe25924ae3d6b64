/**
 * Runs the watch in a Durable Object. Its storage keeps the findings between passes, and its alarm has more CPU time than a
 * request or a cron trigger of the Free plan.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Store } from '../catalog/store.ts';
import { runPass } from './pass.ts';
import { createKvStorage, publishTo, type WatchStorage } from './storage.ts';

type Env = { WATCH?: KVNamespace; PUBLIC_URL?: string };

/** The delay of the next pass if this one could not read all sources that were due. */
const NEXT_PASS_MS = 10 * 60 * 1000;

/** The Durable Object's class; `loadCatalog` opens the catalogue. */
export abstract class SourceWatch<E extends Env = Env> extends DurableObject<E> {
  protected abstract loadCatalog(): Promise<Store>;

  /** Starts a pass immediately. `time`: its scheduled time in milliseconds since 1970. */
  async wake(time: number): Promise<void> {
    await this.ctx.storage.put('time', time);
    await this.ctx.storage.setAlarm(Date.now());
  }

  /** Makes one pass. If it is killed, Cloudflare calls it again, and the next pass skips the source that was being read. */
  override async alarm(): Promise<void> {
    const { WATCH, PUBLIC_URL } = this.env;
    if (!WATCH) return;
    const time = (await this.ctx.storage.get<number>('time')) ?? Date.now();
    const storage = publishTo(createKvStorage(WATCH), ownStorage(this.ctx.storage));
    try {
      const { left, failures } = await runPass({
        catalog: await this.loadCatalog(),
        storage,
        time,
        publicUrl: PUBLIC_URL,
      });
      failures.forEach(logError);
      if (left === 0) return;
      await this.ctx.storage.put('time', time + NEXT_PASS_MS);
      await this.ctx.storage.setAlarm(Date.now() + NEXT_PASS_MS);
    } catch (error) {
      // The sources are still due, so the pass of the next hour retries them.
      logError(error as Error);
    }
  }
}

/** Writes a log line in the format of failed requests. */
export function logError({ message, stack }: Error): void {
  console.error(JSON.stringify({ level: 'error', path: 'watch', message, stack }));
}

function ownStorage(storage: DurableObjectStorage): WatchStorage {
  return {
    get: (key) => storage.get(key),
    async put(key, value) {
      await storage.put(key, value);
      // The write must be on disk before the next page, which may kill the object.
      await storage.sync();
    },
    async delete(key) {
      await storage.delete(key);
    },
  };
}
