/**
 * Parses the evidence lock, one entry per line. Tolerates a missing comma or a duplicate entry after a merge, and half a line
 * after an interrupted write. Pure.
 */
import type { z } from 'zod';
import { EvidenceLock, LockEntry } from '../card/evidence/lock.ts';
import { findMergeMark } from './merge-marks.ts';
import type { FileProblem } from './parse.ts';
import { LOCK_FILE } from './rules.ts';

export type LockFile = {
  lock: EvidenceLock;
  /** All entries of a card, oldest first. Only the newest one is in `lock`. */
  entriesOf(id: string): readonly LockEntry[];
  /** The line numbers of a card's entries, from 1. */
  linesOf(id: string): readonly number[];
  /** Why the file cannot be read. */
  problems: FileProblem[];
  /** The remains of an interrupted write. They are ignored, and the next write removes them. */
  remains: FileProblem | undefined;
};

const ENTRY = /^\s*"([^"\\]+)"\s*:\s*(\{.*\})\s*,?\s*$/;
const FRAME = /^\s*(?:\{|"version"\s*:\s*1\s*,|"cards"\s*:\s*\{\s*(?:\}\s*,?)?|\}+\s*,?)?\s*$/;

type Line = { id: string; line: number; entry: LockEntry };

export function parseLock(text: string | undefined): LockFile {
  const lines = (text ?? '').split('\n');
  const mark = findMergeMark(lines);
  if (mark !== undefined) return unreadable(mark, `is in the middle of a merge. ${KEEP_BOTH}`);
  const found: Line[] = [];
  for (const [index, content] of lines.entries()) {
    const [, id, json] = ENTRY.exec(content) ?? [];
    const entry = json === undefined ? undefined : parseJson(json);
    if (id !== undefined && entry !== undefined) {
      const parsed = LockEntry.safeParse(entry);
      if (!parsed.success) return unreadable(index + 1, `cannot be read (${pathOf([id], parsed.error)}). ${PUT_BACK}`);
      found.push({ id, line: index + 1, entry: parsed.data });
    } else if (!FRAME.test(content)) {
      const isHalf = index === lines.length - 1 && content.trimStart().startsWith('"');
      if (!isHalf) return parseWhole(lines, index + 1);
    }
  }
  const isCut = text !== undefined && !/(?:\n|"cards"\s*:\s*\{)\s*\}\s*\}\s*$/.test(text);
  return lockFile(found, { remains: isCut ? { file: LOCK_FILE, line: lines.length, message: CUT } : undefined });
}

const CUT = 'is incomplete: a command was interrupted. Run npm run verify to restore the missing entries.';

/** Parses a file that does not have one entry per line. `oddLine`: the first such line. */
function parseWhole(lines: readonly string[], oddLine: number): LockFile {
  const json = parseJson(lines.join('\n'));
  if (json === undefined) return unreadable(oddLine, `cannot be read (the line is not an entry). ${PUT_BACK}`);
  const lineOf = (id: string) => lines.findIndex((line) => line.trimStart().startsWith(`"${id}":`)) + 1 || 1;
  const parsed = EvidenceLock.safeParse(json);
  if (parsed.success) {
    return lockFile(Object.entries(parsed.data.cards).map(([id, entry]) => ({ id, entry, line: lineOf(id) })));
  }
  const id = parsed.error.issues[0]?.path[1];
  return unreadable(
    id === undefined ? 1 : lineOf(String(id)),
    `cannot be read (${pathOf([], parsed.error)}). ${PUT_BACK}`,
  );
}

const pathOf = (before: string[], { issues }: z.ZodError) =>
  [...before, ...(issues[0]?.path ?? [])].join('.') || 'the file';

function lockFile(
  found: readonly Line[],
  { problems = [], remains }: Partial<Pick<LockFile, 'problems' | 'remains'>> = {},
): LockFile {
  const byId = Map.groupBy(
    [...found].sort((a, b) => (a.entry.checkedAt < b.entry.checkedAt ? -1 : 1)),
    ({ id }) => id,
  );
  const of = (id: string) => byId.get(id) ?? [];
  return {
    lock: { version: 1, cards: Object.fromEntries([...byId].map(([id, all]) => [id, (all.at(-1) as Line).entry])) },
    entriesOf: (id) => of(id).map(({ entry }) => entry),
    linesOf: (id) => of(id).map(({ line }) => line),
    problems,
    remains,
  };
}

const KEEP_BOTH =
  'Delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>, keep the lines between them, and run npm run verify.';
const PUT_BACK =
  'Do not edit it by hand. Restore the committed file (git restore cards/evidence.lock.json), and run npm run verify.';

const unreadable = (line: number, message: string): LockFile =>
  lockFile([], { problems: [{ file: LOCK_FILE, line, message }] });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
