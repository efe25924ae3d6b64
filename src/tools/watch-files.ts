/** Stores the findings of `npm run watch` as files in watch/, one per value, to be committed. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PUBLISHED, parseJson, type WatchStorage } from '../watch/storage.ts';
import { writeBuilt } from './built-files.ts';
import { absent, writeWhole } from './whole-file.ts';

export const WATCH_FOLDER = 'watch';

/** "index" → "watch/index.json", "source:a-paper" → "watch/source/a-paper.json" */
const fileOf = (key: string, folder: string) => join(folder, `${key.replace(':', '/')}.json`);

/** A robots.txt is kept in memory only: it belongs to the site, and is valid for one day. */
export function createFileStorage(folder = WATCH_FOLDER): WatchStorage {
  const robots = new Map<string, unknown>();
  const isRobots = (key: string) => key.startsWith('robots:');
  return {
    get: async (key) =>
      isRobots(key) ? robots.get(key) : parseJson(await readFile(fileOf(key, folder), 'utf8').catch(absent)),
    async put(key, value) {
      if (isRobots(key)) robots.set(key, value);
      else await writeWhole(fileOf(key, folder), `${JSON.stringify(value, null, 1)}\n`);
    },
    delete: (key) => rm(fileOf(key, folder), { force: true }),
  };
}

/** Copies the published values into the assets of a build, below `root`. */
export async function writeWatch(root = '.'): Promise<void> {
  for (const key of PUBLISHED) {
    const value = parseJson(await readFile(join(root, fileOf(key, WATCH_FOLDER)), 'utf8').catch(absent));
    const built = join(root, `build/public/_catalog/watch/${key}.json`);
    if (value === undefined) await rm(built, { force: true });
    else await writeBuilt(built, JSON.stringify(value));
  }
}
