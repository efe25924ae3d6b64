/** The pages that the composer has read since it started, each with the source that its cards belong to. */
import type { DatedText } from '../../card/evidence/checks/source-facts.ts';
import { OR_CAPTURED } from '../../page/visit.ts';
import { keepCapture, type NewCapture, readCapture, type SavedPage } from '../captures.ts';
import { readCatalogFile, readCatalogFiles, readLock } from '../catalog-files.ts';
import { findGround, findKnown, type Ground, type Page } from '../new/ground.ts';
import { type Outline, outlineFile } from '../new/insert-card.ts';
import { statedDates } from '../page-metadata.ts';
import { readSource } from '../source-text.ts';
import type { SourceText } from '../verify-cards.ts';
import { Refused } from './refused.ts';

export type Reading = {
  /** The id by which calls refer to it. */
  id: string;
  sourceId: string;
  text: DatedText & { sha256: string };
  /** The lines of the new file before its cards; undefined if the source has a file. */
  head: string[] | undefined;
  language: string;
  published: string;
  publisher: string;
  /** The page to store in captures/; undefined if it is stored already. */
  capture: NewCapture | undefined;
  remarks: string[];
  from: 'snapshot' | 'page';
};

export type ReadPage = (url: string) => Promise<Page>;

export function createReadings(readPage: ReadPage, folder = 'cards') {
  const known = new Map<string, Reading>();
  const keep = (reading: Reading): Reading => {
    known.set(reading.id, reading);
    return reading;
  };
  return {
    find: (id: string): Reading | undefined => known.get(id),

    /** Reads the page at an address, or one that the author gives. @throws Refused */
    async open(address: string | undefined, given?: SavedPage): Promise<Reading> {
      const outlines = (await readCatalogFiles(folder)).map(outlineFile);
      const there = address === undefined ? undefined : findKnown(outlines, address);
      if (there && !given) return this.ofSource(there.name.replace(/\.yaml$/, ''));
      if (there && given) return this.ofCaptured(there, given);
      const pasted = given && { ok: true as const, ...given, url: address ?? null };
      const ground = await findGround({ url: address ?? null }, outlines, {
        readPage: async (url) => pasted ?? readPage(url),
        readCapture,
        today: today(),
        folder,
      });
      if (!ground.ok) throw new Refused(withoutCommand(ground.message).replace(ASKS_FOR_FILE, OR_PASTE));
      return ground.outline ? this.ofSource(ground.sourceId) : keep(await readingOf(ground));
    },

    /** For a source of the catalogue, quotes are verified only against the captured file. @throws Refused */
    async ofCaptured({ name, sha256, url, accessed }: Outline, given: SavedPage): Promise<Reading> {
      const captured = await readCapture(sha256);
      if (!captured.ok && given.sha256 !== sha256) {
        const message = `cards/${name} already has this page, but captures/ has no copy of it. The given text differs from the captured one (SHA-256 ${sha256}).`;
        throw new Refused(`${message} Choose the captured file, or open the address when it can be read.`);
      }
      if (!captured.ok) await keepCapture({ ...given, url: url || null, accessed: accessed || today() });
      return this.ofSource(name.replace(/\.yaml$/, ''));
    },

    /** Reads the text of a source of the catalogue: its capture, or else its live page. @throws Refused */
    async ofSource(id: string): Promise<Reading> {
      // Its cards may not be complete yet, so the file is not read as a catalogue.
      const file = await readCatalogFile(folder, `${id}.yaml`);
      const outline = file && outlineFile(file);
      if (!outline || outline.error || outline.sha256 === '')
        throw new Refused(`cards/${id}.yaml has no source that can be read. Correct the file first.`);
      const url = outline.url === '' ? null : outline.url;
      const snapshot = { sha256: outline.sha256, accessed: outline.accessed };
      const { entriesOf } = await readLock();
      const entries = outline.cardIds.flatMap(entriesOf);
      const options = { where: 'any', allowed: new Set(url === null ? [] : [url]), today: today() } as const;
      const reading = await readSource({ url, snapshot }, entries, options);
      if (!reading.ok) throw new Refused(`The text of “${id}” cannot be read: ${withoutCommand(reading.message)}`);
      return keep(ofKnown(id, outline, reading.source));
    },
  };
}

export type Readings = ReturnType<typeof createReadings>;

const withoutCommand = (message: string) => message.replace(` ${OR_CAPTURED}`, '');

/** The part of the commands' messages that asks for a file. */
const ASKS_FOR_FILE = /(?:Or save the page in a browser, and give|Give) the .*--text.*$/ms;
const OR_PASTE = 'Or open the page in your browser, copy the article, and paste it here.';

async function readingOf(ground: Ground): Promise<Reading> {
  const { sourceId, text, head, language, published, publisher, capture, remarks } = ground;
  if (!capture) throw new Error('a new source has a page to keep');
  const { sha256 } = capture;
  const id = `${sourceId}:${sha256.slice(0, 16)}`;
  const { pages } = text;
  const dates = await statedDates({ ...text, url: capture.url });
  const body = { text: text.text, blocks: text.blocks, ...(pages && { pages }), dates, sha256 };
  return { id, sourceId, text: body, head, language, published, publisher, capture, remarks, from: 'snapshot' };
}

function ofKnown(sourceId: string, outline: Outline, { sha256, from, ...body }: SourceText): Reading {
  const { language, publisher, published } = outline;
  const id = `${sourceId}:${sha256.slice(0, 16)}`;
  const { pages, dates } = body;
  const text = { text: body.text, blocks: body.blocks, ...(pages && { pages }), ...(dates && { dates }), sha256 };
  return { id, sourceId, text, head: undefined, language, publisher, published, capture: undefined, remarks: [], from };
}

export const today = (): string => new Date().toISOString().slice(0, 10);
