/**
 * Serves a bundled Worker with miniflare, in a workerd process of its own. Requests go to a socket of the Worker itself,
 * and not through miniflare's proxy. The process also holds miniflare's own Workers, which nothing asks.
 */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Miniflare } from 'miniflare';
import { experimental_readRawConfig } from 'wrangler';
import type { Bundle } from './bundle.ts';

/** A Worker to serve: its bundle, the values that it finds in `env`, and the folder of its assets. */
export type Served = Bundle & { bindings?: Record<string, unknown>; assets?: string };

export type Running = {
  /** The process of workerd. */
  pid: number;
  /** Where the Worker listens: "http://127.0.0.1:54321". */
  origin: string;
  /** Where the inspector of the Worker's isolate listens; undefined where none was asked for. */
  inspectorUrl: string | undefined;
  /** @throws Error when the process has ended. */
  get(path: string): Promise<Response>;
  stop(): Promise<void>;
};

export type ServeOptions = {
  inspect?: boolean;
  /** Flags for V8, such as a limit of its heap. */
  v8Flags?: string[];
};

/** Starts a Worker. One start at a time: V8's flags are in the environment. @throws Error when it does not start. */
export async function serve(served: Served, { inspect = false, v8Flags = [] }: ServeOptions = {}): Promise<Running> {
  process.env.MINIFLARE_WORKERD_V8_FLAGS = v8Flags.join(' ');
  const { name } = served;
  const { result: miniflare, child } = await withChild(async () => {
    const started = new Miniflare({
      workers: [workerOptions(served)],
      cf: false,
      enableDevRegistry: false,
      ...(inspect ? { inspectorPort: 0 } : {}),
    });
    await started.ready;
    return started;
  });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  const { origin } = await miniflare.unsafeGetDirectURL(name);
  return {
    pid: child.pid ?? 0,
    origin,
    inspectorUrl: inspect ? `${(await miniflare.getInspectorURL()).origin}/core:user:${name}` : undefined,
    get(path) {
      // Miniflare starts an ended workerd again.
      if (ended) throw new Error(`the workerd of ${name} has ended`);
      return fetch(`${origin}${path}`);
    },
    stop: () => miniflare.dispose(),
  };
}

function workerOptions({ name, mainModule, modules, bindings = {}, assets }: Served) {
  const { rawConfig } = experimental_readRawConfig({ config: 'wrangler.toml' });
  const values = Object.entries(bindings).map(([key, value]) => [key, { type: 'json' as const, value }]);
  return {
    config: {
      name,
      compatibilityDate: rawConfig.compatibility_date,
      compatibilityFlags: rawConfig.compatibility_flags,
      manifest: { mainModule, modules },
      env: { ...Object.fromEntries(values), ...(assets ? { ASSETS: { type: 'disk' as const, path: assets } } : {}) },
    },
    dev: { unsafeDirectSockets: [{}] },
  };
}

/** Runs `start`, and finds the workerd process that it starts: miniflare does not give it. */
export async function withChild<T>(start: () => Promise<T>): Promise<{ result: T; child: ChildProcess }> {
  const children: ChildProcess[] = [];
  const note = (message: unknown) => children.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  try {
    const result = await start();
    const child = children.find(({ spawnfile }) => spawnfile.includes('workerd'));
    if (!child) throw new Error('miniflare has started no workerd');
    return { result, child };
  } finally {
    unsubscribe('child_process', note);
  }
}
