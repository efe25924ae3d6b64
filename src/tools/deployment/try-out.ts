/**
 * Starts the built Worker as wrangler deploys it, and requests its main addresses. A build that fails this test is not
 * published.
 */
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CardRecord } from '../../card/record.ts';
import { isMainVariant } from '../../render/variant.ts';
import type { PictureForm } from './plan.ts';

/** Otherwise miniflare requests the location of this machine, on which no response depends. */
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';
/** The output of the build is enough. */
process.env.WRANGLER_LOG ??= 'error';

export type Worker = {
  /** Requests a path: "/cards/a-card.png". A redirect is not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The end of its log. */
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

type TryOutOptions = {
  worker: Worker;
  /** The assets folder. */
  assets: string;
  /** The newest card; undefined if the catalogue is empty. */
  newest: CardRecord | undefined;
  cards: number;
  forms: readonly PictureForm[];
};

/** @throws Error with the request and its response */
export async function tryOut({ worker, assets, newest, cards, forms }: TryOutOptions): Promise<void> {
  const get = async (path: string, type: string) => {
    const response = await worker.ask(path);
    const bytes = Buffer.from(await response.arrayBuffer());
    const given = response.headers.get('Content-Type') ?? '';
    if (response.status !== 200 || !given.startsWith(type))
      throw new Error(
        `the built Worker returned ${response.status} ${given} for ${path}. It must return 200 ${type}. ` +
          `${bytes.toString('utf8', 0, 500)}\n${worker.complaints()}`,
      );
    return { bytes, headers: response.headers };
  };
  const json = async (path: string) => JSON.parse((await get(path, 'application/json')).bytes.toString());
  const expect = (what: string, given: unknown, wanted: unknown) => {
    if (given !== wanted) throw new Error(`the built Worker returned ${given} as ${what}. It must return ${wanted}.`);
  };

  await get('/health', 'application/json');
  await get('/', 'text/html');
  expect('the number of cards', (await json('/api/cards?limit=1')).total, cards);
  if (!newest) return;
  const { id, claim } = newest.card;
  await get(`/cards/${id}`, 'text/html');
  expect('the revision of a card', (await json(`/cards/${id}.json`)).revision, newest.revision);
  const [word = id] = claim.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const { total } = await json(`/api/cards?q=${encodeURIComponent(word)}`);
  if (!(total > 0)) throw new Error(`the built Worker finds no card with the word "${word}", which "${id}" has.`);
  for (const form of forms.filter(isMainVariant)) {
    const path = form.path.replace('{id}', id);
    const file = await readFile(join(assets, path)).catch(() => undefined);
    const { bytes, headers } = await get(`/${path}`, 'image/');
    if (!file) continue;
    // There is no file at the long address of the same picture, so the Worker draws it.
    const drawn = await get(`/cards/${id}/og.${form.format}`, 'image/');
    const same = bytes.equals(file) && drawn.bytes.equals(file);
    if (!same)
      throw new Error(
        `the Worker does not draw /${path} as the build has drawn it. Remove the folder build/store and build again.`,
      );
    expect(`Cache-Control of /${path}`, headers.get('Cache-Control'), drawn.headers.get('Cache-Control'));
  }
}
