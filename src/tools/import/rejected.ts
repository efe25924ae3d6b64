/** The rows that were not imported, as a spreadsheet that can be corrected and imported again. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { protect, unprotect } from '../../card/spreadsheet/cells.ts';
import { PROBLEM } from '../../card/spreadsheet/columns.ts';
import { absent, writeWhole } from '../whole-file.ts';
import type { RowResult } from './run.ts';
import type { Sheet } from './sheet.ts';

type Rejected = Extract<RowResult, { state: 'rejected' }>;

/** Writes the file next to the spreadsheet, without replacing another one. Returns its path. */
export async function writeRejected(
  path: string,
  { header, separator }: Pick<Extract<Sheet, { ok: true }>, 'header' | 'separator'>,
  rejected: readonly Rejected[],
): Promise<string> {
  const text = rejectedText(header, separator, rejected);
  const ending = extname(path);
  const stem = basename(path, ending).replace(/\.rejected(?:-\d+)?$/, '');
  for (let number = 1; ; number++) {
    const file = join(dirname(path), `${stem}.rejected${number === 1 ? '' : `-${number}`}${ending}`);
    const known = await readFile(file, 'utf8').catch(absent);
    if (known !== undefined && known !== text) continue;
    if (known === undefined) await writeWhole(file, text);
    return file;
  }
}

/** The rows as they were, after a column with the problem. */
export function rejectedText(header: readonly string[], separator: string, rejected: readonly Rejected[]): string {
  const isProblem = (name: string | undefined) => name?.trim().toLowerCase() === PROBLEM;
  const width = Math.max(header.length, ...rejected.map(({ raw }) => raw.length));
  const kept = Array.from({ length: width }, (_, at) => at).filter((at) => !isProblem(header[at]));
  const cellsAt = (cells: readonly string[]) => kept.map((at) => unprotect(cells[at] ?? ''));
  const rows = [[PROBLEM, ...cellsAt(header)], ...rejected.map(({ raw, problem }) => [problem, ...cellsAt(raw)])];
  return stringify(
    rows.map((cells) => cells.map(protect)),
    { delimiter: separator, bom: true, record_delimiter: 'windows' },
  );
}
