/** Cards that are not saved yet, as files in a folder that git ignores. They remain after the page and the composer are closed. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keepCapture } from '../captures.ts';
import { absent, writeWhole } from '../whole-file.ts';
import { Edit } from './edit.ts';
import type { Readings } from './readings.ts';
import { Refused } from './refused.ts';

export const DRAFT_FOLDER = 'drafts';

const DraftId = z.string().regex(/^[a-z0-9]{8,40}$/);

export const Draft = z.strictObject({
  id: DraftId,
  /** ISO 8601, as the browser knows it. */
  at: z.string().max(40),
  title: z.string().max(400),
  edit: Edit,
  /** The address or capture that the article was opened from. A page that is not in the catalogue is opened from its capture. */
  origin: z.strictObject({
    address: z.string().nullable(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
});
export type Draft = z.infer<typeof Draft>;

const fileOf = (id: string) => join(DRAFT_FOLDER, `${id}.json`);

/** Keeps a draft, and the page that it is about. */
export async function keepDraft(draft: Draft, readings: Readings): Promise<void> {
  const { capture } = (draft.edit.reading === null ? undefined : readings.find(draft.edit.reading)) ?? {};
  if (capture) await keepCapture(capture);
  await writeWhole(fileOf(draft.id), `${JSON.stringify(draft, null, 1)}\n`);
}

export async function dropDraft(id: string): Promise<void> {
  if (!DraftId.safeParse(id).success) throw new Refused('There is no such draft.', 404);
  await rm(fileOf(id), { force: true });
}

/** The newest first. Files that are not drafts are skipped. */
export async function listDrafts(): Promise<Draft[]> {
  const names = (await readdir(DRAFT_FOLDER).catch(absent)) ?? [];
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFile(join(DRAFT_FOLDER, name), 'utf8').catch(absent)),
  );
  return texts
    .flatMap((text) => {
      try {
        return Draft.safeParse(JSON.parse(text ?? '')).data ?? [];
      } catch {
        return [];
      }
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
