/** Reads the cells of a row into the fields of a card and its source, or reports what is wrong with them. Pure. */
import { canonicalUrl, cleanUrl } from '../../card/address.ts';
import type { Attribution } from '../../card/attribution.ts';
import { KINDS, QUOTED_KIND_NAMES } from '../../card/kind.ts';
import { countWords, MAX_QUOTE_WORDS } from '../../card/kinds/fields.ts';
import { trimQuote } from '../../card/quotation-marks.ts';
import { Source } from '../../card/source.ts';
import type { Speaker } from '../../card/speaker.ts';
import { readOutlets, readSpeaker } from '../../card/spreadsheet/attribution.ts';
import { sameWords } from '../../card/spreadsheet/cells.ts';
import { COLUMNS, FILE, OCCURRENCE, SPEAKER, STATE, VIA } from '../../card/spreadsheet/columns.ts';
import { attempt, type Cells, type Fields, fieldsOf } from '../../card/spreadsheet/rows.ts';
import { alternatives } from '../new/args.ts';
import { readDate } from './dates.ts';
import { nearest } from './nearest.ts';
import type { SheetRow } from './sheet.ts';

type Step = Attribution[number];

/** A row whose quote can be searched for on its page. */
export type Row = SheetRow & {
  card: Fields;
  source: Fields;
  /** Undefined if the cell is empty. */
  speaker: Step | undefined;
  via: Step[] | undefined;
  quote: string;
  claim: string;
  /** As given, or null. */
  address: string | null;
  file: string | undefined;
  occurrence: number | undefined;
  /** Identifies the page. */
  page: string;
  /** Identifies the card. */
  key: string;
};

export type RowProblem = { number: number; problem: string };

/** The message for a problem in a column. */
export const inColumn = (column: string, what: string) => `${column}: ${what.replace(/\.$/, '')}.`;

export function readRow(
  row: SheetRow,
  { speakers, width }: { speakers: readonly Speaker[]; width: number },
): Row | { problem: string } {
  const problems: string[] = [];
  const fail = (column: string, error: Error) => problems.push(inColumn(column, error.message));
  const { cells } = row;
  const at = (name: string) => cells[name] ?? '';
  const fields = fieldsOf(cells, fail);
  readDates(fields, cells, fail);
  if (row.raw.length > width && row.raw.slice(width).some((cell) => cell.trim() !== ''))
    problems.push(
      `The row has ${row.raw.length} cells, but the header has ${width}. Put cells that contain a separator in quotation marks.`,
    );
  const quote = textOf(fields.card.quote, 'exact');
  const claim = textOf(fields.card, 'claim');
  if (quote === '') problems.push(inColumn('quote', 'is empty. Copy the words of the page that state the fact'));
  if (claim === '')
    problems.push(inColumn('claim', 'is empty. State the fact in your own words, at most 140 characters'));
  const words = countWords(quote);
  if (words > MAX_QUOTE_WORDS)
    problems.push(
      inColumn(
        'quote',
        `has ${words} words; the limit is ${MAX_QUOTE_WORDS}. Quote the fewest words that state the fact`,
      ),
    );
  const kind = at('kind').toLowerCase();
  const isKind = kind === '' || QUOTED_KIND_NAMES.some((name) => name === kind);
  if (!isKind)
    problems.push(
      inColumn(
        'kind',
        `“${at('kind')}” is not known. ${suggestion(kind, KINDS)}Use ${alternatives(QUOTED_KIND_NAMES)}`,
      ),
    );
  else if (kind !== '') fields.card.kind = kind;
  if (['retracted', 'superseded'].includes(at(STATE)))
    problems.push(inColumn(STATE, `The card was ${at(STATE)}, and a row cannot contain its history. Delete the row`));
  const address = readAddress(cells, fields.source, problems);
  const speaker = attempt(
    () => readSpeaker(at(SPEAKER), speakers),
    (error) => fail(SPEAKER, error),
  );
  const via = attempt(
    () => readOutlets(at(VIA), speakers),
    (error) => fail(VIA, error),
  );
  if (speaker === undefined && via !== undefined && via.length > 0)
    problems.push(inColumn(SPEAKER, 'is empty, although via names outlets. Name the speaker'));
  if (at(OCCURRENCE) !== '' && !/^[1-9]\d{0,3}$/.test(at(OCCURRENCE)))
    problems.push(inColumn(OCCURRENCE, `“${at(OCCURRENCE)}” must be a whole number, at least 1`));
  if (problems.length > 0) return { problem: problems.join(' ') };
  const page = pageOf(address, cells);
  return {
    ...row,
    ...fields,
    speaker,
    via,
    quote,
    claim,
    address,
    file: at(FILE) || undefined,
    occurrence: at(OCCURRENCE) === '' ? undefined : Number(at(OCCURRENCE)),
    page,
    key: keyOf({ page, quote, claim }),
  };
}

const textOf = (record: unknown, name: string): string => {
  const value = (record as Fields | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

/** The same address, quote and claim are the same card. */
export const keyOf = ({ page, quote, claim }: { page: string; quote: string; claim: string }) =>
  [page, sameWords(trimQuote(quote)), sameWords(claim)].join('\n');

/** Identifies the page of a row: by its address, or else by its source, snapshot or file. */
function pageOf(address: string | null, cells: Cells): string {
  if (address !== null) return canonicalUrl(cleanUrl(address));
  return cells.source || cells.snapshot || cells[FILE] || '';
}

function readAddress(cells: Cells, source: Fields, problems: string[]): string | null {
  const { url } = source;
  if (typeof url !== 'string') {
    if (!cells.source && !cells.snapshot && !cells[FILE])
      problems.push(
        inColumn('address', 'is empty. Give the address of the page, or name a saved page in the column file'),
      );
    return null;
  }
  const fault = Source.shape.url.safeParse(url.replace(/^http:/i, 'https:')).error?.issues[0]?.message;
  if (fault === undefined) return url;
  problems.push(inColumn('address', `“${url}” ${fault.replace(/, or null.*/, '')}`));
  return null;
}

const DATES = COLUMNS.filter(({ path }) => path.at(-1) === 'date');

/** Reads dates as spreadsheets write them. The default basis is `stated`. */
function readDates(
  fields: { card: Fields; source: Fields },
  cells: Cells,
  fail: (column: string, error: Error) => void,
) {
  for (const { name, of, path } of DATES) {
    const dated = fields[of][path[0]] as Fields | null | undefined;
    if (typeof dated?.date === 'string') {
      const { date } = dated;
      dated.date =
        attempt(
          () => readDate(date),
          (error) => fail(name, error),
        ) ?? date;
      dated.basis ??= 'stated';
    } else if (dated && (dated.basis ?? dated.reason) !== undefined)
      fail(name, new Error(`is empty, although ${name} basis or reason is given. Give the date`));
  }
  for (const day of ['updated', 'captured'] as const) {
    const cell = cells[day];
    const date = cell
      ? attempt(
          () => readDate(cell),
          (error) => fail(day, error),
        )
      : undefined;
    if (date !== undefined && day === 'updated') fields.card.updated = date;
    else if (date !== undefined) (fields.source.snapshot as Fields).accessed = date;
  }
}

/** "Did you mean figure? " */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `Did you mean ${near}? `;
}
