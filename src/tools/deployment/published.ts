/** The compiled catalogue as a build sees it: its cards, newest first, each with a key of all that its pictures show. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Build } from '../../catalog/compile.ts';
import { linkRecord } from '../../catalog/link.ts';
import { unpackCatalog } from '../../catalog/pack.ts';
import type { CardRecord } from '../../domain/record.ts';
import { BUILD } from '../built-files.ts';
import type { PlannedCard } from './plan.ts';

export const PUBLIC_FOLDER = 'build/public';

/** What was compiled: the code's and the catalogue's revisions. */
export async function readBuild(): Promise<Build> {
  return JSON.parse(await readFile(BUILD, 'utf8')) as Build;
}

/**
 * The published cards. A picture shows its card's record (with its source, its evidence, or the records it compares), as
 * the code of this revision draws it, with a QR code to an address under `origin`.
 */
export async function readPublishedCards({ code, origin }: { code: string; origin: string }): Promise<PlannedCard[]> {
  const { index, line } = unpackCatalog(await readFile(`${PUBLIC_FOLDER}/_catalog/cards.ndjson`));
  const positions = new Map(index.id.map((id, position) => [id, position]));
  const sources = new Map(index.sources.map((source) => [source.id, source]));
  const recordOf = (id: string): CardRecord | undefined => {
    const position = positions.get(id);
    if (position === undefined) return undefined;
    return linkRecord(line(position), { source: (sourceId) => sources.get(sourceId), card: recordOf });
  };
  return index.id.map((id) => ({ id, key: hash(JSON.stringify([recordOf(id), code, origin])) }));
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
