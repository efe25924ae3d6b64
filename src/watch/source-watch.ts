/**
 * Runs the watch in a Durable Object: its storage keeps what is known between passes, and its alarm has more processor time
 * than a request or a cron trigger of the Free plan.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Store } from '../catalog/store.ts';
import { passOver } from './pass.ts';
import { createKvStorage, publishTo, type WatchStorage } from './storage.ts';

type Env = { WATCH?: KVNamespace; PUBLIC_URL?: string };

/** Where a pass has no room for all that are due, the next one is so much later. */
const NEXT_PASS_MS = 10 * 60 * 1000;

/** The Durable Object's class; `loadCatalog` opens the catalogue. */
export abstract class SourceWatch<E extends Env = Env> extends DurableObject<E> {
  protected abstract loadCatalog(): Promise<Store>;

  /** Has a pass made at once. `time`: when it was meant to be. */
  async wake(time: number): Promise<void> {
    await this.ctx.storage.put('time', time);
    await this.ctx.storage.setAlarm(Date.now());
  }

  /** One pass. Where it is killed, Cloudflare calls it again, and the source that it was reading is skipped. */
  override async alarm(): Promise<void> {
    const { WATCH, PUBLIC_URL } = this.env;
    if (!WATCH) return;
    const time = (await this.ctx.storage.get<number>('time')) ?? Date.now();
    const storage = publishTo(createKvStorage(WATCH), ownStorage(this.ctx.storage));
    try {
      const { left, failures } = await passOver({
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
      // What failed is due again; the next hour tries it.
      logError(error as Error);
    }
  }
}

/** A line in the log, as requests have them. */
export function logError({ message, stack }: Error): void {
  console.error(JSON.stringify({ level: 'error', path: 'watch', message, stack }));
}

function ownStorage(storage: DurableObjectStorage): WatchStorage {
  return {
    get: (key) => storage.get(key),
    async put(key, value) {
      await storage.put(key, value);
      // What is written has to be on the disk before a page is read that may kill this.
      await storage.sync();
    },
    async delete(key) {
      await storage.delete(key);
    },
  };
}
