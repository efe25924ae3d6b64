/** The calls that the page of the composer can send: the schema of each, and its response. */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { QUOTED_KIND_NAMES } from '../../card/kind.ts';
import type { CardRecord } from '../../card/record.ts';
import { THEME_NAMES } from '../../card/site.ts';
import { Source } from '../../card/source.ts';
import { byFrequency } from '../../card/topic.ts';
import { loadCatalog, siteLanguage } from '../../catalog/load.ts';
import { SIZE_NAMES } from '../../render/variant.ts';
import { createLinks } from '../../web/links.ts';
import { readCapture } from '../captures.ts';
import { readCatalogFile, readCatalogFiles } from '../catalog-files.ts';
import { makeUnique, proposeCardId } from '../new/id.ts';
import { outlineFile } from '../new/insert-card.ts';
import type { ProposeContext } from '../new/propose-card.ts';
import { readSite } from '../site-files.ts';
import { articleOf } from './article.ts';
import { Draft, dropDraft, keepDraft, listDrafts } from './drafts.ts';
import { Edit, fileOf, hashOf } from './edit.ts';
import { Given, readGiven } from './given.ts';
import { readOverview } from './overview.ts';
import { createReadings, type Reading, type ReadPage } from './readings.ts';
import { Refused } from './refused.ts';
import { createSaver } from './save.ts';
import { proposeCard } from './selection.ts';
import { cardIn, type Trial, tryEdit } from './trial.ts';
import { marksIn } from './yaml-fields.ts';

export type CallOptions = {
  readPage: ReadPage;
  /** The address of the preview, to which QR codes and links lead. */
  preview: string;
};

type Call<Body> = { body: z.ZodType<Body>; answer: (body: Body) => Promise<unknown> };
const call = <Body>(body: z.ZodType<Body>, answer: (body: Body) => Promise<unknown>): Call<Body> => ({ body, answer });

/** A picture, the only response that is not JSON. */
export class Picture {
  svg: Uint8Array;
  constructor(svg: Uint8Array) {
    this.svg = svg;
  }
}

const text = (max: number) => z.string().max(max);

/** Calls that write run one after the other, because a draft and a save write the same page. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}

export function createCalls({ readPage, preview }: CallOptions): Record<string, Call<never>> {
  const readings = createReadings(readPage);
  const saver = createSaver(readings);
  const inTurn = createQueue();
  const records = new LRUCache<string, CardRecord>({ max: 50 });
  const links = createLinks(preview);

  const show = async (reading: Reading) => {
    const file = reading.head ? undefined : await readCatalogFile('cards', fileOf(reading.sourceId));
    const { speakers } = loadCatalog(await readCatalogFiles('cards'));
    return articleOf(
      reading,
      file?.text,
      speakers.map(({ value }) => value),
    );
  };
  const view = (trial: Trial) => {
    const { written, problems, canSave, outcomes, record, sentence, alt, bounds, published } = trial;
    const key = record ? `${record.card.id}@${record.revision}` : null;
    if (key && record) records.set(key, record);
    const { name, id } = written;
    return { file: `cards/${name}`, id, problems, canSave, outcomes, sentence, alt, bounds, published, key };
  };

  const calls = {
    overview: call(z.strictObject({}), async () => {
      const overview = await readOverview(preview);
      // The first picture takes a second longer than the next ones: the renderer is loaded while the author reads.
      void import('../../render/svg.ts').then(({ getSatori }) => getSatori()).catch(() => {});
      return { ...overview, sizes: SIZE_NAMES, drafts: await listDrafts(), preview, undo: saver.undoable() };
    }),
    open: call(Given, async (given) => {
      const address = given.address === undefined ? undefined : checkAddress(given.address);
      const page = await readGiven(given);
      if (address === undefined && !page) throw new Refused('Give an address, or paste the article.');
      return show(await readings.open(address, page));
    }),
    /** The article of a draft that is not in the catalogue, from its capture. */
    reopen: call(Draft.shape.origin, async ({ address, sha256 }) => {
      const captured = sha256 === null ? undefined : await readCapture(sha256);
      if (captured?.ok) return show(await readings.open(address ?? undefined, captured));
      return show(await readings.open(checkAddress(address ?? '')));
    }),
    /** A card of the catalogue, and its article if that can be read. `card`: null for a new card of the source. */
    edit: call(z.strictObject({ source: Edit.shape.source, card: text(100).nullable() }), async ({ source, card }) => {
      const file = await readCatalogFile('cards', fileOf(source));
      if (file?.fault) throw new Refused(`cards/${file.name}:${file.fault.line}: ${file.fault.message}`);
      const outline = file && outlineFile(file);
      const index = outline?.cardIds.indexOf(card ?? '') ?? -1;
      if (card !== null && index < 0) throw new Refused(`cards/${fileOf(source)} has no card “${card}”.`, 404);
      const its = {
        base: hashOf(file?.text),
        card: file ? cardIn(file.text, card) : null,
        marks: file && index >= 0 ? marksIn(file.text, ['cards', index]) : {},
      };
      if (source === null) return { ...its, article: null, missing: null };
      try {
        return { ...its, article: await show(await readings.ofSource(source)), missing: null };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return { ...its, article: null, missing: error.message };
      }
    }),
    propose: call(
      z.strictObject({
        reading: text(200),
        start: z.int().nonnegative(),
        end: z.int().positive(),
        kind: z.enum(QUOTED_KIND_NAMES).optional(),
      }),
      async ({ reading: id, start, end, kind }) => {
        const reading = readings.find(id);
        if (!reading) throw new Refused('The article is no longer open. Open it again.', 409);
        return proposeCard(reading, { start, end }, kind, await proposeContext());
      },
    ),
    /** An id that is free. */
    name: call(z.strictObject({ words: text(400) }), async ({ words }) => {
      const { taken } = await proposeContext();
      return { id: makeUnique(proposeCardId({ words }, 'comparison'), taken) };
    }),
    try: call(z.strictObject({ edit: Edit }), async ({ edit }) => view(await tryEdit(edit, readings))),
    draw: call(
      z.strictObject({ key: text(120), size: z.enum(SIZE_NAMES), theme: z.enum(THEME_NAMES) }),
      async ({ key, size, theme }) => {
        const record = records.get(key);
        if (!record) throw new Refused('The picture is no longer available. Change a field to draw it again.', 409);
        const { site } = await readSite();
        // Only the drawing: the texts in a picture file need a complete card.
        const { canvasOf } = await import('../../render/layouts/frame.ts');
        const { layoutCard } = await import('../../render/layouts/layout.ts');
        const { toSvg } = await import('../../render/svg.ts');
        const drawing = layoutCard(record, canvasOf(site.brand, { size, theme }, links.page(record.card.id)));
        return new Picture(new TextEncoder().encode(await toSvg(drawing, size)));
      },
    ),
    save: call(z.strictObject({ edit: Edit, allowOpen: z.boolean() }), async ({ edit, allowOpen }) => {
      const { base, id, trial } = await inTurn(() => saver.save(edit, allowOpen));
      return { ...view(trial), base, page: links.page(id), undo: saver.undoable() };
    }),
    undo: call(z.strictObject({}), async () => ({ undone: await inTurn(saver.undo), undo: saver.undoable() })),
    keepDraft: call(z.strictObject({ draft: Draft }), async ({ draft }) => {
      await inTurn(() => keepDraft(draft, readings));
      return {};
    }),
    dropDraft: call(z.strictObject({ id: text(40) }), async ({ id }) => {
      await inTurn(() => dropDraft(id));
      return {};
    }),
    /** The current state of the file, for the page to compare. */
    state: call(z.strictObject({ source: Edit.shape.source, isOpen: z.boolean() }), async ({ source, isOpen }) => ({
      base: isOpen ? hashOf((await readCatalogFile('cards', fileOf(source)))?.text) : null,
      undo: saver.undoable(),
    })),
  };
  return calls as unknown as Record<string, Call<never>>;
}

/** Checks an address that an author gives. http addresses pass, because they are read with a remark. @throws Refused */
function checkAddress(address: string): string {
  const trimmed = address.trim();
  const fault = Source.shape.url.safeParse(trimmed.replace(/^http:/i, 'https:')).error?.issues[0]?.message;
  if (fault === undefined) return trimmed;
  throw new Refused(`The address “${trimmed.slice(0, 100)}” ${fault.replace(/, or null.*/, '')}.`);
}

async function proposeContext(): Promise<ProposeContext> {
  const files = await readCatalogFiles('cards');
  const { speakers, quoted, comparisons } = loadCatalog(files);
  const cards = [...quoted, ...comparisons].map(({ value }) => value);
  return {
    speakers: speakers.map(({ value }) => value),
    topics: byFrequency(cards.flatMap(({ topics }) => topics)),
    taken: new Set(files.flatMap((file) => outlineFile(file).cardIds)),
    language: siteLanguage(files),
  };
}
