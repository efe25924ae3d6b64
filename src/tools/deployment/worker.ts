/** The bundled Worker, running in a workerd of its own: a workerd draws on one core. */
import { createTestHarness } from 'wrangler';

/** Where a request comes from in the world is asked of a server otherwise, and no picture depends on it. */
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';

export type Worker = {
  /** Asks for a path, without its first slash: "cards/a-card.png". */
  ask(path: string): Promise<Response>;
  stop(): Promise<void>;
};

/** Starts the Worker of a configuration, on a port of this machine that is free. */
export async function startWorker(configPath: string): Promise<Worker> {
  const server = createTestHarness({ workers: [{ configPath }] });
  const { url } = await server.listen();
  return {
    ask: (path) => fetch(new URL(`/${path}`, url), { redirect: 'manual' }),
    stop: () => server.close(),
  };
}
