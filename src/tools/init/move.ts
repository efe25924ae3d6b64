/**
 * Moves the shipped catalogue out of cards/, and writes the settings of a new one there. Files that the user has added stay. If
 * a step fails, nothing changes.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lockText } from '../../card/evidence/lock.ts';
import { COMPARISONS_FILE, SITE_FILE, SPEAKERS_FILE } from '../../catalog/load.ts';
import { RELEASE_FILE } from '../../catalog/release-file.ts';
import { LOCK_FILE } from '../../catalog/rules.ts';
import { readCatalogFiles, readLock, readReleases } from '../catalog-files.ts';
import { uncommitted } from '../git.ts';
import { outlineFile } from '../new/insert-card.ts';
import { WATCH_FOLDER } from '../watch-files.ts';
import { absent, writeWhole } from '../whole-file.ts';

export const CARD_FOLDER = 'cards';

/** The folder of the shipped catalogue after `npm run init`. */
export const EXAMPLES = 'examples/wagner';

/** A card that identifies the shipped catalogue. */
export const SHIPPED_CARD = 'wagner-fighters-belarus';

/** What cards/ contains, or why no new catalogue can be started there. `own`: the files that stay in cards/. */
export type Found = { shipped: boolean; hasGit: boolean; own: string[] } | { refusal: string };

export async function inspectCards(): Promise<Found> {
  const names = (await readdir(CARD_FOLDER).catch(absent)) ?? [];
  const files = names.filter((name) => name.endsWith('.yaml'));
  const { releases, problems } = await readReleases();
  if (problems.length > 0) return { refusal: `${RELEASE_FILE} cannot be read. npm run check says why.` };
  const ids = releases.lines.map((line) => (line.type === 'source' ? line.source.id : line.card.id));
  const isShipped = ids.includes(SHIPPED_CARD);
  const isOwn = files.includes(SITE_FILE) || files.length > 0 || existsSync(LOCK_FILE) || existsSync(RELEASE_FILE);
  if (!isShipped && isOwn) return { refusal: `The catalogue is already your own. ${CHANGE_SETTINGS}` };
  const changed = uncommitted([CARD_FOLDER, WATCH_FOLDER]);
  const hasGit = changed !== undefined;
  if (!isShipped) return { shipped: false, hasGit, own: [] };

  const known = new Set([COMPARISONS_FILE, SPEAKERS_FILE, SITE_FILE, ...ids.map((id) => `${id}.yaml`)]);
  const own = files.filter((name) => !known.has(name));
  const stays = new Set([...own.map((name) => `${CARD_FOLDER}/${name}`), ...(own.length > 0 ? [LOCK_FILE] : [])]);
  const moved = changed?.filter((path) => !stays.has(path) && path !== `${CARD_FOLDER}/${SITE_FILE}`) ?? [];
  const reasons = [
    ...(files.includes(SITE_FILE)
      ? [`${CARD_FOLDER}/${SITE_FILE} exists. Move it to another folder, and copy your settings back afterwards.`]
      : []),
    ...(moved.length > 0
      ? [
          `These files have changes that are not committed, and would be moved. Commit them, or undo the changes with git restore:\n${moved.map((path) => `  ${path}`).join('\n')}`,
        ]
      : []),
    ...(existsSync(EXAMPLES)
      ? [`${EXAMPLES} exists, and the shipped catalogue would be moved there. Rename or delete it.`]
      : []),
  ];
  if (reasons.length === 0) return { shipped: true, hasGit, own };
  return { refusal: [...reasons, 'Nothing was changed. Fix this, then run the command again.'].join('\n') };
}

const CHANGE_SETTINGS = `Write or change its settings in ${CARD_FOLDER}/${SITE_FILE} (see docs/cards.md).`;

const LOCK_NAME = basename(LOCK_FILE);

/** The lock of the cards in these files, and that of the others. */
async function splitLock(own: readonly string[]): Promise<{ own: string; shipped: string }> {
  const { cards } = (await readLock()).lock;
  const files = await readCatalogFiles(CARD_FOLDER);
  const ids = new Set(files.filter(({ name }) => own.includes(name)).flatMap((file) => outlineFile(file).cardIds));
  const textOf = (isOwn: boolean) => {
    const entries = Object.entries(cards).filter(([key]) => ids.has(key.replace(/#\d+$/, '')) === isOwn);
    return lockText({ version: 1, cards: Object.fromEntries(entries) });
  };
  return { own: textOf(true), shipped: textOf(false) };
}

/** The new folder, until it replaces cards/. Git ignores this name. */
const FRESH = `${CARD_FOLDER}.new`;

/** Starts a catalogue with this text of cards/site.yaml. @throws Error with a code if it fails; then nothing is changed. */
export async function startCatalog(text: string, { shipped, own }: { shipped: boolean; own: string[] }): Promise<void> {
  await rm(FRESH, { recursive: true, force: true });
  if (!shipped) return writeWhole(join(CARD_FOLDER, SITE_FILE), text);
  const renames: [from: string, to: string][] = [[CARD_FOLDER, EXAMPLES]];
  if (existsSync(WATCH_FOLDER)) renames.push([WATCH_FOLDER, join(EXAMPLES, WATCH_FOLDER)]);
  renames.push(...own.map((name): [string, string] => [join(EXAMPLES, name), join(FRESH, name)]));
  renames.push([FRESH, CARD_FOLDER]);
  const done: typeof renames = [];
  try {
    await mkdir(FRESH);
    await writeFile(join(FRESH, SITE_FILE), text);
    const locks = own.length > 0 ? await splitLock(own) : undefined;
    if (locks) await writeFile(join(FRESH, LOCK_NAME), locks.own);
    await mkdir(dirname(EXAMPLES), { recursive: true });
    for (const [from, to] of renames) {
      await rename(from, to);
      done.unshift([from, to]);
    }
    if (locks) await writeWhole(join(EXAMPLES, LOCK_NAME), locks.shipped);
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
