/** Imports the rows of a spreadsheet page by page, so that a later run continues after an interruption. */
import type { Catalogue } from './catalogue.ts';
import { differences } from './existing.ts';
import { type ImportContext, importPage, isVerified, type Outcome } from './import-page.ts';
import { type Row, readRow } from './row.ts';
import type { Sheet, SheetRow } from './sheet.ts';

export type RowResult = { number: number; raw: string[] } & (
  | { state: 'written'; id: string; file: string; proposed: number; remarks: readonly string[]; address: string }
  | { state: 'there'; id: string; differs: string[] }
  | { state: 'comparison' }
  | { state: 'rejected'; problem: string }
);

export type PageProgress = {
  /** The number of finished pages, and of all pages. */
  done: number;
  total: number;
  address: string;
  results: RowResult[];
};

type Options = Omit<ImportContext, 'catalogue'> & {
  catalogue: Catalogue;
  reopen: () => Promise<Catalogue>;
  progress: (page: PageProgress) => void;
};

/** The results of all rows, in the order of the rows. */
export async function importRows(sheet: Extract<Sheet, { ok: true }>, options: Options): Promise<RowResult[]> {
  const { reopen, progress, ...rest } = options;
  let { catalogue } = options;
  const { read, results } = readRows(sheet, catalogue);
  const open: Row[] = [];
  for (const row of read) {
    const known = catalogue.cardOfKey(row.key);
    if (known && isVerified(known, catalogue))
      results.push(resultOf({ row, state: 'there', id: known.value.id }, catalogue));
    else open.push(row);
  }
  // Rows that name different files or texts of the same page are imported separately.
  const groups = [...Map.groupBy(open, ({ page, file, cells }) => [page, file, cells.snapshot].join('\n')).values()];
  for (const [index, rows] of groups.entries()) {
    let outcomes = await importPage(rows, { ...rest, catalogue });
    while (!outcomes) {
      // Another command has changed the file.
      catalogue = await reopen();
      outcomes = await importPage(rows, { ...rest, catalogue });
    }
    const ofPage = outcomes.map((outcome) => resultOf(outcome, catalogue));
    results.push(...ofPage);
    progress({ done: index + 1, total: groups.length, address: addressOf(rows[0] as Row), results: ofPage });
  }
  return results.sort((a, b) => a.number - b.number);
}

const addressOf = ({ address, page }: Row) => address ?? page;

/** The rows that can be read, and the results of the others. */
function readRows(
  { rows, header }: Extract<Sheet, { ok: true }>,
  { speakers }: Catalogue,
): { read: Row[]; results: RowResult[] } {
  const results: RowResult[] = [];
  const firsts = new Map<string, number>();
  const read = rows.flatMap((row): Row[] => {
    const { number, raw } = row;
    if (isComparison(row)) {
      results.push({ number, raw, state: 'comparison' });
      return [];
    }
    const one = readRow(row, { speakers, width: header.length });
    const reject = (problem: string) => {
      results.push({ number, raw, state: 'rejected', problem });
      return [];
    };
    if ('problem' in one) return reject(one.problem);
    const first = firsts.get(one.key);
    if (first !== undefined)
      return reject(`The row repeats row ${first}: the same page, quote and claim. Delete one of them.`);
    firsts.set(one.key, number);
    return [one];
  });
  return { read, results };
}

/** Comparisons have neither an address nor a quote. They are made of other cards. */
const isComparison = ({ cells }: SheetRow) =>
  cells.kind?.toLowerCase() === 'comparison' && (cells.address ?? '') === '' && (cells.quote ?? '') === '';

function resultOf(outcome: Outcome, catalogue: Catalogue): RowResult {
  const { row, state } = outcome;
  const { number, raw } = row;
  if (state === 'rejected') return { number, raw, state, problem: outcome.problem };
  if (state === 'written') {
    const { id, file, proposed, remarks } = outcome;
    return { number, raw, state, id, file, proposed, remarks, address: addressOf(row) };
  }
  const known = catalogue.cardOf(outcome.id);
  const differs = known ? differences(row, { card: known.value, source: known.source }) : [];
  return { number, raw, state, id: outcome.id, differs };
}
