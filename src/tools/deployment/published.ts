/** The compiled catalogue as a build sees it: its records, newest first, and which pictures each has. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Catalog, openCatalog } from '../../catalog/catalog.ts';
import type { Build } from '../../catalog/compile.ts';
import type { CardRecord } from '../../domain/record.ts';
import { createLinks } from '../../http/links.ts';
import { SIZE_NAMES } from '../../render/size.ts';
import { THEME_NAMES } from '../../render/theme.ts';
import { BUILD } from '../built-files.ts';
import type { PictureForm, PlannedCard } from './plan.ts';

export const PUBLIC_FOLDER = 'build/public';

/** What was compiled: the code's and the catalogue's revisions. */
export async function readBuild(): Promise<Build> {
  return JSON.parse(await readFile(BUILD, 'utf8')) as Build;
}

/** The compiled catalogue, without its search and its earlier revisions. */
export async function readCatalog(): Promise<Catalog> {
  const unused = async () => Promise.reject(new Error('a build reads cards only'));
  const packed = await readFile(`${PUBLIC_FOLDER}/_catalog/cards.ndjson`);
  return openCatalog(packed, { searchIndex: unused, releases: unused });
}

/**
 * The published cards. A picture shows its card's record (with its source, its evidence, or the records it compares), as
 * the code of this revision draws it, with a QR code to an address under `origin`.
 */
export function planCards(records: readonly CardRecord[], made: { code: string; origin: string }): PlannedCard[] {
  return records.map((record) => ({ id: record.card.id, key: hash(JSON.stringify([record, made])) }));
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The pictures that are drawn ahead of each card: every size and theme as PNG, and the SVG at the short address. */
export function pictureForms(): PictureForm[] {
  // An id that needs no escaping, and that no other part of an address holds.
  const [links, id] = [createLinks('https://cards.invalid'), '0'];
  const forms = SIZE_NAMES.flatMap((size) => THEME_NAMES.map((theme) => ({ size, theme, format: 'png' as const })));
  return [...forms, { size: 'og' as const, theme: 'light' as const, format: 'svg' as const }].map((form) => {
    const { pathname } = new URL(links.image(id, form.size, form.theme, form.format));
    return { ...form, path: pathname.slice(1).replace(`cards/${id}`, 'cards/{id}') };
  });
}
