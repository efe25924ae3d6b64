/** Plans the output of `npm run new`: reads the catalogue and the text, and returns the new file or a refusal. */

import { canonicalUrl, cleanUrl } from '../../card/address.ts';
import { proposeFigureText } from '../../card/evidence/numbers/figure.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { COMPARISONS_FILE } from '../../catalog/load.ts';
import type { Capture, NewCapture, NoCapture } from '../captures.ts';
import { readCatalogFiles } from '../catalog-files.ts';
import { type NewOptions, type Refusal, refuse } from './args.ts';
import { cardLines, type NewSource, sourceLines } from './card.ts';
import { makeUnique, proposeCardId, proposeSourceId } from './id.ts';
import { insertCard, type Outline, outlineFile } from './insert-card.ts';
import { collectNotes } from './notes.ts';
import { type FoundQuote, locateQuote, proposeKind, readText } from './quote.ts';

/** A page that was fetched or saved. */
export type Page =
  | ({ ok: true; url: string; paywalled: boolean } & Omit<NewCapture, 'url' | 'accessed'> & StructuredText)
  | Refusal;

export type Environment = {
  readPage: (url: string) => Promise<Page>;
  readCapture: (sha256: string) => Promise<Capture | NoCapture>;
  /** YYYY-MM-DD. */
  today: string;
  /** The folder of the catalogue. */
  folder: string;
};

/** The file to write, and the facts to report. */
export type Plan = {
  ok: true;
  file: string;
  /** The previous content of the file; undefined for a new file. */
  before: string | undefined;
  /** The whole file. */
  text: string;
  /** The line of the new entry. */
  line: number;
  /** The new lines: the entry, or the whole new file. */
  added: string[];
  id: string;
  kind: QuotedKind;
  found: FoundQuote;
  /** Notes for the author about the passage of the quote. */
  notes: string[];
  /** The capture to keep; undefined if it is already kept. */
  capture: NewCapture | undefined;
  /** The source, where it is new. */
  source?: NewSource;
};

/** @throws if cards/ cannot be read. */
export async function planCard(options: NewOptions, environment: Environment): Promise<Plan | Refusal> {
  const outlines = (await readCatalogFiles(environment.folder)).map(outlineFile);
  const { from } = options;
  return 'source' in from
    ? planForSource(from, options, outlines, environment)
    : planForPage(from, options, outlines, environment);
}

async function planForSource(
  { source, textFile }: { source: string; textFile?: string },
  options: NewOptions,
  outlines: Outline[],
  environment: Environment,
): Promise<Plan | Refusal> {
  const file = `cards/${source}.yaml`;
  const outline = outlines.find(({ name }) => name === `${source}.yaml`);
  if (!outline) return refuse(`${file} does not exist. Check the id, or add the source with --url.`);
  if (outline.error) {
    const { line, message } = outline.error;
    return refuse(`${file}:${line}: ${message} Nothing was written.`);
  }
  if (outline.sha256 === '') return refuse(`${file} has no snapshot.sha256. Add it first.`);
  const page = textFile === undefined ? await readCaptured(outline, environment) : await readText(textFile);
  if (!page.ok) return page;
  if (page.sha256 !== outline.sha256) {
    return refuse(
      `${textFile} is not the captured text of the source:`,
      `  SHA-256 of the file       ${page.sha256}`,
      `  snapshot.sha256 in ${file}  ${outline.sha256}`,
      'Give the captured text, unchanged. If you captured it again, update snapshot with the new hash and day, and run npm run verify.',
    );
  }
  const card = planEntry(page, outline, options, outlines, source);
  if (!card.ok) return card;
  const inserted = insertCard(file, outline.text, card.added);
  if (!inserted.ok) return inserted;
  const accessed = outline.accessed || environment.today;
  const capture = textFile === undefined ? undefined : { ...page, url: outline.url || null, accessed };
  return { ...card, file, before: outline.text, text: inserted.text, line: inserted.line, capture };
}

/** The text of a source from captures/. */
async function readCaptured({ name, sha256 }: Outline, { readCapture }: Environment): Promise<Capture | Refusal> {
  const captured = await readCapture(sha256);
  if (captured.ok || captured.reason === 'damaged') return captured;
  return refuse(captured.message, `Give the captured file of ${name} with --text FILE. It is then kept in captures/.`);
}

async function planForPage(
  from: { url: string; id?: string; textFile?: string },
  options: NewOptions,
  outlines: Outline[],
  { readPage, today }: Environment,
): Promise<Plan | Refusal> {
  const given = cleanUrl(from.url);
  const id = from.id ?? proposeSourceId(given);
  const name = `${id}.yaml`;
  if (name === COMPARISONS_FILE)
    return refuse(`--id ${id}: cards/${name} is reserved for comparisons. Choose another id.`);
  const existing = outlines.find((outline) => outline.name === name || isPage(outline, given));
  if (existing) return refuseExisting(existing);

  const saved = from.textFile === undefined ? undefined : await readText(from.textFile);
  const page = saved === undefined ? await readPage(given) : saved.ok ? { ...saved, url: given } : saved;
  if (!page.ok) return page;
  const redirected = outlines.find((outline) => isPage(outline, page.url));
  if (redirected) return refuseExisting(redirected);

  const source: NewSource = { id, url: cleanUrl(page.url), sha256: page.sha256, accessed: today };
  const card = planEntry(page, { publisher: '', language: '' }, options, outlines, id);
  if (!card.ok) {
    const paywall = 'The page is behind a paywall. Save its text in a browser and give it with --text.';
    return page.paywalled ? refuse(card.message, paywall) : card;
  }
  const head = sourceLines(source);
  const added = [...head, ...card.added.map((line) => `  ${line}`)];
  const file = { file: `cards/${name}`, before: undefined, text: `${added.join('\n')}\n`, line: head.length + 1 };
  return { ...card, ...file, added, capture: { ...page, accessed: today }, source };
}

function refuseExisting({ name, url }: Outline): Refusal {
  const source = name.replace(/\.yaml$/, '');
  const address = url ? ` (${url})` : '';
  return refuse(
    `cards/${name} already exists${address}. Nothing was written.`,
    `To add another card to that source, use --source ${source}. To add another source, choose another --id.`,
  );
}

type Entry = Omit<Plan, 'file' | 'before' | 'text' | 'line' | 'capture'>;

function planEntry(
  text: StructuredText,
  source: Pick<Outline, 'publisher' | 'language'>,
  options: NewOptions,
  outlines: Outline[],
  sourceId: string,
): Entry | Refusal {
  const found = locateQuote(text, options.quote, options);
  if (!found.ok) return found;
  const { exact } = found.selector;
  const owner = outlines.find(({ cardIds }) => options.cardId !== undefined && cardIds.includes(options.cardId));
  if (owner)
    return refuse(`--card-id "${options.cardId}" is already used by a card in cards/${owner.name}. Choose another id.`);
  const taken = new Set(outlines.flatMap(({ cardIds }) => cardIds));
  const id = options.cardId ?? makeUnique(proposeCardId(exact, sourceId), taken);
  const words = proposeFigureText(exact, source.language);
  const figure = words === undefined ? undefined : { text: words };
  const kind = options.kind ?? proposeKind(text.text, found.range, figure !== undefined);
  const added = cardLines({ id, kind, quote: found.selector, figure, publisher: source.publisher });
  return { ok: true, added, id, kind, found, notes: collectNotes(text, found.range, source.language) };
}

/** Whether a source has the address of a page. */
function isPage({ url }: Outline, page: string): boolean {
  return url !== '' && canonicalUrl(url) === canonicalUrl(page);
}
