/** The command line of `npm run new`: its usage, and the parsed arguments. */
import { parseArgs } from 'node:util';
import { QUOTED_KIND_NAMES, type QuotedKind } from '../../card/kind.ts';
import { Id, Source } from '../../card/source.ts';
import { CANNOT_SAVE } from '../wayback.ts';

/** "figure, quote, claim or event" */
export function alternatives(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

export const USAGE = `Adds a card with a quote from a source. Fields for you to fill in are marked "# FILL:", and proposals "# CHECK:".
docs/cards.md describes every field.

  npm run new -- --source ID --quote "…"                add a card to cards/ID.yaml
  npm run new -- --url https://… --quote "…"            add a card from a page, and its source if it is new
  npm run new -- --text page.html --quote "…"           add a card from a saved page, which states its address
  npm run new -- --url https://… --suggest              list statements for cards, without writing anything
  npm run new -- --text page.html --suggest             the same for a saved page; then --take 1,3 instead of --suggest

  --quote WORDS     the words of the source: the fewest that state the fact, at most 25;
                    several --quote add several cards. Straight quotation marks, hyphens, plain spaces and "..." find
                    their typographic forms; the card gets the characters of the source. In a shell, put words with
                    ", $ or \` in single quotation marks
  --suggest         list numbers, attributed speech, plans and denials of the article
  --take N,N        add cards from the statements that --suggest lists, by their numbers
  --source ID       the id of an existing source: its file in cards/, without .yaml
  --text FILE       a saved page (.html, .pdf or text), which is then kept in captures/. With --source, needed if
                    captures/ lacks the text; with --url, if programs cannot read the live page
  --url ADDRESS     the https or http address of the page or PDF
  --id ID           the id of a new source (default: from its outlet and headline)
  --kind KIND       ${alternatives(QUOTED_KIND_NAMES)} (default: from the quote)
  --card-id ID      the id of the card, which its addresses contain (default: from the quote). It can be changed
                    until the first release
  --place N         which occurrence to use if there are several, counted from 1 (default: the first outside
                    navigation, teasers and similar parts)
  --across-blocks   allow a quote that spans several paragraphs, cells or list items
  --save            with --url: ask the Wayback Machine for a new copy of the page, as npm run archive -- --save does
  --no-archive      with --url: do not ask the Wayback Machine for a copy
  --dry-run         print the entry, and notes to stderr, without writing anything
  --help            print this text

Example:
  npm run new -- --text article.html \\
    --quote "around 2,000 Russian soldiers remaining in the country"

Exit codes: 0 fine, 2 the arguments or the catalogue have a problem, 1 the tool itself failed.`;

export type NewOptions = {
  /** An existing source, or a page: `url` is null if only its file is given. */
  from: { source: string; textFile?: string } | { url: string | null; id?: string; textFile?: string };
  /** The words of each card. Empty with `suggest` and `take`. */
  quotes: readonly string[];
  suggest?: boolean;
  /** The suggestions to make cards of, counted from 1. */
  take?: readonly number[] | undefined;
  kind?: QuotedKind;
  cardId?: string;
  /** Counted from 1. */
  place?: number | undefined;
  acrossBlocks?: boolean | undefined;
  dryRun: boolean;
  /** Whether an archive is asked for a copy of a new source: for one that is there, or to make one. */
  archive?: 'find' | 'save' | undefined;
};

export type Arguments = { ok: true; help: true } | { ok: true; help: false; options: NewOptions } | Refusal;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
export const OPTIONS = {
  source: text,
  url: text,
  text,
  quote: { type: 'string', multiple: true },
  suggest: flag,
  take: text,
  id: text,
  kind: text,
  'card-id': text,
  place: text,
  'across-blocks': flag,
  'dry-run': flag,
  save: flag,
  'no-archive': flag,
  help: flag,
} as const;

/** Parses the arguments after `npm run new --`. */
export function readArguments(args: string[]): Arguments {
  let values: ReturnType<typeof parseStrictly>;
  try {
    values = parseStrictly(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuseUsage(error.message);
  }
  if (values.help) return { ok: true, help: true };

  const { source, text: textFile, quote: quotes = [], url, id, kind: givenKind, 'card-id': cardId, place } = values;
  const { suggest = false, take } = values;
  if (source !== undefined && url !== undefined) return refuseUsage('Use only one of --source and --url.');
  if (source === undefined && url === undefined && textFile === undefined)
    return refuseUsage('--source or --url is missing. Give one.');
  const ways = [quotes.length > 0, suggest, take !== undefined].filter(Boolean).length;
  if (ways === 0) return refuseUsage('--quote is missing. Give the words of the source in quotation marks.');
  if (ways > 1) return refuseUsage('Use only one of --quote, --suggest and --take.');
  if (take !== undefined && !/^[1-9]\d{0,2}(?:\s*,\s*[1-9]\d{0,2})*$/.test(take))
    return refuseUsage(`--take "${take}" must be numbers from the list, for example 1,3.`);
  if (id !== undefined && source !== undefined) return refuseUsage('--id is for a new source. Give it with --url.');
  const single = Object.entries({ 'card-id': cardId, place }).find(([, value]) => value !== undefined)?.[0];
  if (single && quotes.length !== 1) return refuseUsage(`--${single} is for one card. Give it with one --quote.`);
  for (const [option, value] of Object.entries({ source, id, 'card-id': cardId })) {
    const message = value === undefined ? undefined : Id.safeParse(value).error?.issues[0]?.message;
    if (message) return refuseUsage(`--${option} "${value}": ${message}.`);
  }
  const kind = QUOTED_KIND_NAMES.find((name) => name === givenKind);
  if (givenKind !== undefined && !kind) {
    return refuseUsage(`--kind "${givenKind}" is not known. Use one of: ${QUOTED_KIND_NAMES.join(', ')}.`);
  }
  if (place !== undefined && !/^[1-9]\d{0,5}$/.test(place))
    return refuseUsage(`--place "${place}" must be a whole number, at least 1.`);

  const rest = {
    quotes,
    suggest,
    take: take?.split(',').map(Number),
    kind,
    cardId,
    place: place === undefined ? undefined : Number(place),
    acrossBlocks: values['across-blocks'],
    dryRun: values['dry-run'] ?? false,
  };
  if (source === undefined) {
    const message =
      url === undefined
        ? undefined
        : Source.shape.url.safeParse(url.replace(/^http:/i, 'https:')).error?.issues[0]?.message;
    if (message)
      return refuse(
        `--url "${url}" ${message.replace(/, or null.*/, '').replace(/an https address$/, 'an https or http address')}.`,
        'If only you can open the page, save it in a browser, and give the file: npm run new -- --text page.html --quote "…"',
        SEE_HELP,
      );
    if (values.save && CANNOT_SAVE) return refuseUsage(CANNOT_SAVE);
    const archive = values.save ? 'save' : values['no-archive'] || url === undefined ? undefined : 'find';
    return { ok: true, help: false, options: { from: { url: url ?? null, id, textFile }, ...rest, archive } };
  }
  return { ok: true, help: false, options: { from: { source, textFile }, ...rest } };
}

function parseStrictly(args: string[]) {
  return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
}

const SEE_HELP = 'See npm run new -- --help for usage and an example.';

function refuseUsage(what: string): Refusal {
  return refuse(what, SEE_HELP);
}

/** A tool's response to a user error: what is wrong, where, and how to fix it. */
export type Refusal = { ok: false; message: string };

export function refuse(...lines: string[]): Refusal {
  return { ok: false, message: lines.join('\n') };
}
