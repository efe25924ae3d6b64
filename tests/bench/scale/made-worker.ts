/** The Worker around a made-up catalogue of a size, checked, compiled and bundled; and what that took. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileCatalog } from '../../../src/catalog/compile.ts';
import { makeCatalog } from '../../helpers/many-cards.ts';
import { type BuiltWorker, buildProject, layOutProject, runTool } from '../worker/build.ts';
import { serve } from '../worker/serve.ts';
import { withFindings } from './findings.ts';
import { picturesOf, type Question, questionsOf } from './questions.ts';

export type Made = {
  cards: number;
  worker: BuiltWorker;
  checkSeconds: number;
  compileSeconds: number;
  /** Bytes of the catalogue's assets. */
  assets: { cards: number; search: number };
  /** The same with what the watch found, and the bytes that every answer about cards reads of that. */
  watched: BuiltWorker;
  indexBytes: number;
  questions: Question[];
  /** Addresses of pictures: several cards, in each size. */
  pictures: string[];
};

export async function makeWorker(cards: number, folder: string): Promise<Made> {
  const files = makeCatalog(cards);
  layOutProject(folder, files);
  const checkSeconds = runTool(folder, 'src/tools/check.ts');
  const compileSeconds = runTool(folder, 'src/tools/compile.ts');
  const worker = buildProject(folder, `cards-${cards}`, 'https://cards.example.org');
  const bytes = (name: string) => statSync(join(worker.assets, '_catalog', name)).size;
  const assets = { cards: bytes('cards.ndjson'), search: bytes('search.json') };
  const { catalog } = compileCatalog(files.filter(({ name }) => name.endsWith('.yaml')));
  const { worker: watched, indexBytes } = withFindings(worker, catalog);
  const made = { cards, worker, watched, indexBytes, checkSeconds, compileSeconds, assets };
  return { ...made, questions: questionsOf(catalog, await middleCursor(made)), pictures: picturesOf(catalog) };
}

/** Turns the pages of the list, at 100 a page, to the middle of it. */
async function middleCursor(made: Pick<Made, 'cards' | 'worker'>): Promise<string | null> {
  const worker = await serve(made.worker);
  try {
    let cursor: string | null = null;
    for (let seen = 0; seen < made.cards / 2; seen += 100) {
      const path: string = `/api/cards?limit=100${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = (await (await worker.get(path)).json()) as { next: string | null };
      if (page.next === null) break;
      cursor = page.next;
    }
    return cursor;
  } finally {
    await worker.stop();
  }
}

/** The id of the first card of a catalogue as packed. */
export function firstCard({ worker }: Made): string {
  const [line = ''] = readFileSync(join(worker.assets, '_catalog/cards.ndjson'), 'utf8').split('\n', 1);
  return (JSON.parse(line) as { id: string[] }).id[0] ?? '';
}
