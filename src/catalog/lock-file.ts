/**
 * Reads the text of the evidence lock, one entry a line. A merge may leave a comma too few or an entry twice, and a killed
 * write half a line at the end: these are read as what they are. Pure.
 */
import type { z } from 'zod';
import { EvidenceLock, LockEntry } from '../card/evidence/lock.ts';
import { findMergeMark } from './merge-marks.ts';
import type { FileProblem } from './parse.ts';
import { LOCK_FILE } from './rules.ts';

export type LockFile = {
  lock: EvidenceLock;
  /** Every entry of a card that has several, the newest last: only one is in `lock`. */
  entriesOf(id: string): readonly LockEntry[];
  /** The lines of a card's entries, counted from 1. */
  linesOf(id: string): readonly number[];
  /** Why the file cannot be read. */
  problems: FileProblem[];
  /** The remains of a write that was stopped. They are ignored, and the next write drops them. */
  remains: FileProblem | undefined;
};

const ENTRY = /^\s*"([^"\\]+)"\s*:\s*(\{.*\})\s*,?\s*$/;
const FRAME = /^\s*(?:\{|"version"\s*:\s*1\s*,|"cards"\s*:\s*\{\s*(?:\}\s*,?)?|\}+\s*,?)?\s*$/;

type Line = { id: string; line: number; entry: LockEntry };

export function parseLock(text: string | undefined): LockFile {
  const lines = (text ?? '').split('\n');
  const mark = findMergeMark(lines);
  if (mark !== undefined) return unread(mark, `is in the middle of a merge. ${KEEP_BOTH}`);
  const found: Line[] = [];
  for (const [index, content] of lines.entries()) {
    const [, id, json] = ENTRY.exec(content) ?? [];
    const entry = json === undefined ? undefined : parseJson(json);
    if (id !== undefined && entry !== undefined) {
      const parsed = LockEntry.safeParse(entry);
      if (!parsed.success) return unread(index + 1, `cannot be read (${pathOf([id], parsed.error)}). ${PUT_BACK}`);
      found.push({ id, line: index + 1, entry: parsed.data });
    } else if (!FRAME.test(content)) {
      const isHalf = index === lines.length - 1 && content.trimStart().startsWith('"');
      if (!isHalf) return parseWhole(lines, index + 1);
    }
  }
  const isCut = text !== undefined && !/(?:\n|"cards"\s*:\s*\{)\s*\}\s*\}\s*$/.test(text);
  return lockFile(found, { remains: isCut ? { file: LOCK_FILE, line: lines.length, message: CUT } : undefined });
}

const CUT = 'ends in the middle: a command was stopped. npm run verify finds again what is missing.';

/** Of a file that is not laid out one entry a line. `oddLine`: where that shows first. */
function parseWhole(lines: readonly string[], oddLine: number): LockFile {
  const json = parseJson(lines.join('\n'));
  if (json === undefined) return unread(oddLine, `cannot be read (the line is no entry). ${PUT_BACK}`);
  const lineOf = (id: string) => lines.findIndex((line) => line.trimStart().startsWith(`"${id}":`)) + 1 || 1;
  const parsed = EvidenceLock.safeParse(json);
  if (parsed.success) {
    return lockFile(Object.entries(parsed.data.cards).map(([id, entry]) => ({ id, entry, line: lineOf(id) })));
  }
  const id = parsed.error.issues[0]?.path[1];
  return unread(id === undefined ? 1 : lineOf(String(id)), `cannot be read (${pathOf([], parsed.error)}). ${PUT_BACK}`);
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
  'Delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>, keep those between, and run npm run verify.';
const PUT_BACK =
  'It is written by npm run verify and not by hand: take the file of the last commit (git restore cards/evidence.lock.json), and run that.';

const unread = (line: number, message: string): LockFile =>
  lockFile([], { problems: [{ file: LOCK_FILE, line, message }] });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
