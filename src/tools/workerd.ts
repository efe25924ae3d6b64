/**
 * A workerd that serves bundled Workers, each in an isolate and on a port of its own, with nothing between the caller and
 * them: no proxy, no other isolate. Started by the binary and flags that wrangler itself uses.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { RawConfig } from './deployment/worker-config.ts';

/** A file of a bundle. The script is the first of them. */
export type Module = { type: 'ESModule' | 'CompiledWasm' | 'Data' | 'Text'; path: string };

/** A Worker to serve: its modules, the values that it finds in `env`, and the folder of its assets. */
export type Served = {
  name: string;
  modules: readonly Module[];
  config: Pick<RawConfig, 'compatibility_date' | 'compatibility_flags'>;
  bindings: Record<string, unknown>;
  assets?: string;
};

export type Workerd = {
  pid: number;
  /** The inspector's port, where one was asked for. */
  inspectorPort: number | undefined;
  /** The end of what it has complained of, the Workers' own logs of errors among it. */
  complaints(): string;
  /** Where a Worker listens: "http://127.0.0.1:54321". */
  originOf(worker: string): string;
  get(worker: string, path: string): Promise<Response>;
  stop(): Promise<void>;
};

/** The binary that wrangler runs. Its package has no types. */
const wrangler = createRequire(import.meta.url).resolve('wrangler');
const workerdPath: string = createRequire(wrangler)('workerd').default;

const FIELDS: Record<Module['type'], string> = {
  ESModule: 'esModule',
  CompiledWasm: 'wasm',
  Data: 'data',
  Text: 'text',
};

/** Longest that a start may take, in ms: compiling 10 MB of WebAssembly on a busy machine is slow. */
const START_LIMIT_MS = 30_000;

export type StartOptions = {
  inspect?: boolean;
  /** Flags for V8, such as a limit of its heap. */
  v8Flags?: string[];
};

/** Starts workerd in `folder`. @throws Error with what workerd says when it does not come up. */
export async function startWorkerd(workers: Served[], folder: string, options: StartOptions = {}): Promise<Workerd> {
  const { inspect = false, v8Flags = [] } = options;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.capnp'), configText(workers, folder, v8Flags));
  const flags = inspect ? ['--inspector-addr=127.0.0.1:0'] : [];
  const child = spawn(workerdPath, ['serve', '--experimental', '--control-fd=3', ...flags, 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (text) => {
    complaints = (complaints + text).slice(-2000);
  });
  // Where it cannot be started at all, there is an error and no exit.
  const exited = new Promise<false>((settle) => {
    child.once('exit', () => settle(false));
    child.once('error', (error) => {
      complaints += error.message;
      settle(false);
    });
  });
  const letLive = killWithUs(child);
  const stop = async () => {
    letLive();
    child.kill('SIGKILL');
    await exited;
  };

  const ports = new Map<string, number>();
  const wanted = workers.length + (inspect ? 1 : 0);
  const listening = (async () => {
    for await (const line of createInterface({ input: child.stdio[3] as Readable })) {
      const { event, socket, port } = JSON.parse(line);
      ports.set(event === 'listen-inspector' ? 'inspector' : socket, port);
      if (ports.size === wanted) return true;
    }
    return false;
  })();
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const tooLate = once(limit, 'abort').then(() => false);
  if (!(await Promise.race([listening, tooLate, exited])) || child.pid === undefined) {
    await stop();
    throw new Error(`workerd did not start: ${complaints.trim()}`);
  }

  const originOf = (worker: string) => `http://127.0.0.1:${ports.get(worker)}`;
  return {
    pid: child.pid,
    inspectorPort: ports.get('inspector'),
    complaints: () => complaints.trim(),
    originOf,
    get: (worker, path) => fetch(`${originOf(worker)}${path}`),
    stop,
  };
}

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has a child end when this process does, by itself or by a signal, until what it gives is called. */
function killWithUs(child: ChildProcess): () => void {
  const kill = () => child.kill('SIGKILL');
  const killAndGo = (signal: NodeJS.Signals) => {
    kill();
    letLive();
    process.kill(process.pid, signal);
  };
  const letLive = () => {
    process.off('exit', kill);
    for (const signal of ENDING_SIGNALS) process.off(signal, killAndGo);
  };
  process.once('exit', kill);
  for (const signal of ENDING_SIGNALS) process.on(signal, killAndGo);
  return letLive;
}

/** The configuration in Cap'n Proto's text form; what it embeds lies beside it. */
function configText(workers: Served[], folder: string, v8Flags: string[]): string {
  const services = workers.flatMap(({ name, assets }, index) => [
    `(name = ${quoted(name)}, worker = .worker${index})`,
    ...(assets ? [`(name = ${quoted(`${name}-assets`)}, disk = (path = ${quoted(assets)}))`] : []),
  ]);
  const sockets = workers.map(
    ({ name }) => `(name = ${quoted(name)}, address = "127.0.0.1:0", http = (), service = ${quoted(name)})`,
  );
  return [
    'using Workerd = import "/workerd/workerd.capnp";',
    `const config :Workerd.Config = (services = [${services.join(', ')}], sockets = [${sockets.join(', ')}], ` +
      `v8Flags = ${quoted(v8Flags)});`,
    ...workers.map((worker, at) => `const worker${at} :Workerd.Worker = ${workerText(worker, folder, String(at))};`),
  ].join('\n');
}

function workerText(worker: Served, folder: string, own: string): string {
  const { name, modules: files, config, bindings, assets } = worker;
  mkdirSync(join(folder, own), { recursive: true });
  const modules = files.map(({ type, path }, at) => {
    copyFileSync(path, join(folder, own, `module-${at}`));
    return `(name = ${quoted(basename(path))}, ${FIELDS[type]} = embed "${own}/module-${at}")`;
  });
  const values = Object.entries(bindings).map(([key, value], at) => {
    writeFileSync(join(folder, own, `value-${at}.json`), JSON.stringify(value));
    return `(name = ${quoted(key)}, json = embed "${own}/value-${at}.json")`;
  });
  if (assets) values.push(`(name = "ASSETS", service = ${quoted(`${name}-assets`)})`);
  const { compatibility_date: date, compatibility_flags: flags = [] } = config;
  return (
    `(compatibilityDate = ${quoted(date)}, compatibilityFlags = ${quoted(flags)}, ` +
    `modules = [${modules.join(', ')}], bindings = [${values.join(', ')}])`
  );
}

/** Cap'n Proto writes texts and lists of them as JSON does. */
function quoted(value: unknown): string {
  return JSON.stringify(value);
}
