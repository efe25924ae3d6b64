/** The bundled Worker, running in a workerd of its own: a workerd draws on one core. */
import { resolve } from 'node:path';
import { startWorkerd } from '../workerd.ts';
import { WORKER_FOLDER } from './bundle.ts';
import type { BundledModule, RawConfig } from './worker-config.ts';

export type Worker = {
  /** Asks for a path, without its first slash: "cards/a-card.png". */
  ask(path: string): Promise<Response>;
  /** What it has logged of what went wrong, the end of it. */
  complaints(): string;
  stop(): Promise<void>;
};

export type Drawing = { config: RawConfig; modules: readonly BundledModule[]; origin: string; assets: string };

/**
 * Starts the bundled Worker as a deployment runs it, with the catalogue for its assets and without a limit of drawings, on
 * a port of this machine that is free. What it needs is written into `folder`.
 */
export async function startWorker({ config, modules, origin, assets }: Drawing, folder: string): Promise<Worker> {
  const name = 'worker';
  const served = {
    name,
    config,
    modules: modules.map((module) => ({ type: module.type, path: resolve(WORKER_FOLDER, module.name) })),
    bindings: { ...config.vars, PUBLIC_URL: origin },
    assets: resolve(assets),
  };
  const workerd = await startWorkerd([served], folder);
  return {
    ask: (path) => fetch(`${workerd.originOf(name)}/${path}`, { redirect: 'manual' }),
    complaints: workerd.complaints,
    stop: workerd.stop,
  };
}
