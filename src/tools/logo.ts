/** Reads the logo of a brand, and checks that readers can see it on the colour of the paper. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { contrast } from '../card/color.ts';
import { type Brand, type Logo, type SiteFile, THEME_NAMES } from '../card/site.ts';
import type { Path } from '../catalog/parse.ts';

type Report = (path: Path, message: string) => void;
type Logos = Brand['logo'];

/** Reads the logo of each theme. Returns null if there is none, or if one has a fault, which it reports. */
export async function readLogos({ brand }: SiteFile, report: Report): Promise<Logos> {
  const given = brand?.logo;
  if (given === undefined) return null;
  const paths =
    typeof given === 'string'
      ? THEME_NAMES.map((theme) => [theme, given] as const)
      : THEME_NAMES.map((theme) => [theme, given[theme]] as const);
  const logos = await Promise.all(
    paths.map(async ([theme, path]) => {
      const place = typeof given === 'string' ? ['brand', 'logo'] : ['brand', 'logo', theme];
      return [theme, await readLogo(path, (message) => report(place, message))] as const;
    }),
  );
  const read = logos.flatMap(([theme, logo]) => (logo ? [[theme, logo] as const] : []));
  return read.length === logos.length ? (Object.fromEntries(read) as Logos) : null;
}

const MAX_LOGO_BYTES = 100_000;
/** The limit for a PNG, which is uncompressed in memory while a card is drawn. */
const MAX_LOGO_SIDE = 2_000;

/**
 * Elements that a logo must not contain: cards do not draw them, or they run or load something if the file is opened by
 * itself.
 */
const NOT_DRAWN = /<(?:text|script|foreignObject|image)[\s>]|\son\w+\s*=|javascript:|@import/i;

async function readLogo(path: string, report: (message: string) => void): Promise<Logo | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return void report(`is ${path}, which cannot be read. Check the path.`);
  if (bytes.length > MAX_LOGO_BYTES)
    return void report(`is ${path}, which is ${bytes.length} bytes large. The limit is ${MAX_LOGO_BYTES}.`);
  const isSvg = extname(path) === '.svg';
  const size = isSvg ? svgSize(bytes.toString('utf8')) : pngSize(bytes);
  if (!size) return void report(`is ${path}, whose size cannot be read. Give the SVG a viewBox, or use a PNG.`);
  if (isSvg && NOT_DRAWN.test(bytes.toString('utf8')))
    return void report(
      `is ${path}, which contains text, images or scripts. Convert text to paths, and remove images and scripts.`,
    );
  if (!isSvg && Math.max(size.width, size.height) > MAX_LOGO_SIDE)
    return void report(
      `is ${path}, which is ${size.width} × ${size.height} px. Make no side longer than ${MAX_LOGO_SIDE} px.`,
    );
  return { uri: `data:image/${isSvg ? 'svg+xml' : 'png'};base64,${bytes.toString('base64')}`, ...size };
}

/** The size in an SVG's viewBox. */
function svgSize(text: string): { width: number; height: number } | undefined {
  const [, width, height] =
    /<svg[^>]*\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(text) ?? [];
  return Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : undefined;
}

/** The size in a PNG's header. */
function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The contrast of shapes (WCAG 2.2), and the share of a logo that must have it. */
const [LEAST_CONTRAST, LEAST_SHARE] = [3, 0.1];

/** The side of the picture in which a logo is examined, in px. */
const EXAMINED_SIDE = 96;

/** Messages about logos that readers can hardly see on the paper of their theme, their background on cards and pages. */
export async function findUnseenLogos(
  { brand: given }: SiteFile,
  { logo, colors }: Brand,
): Promise<{ path: Path; message: string }[]> {
  if (!logo || given?.logo === undefined) return [];
  const { logo: files } = given;
  const found = [];
  for (const theme of THEME_NAMES) {
    const shades = await colorsOf(logo[theme]);
    const total = shades.reduce((sum, { count }) => sum + count, 0);
    const seen = shades.filter(({ color }) => contrast(color, colors[theme].paper) >= LEAST_CONTRAST);
    if (total > 0 && seen.reduce((sum, { count }) => sum + count, 0) >= LEAST_SHARE * total) continue;
    const [path, file] =
      typeof files === 'string' ? [['brand', 'logo'], files] : [['brand', 'logo', theme], files[theme]];
    const fault =
      total === 0
        ? 'which draws nothing visible. Give its shapes a fill.'
        : `which readers can hardly see on ${theme}.paper (${colors[theme].paper}). Give this theme a file with other colours: logo: { light: …, dark: … }.`;
    found.push({ path, message: `is ${file}, ${fault}` });
  }
  return found;
}

/** The colours of the opaque pixels of a logo. */
async function colorsOf({ uri, width, height }: Logo): Promise<{ color: string; count: number }[]> {
  await initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')))).catch(
    (error: Error) => {
      if (!error.message.startsWith('Already initialized')) throw error;
    },
  );
  const scale = EXAMINED_SIDE / Math.max(width, height);
  const size = `width="${width * scale}" height="${height * scale}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${uri}"/></svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const counts = new Map<string, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue;
    const color = `#${Buffer.from(pixels.subarray(at, at + 3)).toString('hex')}`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].map(([color, count]) => ({ color, count }));
}
