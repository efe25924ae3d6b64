/** Reads cards/site.yaml with its logo and fonts, and writes the files that the Worker is built from. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLowContrast } from '../card/brand-contrast.ts';
import { FACES, PLAIN_SITE, type Site, type SiteFile, siteFile, siteOf, THEME_NAMES } from '../card/site.ts';
import { SITE_FILE } from '../catalog/load.ts';
import { type FileProblem, name, type Path, parseFile } from '../catalog/parse.ts';
import { SIZE_NAMES } from '../render/variant.ts';
import { writeBuilt } from './built-files.ts';
import { readCatalogFile } from './catalog-files.ts';
import { findUnseenLogos, readLogos } from './logo.ts';
import { writePageFonts } from './page-fonts.ts';

const PATH = `cards/${SITE_FILE}`;

/**
 * The paths of the built files, relative to the project's root. `fonts.ts`, `assets.ts` and `module-hooks.ts` also name
 * them.
 */
export const FONT_FOLDER = 'build/fonts';
export const BUILT_SITE = 'build/site.json';

export type Face = (typeof FACES)[number];

/** The font file of each face. */
export type FontPaths = Record<Face, string>;

const shipped = (file: string) => join(import.meta.dirname, '../../assets/fonts', file);

const DEFAULT_FONTS: FontPaths = {
  sans: shipped('inter-regular.ttf'),
  bold: shipped('inter-bold.ttf'),
  serif: shipped('source-serif-regular.ttf'),
};

/** The settings, and the path of each font. */
export type ReadSite = { site: Site; fonts: FontPaths; problems: FileProblem[] };

/** The settings of a project without cards/site.yaml. */
export const PLAIN: Pick<ReadSite, 'site' | 'fonts'> = { site: PLAIN_SITE, fonts: DEFAULT_FONTS };

/** Reads the settings of the project in this folder, or the defaults if there are none. */
export async function readSite(): Promise<ReadSite> {
  const file = (await readCatalogFile('cards', SITE_FILE)) ?? { text: '{}', fault: undefined };
  const {
    data = {},
    problems,
    lineOf,
  } = parseFile<SiteFile>(PATH, file.fault ? '{}' : file.text, siteFile(SIZE_NAMES));
  if (file.fault) problems.push({ file: PATH, ...file.fault });
  const at = (path: Path, message: string) =>
    problems.push({ file: PATH, line: lineOf(path), message: `${name(path)} ${message}` });

  const logo = await readLogos(data, at);
  const fonts = { ...DEFAULT_FONTS };
  for (const face of FACES) {
    const path = data.brand?.fonts?.[face];
    const fault = path === undefined ? undefined : await findFontFault(path);
    if (fault !== undefined) at(['brand', 'fonts', face], `is ${path}, which ${fault}`);
    else if (path !== undefined) fonts[face] = path;
  }
  const site = siteOf(data, logo);
  for (const { path, message } of await findUnseenLogos(data, site.brand)) at(path, message);
  for (const theme of THEME_NAMES)
    for (const { role, message } of findLowContrast(site.brand.colors[theme]))
      at(['brand', 'colors', theme, role], message);
  return { site, fonts, problems };
}

/** Files of TrueType outlines start with this number; those of OpenType's CFF outlines with "OTTO". */
const TRUETYPE = 0x00010000;

async function findFontFault(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return 'cannot be read. Check the path.';
  const isTrueType = bytes.length > 12 && bytes.readUInt32BE(0) === TRUETYPE;
  if (!isTrueType) return 'is not a TrueType font. Convert it to .ttf with TrueType outlines.';
  const tables = tablesOf(bytes);
  const lacking = NEEDED_TABLES.find((tag) => !tables.some((table) => table.tag === tag));
  if (lacking) return `is damaged: it has no "${lacking}" table. Download the file again from its publisher.`;
  const cut = tables.find(({ end }) => end > bytes.length);
  if (cut) return `is damaged: its "${cut.tag}" table is cut off. Download the file again from its publisher.`;
  const isVariable = tables.some(({ tag }) => tag === 'fvar');
  return isVariable ? 'is a variable font. Use the static file of one weight.' : undefined;
}

/** The tables that are needed to measure and draw text. */
const NEEDED_TABLES = ['head', 'hhea', 'maxp', 'hmtx', 'cmap', 'loca', 'glyf'];

/** The tables of a font, each with the offset of its end. */
function tablesOf(bytes: Buffer): { tag: string; end: number }[] {
  const count = Math.min(bytes.readUInt16BE(4), Math.floor((bytes.length - 12) / 16));
  return Array.from({ length: count }, (_, index) => {
    const record = bytes.subarray(12 + 16 * index);
    return { tag: record.toString('latin1', 0, 4), end: record.readUInt32BE(8) + record.readUInt32BE(12) };
  });
}

/** The font for letters that the font of a face lacks; undefined if that is the shipped font. */
export const fallbackOf = (face: Face, fonts: FontPaths): string | undefined =>
  fonts[face] === DEFAULT_FONTS[face] ? undefined : DEFAULT_FONTS[face];

/** Writes the settings and fonts for the Worker, below a project's root. */
export async function writeSite({ site, fonts }: Pick<ReadSite, 'site' | 'fonts'>, root = '.'): Promise<void> {
  await writeBuilt(join(root, BUILT_SITE), JSON.stringify(site));
  for (const face of FACES) {
    const fallback = fallbackOf(face, fonts);
    await writeBuilt(join(root, FONT_FOLDER, `${face}.ttf`), await readFile(fonts[face]));
    await writeBuilt(join(root, FONT_FOLDER, `${face}-fallback.ttf`), fallback ? await readFile(fallback) : '');
  }
  const withFallback = (face: Face) => [fonts[face], fallbackOf(face, fonts)].filter((path) => path !== undefined);
  await writePageFonts({ sans: withFallback('sans'), bold: withFallback('bold'), serif: withFallback('serif') }, root);
}
