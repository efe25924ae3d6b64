/** The command line of `npm run new`: its usage, and its arguments parsed into one closed type. */
import { parseArgs } from 'node:util';
import { QUOTED_KIND_NAMES, type QuotedKind } from '../../card/kind.ts';
import { Id, Source } from '../../card/source.ts';

/** "figure, quote, claim or event" */
export function alternatives(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

export const USAGE = `Adds a card to the catalogue from words of a source. What only you can know is marked "# FILL:".

  npm run new -- --source ID --quote "…"                a card for the source of cards/ID.yaml
  npm run new -- --url https://… --quote "…"            a card of that page; its source is made where there is none
  npm run new -- --text page.html --quote "…"           a card of a saved page; its address is read from the page
  npm run new -- --url https://… --suggest              lists statements that are worth a card, and writes nothing

  --quote WORDS     the words of the source: the fewest that carry the fact, at most 25; give the
                    option several times for several cards
  --suggest         lists statements of the article: numbers, attributed speech, plans and denials
  --take N,N        makes cards of statements that --suggest lists, by their numbers
  --source ID       the source, as its file in cards/ is named
  --text FILE       the page as it was saved (.html, or text), which is then kept in captures/; needed where
                    captures/ lacks it, and with --url where programs cannot read the live page
  --url ADDRESS     the address of the text; of an http page, see docs/cards.md
  --id ID           with --url: the id of the source (proposed from the address where not given)
  --kind KIND       ${alternatives(QUOTED_KIND_NAMES)} (proposed from the quote where not given)
  --card-id ID      the id of the card (proposed from the quote where not given)
  --place N         which one is meant where the quote occurs more than once, from the top (the first outside
                    navigation, teasers and the like where not given)
  --across-blocks   the quote may begin in one paragraph, cell or list item and end in another
  --dry-run         prints the entry, and notes on its quote to stderr, and writes nothing
  --help            prints this

Example:
  npm run new -- --source kyiv-independent-belarus-army \\
    --quote "around 2,000 Russian soldiers remaining in the country"

Exit code: 0 fine, 2 the arguments or the catalogue have a problem, 1 the tool itself failed.`;

export type NewOptions = {
  /** A source that is there, or a page: `url` is null where only its file is given. */
  from: { source: string; textFile?: string } | { url: string | null; id?: string; textFile?: string };
  /** The words of each card. With `suggest`, none. */
  quotes: readonly string[];
  suggest?: boolean;
  /** Which of the suggestions become cards, counted from 1. */
  take?: readonly number[] | undefined;
  kind?: QuotedKind;
  cardId?: string;
  /** Counted from 1. */
  place?: number | undefined;
  acrossBlocks?: boolean | undefined;
  dryRun: boolean;
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
  help: flag,
} as const;

/** Reads the arguments after `npm run new --`. */
export function readArguments(args: string[]): Arguments {
  let values: ReturnType<typeof parseStrictly>;
  try {
    values = parseStrictly(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return misused(error.message);
  }
  if (values.help) return { ok: true, help: true };

  const { source, text: textFile, quote: quotes = [], url, id, kind: givenKind, 'card-id': cardId, place } = values;
  const { suggest = false, take } = values;
  if (source !== undefined && url !== undefined) return misused('--source and --url exclude each other. Give one.');
  if (source === undefined && url === undefined && textFile === undefined)
    return misused('--source or --url is missing. Give one.');
  const ways = [quotes.length > 0, suggest, take !== undefined].filter(Boolean).length;
  if (ways === 0) return misused('--quote is missing. Give the words of the source in quotation marks.');
  if (ways > 1) return misused('--quote, --suggest and --take exclude each other. Give one.');
  if (take !== undefined && !/^[1-9]\d{0,2}(?:\s*,\s*[1-9]\d{0,2})*$/.test(take))
    return misused(`--take "${take}" must be numbers of the list, for example 1,3.`);
  if (id !== undefined && source !== undefined) return misused('--id is for a new source. Give it with --url.');
  const single = Object.entries({ 'card-id': cardId, place }).find(([, value]) => value !== undefined)?.[0];
  if (single && quotes.length !== 1) return misused(`--${single} is for one card. Give it with one --quote.`);
  for (const [option, value] of Object.entries({ source, id, 'card-id': cardId })) {
    const message = value === undefined ? undefined : Id.safeParse(value).error?.issues[0]?.message;
    if (message) return misused(`--${option} "${value}": ${message}.`);
  }
  const kind = QUOTED_KIND_NAMES.find((name) => name === givenKind);
  if (givenKind !== undefined && !kind) {
    return misused(`--kind "${givenKind}" is not known. Use one of: ${QUOTED_KIND_NAMES.join(', ')}.`);
  }
  if (place !== undefined && !/^[1-9]\d{0,5}$/.test(place))
    return misused(`--place "${place}" must be a number from 1.`);

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
    const address = url?.replace(/^http:/i, 'https:');
    if (address !== undefined && Source.shape.url.safeParse(address).error)
      return misused(`--url "${url}" must be an https or http address.`);
    return { ok: true, help: false, options: { from: { url: url ?? null, id, textFile }, ...rest } };
  }
  return { ok: true, help: false, options: { from: { source, textFile }, ...rest } };
}

function parseStrictly(args: string[]) {
  return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
}

function misused(what: string): Refusal {
  return refuse(what, 'npm run new -- --help shows the usage and an example.');
}

/** A tool's answer to a user's error: one message that says what is wrong, where, and how to fix it. */
export type Refusal = { ok: false; message: string };

export function refuse(...lines: string[]): Refusal {
  return { ok: false, message: lines.join('\n') };
}
