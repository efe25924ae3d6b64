/**
 * Parses the release file, one revision per line. Tolerates duplicate and unordered lines after a merge, and half a line after
 * an interrupted write. Pure.
 */
import { ReleaseLine } from '../card/release.ts';
import { findMergeMark } from './merge-marks.ts';
import type { FileProblem } from './parse.ts';
import { createReleases, type Releases } from './releases.ts';

export const RELEASE_FILE = 'cards/releases.ndjson';

export type ReleaseFile = {
  releases: Releases;
  /** Why the file cannot be read. */
  problems: FileProblem[];
  /** Half a line at the end, from an interrupted write. It is ignored, and the next write removes it. */
  remains: FileProblem | undefined;
  /** The text without the remains. */
  whole: string;
};

export function parseReleases(text = ''): ReleaseFile {
  const lines = text.split('\n');
  const mark = findMergeMark(lines);
  if (mark !== undefined) {
    return { releases: createReleases([]), problems: [problemAt(mark, KEEP_BOTH)], remains: undefined, whole: text };
  }
  const problems: FileProblem[] = [];
  const published = new Map<string, ReleaseLine>();
  let whole = text;
  let remains: FileProblem | undefined;
  for (const [index, content] of lines.entries()) {
    if (content.trim() === '') continue;
    const json = parseJson(content);
    const parsed = ReleaseLine.safeParse(json);
    const isLast = index === lines.length - 1;
    if (parsed.success) {
      const key = keyOf(parsed.data);
      const known = published.get(key);
      if (!known || dayOf(parsed.data) < dayOf(known)) published.set(key, parsed.data);
      if (isLast) whole += '\n';
    } else if (json === undefined && isLast) {
      whole = text.slice(0, text.length - content.length);
      remains = problemAt(
        index + 1,
        'is incomplete: a command was interrupted. Run npm run release to remove the line.',
      );
    } else
      problems.push(
        problemAt(index + 1, `cannot be read (${parsed.error.issues[0]?.path.join('.') || 'the line'}). ${PUT_BACK}`),
      );
  }
  return { releases: createReleases([...published.values()]), problems, remains, whole };
}

/** The key of a line. If two branches released the same revision, the earlier line counts. */
function keyOf(line: ReleaseLine): string {
  return line.type === 'source' ? `source ${line.revision}` : `${line.card.id} ${line.revision}`;
}

const dayOf = (line: ReleaseLine) => (line.type === 'source' ? '' : line.released);

const KEEP_BOTH =
  'is in the middle of a merge. Delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>, and keep all other lines, because both branches published them.';
const PUT_BACK = 'Do not edit it by hand. Restore the line (git diff cards/releases.ndjson shows it).';

const problemAt = (line: number, message: string): FileProblem => ({ file: RELEASE_FILE, line, message });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
