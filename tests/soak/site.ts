/** The built Worker with its watch, in a workerd that can be killed and started again on the same storage. */
import { join } from 'node:path';
import { Miniflare, type Request, Response } from 'miniflare';
import { experimental_readRawConfig } from 'wrangler';
import type { BuiltWorker } from '../bench/worker/build.ts';
import { withChild } from '../bench/worker/serve.ts';
import { FAULTY_KV_SCRIPT, type FaultyKv } from './faulty-kv.ts';

const NAME = 'soak';

export type Site = {
  /** Where the Worker listens. */
  origin: string;
  inspectorUrl: string;
  /** Wakes the watch as its cron trigger does, at a time in milliseconds since 1970. */
  wakeWatch(time: number): Promise<void>;
  /** Ends workerd at once, and what belongs to it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

type Options = { worker: BuiltWorker; kv: FaultyKv; pages: (url: URL) => string | undefined; folder: string };

/** `pages`: the body of a page of the web; there is no other network. */
export async function startSite({ worker, kv, pages, folder }: Options): Promise<Site> {
  const { rawConfig } = experimental_readRawConfig({ config: 'wrangler.toml' });
  const { compatibility_date: compatibilityDate, compatibility_flags: compatibilityFlags } = rawConfig;
  const values = Object.entries(worker.bindings ?? {}).map(([key, value]) => [key, { type: 'json' as const, value }]);
  const { result: miniflare, child } = await withChild(async () => {
    const started = new Miniflare({
      cf: false,
      enableDevRegistry: false,
      inspectorPort: 0,
      handleUncaughtError: () => {},
      resourcePersistencePath: join(folder, 'storage'),
      workers: [
        {
          config: {
            name: NAME,
            compatibilityDate,
            compatibilityFlags,
            manifest: { mainModule: worker.mainModule, modules: worker.modules },
            exports: { SourceWatch: { type: 'durable-object', storage: 'sqlite' } },
            env: {
              ...Object.fromEntries(values),
              ASSETS: { type: 'disk', path: worker.assets },
              WATCH: { type: 'worker', worker: 'kv', exportName: 'FaultyKv' },
              WATCHER: { type: 'durable-object', worker: NAME, exportName: 'SourceWatch' },
            },
          },
          dev: {
            unsafeDirectSockets: [{}],
            outboundService: { type: 'fetcher', handler: (request) => answerPage(request, pages) },
          },
        },
        {
          config: {
            name: 'kv',
            compatibilityDate,
            manifest: { mainModule: 'kv.js', modules: { 'kv.js': { type: 'esm', contents: FAULTY_KV_SCRIPT } } },
            env: { NODE: { type: 'fetcher', handler: (request) => kv.answer(request) } },
          },
        },
      ],
    });
    await started.ready;
    return started;
  });
  const { origin } = await miniflare.unsafeGetDirectURL(NAME);
  return {
    origin,
    inspectorUrl: `${(await miniflare.getInspectorURL()).origin}/core:user:${NAME}`,
    async wakeWatch(time) {
      const { scheduled } = (await miniflare.getWorker(NAME)) as unknown as {
        scheduled(options: { scheduledTime: Date; cron: string }): Promise<{ outcome: string }>;
      };
      await scheduled({ scheduledTime: new Date(time), cron: '17 * * * *' });
    },
    async kill() {
      child.kill('SIGKILL');
      await miniflare.dispose();
    },
    stop: () => miniflare.dispose(),
  };
}

function answerPage(request: Request, pages: Options['pages']): Response {
  const body = pages(new URL(request.url));
  if (body === undefined) return new Response('', { status: 404 });
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
