/** The Worker around a made-up catalogue of a size, checked, compiled and bundled; and what that took. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileCatalog } from '../../../src/catalog/compile.ts';
import { type StartOptions, startWorkerd, type Workerd } from '../../../src/tools/workerd.ts';
import { makeCatalog } from '../../helpers/many-cards.ts';
import { type BuiltWorker, bundleProject, layOutProject, runTool } from '../worker/build.ts';
import { type Question, questionsOf } from './questions.ts';

export type Made = {
  cards: number;
  folder: string;
  worker: BuiltWorker;
  checkSeconds: number;
  compileSeconds: number;
  /** Bytes of the catalogue's assets. */
  assets: { cards: number; search: number };
  questions: Question[];
};

export async function makeWorker(cards: number, folder: string): Promise<Made> {
  const files = makeCatalog(cards);
  layOutProject(folder, files);
  const checkSeconds = runTool(folder, 'src/tools/check.ts');
  const compileSeconds = runTool(folder, 'src/tools/compile.ts');
  const worker = bundleProject(folder, `cards-${cards}`, 'https://cards.example.org');
  const bytes = (name: string) => statSync(join(worker.assets, '_catalog', name)).size;
  const assets = { cards: bytes('cards.ndjson'), search: bytes('search.json') };
  const made = { cards, folder, worker, checkSeconds, compileSeconds, assets };
  const { catalog } = compileCatalog(files.filter(({ name }) => name.endsWith('.yaml')));
  return { ...made, questions: questionsOf(catalog, await middleCursor(made)) };
}

export function start(
  { worker, folder }: Pick<Made, 'worker' | 'folder'>,
  options: StartOptions = {},
): Promise<Workerd> {
  return startWorkerd([worker], join(folder, 'workerd'), options);
}

/** Turns the pages of the list, at 100 a page, to the middle of it. */
async function middleCursor(made: Omit<Made, 'questions'>): Promise<string | null> {
  const workerd = await start(made);
  try {
    let cursor: string | null = null;
    for (let seen = 0; seen < made.cards / 2; seen += 100) {
      const path: string = `/api/cards?limit=100${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = (await (await workerd.get(made.worker.name, path)).json()) as { next: string | null };
      if (page.next === null) break;
      cursor = page.next;
    }
    return cursor;
  } finally {
    await workerd.stop();
  }
}

/** The id of the first card of a catalogue as packed. */
export function firstCard({ worker }: Made): string {
  const [line = ''] = readFileSync(join(worker.assets, '_catalog/cards.ndjson'), 'utf8').split('\n', 1);
  return (JSON.parse(line) as { id: string[] }).id[0] ?? '';
}
