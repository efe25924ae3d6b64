/** The lists of the composer's start page: the cards, the known topics and speakers, and the cards that need attention. */
import { stateOf } from '../../card/history.ts';
import type { CardRecord } from '../../card/record.ts';
import { isComparison } from '../../card/record.ts';
import { sentenceOf } from '../../card/sentence.ts';
import { byFrequency } from '../../card/topic.ts';
import { compileLoaded, linkRecords } from '../../catalog/compile.ts';
import { type CatalogFile, COMPARISONS_FILE } from '../../catalog/load.ts';
import { type FileProblem, formatProblem } from '../../catalog/parse.ts';
import { readIndex, watchesOf } from '../../watch/published.ts';
import { askWatch } from '../ask-watch.ts';
import { readCatalogFiles, readLock, readReleases } from '../catalog-files.ts';
import { checkCatalog } from '../check-catalog.ts';
import { outlineFile } from '../new/insert-card.ts';
import { readSite } from '../site-files.ts';
import { createFileStorage } from '../watch-files.ts';

export type ListedCard = {
  id: string;
  source: string | null;
  kind: string;
  sentence: string;
  state: string;
  isPublished: boolean;
};
/** `card`: null if the problem concerns a whole file. */
export type Attention = { card: string | null; source: string | null; reasons: string[] };

/** `preview`: where the preview is, whose watch has findings of its own. */
export async function readOverview(preview: string) {
  const watch = watchReasons(preview);
  const files = await readCatalogFiles('cards');
  const settings = await readSite();
  const lockFile = await readLock();
  const { releases } = await readReleases();
  const { loaded, problems } = await checkCatalog(files, lockFile, settings, releases);
  const isWhole = problems.every(({ file }) => file !== 'cards');
  const records = loaded.complete || isWhole ? safeRecords(loaded, lockFile) : [];
  const byId = new Map(records.map((record) => [record.card.id, record]));
  const outlines = files.map(outlineFile).filter(({ name }) => name !== 'speakers.yaml' && name !== 'site.yaml');
  const cards = outlines.flatMap(({ name, cardIds }) =>
    cardIds.map((id): ListedCard => {
      const record = byId.get(id);
      return {
        id,
        source: name === COMPARISONS_FILE ? null : name.replace(/\.yaml$/, ''),
        kind: record?.card.kind ?? '',
        sentence: record ? sentenceOf(record) : id,
        state: record ? stateOf(record.card) : 'current',
        isPublished: releases.of(id).length > 0,
      };
    }),
  );
  return {
    name: settings.site.name,
    language: settings.site.language,
    cards,
    topics: byFrequency(records.flatMap(({ card }) => card.topics)),
    speakers: [
      ...new Set([
        ...loaded.speakers.map(({ value }) => value.name),
        ...records.flatMap((record) => (isComparison(record) ? [] : namesOf(record))),
      ]),
    ],
    attention: attentionOf(files, problems, await watch),
  };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;

function namesOf({ card }: Exclude<CardRecord, { rows: unknown }>): string[] {
  return card.attribution.map((step) => (typeof step === 'string' ? step : step.name));
}

/** Of a catalogue with problems, the cards that can be linked. */
function safeRecords(
  loaded: Awaited<ReturnType<typeof checkCatalog>>['loaded'],
  { lock }: Awaited<ReturnType<typeof readLock>>,
): CardRecord[] {
  const sources = new Set(loaded.sources.map(({ value }) => value.id));
  const quoted = loaded.quoted.filter(({ value }) =>
    (value.support ?? []).every(({ source }) => !source || sources.has(source)),
  );
  const ids = new Set(quoted.map(({ value }) => value.id));
  const comparisons = loaded.comparisons.filter(({ value }) => value.rows.every(({ card }) => ids.has(card)));
  return linkRecords(compileLoaded({ ...loaded, quoted, comparisons }, lock));
}

/** Failing checks, marks of `npm run new`, and quotes that the watch no longer finds. */
function attentionOf(files: CatalogFile[], problems: FileProblem[], watch: WatchReason[]): Attention[] {
  const found: Attention[] = [];
  const add = (card: string | null, source: string | null, reason: string) => {
    const known = found.find((one) => one.card === card && one.source === source);
    if (!known) found.push({ card, source, reasons: [reason] });
    else if (!known.reasons.includes(reason)) known.reasons.push(reason);
  };
  const outlines = new Map(files.map((file) => [file.name, outlineFile(file)]));
  const sourceOf = (name: string) =>
    name === COMPARISONS_FILE || !outlines.has(name) ? null : name.replace(/\.yaml$/, '');
  for (const problem of problems) {
    const name = problem.file.replace(/^cards\//, '');
    const [whole = '', index] = /^cards\[(\d+)\]\.?/.exec(problem.message) ?? [];
    const card = index === undefined ? null : (outlines.get(name)?.cardIds[Number(index)] ?? null);
    add(card, sourceOf(name), card === null ? formatProblem(problem) : problem.message.slice(whole.length));
  }
  for (const [name, { text, cardIds }] of outlines) {
    for (const { 1: mark = '', index } of text.matchAll(/# ((?:FILL|CHECK): ?[^\n\r]*)/g)) {
      const line = text.slice(0, index).split('\n');
      const id = line.flatMap((words) => /^\s*- id:\s*["']?([a-z0-9-]+)/.exec(words)?.[1] ?? []).at(-1) ?? null;
      add(id !== null && cardIds.includes(id) ? id : null, sourceOf(name), mark);
    }
  }
  for (const { card, source, reason } of watch) add(card, source, reason);
  return found;
}

type WatchReason = { card: string; source: string; reason: string };

/** The preview starts with the composer, and answers at once or not yet. */
const PATIENCE_MS = 2_000;

/** The newer of two, as for `npm run status`: the findings of `npm run watch`, and those of the preview's watch. */
async function watchReasons(preview: string): Promise<WatchReason[]> {
  const asked = await askWatch(preview, PATIENCE_MS);
  const seen = asked.ok ? asked.document.watch : null;
  const index = readIndex(await createFileStorage().get('index'));
  const isPreview = seen !== null && (!index || seen.lastLooked >= index.day);
  const states = isPreview
    ? seen.sources.flatMap(({ id: source, cards }) => cards.map(({ id, watch }) => ({ source, id, watch })))
    : Object.entries(index?.sources ?? {}).flatMap(([source, groups]) =>
        [...watchesOf(groups)].map(([id, watch]) => ({ source, id, watch })),
      );
  return states.flatMap(({ source, id, watch }) => {
    if (watch?.state !== 'changed' && watch?.state !== 'gone') return [];
    const what = watch.state === 'gone' ? 'gone from' : 'changed on';
    return [{ card: id, source, reason: `The watch: the quote is ${what} its page since ${watch.since}.` }];
  });
}
