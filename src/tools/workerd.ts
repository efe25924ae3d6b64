/**
 * A workerd that serves bundled Workers, each in an isolate and on a port of its own, with nothing between the caller and
 * them: no proxy, no other isolate. Started by the binary and flags that wrangler itself uses.
 */
import { spawn } from 'node:child_process';
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
  const exited = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
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
  if (!(await Promise.race([listening, tooLate])) || child.pid === undefined) {
    await stop();
    throw new Error(`workerd did not start: ${complaints.trim()}`);
  }

  const originOf = (worker: string) => `http://127.0.0.1:${ports.get(worker)}`;
  return {
    pid: child.pid,
    inspectorPort: ports.get('inspector'),
    originOf,
    get: (worker, path) => fetch(`${originOf(worker)}${path}`),
    stop,
  };
}

/** The configuration in Cap'n Proto's text form; what it embeds lies beside it. */
function configText(workers: Served[], folder: string, v8Flags: string[]): string {
  const services = workers.flatMap(({ name, assets }, index) => [
    `(name = "${name}", worker = .worker${index})`,
    ...(assets ? [`(name = "${name}-assets", disk = (path = "${assets}"))`] : []),
  ]);
  const sockets = workers.map(
    ({ name }) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`,
  );
  return [
    'using Workerd = import "/workerd/workerd.capnp";',
    `const config :Workerd.Config = (services = [${services.join(', ')}], sockets = [${sockets.join(', ')}], ` +
      `v8Flags = ${JSON.stringify(v8Flags)});`,
    ...workers.map((worker, index) => `const worker${index} :Workerd.Worker = ${workerText(worker, folder)};`),
  ].join('\n');
}

function workerText({ name, modules: files, config, bindings, assets }: Served, folder: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  const modules = files.map(({ type, path }) => {
    const file = basename(path);
    copyFileSync(path, join(folder, name, file));
    return `(name = "${file}", ${FIELDS[type]} = embed "${name}/${file}")`;
  });
  const values = Object.entries(bindings).map(([key, value]) => {
    writeFileSync(join(folder, name, `${key}.json`), JSON.stringify(value));
    return `(name = "${key}", json = embed "${name}/${key}.json")`;
  });
  if (assets) values.push(`(name = "ASSETS", service = "${name}-assets")`);
  const { compatibility_date: date, compatibility_flags: flags = [] } = config;
  return (
    `(compatibilityDate = ${JSON.stringify(date)}, compatibilityFlags = ${JSON.stringify(flags)}, ` +
    `modules = [${modules.join(', ')}], bindings = [${values.join(', ')}])`
  );
}
