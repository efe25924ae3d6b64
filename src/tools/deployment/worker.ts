/** The finished Worker, started on this machine by wrangler with the configuration that deploys it. */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where a request comes from in the world is asked of a server otherwise, and no answer depends on it. */
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';
/** What a build says is enough to read. */
process.env.WRANGLER_LOG ??= 'error';

export type Worker = {
  /** Requests a path: "/cards/a-card.png". A redirect is not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** What it has logged, the end of it. */
  complaints(): string;
  stop(): Promise<void>;
};

/** Requests that a machine under load may answer with 503: a picture that takes longer than visitors wait. */
const ATTEMPTS = 5;

/** Starts what a configuration of wrangler describes. wrangler takes long to load, so it is loaded here. */
export async function startWorker(configPath: string): Promise<Worker> {
  const { createTestHarness } = await import('wrangler');
  const server = createTestHarness({ workers: [{ configPath }] });
  const { url } = await server.listen();
  return {
    async ask(path, init) {
      for (let attempt = 1; ; attempt++) {
        const response = await fetch(new URL(path, url), { redirect: 'manual', ...init });
        if (response.status !== 503 || attempt === ATTEMPTS) return response;
        await response.body?.cancel();
      }
    },
    complaints: () =>
      server
        .getLogs()
        .map(({ message }) => message)
        .join('\n')
        .slice(-2000),
    async stop() {
      await server.close();
      await rm(join(dirname(configPath), '.wrangler'), { recursive: true, force: true });
    },
  };
}
