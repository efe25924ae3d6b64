/** Requests what a finished deployment has to answer. What does not must not be published. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardRecord } from '../../card/record.ts';
import { isMainVariant } from '../../render/variant.ts';
import type { PictureForm } from './plan.ts';
import type { Worker } from './worker.ts';

type TryOutOptions = {
  worker: Worker;
  /** The folder of the assets. */
  assets: string;
  /** The newest card; undefined where the catalogue is empty. */
  newest: CardRecord | undefined;
  cards: number;
  forms: readonly PictureForm[];
};

/** @throws Error that says what was requested and what came back. */
export async function tryOut({ worker, assets, newest, cards, forms }: TryOutOptions): Promise<void> {
  const get = async (path: string, type: string) => {
    const response = await worker.ask(path);
    const bytes = Buffer.from(await response.arrayBuffer());
    const given = response.headers.get('Content-Type') ?? '';
    if (response.status !== 200 || !given.startsWith(type))
      throw new Error(
        `the finished Worker answers ${response.status} ${given} to ${path}, and has to answer 200 ${type}. ` +
          `${bytes.toString('utf8', 0, 500)}\n${worker.complaints()}`,
      );
    return { bytes, headers: response.headers };
  };
  const json = async (path: string) => JSON.parse((await get(path, 'application/json')).bytes.toString());
  const expect = (what: string, given: unknown, wanted: unknown) => {
    if (given !== wanted) throw new Error(`the finished Worker gives ${given} as ${what}, and has to give ${wanted}.`);
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
  if (!(total > 0)) throw new Error(`the finished Worker finds no card by the word "${word}", which "${id}" has.`);
  for (const form of forms.filter(isMainVariant)) {
    const path = form.path.replace('{id}', id);
    const file = await readFile(join(assets, path)).catch(() => undefined);
    const { bytes, headers } = await get(`/${path}`, 'image/');
    if (!file) continue;
    // The same picture at its long address is no file: the Worker draws it.
    const drawn = await get(`/cards/${id}/og.${form.format}`, 'image/');
    const same = bytes.equals(file) && drawn.bytes.equals(file);
    if (!same) throw new Error(`the Worker does not draw /${path} as the build has drawn it.`);
    expect(`Cache-Control of /${path}`, headers.get('Cache-Control'), drawn.headers.get('Cache-Control'));
  }
}
