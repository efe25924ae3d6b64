/** The `_headers` file of a deployment, made of what the Worker itself says of pictures that it draws. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeBuilt } from '../built-files.ts';
import { headersFile, ruleOf, type Sample } from './headers.ts';
import type { PictureForm } from './plan.ts';
import type { Worker } from './worker.ts';

type HeadersOptions = {
  ids: readonly string[];
  forms: readonly PictureForm[];
  /** The file that keeps the headers for the next build, under what they were made of. */
  store: string;
  key: string;
  start(): Promise<Worker>;
};

/** Asks the Worker, where the code, the configuration or the address has changed since it was last asked. */
export async function makeHeaders({ ids, forms, store, key, start }: HeadersOptions): Promise<string> {
  if (ids.length === 0) return headersFile([]);
  const kept = existsSync(store) ? (JSON.parse(await readFile(store, 'utf8')) as Kept) : undefined;
  if (kept?.key === key) return kept.headers;
  const worker = await start();
  try {
    const headers = headersFile(await takeSamples(worker, ids, forms));
    await writeBuilt(store, JSON.stringify({ key, headers } satisfies Kept));
    return headers;
  } finally {
    await worker.stop();
  }
}

type Kept = { key: string; headers: string };

/** The newest, the middle and the oldest card, in a form for each rule. */
async function takeSamples(worker: Worker, ids: readonly string[], forms: readonly PictureForm[]): Promise<Sample[]> {
  const [first = '', middle = first, last = first] = [ids[0], ids[ids.length >> 1], ids.at(-1)];
  const paths = [...Map.groupBy(forms, ({ path }) => ruleOf(path)).values()].flatMap(([form]) => form?.path ?? []);
  const samples: Sample[] = [];
  for (const path of paths)
    for (const id of new Set([first, middle, last])) {
      const address = `/${path.replace('{id}', id)}`;
      const response = await worker.ask(address);
      await response.arrayBuffer();
      if (response.status !== 200)
        throw new Error(`the Worker answers ${response.status} to ${address}. ${worker.complaints()}`);
      samples.push({ id, path, headers: [...response.headers] });
    }
  return samples;
}
