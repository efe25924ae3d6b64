/** Saves an edit: YAML, capture and evidence change together, or nothing changes. The last saves can be undone. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockText } from '../../card/evidence/lock.ts';
import { LOCK_FILE } from '../../catalog/rules.ts';
import { CAPTURE_FOLDER, keepCapture, readCapture } from '../captures.ts';
import { readCatalogFile, readLock } from '../catalog-files.ts';
import { changeFiles, type FileChange } from '../whole-file.ts';
import { type Edit, hashOf } from './edit.ts';
import type { Readings } from './readings.ts';
import { Refused } from './refused.ts';
import { stale, type Trial, tryEdit } from './trial.ts';

export type Saved = { base: string; id: string; trial: Trial };

/** How many saves can be undone. */
const MAX_UNDO = 20;

export function createSaver(readings: Readings) {
  const saves: { id: string; changes: FileChange[] }[] = [];
  return {
    /** The id of the card whose save the next undo reverses. */
    undoable: (): string | null => saves.at(-1)?.id ?? null,

    /** `allowOpen`: also saves a card with problems. @throws Refused */
    async save(edit: Edit, allowOpen: boolean): Promise<Saved> {
      for (;;) {
        const trial = await tryEdit(edit, readings, { isStrict: true });
        const { written, problems, canSave, lockEntries } = trial;
        const [first] = problems;
        if (!canSave || (!allowOpen && problems.length > 0))
          throw new Refused(`Nothing was saved. ${first?.message ?? 'The card is not complete.'}`, 422, { problems });
        const reading = edit.reading === null ? undefined : readings.find(edit.reading);
        const isKept = reading?.capture === undefined || (await readCapture(reading.capture.sha256)).ok;
        const changes = await changesOf(trial, lockEntries);
        if (!isKept && reading?.capture) await keepCapture(reading.capture);
        try {
          const { stale: path } = await changeFiles(changes);
          // Another command has changed the lock in the meantime, so the entries are computed again.
          if (path === LOCK_FILE) continue;
          if (path !== undefined) {
            const now = (await readCatalogFile('cards', written.name))?.text;
            throw stale(written.name, now, edit);
          }
        } catch (error) {
          if (!isKept && reading?.capture) await forget(reading.capture.sha256);
          throw error;
        }
        saves.push({ id: written.id, changes });
        if (saves.length > MAX_UNDO) saves.shift();
        return { base: hashOf(written.text) ?? '', id: written.id, trial };
      }
    },

    /** Undoes the last save, unless its files have changed since. @throws Refused */
    async undo(): Promise<string> {
      const last = saves.at(-1);
      if (!last) throw new Refused('There is nothing to undo.');
      const reversed = last.changes
        .map(({ path, before, after }) => ({ path, before: after, after: before }))
        .reverse();
      const { stale: path } = await changeFiles(reversed);
      if (path !== undefined)
        throw new Refused(
          `${path} has changed since “${last.id}” was saved, so the save cannot be undone. Edit the card instead.`,
          409,
        );
      saves.pop();
      return last.id;
    },
  };
}

export type Saver = ReturnType<typeof createSaver>;

/** The lock comes first: an extra entry does no harm, and the preview compiles when the YAML changes. */
async function changesOf({ written }: Trial, lockEntries: Trial['lockEntries']): Promise<FileChange[]> {
  const yaml = { path: join('cards', written.name), before: written.before, after: written.text };
  if (!lockEntries) return [yaml];
  const before = await readFile(LOCK_FILE, 'utf8').catch(() => undefined);
  const after = lockText({ version: 1, cards: lockEntries(await readLock()) });
  return before === after ? [yaml] : [{ path: LOCK_FILE, before, after }, yaml];
}

async function forget(sha256: string): Promise<void> {
  for (const extension of ['json', 'txt', 'html', 'pdf'])
    await rm(join(CAPTURE_FOLDER, `${sha256}.${extension}`), { force: true });
}
