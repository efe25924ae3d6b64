/** Works out what `npm run new` writes: reads the catalogue and the text, and answers the new file, or a refusal. */

import { canonicalUrl, cleanUrl } from '../../card/address.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { COMPARISONS_FILE } from '../../catalog/load.ts';
import { readCatalogFiles } from '../catalog-files.ts';
import { type NewOptions, type Refusal, refuse } from './args.ts';
import { cardLines, type NewSource, sourceLines } from './card.ts';
import { proposeFigure } from './figure.ts';
import { makeUnique, proposeCardId, proposeSourceId } from './id.ts';
import { insertCard, type Outline, outlineFile } from './insert-card.ts';
import { type FoundQuote, locateQuote, proposeKind, readText } from './quote.ts';

export type Page = (StructuredText & { ok: true; url: string; sha256: string; paywalled: boolean }) | Refusal;

export type Surroundings = {
  readPage: (url: string) => Promise<Page>;
  /** YYYY-MM-DD. */
  today: string;
  /** The folder of the catalogue. */
  folder: string;
};

/** What will be written, and what to report about it. */
export type Plan = {
  ok: true;
  file: string;
  /** The whole file. */
  text: string;
  /** Where the new entry starts in it. */
  line: number;
  /** What is new: the entry, or the whole of a new file. */
  added: string[];
  id: string;
  kind: QuotedKind;
  found: FoundQuote;
  /** What the author should know besides. */
  notes: string[];
};

/** @throws when cards/ cannot be read. */
export async function planCard(options: NewOptions, around: Surroundings): Promise<Plan | Refusal> {
  const outlines = (await readCatalogFiles(around.folder)).map(outlineFile);
  const { from } = options;
  return 'source' in from ? planForSource(from, options, outlines) : planForPage(from, options, outlines, around);
}

async function planForSource(
  { source, textFile }: { source: string; textFile: string },
  options: NewOptions,
  outlines: Outline[],
): Promise<Plan | Refusal> {
  const file = `cards/${source}.yaml`;
  const outline = outlines.find(({ name }) => name === `${source}.yaml`);
  if (!outline) return refuse(`There is no ${file}. Check the id, or make the source with --url.`);
  if (outline.error) {
    const { line, message } = outline.error;
    return refuse(`${file}:${line}: is not valid YAML: ${message}. Mend that first; nothing was written.`);
  }
  if (outline.sha256 === '') return refuse(`${file} has no source with snapshot.sha256. Add it first.`);
  const captured = await readText(textFile);
  if (!captured.ok) return captured;
  if (captured.sha256 !== outline.sha256) {
    return refuse(
      `${textFile} is not the text that the source was captured as:`,
      `  SHA-256 of the file       ${captured.sha256}`,
      `  snapshot.sha256 in ${file}  ${outline.sha256}`,
      'Give that text, unchanged. If it was captured again, put the new hash and its day into snapshot, and verify the cards that are there.',
    );
  }
  const card = planEntry({ text: captured.text, blocks: null }, outline, options, outlines, source);
  if (!card.ok) return card;
  const inserted = insertCard(file, outline.text, card.added);
  return inserted.ok ? { ...card, file, text: inserted.text, line: inserted.line } : inserted;
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

  const page = from.textFile === undefined ? await readPage(given) : await readCapture(given, from.textFile);
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
  const notes = from.textFile === undefined ? [PAGE_NOT_KEPT] : [];
  return { ...card, notes, file: `cards/${name}`, text: `${added.join('\n')}\n`, line: head.length + 1, added };
}

const PAGE_NOT_KEPT =
  'snapshot.sha256 is that of the page as it was read just now. The page was not kept: capture its text, and put the hash of that in its place, to add more cards.';

async function readCapture(url: string, textFile: string): Promise<Page> {
  const captured = await readText(textFile);
  return captured.ok ? { ...captured, blocks: null, url, paywalled: false } : captured;
}

function thereAlready({ name, url }: Outline): Refusal {
  const source = name.replace(/\.yaml$/, '');
  const its = url ? ` (${url})` : '';
  return refuse(
    `cards/${name} is there already${its}; nothing was written.`,
    `For another card of that source: --source ${source} --text FILE. For another source: another --id.`,
  );
}

type Entry = Omit<Plan, 'file' | 'text' | 'line'>;

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
  const figure = proposeFigure(exact, source.language);
  const kind = options.kind ?? proposeKind(text.text, found.range, figure !== undefined);
  const { publisher, language } = source;
  const added = cardLines({ id, kind, quote: found.selector, figure, publisher, language });
  return { ok: true, added, id, kind, found, notes: [] };
}

/** Whether the address of a source is that of a page. */
function isPage({ url }: Outline, page: string): boolean {
  return url !== '' && canonicalUrl(url) === canonicalUrl(page);
}
