/** Works out what `npm run new` writes: reads the catalogue and the text, and answers the new file, or a refusal. */

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
import { notesOn } from './notes.ts';
import { type FoundQuote, locateQuote, proposeKind, readText } from './quote.ts';

/** A page as it was read or saved. */
export type Page =
  | ({ ok: true; url: string; paywalled: boolean } & Omit<NewCapture, 'url' | 'accessed'> & StructuredText)
  | Refusal;

export type Surroundings = {
  readPage: (url: string) => Promise<Page>;
  readCapture: (sha256: string) => Promise<Capture | NoCapture>;
  /** YYYY-MM-DD. */
  today: string;
  /** The folder of the catalogue. */
  folder: string;
};

/** What will be written, and what to report about it. */
export type Plan = {
  ok: true;
  file: string;
  /** The file as it was; undefined where there was none. */
  before: string | undefined;
  /** The whole file. */
  text: string;
  /** Where the new entry starts in it. */
  line: number;
  /** What is new: the entry, or the whole of a new file. */
  added: string[];
  id: string;
  kind: QuotedKind;
  found: FoundQuote;
  /** What the author should know of the place of the quote. */
  notes: string[];
  /** What is to be kept of the page; undefined where it is kept already. */
  capture: NewCapture | undefined;
  /** The source, where it is new. */
  source?: NewSource;
};

/** @throws when cards/ cannot be read. */
export async function planCard(options: NewOptions, around: Surroundings): Promise<Plan | Refusal> {
  const outlines = (await readCatalogFiles(around.folder)).map(outlineFile);
  const { from } = options;
  return 'source' in from
    ? planForSource(from, options, outlines, around)
    : planForPage(from, options, outlines, around);
}

async function planForSource(
  { source, textFile }: { source: string; textFile?: string },
  options: NewOptions,
  outlines: Outline[],
  around: Surroundings,
): Promise<Plan | Refusal> {
  const file = `cards/${source}.yaml`;
  const outline = outlines.find(({ name }) => name === `${source}.yaml`);
  if (!outline) return refuse(`There is no ${file}. Check the id, or make the source with --url.`);
  if (outline.error) {
    const { line, message } = outline.error;
    return refuse(`${file}:${line}: ${message} Nothing was written.`);
  }
  if (outline.sha256 === '') return refuse(`${file} has no source with snapshot.sha256. Add it first.`);
  const page = textFile === undefined ? await readKept(outline, around) : await readText(textFile);
  if (!page.ok) return page;
  if (page.sha256 !== outline.sha256) {
    return refuse(
      `${textFile} is not the text that the source was captured as:`,
      `  SHA-256 of the file       ${page.sha256}`,
      `  snapshot.sha256 in ${file}  ${outline.sha256}`,
      'Give that text, unchanged. If it was captured again, put the new hash and its day into snapshot, and verify the cards that are there.',
    );
  }
  const card = planEntry(page, outline, options, outlines, source);
  if (!card.ok) return card;
  const inserted = insertCard(file, outline.text, card.added);
  if (!inserted.ok) return inserted;
  const accessed = outline.accessed || around.today;
  const capture = textFile === undefined ? undefined : { ...page, url: outline.url || null, accessed };
  return { ...card, file, before: outline.text, text: inserted.text, line: inserted.line, capture };
}

/** The text of a source from its capture. */
async function readKept({ name, sha256 }: Outline, { readCapture }: Surroundings): Promise<Capture | Refusal> {
  const captured = await readCapture(sha256);
  if (captured.ok || captured.reason === 'damaged') return captured;
  return refuse(captured.message, `Give the file that ${name} names: --text FILE. It is kept there from then on.`);
}

async function planForPage(
  from: { url: string; id?: string; textFile?: string },
  options: NewOptions,
  outlines: Outline[],
  { readPage, today }: Surroundings,
): Promise<Plan | Refusal> {
  const given = cleanUrl(from.url);
  const id = from.id ?? proposeSourceId(given);
  const name = `${id}.yaml`;
  if (name === COMPARISONS_FILE) return refuse(`--id ${id}: cards/${name} is for comparisons. Choose another id.`);
  const there = outlines.find((outline) => outline.name === name || isPage(outline, given));
  if (there) return thereAlready(there);

  const saved = from.textFile === undefined ? undefined : await readText(from.textFile);
  const page = saved === undefined ? await readPage(given) : saved.ok ? { ...saved, url: given } : saved;
  if (!page.ok) return page;
  const redirected = outlines.find((outline) => isPage(outline, page.url));
  if (redirected) return thereAlready(redirected);

  const source: NewSource = { id, url: cleanUrl(page.url), sha256: page.sha256, accessed: today };
  const card = planEntry(page, { publisher: '', language: '' }, options, outlines, id);
  if (!card.ok) {
    const paywall = 'The page says that it is not free to read. Capture its text in a browser and give it with --text.';
    return page.paywalled ? refuse(card.message, paywall) : card;
  }
  const head = sourceLines(source);
  const added = [...head, ...card.added.map((line) => `  ${line}`)];
  const file = { file: `cards/${name}`, before: undefined, text: `${added.join('\n')}\n`, line: head.length + 1 };
  return { ...card, ...file, added, capture: { ...page, accessed: today }, source };
}

function thereAlready({ name, url }: Outline): Refusal {
  const source = name.replace(/\.yaml$/, '');
  const its = url ? ` (${url})` : '';
  return refuse(
    `cards/${name} is there already${its}; nothing was written.`,
    `For another card of that source: --source ${source}. For another source: another --id.`,
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
  if (owner) return refuse(`--card-id "${options.cardId}" is taken by a card in cards/${owner.name}. Choose another.`);
  const taken = new Set(outlines.flatMap(({ cardIds }) => cardIds));
  const id = options.cardId ?? makeUnique(proposeCardId(exact, sourceId), taken);
  const words = proposeFigureText(exact, source.language);
  const figure = words === undefined ? undefined : { text: words };
  const kind = options.kind ?? proposeKind(text.text, found.range, figure !== undefined);
  const added = cardLines({ id, kind, quote: found.selector, figure, publisher: source.publisher });
  return { ok: true, added, id, kind, found, notes: notesOn(text, found.range, source.language) };
}

/** Whether the address of a source is that of a page. */
function isPage({ url }: Outline, page: string): boolean {
  return url !== '' && canonicalUrl(url) === canonicalUrl(page);
}
