/** `npm run export`: writes the cards as a spreadsheet that `npm run import` reads. Exit codes: 0 fine, 2 problems, 1 the tool failed. */
import type { Source } from '../card/source.ts';
import { type CardRow, cellsOf, lostFields, tableText } from '../card/spreadsheet/rows.ts';
import { loadCatalog } from '../catalog/load.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';
import { readOptions, runTool } from './command-line.ts';
import { writeWhole } from './whole-file.ts';

const USAGE = `Usage: npm run export [-- [--out FILE] [--source ID] [--tsv | --separator ";"] [--excel]]

Writes the cards of cards/ as CSV, with the columns that npm run import reads. docs/spreadsheets.md describes them.

  --out FILE        write to this file, not to the terminal
  --source ID       only the cards of this source
  --tsv             separate cells with tabs
  --separator ";"   separate cells with this character: "," or ";"
  --excel           begin with a byte order mark, so that Excel reads the file as UTF-8

Exit codes: 0 fine, 2 the catalogue has a problem, 1 the tool failed.`;

const OPTIONS = {
  out: { type: 'string' },
  source: { type: 'string' },
  tsv: { type: 'boolean' },
  separator: { type: 'string' },
  excel: { type: 'boolean' },
} as const;

async function main(): Promise<number> {
  const { out, source: only, tsv = false, separator, excel: bom = false } = readOptions(OPTIONS, USAGE);
  if (separator !== undefined && (tsv || ![',', ';'].includes(separator))) {
    console.error('--separator must be "," or ";", and cannot be used together with --tsv.');
    return 2;
  }
  const { quoted, comparisons, sources, problems } = loadCatalog(await readCatalogFiles('cards'));
  if (problems.length > 0) {
    reportProblems(problems);
    return 2;
  }
  if (only !== undefined && !sources.some(({ value }) => value.id === only)) {
    console.error(`The source "${only}" does not exist. The id of a source is the name of its file in cards/.`);
    return 2;
  }
  const isWanted = (source?: Source) => only === undefined || source?.id === only;
  const rows: CardRow[] = [
    ...quoted.map(({ value: card, source }) => ({ card, source })),
    ...comparisons.map(({ value: card }) => ({ card })),
  ].filter(({ source }: CardRow) => isWanted(source));
  const text = tableText(rows.map(cellsOf), undefined, { separator: tsv ? '\t' : separator, bom });
  if (out === undefined) process.stdout.write(text);
  else await writeWhole(out, text);
  report(rows, out);
  return 0;
}

/** Names the fields that the file does not contain. */
function report(rows: readonly CardRow[], out: string | undefined): void {
  const lost = rows.flatMap((row) => lostFields(row).map((field) => ({ field, isComparison: !row.source })));
  const counts = Map.groupBy(lost, ({ field, isComparison }) => (isComparison ? `${field} of comparisons` : field));
  const fields = [...counts].map(([field, { length }]) => `${field} (${length})`);
  console.error(`${rows.length} cards${out === undefined ? '' : ` written to ${out}`}.`);
  if (fields.length > 0) console.error(`These fields have no column and are only in cards/: ${fields.join(', ')}.`);
}

await runTool(main);
