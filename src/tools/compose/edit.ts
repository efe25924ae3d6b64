/** The fields that the author has filled in, and the file with them. Only fields that differ are written; the rest does not change. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Id } from '../../card/source.ts';
import { recordEarlier } from '../../catalog/changes.ts';
import { COMPARISONS_FILE, type LoadedCatalog } from '../../catalog/load.ts';
import type { Releases } from '../../catalog/releases.ts';
import { insertCard, outlineFile } from '../new/insert-card.ts';
import type { Reading } from './readings.ts';
import { Refused } from './refused.ts';
import { entryLines, type Fields, marksIn, setFields, UnsafeLayout } from './yaml-fields.ts';

const Marks = z.record(z.string().max(40), z.string().max(300));
const FieldMap = z.record(z.string().max(40), z.unknown());

export const Entry = z.strictObject({
  type: z.enum(['corrected', 'updated', 'superseded', 'retracted']),
  reason: z.string().max(1_000),
  by: z.string().max(100).optional(),
});

export const Edit = z.strictObject({
  /** The SHA-256 of the file that the page has read; null if there was none. */
  base: z.string().nullable(),
  /** The id of the source, which is the name of the file; null for a comparison. */
  source: Id.nullable(),
  /** The page that contains the quote; null for a comparison, and if its text cannot be read. */
  reading: z.string().nullable(),
  /** The fields of the source that the author has changed. */
  sourceFields: FieldMap,
  /** The card as in YAML. */
  card: FieldMap,
  /** The id of the card as it is in the file; null for a new one. */
  was: z.string().nullable(),
  /** What is not confirmed yet, by field. */
  doubts: z.strictObject({ source: Marks, card: Marks }),
  /** The entry that the history gets. */
  entry: Entry.nullable(),
});
export type Edit = z.infer<typeof Edit>;

export const hashOf = (text: string | undefined): string | null =>
  text === undefined ? null : createHash('sha256').update(text).digest('hex');

export const fileOf = (source: string | null): string => (source === null ? COMPARISONS_FILE : `${source}.yaml`);

const NEW_COMPARISONS = '# yaml-language-server: $schema=../assets/schema/comparisons.json\ncards: []\n';

export type Written = { name: string; text: string; index: number; id: string };

/** The file with the card. @throws Refused */
export function writeEdit(edit: Edit, before: string | undefined, reading: Reading | undefined): Written {
  const name = fileOf(edit.source);
  const file = `cards/${name}`;
  const id = typeof edit.card.id === 'string' ? edit.card.id : '';
  try {
    if (edit.was === null) return addCard(edit, before ?? newFile(edit, reading), { name, file, id });
    if (before === undefined) throw new Refused(`${file} no longer exists. This page keeps your fields.`, 409);
    const index = outlineFile({ name, text: before }).cardIds.indexOf(edit.was);
    if (index < 0) throw new Refused(`${file} no longer has the card “${edit.was}”. This page keeps your fields.`, 409);
    const text = setFields(before, ['cards', index], changesOf(before, ['cards', index], edit.card), edit.doubts.card);
    return { name, text: withSource(edit, text), index, id };
  } catch (error) {
    if (!(error instanceof UnsafeLayout)) throw error;
    throw new Refused(`${file} cannot be changed here: ${error.message}. Change it in an editor.`);
  }
}

function newFile({ source }: Edit, reading: Reading | undefined): string {
  if (source === null) return NEW_COMPARISONS;
  if (!reading?.head || reading.sourceId !== source)
    throw new Refused('The article is no longer open. Open it again. This page keeps your fields.', 409);
  return `${reading.head.slice(0, -1).join('\n')}\ncards: []\n`;
}

function addCard(edit: Edit, base: string, { name, file, id }: { name: string; file: string; id: string }): Written {
  const inserted = insertCard(file, withSource(edit, base), entryLines(edit.card, edit.doubts.card));
  if (!inserted.ok) throw new Refused(inserted.message);
  return { name, text: inserted.text, index: outlineFile({ name, text: inserted.text }).cardIds.length - 1, id };
}

function withSource({ source, sourceFields, doubts }: Edit, text: string): string {
  if (source === null) return text;
  const changes = changesOf(text, ['source'], sourceFields, true);
  const marks = marksIn(text, ['source']);
  const isSame = Object.keys(changes).length === 0 && isDeepStrictEqual(marks, doubts.source);
  return isSame ? text : setFields(text, ['source'], changes, doubts.source);
}

/** The fields that differ from the file. Fields that only the file has are removed, except with `isPartial`. */
function changesOf(text: string, path: readonly (string | number)[], fields: Fields, isPartial = false): Fields {
  const before = (parseDocument(text).toJS() ?? {}) as Record<string, unknown>;
  const old = path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)?.[key], before) ?? {};
  const names = new Set([...Object.keys(fields), ...(isPartial ? [] : Object.keys(old as object))]);
  const changed = [...names].filter((name) => !isDeepStrictEqual((old as Fields)[name], fields[name] ?? undefined));
  const isAbsent = (name: string) => fields[name] === undefined && !(name in (old as object));
  return Object.fromEntries(
    changed
      .filter((name) => !isAbsent(name) && !isDeepStrictEqual((old as Fields)[name] ?? null, fields[name] ?? null))
      .map((name) => [name, fields[name]]),
  );
}

type HistoryOptions = { loaded: LoadedCatalog; releases: Releases; today: string };

/**
 * The file with the entry in the history of the card, and of each other card of the source that shows a changed field of it.
 * `loaded`: the catalogue with the changed file.
 */
export function writeHistory(edit: Edit, written: Written, { loaded, releases, today }: HistoryOptions): string {
  const { entry, source } = edit;
  if (!entry) return written.text;
  const file = `cards/${written.name}`;
  const cards = [...loaded.quoted, ...loaded.comparisons].filter((card) => card.file === file);
  let { text } = written;
  for (const { value, path } of cards) {
    const its = loaded.sources.find(({ value: { id } }) => id === source)?.value;
    const { earlier, changed } = recordEarlier(value, its, releases);
    const isOwn = value.id === written.id;
    if (!isOwn && !changed.some((name) => name.startsWith('source.'))) continue;
    const ends = entry.type === 'superseded' || entry.type === 'retracted';
    const type = ends && isOwn ? entry.type : earlier === undefined ? 'updated' : ends ? 'corrected' : entry.type;
    const added = {
      type,
      date: today,
      reason: entry.reason.trim(),
      ...(type === 'superseded' && { by: entry.by ?? '' }),
      ...(earlier !== undefined && (type === 'corrected' || type === 'updated') && { earlier }),
    };
    text = setFields(text, path, { history: [...(value.history ?? []), added] });
  }
  return text;
}
