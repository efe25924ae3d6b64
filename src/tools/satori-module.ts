/**
 * Creates the module that the Worker and the tools load as satori: the published file with a few replacements, so that it
 * starts without compiling WebAssembly at run time, and draws many different cards faster. satori is under the MPL-2.0;
 * this script contains all changes. Each pattern must match exactly once, so that an upgrade of satori that changes one of
 * these places fails here.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeBuilt } from './built-files.ts';

/** Relative to the project's root. wrangler.toml, vitest.config.ts and `module-hooks.ts` load it instead of satori. */
export const SATORI_FOLDER = 'build/satori';

/** The module that emscripten's `addFunction` compiles for the signature "vi", the only one that HarfBuzz uses. */
const TRAMPOLINE_HEX = '0061736d01000000018700016081007f800002070101650166000007050101660000';

/** The number of cached texts and words: enough for all words of a few hundred cards. */
const KEPT_TEXTS = 8_192;

type Replacement = { what: string; pattern: RegExp; by: string };

const REPLACEMENTS: Replacement[] = [
  { what: 'the address of the script', pattern: /self\.location\.href/g, by: '""' },
  { what: 'HarfBuzz as base64', pattern: /"AGFzbQ[\w+/=]{100000,}"/g, by: '""' },
  {
    what: "HarfBuzz's start",
    pattern: /await WebAssembly\.instantiate\(\w+,(\w+)\);return/g,
    by: '{instance:new WebAssembly.Instance(harfbuzzModule,$1)};return',
  },
  {
    what: "HarfBuzz's trampoline",
    pattern: /new WebAssembly\.Module\(\w+\)/g,
    by: 'trampolineModule',
  },
  {
    what: "the layout engine's start, whose failure would be kept",
    pattern: /(\w+\(\w+,\w+\.imports\)\.then\(\(\{instance:\w+\}\)=>\{[^{}]+\}\))\.catch\(\w+\)\}/g,
    by: 'return $1}',
  },
  { what: 'the cache of shaped texts', pattern: /=256;function/g, by: `=${KEPT_TEXTS};function` },
  { what: 'the cache of words', pattern: /=500;function/g, by: `=${KEPT_TEXTS};function` },
  {
    what: 'the path of a glyph',
    pattern: /=\w+\((\w+\.path\.commands,\w+,\w+,\w+\/\(\w+\.path\.unitsPerEm\|\|1e3\),\w+\))/g,
    by: '=glyphPath($1',
  },
  {
    what: 'the flags of a glyph, whose removal makes its object slow',
    pattern: /,delete \w+\.fl\b/g,
    by: '',
  },
  {
    what: 'the mask of every box, which only a clip or a picture refers to',
    pattern: /=(\w+\(\{id:`satori_om-\$\{\w+\}`,[^{}]*borderOnly:!(\w+)\},(\w+)\))/g,
    by: '=$2||$3.overflow==="hidden"||$3.clipPath&&$3.clipPath!=="none"?$1:""',
  },
];

/** Inserted before the module. `glyphPath` replaces satori's own function, which formats each glyph again at each place. */
const PRELUDE = `
import harfbuzzModule from 'harfbuzzjs/hb.wasm';
import trampolineModule from './trampoline.wasm';

/* Glyphs as relative paths in tenths of a px, by outline, scale and slant: one is written out once for all its places. */
const KEPT_GLYPHS = 16384;
let glyphs = new WeakMap();
let glyphCount = 0;

function glyphPath(commands, x, y, scale, slant) {
  const key = scale + 16384 * slant;
  let sizes = glyphs.get(commands);
  let glyph = sizes && sizes.get(key);
  if (!glyph) {
    glyph = relativePath(commands, scale, slant);
    if (++glyphCount > KEPT_GLYPHS) {
      glyphs = new WeakMap();
      glyphCount = 1;
      sizes = undefined;
    }
    if (!sizes) glyphs.set(commands, (sizes = new Map()));
    sizes.set(key, glyph);
  }
  if (glyph.path === '') return '';
  return 'M' + tenths(Math.round(x * 10) + glyph.x) + ' ' + tenths(Math.round(y * 10) + glyph.y) + glyph.path;
}

/* Where the outline starts from the glyph's place, and the rest of it from there; '' where it has no outline. */
function relativePath(commands, scale, slant) {
  let path = '';
  let first;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const at = (px, py) => [Math.round((px + slant * py) * scale * 10), -Math.round(py * scale * 10)];
  for (const { type, ...c } of commands) {
    if (type === 'Z') {
      path += 'z';
      [x, y] = [startX, startY];
      continue;
    }
    const lengths = [];
    const add = (px, py) => {
      const [endX, endY] = at(px, py);
      lengths.push(endX - x, endY - y);
    };
    if (type === 'Q' || type === 'C') add(c.x1, c.y1);
    if (type === 'C') add(c.x2, c.y2);
    add(c.x, c.y);
    x += lengths.at(-2);
    y += lengths.at(-1);
    if (type === 'M') [startX, startY] = [x, y];
    if (first) path += type === 'L' ? line(...lengths) : type.toLowerCase() + joined(lengths);
    else first = { x, y };
  }
  return { ...first, path };
}

/* TrueType outlines have lines without a length, too. */
function line(dx, dy) {
  if (dy === 0) return dx === 0 ? '' : 'h' + tenths(dx);
  return dx === 0 ? 'v' + tenths(dy) : 'l' + joined([dx, dy]);
}

const joined = (lengths) => lengths.map((length, i) => (i > 0 && length >= 0 ? ' ' : '') + tenths(length)).join('');

/* The texts of lengths up to 204.8 px: those inside a glyph are shorter, and occur again and again. */
const KEPT_LENGTHS = 2048;
const keptLengths = [];

function tenths(length) {
  if (length < -KEPT_LENGTHS || length > KEPT_LENGTHS) return String(length / 10);
  return (keptLengths[length + KEPT_LENGTHS] ??= String(length / 10).replace(/^(-?)0\\./, '$1.'));
}
`;

/** The text of the module. @throws Error that names the pattern that did not match exactly once */
export function modifySatori(source: string): string {
  const modified = REPLACEMENTS.reduce((text, { what, pattern, by }) => {
    const count = text.match(pattern)?.length ?? 0;
    if (count !== 1)
      throw new Error(
        `the pattern for ${what} matches ${count} places in satori instead of one. Was satori upgraded? ` +
          'Find the place in node_modules/satori/dist/standalone.js and correct src/tools/satori-module.ts.',
      );
    return text.replace(pattern, by);
  }, source);
  return `/* satori, MPL-2.0, modified by src/tools/satori-module.ts. */${PRELUDE}${modified.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')}`;
}

/** Writes the module and its trampoline below a project's root, if they changed. */
export async function writeSatoriModule(root = '.'): Promise<void> {
  const published = createRequire(join(import.meta.dirname, 'x')).resolve('satori/standalone');
  const source = await readFile(join(dirname(published), 'standalone.js'), 'utf8');
  await writeBuilt(join(root, SATORI_FOLDER, 'trampoline.wasm'), Buffer.from(TRAMPOLINE_HEX, 'hex'));
  await writeBuilt(join(root, SATORI_FOLDER, 'standalone.js'), modifySatori(source));
}
