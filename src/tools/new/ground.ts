/** Finds the text that new cards are made from, and the source that they belong to: one of the catalogue, or a new one. */
import { basename } from 'node:path';
import { canonicalUrl, cleanUrl } from '../../card/address.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import { COMPARISONS_FILE } from '../../catalog/load.ts';
import type { ReadPage } from '../../page/live-page.ts';
import type { Metadata } from '../../page/metadata/metadata.ts';
import type { Capture, NewCapture, NoCapture } from '../captures.ts';
import { metadataOf } from '../page-metadata.ts';
import { type NewOptions, type Refusal, refuse } from './args.ts';
import { makeUnique, proposeSourceId } from './id.ts';
import type { Outline } from './insert-card.ts';
import { readText } from './quote.ts';
import { sourceLines } from './source.ts';

/** A page as it was read or saved. */
export type Page = ({ ok: true; paywalled: boolean } & Omit<NewCapture, 'accessed'> & StructuredText) | Refusal;

export type Environment = {
  readPage: (url: string) => Promise<Page>;
  readCapture: (sha256: string) => Promise<Capture | NoCapture>;
  /** YYYY-MM-DD. */
  today: string;
  /** The folder of the catalogue. */
  folder: string;
};

export type Ground = {
  ok: true;
  text: StructuredText & Pick<ReadPage, 'bytes' | 'headers'>;
  paywalled: boolean;
  sourceId: string;
  /** The current file of the source; undefined if it is new. */
  outline: Outline | undefined;
  /** The lines of a new file before its cards. */
  head: string[];
  /** What is asked of archives; undefined if the source is not new. */
  source?: { id: string; url: string; accessed: string } | undefined;
  publisher: string;
  language: string;
  published: string;
  /** The page to store in captures/; undefined if it is stored already. */
  capture: NewCapture | undefined;
  /** Remarks on how the page was read, and what this means for the evidence. */
  remarks: string[];
};

type NewPage = Extract<NewOptions['from'], { url: string | null }>;

export async function findGround(
  from: NewOptions['from'],
  outlines: Outline[],
  environment: Environment,
): Promise<Ground | Refusal> {
  if ('source' in from) return groundOfSource(from, outlines, environment);
  const given = from.url === null ? null : cleanUrl(from.url);
  const known = given === null ? undefined : findKnown(outlines, given);
  if (known) return groundOfKnown(known, from, outlines, environment);
  const named = outlines.find(({ name }) => name === `${from.id}.yaml`);
  if (named || `${from.id}.yaml` === COMPARISONS_FILE) return idTaken(from.id ?? '', named);

  const saved = from.textFile === undefined ? undefined : await readText(from.textFile);
  if (saved && !saved.ok) return saved;
  const page = saved ? { ...saved, url: given } : await environment.readPage(given ?? '');
  if (!page.ok) return page;
  const metadata = await metadataOf(page);
  const address = page.url ?? metadata.address?.value ?? null;
  const there = outlines.find(
    (outline) =>
      (page.url === null && outline.sha256 === page.sha256) || (address !== null && isPage(outline, address)),
  );
  if (there) return groundOfKnown(there, from, outlines, environment);
  return groundOfNew({ page, address, metadata, from, outlines, today: environment.today });
}

function groundOfKnown(
  outline: Outline,
  { id, textFile }: NewPage,
  outlines: Outline[],
  environment: Environment,
): Promise<Ground | Refusal> | Refusal {
  const source = outline.name.replace(/\.yaml$/, '');
  if (id !== undefined && id !== source) {
    return refuse(
      `cards/${outline.name} already has this page (${outline.url || 'the same text'}). Nothing was written.`,
      `Leave out --id ${id}.`,
    );
  }
  return groundOfSource(textFile === undefined ? { source } : { source, textFile }, outlines, environment);
}

function idTaken(id: string, outline: Outline | undefined): Refusal {
  if (!outline || outline.name === COMPARISONS_FILE)
    return refuse(`--id ${id}: cards/${COMPARISONS_FILE} is reserved for comparisons. Choose another id.`);
  const its = outline.url ? ` (${outline.url})` : '';
  return refuse(
    `cards/${outline.name} already exists${its}. Nothing was written.`,
    `To add another card to that source, use --source ${id}. To add another source, choose another --id.`,
  );
}

type NewGround = {
  page: Extract<Page, { ok: true }>;
  /** The address of the page: as given, or else as the page states it. */
  address: string | null;
  metadata: Metadata;
  from: NewPage;
  outlines: Outline[];
  today: string;
};

function groundOfNew({ page, address, metadata, from, outlines, today }: NewGround): Ground {
  const taken = new Set(
    [COMPARISONS_FILE, ...outlines.map(({ name }) => name)].map((name) => name.replace(/\.yaml$/, '')),
  );
  const { publisher, title } = metadata;
  const [firstLine = ''] = page.text.trimStart().split('\n', 1);
  const named = {
    publisher: publisher?.value ?? '',
    title: title?.value ?? (firstLine.length <= MAX_HEADLINE ? firstLine : ''),
    date: metadata.published?.value ?? '',
    file: basename(from.textFile ?? ''),
    address,
  };
  const sourceId = from.id ?? makeUnique(proposeSourceId(named), taken);
  const isPlain = page.url !== null && /^http:/i.test(page.url);
  // The address that a saved page gives may be older than the certificate of its site; the line is marked.
  const url = address === null || isPlain ? null : cleanUrl(address.replace(/^http:/i, 'https:'));
  const published = metadata.published?.value ?? '';
  const language = metadata.language?.value ?? '';
  const head = sourceLines({
    id: sourceId,
    url,
    isGiven: page.url !== null,
    sha256: page.sha256,
    accessed: today,
    metadata,
    note: isPlain ? `The page is at ${address}, without https, so cards do not link to it.` : undefined,
  });
  return {
    ok: true,
    text: page,
    paywalled: page.paywalled || metadata.paywalled?.value === true,
    sourceId,
    outline: undefined,
    head,
    source: url === null ? undefined : { id: sourceId, url, accessed: today },
    publisher: metadata.publisher?.value ?? '',
    language,
    published,
    capture: { ...page, url: address, accessed: today },
    remarks: remarksOn({ address, isPlain, textFile: from.textFile }),
  };
}

/** A longer first line of a text is not a headline. */
const MAX_HEADLINE = 120;

function remarksOn({
  address,
  isPlain,
  textFile,
}: {
  address: string | null;
  isPlain: boolean;
  textFile: string | undefined;
}): string[] {
  return [
    ...(textFile === undefined
      ? []
      : [
          `The page was read from ${textFile}: npm run verify finds the quote in this file. Nobody else can confirm that it is the page at the address. npm run verify -- --live reads the live page.`,
        ]),
    ...(isPlain
      ? [
          `${address} is not https, so anyone on the network can change what it shows. The source gets no address, and its cards get no link to the passage. npm run verify finds the quote in the capture.`,
        ]
      : []),
    ...(address === null
      ? [
          'The page does not state its address, so url is null, and the cards get no link to the passage. If you know the address, set url.',
        ]
      : []),
  ];
}

async function groundOfSource(
  { source, textFile }: { source: string; textFile?: string },
  outlines: Outline[],
  environment: Environment,
): Promise<Ground | Refusal> {
  const file = `cards/${source}.yaml`;
  const outline = outlines.find(({ name }) => name === `${source}.yaml`);
  if (!outline) return refuse(`${file} does not exist. Check the id, or add the source with --url.`);
  if (outline.error) {
    const { line, message } = outline.error;
    return refuse(`${file}:${line}: ${message} Nothing was written.`);
  }
  if (outline.sha256 === '') return refuse(`${file} has no snapshot.sha256. Add it first.`);
  const page = textFile === undefined ? await readKept(outline, environment) : await readText(textFile);
  if (!page.ok) return page;
  if (page.sha256 !== outline.sha256) {
    return refuse(
      `${textFile} is not the captured text of the source:`,
      `  SHA-256 of the file       ${page.sha256}`,
      `  snapshot.sha256 in ${file}  ${outline.sha256}`,
      'Give the captured text, unchanged. If you captured it again, update snapshot with the new hash and day, and run npm run verify.',
    );
  }
  const { publisher, language, published, url } = outline;
  const accessed = outline.accessed || environment.today;
  const capture = textFile === undefined ? undefined : { ...page, url: url || null, accessed };
  const { paywalled } = page;
  return {
    ok: true,
    text: page,
    paywalled,
    sourceId: source,
    outline,
    head: [],
    publisher,
    language,
    published,
    capture,
    remarks: [],
  };
}

/** The text of a source from its capture. */
async function readKept({ name, sha256 }: Outline, { readCapture }: Environment): Promise<Capture | Refusal> {
  const captured = await readCapture(sha256);
  if (captured.ok || captured.reason === 'damaged') return captured;
  return refuse(captured.message, `Give the captured file of ${name} with --text FILE. It is then kept in captures/.`);
}

/** The source of a page that the catalogue has. */
export const findKnown = (outlines: readonly Outline[], page: string): Outline | undefined =>
  outlines.find((outline) => isPage(outline, page));

/** Whether the address of a source is that of a page. */
function isPage({ url }: Outline, page: string): boolean {
  return url !== '' && canonicalUrl(url) === canonicalUrl(page);
}
