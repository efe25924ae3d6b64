/** Releases as the Worker reads them: a line that says where each revision stands, then their lines. Pure. */
import type { CardRecord } from '../domain/record.ts';
import type { ReleasedCard, ReleaseLine } from '../domain/release.ts';
import { joinLines, LINE_FEED } from './lines.ts';
import { findRelease } from './releases.ts';

/** Where a line starts behind the first one, and how long it is without its end: in bytes. */
type Range = [start: number, length: number];

/** By "id@revision" for cards, and by revision for sources. */
type Index = { cards: Record<string, Range>; sources: Record<string, Range> };

/** A revision of a card as it was published; undefined where there is none. */
export type FindRevision = (id: string, revision: string) => CardRecord | undefined;

export function packReleases(lines: readonly ReleaseLine[]): Uint8Array<ArrayBuffer> {
  const index: Index = { cards: {}, sources: {} };
  const encoded = lines.map((line) => new TextEncoder().encode(JSON.stringify(line)));
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const range: Range = [start, encoded[at]?.length ?? 0];
    if (line.type === 'source') index.sources[line.revision] = range;
    else index.cards[`${line.card.id}@${line.revision}`] = range;
    start += range[1] + 1;
  }
  return joinLines([new TextEncoder().encode(JSON.stringify(index)), ...encoded]);
}

/** Opens packed releases. A line is parsed when it is asked for. */
export function openReleases(bytes: Uint8Array): FindRevision {
  const decoder = new TextDecoder();
  const end = bytes.indexOf(LINE_FEED);
  const index = JSON.parse(decoder.decode(bytes.subarray(0, end))) as Index;
  const read = (range: Range | undefined): ReleaseLine | undefined => {
    if (!range) return undefined;
    const start = end + 1 + range[0];
    return JSON.parse(decoder.decode(bytes.subarray(start, start + range[1]))) as ReleaseLine;
  };
  const own = (ranges: Record<string, Range>, key: string) => (Object.hasOwn(ranges, key) ? ranges[key] : undefined);
  const lines = {
    card: (id: string, revision: string) => read(own(index.cards, `${id}@${revision}`)) as ReleasedCard | undefined,
    source: (revision: string) => {
      const line = read(own(index.sources, revision));
      return line?.type === 'source' ? line.source : undefined;
    },
  };
  return (id, revision) => findRelease(lines, id, revision);
}
