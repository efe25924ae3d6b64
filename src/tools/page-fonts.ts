/** Writes the fonts of pages: the files that browsers load, and the style rules that name them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FACES } from '../card/site.ts';
import { readMetrics } from '../render/font-metrics.ts';
import { writeBuilt } from './built-files.ts';

type Face = (typeof FACES)[number];

/** `css`: the `@font-face` rules. `preload`: the addresses of the files that every page needs. */
export type PageFonts = { css: string; preload: string[] };

/** Below the project's root. `site-style.ts` imports it. */
const RULES = 'build/fonts/pages.json';
const FOLDER = 'build/public/fonts';

/** `local`: the installed fonts that a browser shows first. `width`: the mean width of their letters, in em. */
const ROLES: Record<Face, { family: string; weight: string; local: string[]; width: number }> = {
  sans: { family: 'Page Sans', weight: '100 500', local: ['Arial', 'Liberation Sans'], width: 0.4563 },
  bold: { family: 'Page Sans', weight: '501 900', local: ['Arial Bold', 'Liberation Sans Bold'], width: 0.4937 },
  serif: { family: 'Page Serif', weight: '100 900', local: ['Times New Roman', 'Liberation Serif'], width: 0.4172 },
};

/** The faces of the first text on every page. */
const PRELOADED: readonly Face[] = ['sans', 'bold'];

/** Letters in about their frequency in English. */
const FREQUENT = 'aaabcdeeeefghiijklmnnoopqrrssttuvwxyz      ';

/** The characters of the `.latin.woff2` files; see assets/fonts/make.sh. */
const LATIN =
  'U+20-7E,U+A0-17F,U+218-21B,U+2BC,U+2C6,U+2DA,U+2DC,U+2002-200A,U+2010-2027,U+202F,U+2030-203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2248,U+2264,U+2265';

/**
 * Writes the rules and files below `root`. A font has WOFF2 files beside its TTF: `{name}.woff2`, and `{name}.latin.woff2`
 * for Latin letters alone. A brand's font without WOFF2 is served as it is.
 * @param fonts the TTF of each face, and after it the one for letters that it lacks
 */
export async function writePageFonts(fonts: Record<Face, readonly string[]>, root = '.'): Promise<void> {
  const rules: string[] = [];
  const preload: string[] = [];
  for (const face of Object.keys(ROLES) as Face[]) {
    const { family, weight } = ROLES[face];
    const [main = '', ...others] = fonts[face];
    const files = [
      ...(await Promise.all(others.map(filesOf))).flatMap(([whole]) => whole ?? []),
      ...(await filesOf(main)),
    ];
    const addresses: string[] = [];
    for (const { bytes, ending, range } of files) {
      const name = `${face}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${ending}`;
      await writeBuilt(join(root, FOLDER, name), bytes);
      addresses.push(`/fonts/${name}`);
      rules.push(
        `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(/fonts/${name})${range}}`,
      );
    }
    if (PRELOADED.includes(face)) preload.push(addresses.at(-1) as string);
    rules.push(fallbackRule(await readFile(main), face));
  }
  await writeBuilt(join(root, RULES), JSON.stringify({ css: rules.join('\n'), preload } satisfies PageFonts));
}

type File = { bytes: Buffer; ending: string; range: string };

/** The whole font, then the part that most pages need: browsers take the last rule that has the character. */
async function filesOf(ttf: string): Promise<File[]> {
  const read = (ending: string) => readFile(ttf.replace(/\.ttf$/, ending)).catch(() => undefined);
  const [whole, latin] = await Promise.all([read('.woff2'), read('.latin.woff2')]);
  const files: File[] = whole
    ? [{ bytes: whole, ending: 'woff2', range: '' }]
    : [{ bytes: await readFile(ttf), ending: 'ttf', range: '' }];
  if (whole && latin) files.push({ bytes: latin, ending: 'woff2', range: `;unicode-range:${LATIN}` });
  return files;
}

/** An installed font, adjusted to the widths and heights of the font, so that nothing moves when the font arrives. */
function fallbackRule(ttf: Buffer, face: Face): string {
  const { family, weight, local, width: installed } = ROLES[face];
  const bytes = ttf.buffer.slice(ttf.byteOffset, ttf.byteOffset + ttf.byteLength) as ArrayBuffer;
  const { advances, missing, unitsPerEm, ascender, descender } = readMetrics(bytes);
  const letters = [...FREQUENT].map((letter) => advances.get(letter.charCodeAt(0)) ?? missing);
  const width = letters.reduce((sum, advance) => sum + advance, 0) / letters.length / unitsPerEm;
  const scale = width / installed;
  const percent = (number: number) => `${(number * 100).toFixed(1)}%`;
  const source = local.map((name) => `local("${name}")`).join(',');
  return (
    `@font-face{font-family:"${family} Fallback";font-weight:${weight};src:${source};size-adjust:${percent(scale)};` +
    `ascent-override:${percent(ascender / unitsPerEm / scale)};descent-override:${percent(-descender / unitsPerEm / scale)};line-gap-override:0%}`
  );
}
