/** Moves the shipped catalogue out of cards/, and writes the settings of a new one there. If a step fails, nothing changes. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { COMPARISONS_FILE, SITE_FILE, SPEAKERS_FILE } from '../../catalog/load.ts';
import { RELEASE_FILE } from '../../catalog/release-file.ts';
import { LOCK_FILE } from '../../catalog/rules.ts';
import { readReleases } from '../catalog-files.ts';
import { uncommitted } from '../git.ts';
import { WATCH_FOLDER } from '../watch-files.ts';
import { absent, writeWhole } from '../whole-file.ts';

export const CARD_FOLDER = 'cards';

/** The folder of the shipped catalogue after `npm run init`. */
export const EXAMPLES = 'examples/wagner';

/** A card that identifies the shipped catalogue. */
export const SHIPPED_CARD = 'wagner-fighters-belarus';

/** What cards/ contains, or why no new catalogue can be started there. */
export type Found = { shipped: boolean; hasGit: boolean } | { refusal: string };

export async function inspectCards(): Promise<Found> {
  const names = (await readdir(CARD_FOLDER).catch(absent)) ?? [];
  const files = names.filter((name) => name.endsWith('.yaml'));
  if (files.includes(SITE_FILE))
    return {
      refusal: `The catalogue is already your own: ${CARD_FOLDER}/${SITE_FILE} exists. Change the settings there.`,
    };
  const { releases, problems } = await readReleases();
  if (problems.length > 0) return { refusal: `${RELEASE_FILE} cannot be read. npm run check says why.` };
  const changed = uncommitted([CARD_FOLDER, WATCH_FOLDER]);
  const hasGit = changed !== undefined;
  if (files.length === 0 && !existsSync(LOCK_FILE) && !existsSync(RELEASE_FILE)) return { shipped: false, hasGit };

  const ids = releases.lines.map((line) => (line.type === 'source' ? line.source.id : line.card.id));
  if (!ids.includes(SHIPPED_CARD))
    return {
      refusal: `The catalogue is already your own: ${CARD_FOLDER}/ has files that did not come with the project. To change its settings, write ${CARD_FOLDER}/${SITE_FILE} (see docs/cards.md).`,
    };
  const known = new Set([COMPARISONS_FILE, SPEAKERS_FILE, ...ids.map((id) => `${id}.yaml`)]);
  const own = files.filter((name) => !known.has(name));
  if (own.length > 0)
    return {
      refusal: `${own.map((name) => `${CARD_FOLDER}/${name}`).join(', ')} did not come with the project. Move ${own.length === 1 ? 'it' : 'them'} to another folder, run npm run init again, move ${own.length === 1 ? 'it' : 'them'} back, and run npm run verify.`,
    };
  if (changed !== undefined && changed.length > 0)
    return {
      refusal: `These files have changes that are not committed, and would be moved:\n${changed.map((path) => `  ${path}`).join('\n')}\nCommit them, or undo the changes with git restore. Then run this again.`,
    };
  if (existsSync(EXAMPLES))
    return { refusal: `${EXAMPLES} exists, and the shipped catalogue would be moved there. Rename or delete it.` };
  return { shipped: true, hasGit };
}

/** The new folder, until it replaces cards/. Git ignores this name. */
const FRESH = `${CARD_FOLDER}.new`;

/** Starts a catalogue with this text of cards/site.yaml. @throws Error with a code if it fails; then nothing is changed. */
export async function startCatalog(text: string, { shipped }: { shipped: boolean }): Promise<void> {
  await rm(FRESH, { recursive: true, force: true });
  if (!shipped) return writeWhole(join(CARD_FOLDER, SITE_FILE), text);
  const renames: [from: string, to: string][] = [[CARD_FOLDER, EXAMPLES]];
  if (existsSync(WATCH_FOLDER)) renames.push([WATCH_FOLDER, join(EXAMPLES, WATCH_FOLDER)]);
  renames.push([FRESH, CARD_FOLDER]);
  const done: typeof renames = [];
  try {
    await mkdir(FRESH);
    await writeFile(join(FRESH, SITE_FILE), text);
    await mkdir(dirname(EXAMPLES), { recursive: true });
    for (const [from, to] of renames) {
      await rename(from, to);
      done.unshift([from, to]);
    }
  } catch (error) {
    for (const [from, to] of done) await rename(to, from);
    await rm(FRESH, { recursive: true, force: true });
    await rmdir(dirname(EXAMPLES)).catch(() => {});
    const { message, code = 'EMOVE' } = error as NodeJS.ErrnoException;
    throw Object.assign(
      new Error(`Nothing was changed (${message}). Close programs that use these files, and run this again.`),
      { code },
    );
  }
}
