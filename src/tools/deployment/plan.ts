/** Chooses the prerendered pictures of a deployment within a file limit, and computes their keys. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CardRecord } from '../../card/record.ts';
import type { Build } from '../../catalog/compile.ts';
import type { Store } from '../../catalog/store.ts';
import { openBundledStore } from '../../catalog/stores/bundled.ts';
import type { ImageFormat } from '../../render/image.ts';
import { MAIN_VARIANT, type Page, SIZES, type Size, type Theme, VARIANTS } from '../../render/variant.ts';
import { createLinks } from '../../web/links.ts';
import { BUILD } from '../built-files.ts';

/** A card of the catalogue. `key` changes with anything that its pictures show. */
export type PlannedCard = { id: string; key: string };

/** One of the pictures that every card has. `path` contains `{id}` for the card: "cards/{id}/square-dark.png". */
export type PictureForm = { size: Size; theme: Theme; format: ImageFormat; path: string };

/** A picture: its path in the deployment, and its name in the store of builds. */
export type Picture = { id: string; form: PictureForm; path: string; kept: string };

export type Choice = { chosen: Picture[]; leftOut: Picture[] };

/**
 * Chooses the pictures that fit into `room` files. The cards are sorted newest first. Order of priority: the link preview
 * (og, light) of every card, its SVG, its dark version, then the other sizes, newest cards first, then the extra sizes. The
 * Worker draws the other pictures on request.
 */
export function choosePictures(cards: readonly PlannedCard[], forms: readonly PictureForm[], room: number): Choice {
  const byRank = Object.groupBy(forms, rankOf);
  const all = [0, 1, 2, 3, 4].flatMap((rank) =>
    cards.flatMap((card) => (byRank[rank] ?? []).map((form) => pictureOf(card, form))),
  );
  return { chosen: all.slice(0, Math.max(room, 0)), leftOut: all.slice(Math.max(room, 0)) };
}

function pictureOf({ id, key }: PlannedCard, form: PictureForm): Picture {
  const kept = `${key}-${form.size}-${form.theme}.${form.format}`;
  return { id, form, path: form.path.replace('{id}', id), kept };
}

function rankOf({ size, theme, format }: PictureForm): number {
  const page: Page = SIZES[size];
  if (size !== MAIN_VARIANT.size) return page.isExtra ? 4 : 3;
  if (theme !== MAIN_VARIANT.theme) return 2;
  return format === 'png' ? 0 : 1;
}

/** A sentence about the pictures that exceed the file limit; undefined if all fit. */
export function explainLimit({ chosen, leftOut }: Choice, maxFiles: number): string | undefined {
  if (leftOut.length === 0) return undefined;
  const whole = new Set([...chosen, ...leftOut].map(({ id }) => id)).size;
  const lacking = new Set(leftOut.map(({ id }) => id)).size;
  return (
    `The limit of ${count(maxFiles)} files leaves out ${count(leftOut.length)} pictures, for ${count(lacking)} of ` +
    `${count(whole)} cards: other sizes before og, oldest cards first. The Worker draws them on request. ` +
    'The Paid plan allows 100,000 files: --max-files 100000.'
  );
}

const count = (number: number) => number.toLocaleString('en');

export const PUBLIC_FOLDER = 'build/public';

/** The revisions of the compiled code and catalogue. */
export async function readBuild(): Promise<Build> {
  return JSON.parse(await readFile(BUILD, 'utf8')) as Build;
}

/** The compiled catalogue, without its search and its earlier revisions. */
export async function readCatalog(): Promise<Store> {
  const unused = async () => Promise.reject(new Error('a build reads cards only'));
  const packed = await readFile(`${PUBLIC_FOLDER}/_catalog/cards.ndjson`);
  return openBundledStore(packed, { searchIndex: unused, releases: unused });
}

/**
 * The published cards. A picture shows its card's record (with its source, its evidence, or the records it compares), as
 * the code of this revision draws it, with a QR code to an address under `origin`. `drawnBy` names what else its bytes
 * depend on. `published`: the records that are released revisions, which their metadata name.
 */
export function planCards(
  records: readonly CardRecord[],
  made: { code: string; origin: string; drawnBy: string },
  published: ReadonlySet<CardRecord> = new Set(),
): PlannedCard[] {
  return records.map((record) => ({
    id: record.card.id,
    key: hash(JSON.stringify([record, made, published.has(record)])),
  }));
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * The pictures to prerender for each card: the main size and `sizes` (null: all) in every theme as PNG, and the main SVG.
 */
export function pictureForms(sizes: readonly string[] | null): PictureForm[] {
  // An id that needs no escaping and occurs in no other part of an address.
  const [links, id] = [createLinks('https://cards.invalid'), '0'];
  const wanted = VARIANTS.filter(({ size }) => size === MAIN_VARIANT.size || (sizes?.includes(size) ?? true));
  const forms = wanted.map((variant) => ({ ...variant, format: 'png' as const }));
  return [...forms, { ...MAIN_VARIANT, format: 'svg' as const }].map((form) => {
    const { pathname } = new URL(links.image(id, form.size, form.theme, form.format));
    return { ...form, path: pathname.slice(1).replace(`cards/${id}`, 'cards/{id}') };
  });
}
