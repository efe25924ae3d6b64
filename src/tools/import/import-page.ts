/** Imports the rows of one page: reads it once, verifies each row, and writes the page, its cards and their evidence. */

import { hashQuote } from '../../card/evidence/lock.ts';
import type { Source } from '../../card/source.ts';
import { type LocatedCard, loadCatalog } from '../../catalog/load.ts';
import { keepCapture } from '../captures.ts';
import { changeLock, replaceCatalogFile } from '../catalog-files.ts';
import { type Refusal, refuse } from '../new/args.ts';
import { flow } from '../new/card-text.ts';
import { findGround, type Ground, type Page } from '../new/ground.ts';
import { insertCard } from '../new/insert-card.ts';
import { paywallHint } from '../new/plan.ts';
import { statedDates } from '../page-metadata.ts';
import { collectQuotes, type SourceText } from '../verify-cards.ts';
import type { Catalogue } from './catalogue.ts';
import { draftCard } from './draft.ts';
import { cardKey } from './existing.ts';
import type { Pages } from './pages.ts';
import type { Row } from './row.ts';
import { completeHead } from './source-head.ts';
import type { Entries, VerifiedCards, VerifyRow } from './verify-row.ts';
import { inColumns } from './wording.ts';

export type Outcome = { row: Row } & (
  | { state: 'written'; id: string; file: string; proposed: number; remarks: readonly string[] }
  | { state: 'there'; id: string }
  | { state: 'rejected'; problem: string }
);

export type ImportContext = {
  catalogue: Catalogue;
  pages: Pages;
  verifyRow: VerifyRow;
  /** YYYY-MM-DD */
  today: string;
  dryRun: boolean;
};

type Written = Extract<Outcome, { state: 'written' }> & { lines: string[]; entries: Entries };

/** `rows`: all rows of the page, in order. Returns undefined if another command has changed the file in the meantime. */
export async function importPage(rows: Row[], context: ImportContext): Promise<Outcome[] | undefined> {
  const { catalogue, verifyRow, dryRun } = context;
  const reject = (row: Row, ...lines: string[]): Outcome => ({
    row,
    state: 'rejected',
    problem: lines.map(inColumns).join(' '),
  });
  const ground = await readGround(rows, context);
  if (!ground.ok) return rows.map((row) => reject(row, ground.message));
  const { sourceId } = ground;
  const fault = catalogue.faultOf(sourceId);
  if (fault) return rows.map((row) => reject(row, fault));
  const name = `${sourceId}.yaml`;
  const loaded =
    catalogue.of(sourceId) ?? loadCatalog([{ name, text: [...ground.head.slice(0, -1), 'cards: []', ''].join('\n') }]);
  const source = loaded.sources[0]?.value;
  if (!source) return rows.map((row) => reject(row, ...loaded.problems.map(({ message }) => message)));

  const text: SourceText = {
    ...ground.text,
    dates: await statedDates({ ...ground.text, url: source.url }),
    place: 'the page',
    sha256: source.snapshot.sha256,
    from: 'snapshot',
  };
  const head = ground.outline ? sourceOnly(source) : ground.head;
  const verified: VerifiedCards = { cards: [...loaded.quoted], entries: entriesOf(loaded.quoted, catalogue) };
  const existing = new Map(loaded.quoted.map((card) => [cardKey(card.value), card]));
  const missing: Entries = {};
  const taken = new Set(catalogue.taken);
  const outcomes = rows.map((row): Outcome | Written => {
    const known = existing.get(cardKey({ claim: row.claim, quote: { exact: row.quote } }));
    if (known) {
      if (isVerified(known, catalogue)) return { row, state: 'there', id: known.value.id };
      const result = verifyRow({ name, text: [...head, ...oneCard(known)].join('\n') }, text, verified);
      if (!result.ok) return reject(row, ...result.problems);
      Object.assign(missing, result.entries);
      return { row, state: 'there', id: known.value.id };
    }
    const { speakers, topics, settings } = catalogue;
    const { language } = settings.site;
    const draft = draftCard(row, { ground, source, speakers, taken, topics, language });
    if (!draft.ok) return reject(row, draft.message, ...paywallHint(ground));
    const { id, lines, proposed } = draft;
    const result = verifyRow(
      { name, text: [...head, ...lines.map((line) => `  ${line}`), ''].join('\n') },
      text,
      verified,
    );
    if (!result.ok) return reject(row, ...result.problems);
    taken.add(id);
    verified.cards.push(result.card);
    Object.assign(verified.entries, result.entries);
    catalogue.learnTopics(result.card.value.topics);
    const { remarks } = ground;
    return { row, state: 'written', id, file: `cards/${name}`, proposed, remarks, lines, entries: result.entries };
  });

  const written = outcomes.filter((outcome) => 'lines' in outcome);
  const after = fileText(ground, written);
  if (!after.ok) return rows.map((row) => reject(row, after.message));
  if (!dryRun && written.length > 0) {
    if (ground.capture) await keepCapture(ground.capture);
    if (!(await replaceCatalogFile(`cards/${name}`, ground.outline?.text, after.text))) return undefined;
  }
  const entries = Object.assign(missing, ...written.map((outcome) => outcome.entries));
  if (!dryRun && Object.keys(entries).length > 0) await changeLock(({ lock }) => ({ ...lock.cards, ...entries }));
  if (written.length > 0) catalogue.replace(name, after.text);
  Object.assign(catalogue.lock.lock.cards, entries);
  for (const { id } of written) catalogue.taken.add(id);
  return outcomes;
}

/** The entries of cards in the lock, for the share of the text that they quote. */
const entriesOf = (cards: readonly LocatedCard[], { lock }: Catalogue): Entries =>
  Object.fromEntries(keysOf(cards).flatMap((key) => (lock.lock.cards[key] ? [[key, lock.lock.cards[key]]] : [])));

const keysOf = (cards: readonly LocatedCard[]) =>
  cards.flatMap((card) => collectQuotes(card.source.id, [card]).map(({ key }) => key));

/** Whether the lock has an entry for each quote of a card. */
export const isVerified = (card: LocatedCard, { lock }: Catalogue): boolean =>
  collectQuotes(card.source.id, [card]).every(({ key, quote }) => lock.lock.cards[key]?.quote === hashQuote(quote));

/** A file with a source of the catalogue and one card, which is checked alone. */
const sourceOnly = (source: Source): string[] => [`source: ${flow(source)}`, 'cards:'];
const oneCard = ({ value }: LocatedCard): string[] => [`  - ${flow(value)}`, ''];

/** The whole file with the new cards. */
function fileText(
  { head, outline, sourceId }: Ground,
  written: readonly Written[],
): { ok: true; text: string } | Refusal {
  if (!outline) {
    const cards = written.map(({ lines }) => lines.map((line) => `  ${line}\n`).join(''));
    return { ok: true, text: `${head.join('\n')}\n${cards.join('\n')}` };
  }
  let { text } = outline;
  for (const { lines } of written) {
    const inserted = insertCard(`cards/${sourceId}.yaml`, text, lines);
    if (!inserted.ok) return inserted;
    text = inserted.text;
  }
  return { ok: true, text };
}

/** The text of the page, and its source: one of the catalogue, or a new one with what the cells give. */
async function readGround(rows: Row[], context: ImportContext): Promise<Ground | Refusal> {
  const { catalogue, pages, today } = context;
  const given = Object.assign({}, ...rows.map(({ source }) => source).reverse()) as Row['source'];
  const { address, file } = rows.find((row) => row.file !== undefined) ?? (rows[0] as Row);
  const id = typeof given.id === 'string' ? given.id : undefined;
  const snapshot = given.snapshot as { sha256?: string; accessed?: string } | undefined;
  let accessed = today;
  const readPage = async (url: string): Promise<Page> => {
    if (snapshot?.sha256) return pages.bySha256(snapshot.sha256, address);
    const { page, captured } = await pages.byAddress(url);
    accessed = captured?.accessed ?? today;
    return page;
  };
  const environment = {
    readPage,
    readCapture: pages.readCapture,
    folder: 'cards',
    get today() {
      return accessed;
    },
  };
  const outlines = catalogue.outlines();
  const isKnown = id !== undefined && outlines.some(({ name }) => name === `${id}.yaml`);
  const textFile = file === undefined ? undefined : pages.pathOf(file);
  if (address === null && isKnown)
    return findGround({ source: id, ...(textFile && { textFile }) }, outlines, environment);
  const from = { url: address, ...(id && !isKnown && { id }), ...(textFile && { textFile }) };
  const ground = await findGround(from, outlines, environment);
  if (!ground.ok) return ground;
  if (ground.outline) {
    const isOther = snapshot?.sha256 !== undefined && snapshot.sha256 !== ground.outline.sha256;
    if (!isOther) return ground;
    return refuse(
      `snapshot: cards/${ground.outline.name} was made from another text of this page. Empty the cells of snapshot and captured.`,
    );
  }
  // A page without https has no address in its source.
  const same = outlines.find(({ url, sha256 }) => url === '' && sha256 === ground.capture?.sha256);
  if (same) return findGround({ source: same.name.replace(/\.yaml$/, '') }, outlines, environment);
  const host = address === null ? (file ?? 'unknown') : new URL(address).hostname.replace(/^www\./, '');
  const { language } = catalogue.settings.site;
  const head = completeHead(ground.head, given, { host, accessed, language });
  const publisher = typeof given.publisher === 'string' ? given.publisher : ground.publisher;
  return { ...ground, head, publisher };
}
