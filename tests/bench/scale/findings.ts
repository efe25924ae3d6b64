/** What the watch found of a made-up catalogue, as `npm run watch` leaves it for a build; and what that costs answers. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledCatalog } from '../../../src/catalog/compile.ts';
import type { SourceFindings } from '../../../src/watch/findings.ts';
import { publish } from '../../../src/watch/publish.ts';
import { PUBLISHED } from '../../../src/watch/storage.ts';
import { HISTORY_DAYS } from '../../../src/watch/timeline.ts';
import { median } from '../render/statistics.ts';
import type { BuiltWorker } from '../worker/build.ts';
import { serve } from '../worker/serve.ts';
import { timeRequest } from '../worker/time-request.ts';
import type { Question } from './questions.ts';

const DAY = '2026-11-20';
/** Of so many cards, one has a source that has changed. */
const CARDS_PER_CHANGE = 40;

/** The same Worker, with findings for every card among its assets. `indexBytes`: what every answer about cards reads. */
export function withFindings(
  worker: BuiltWorker,
  { sources, cards }: CompiledCatalog,
): { worker: BuiltWorker; indexBytes: number } {
  const looked = new Map(sources.map(({ id, url }) => [id, findingsOf(url ?? '')]));
  for (const [at, entry] of cards.entries()) {
    if (!('sourceId' in entry)) continue;
    const state = at % CARDS_PER_CHANGE === 0 ? ('changed' as const) : ('present' as const);
    const seen = { state, score: state === 'changed' ? 0.87 : null };
    const { cards: found, changes } = looked.get(entry.sourceId) as SourceFindings;
    const { id } = entry.card;
    found[id] = {
      quote: '',
      surroundings: null,
      confirmed: { ...seen, since: '2026-09-01' },
      recent: [{ ...seen, day: DAY }],
    };
    if (state === 'changed') {
      changes.push({
        day: '2026-09-03',
        card: id,
        source: entry.sourceId,
        from: 'present',
        to: state,
        since: '2026-09-01',
        score: 0.87,
      });
    }
  }
  const assets = `${worker.assets}-watched`;
  cpSync(worker.assets, assets, { recursive: true });
  mkdirSync(join(assets, '_catalog/watch'), { recursive: true });
  const published = publish({}, looked, new Set(looked.keys()), DAY);
  for (const key of PUBLISHED)
    writeFileSync(join(assets, `_catalog/watch/${key}.json`), JSON.stringify(published[key]));
  return { worker: { ...worker, assets }, indexBytes: JSON.stringify(published.index).length };
}

function findingsOf(url: string): SourceFindings {
  const history = { from: '2026-08-23', marks: 'p'.repeat(HISTORY_DAYS) };
  return {
    url,
    lastLooked: DAY,
    outcome: 'read',
    movedTo: null,
    skippedUntil: null,
    page: null,
    history,
    cards: {},
    changes: [],
  };
}

const ROUNDS = 9;

/** Answers a second over all questions about cards, without findings and with them: medians of rounds that take turns. */
export async function answersPerSecond(
  without: BuiltWorker,
  watched: BuiltWorker,
  questions: readonly Question[],
): Promise<[number, number]> {
  const workers = [await serve(without), await serve(watched)];
  const paths = questions.flatMap((question) => question.paths.slice(0, 20));
  const rates: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, worker] of workers.entries()) {
      const start = performance.now();
      for (const path of paths) await timeRequest(worker, path);
      if (round > 0) rates[index]?.push((paths.length * 1000) / (performance.now() - start));
    }
  }
  for (const worker of workers) await worker.stop();
  return [median(rates[0] ?? []), median(rates[1] ?? [])];
}
