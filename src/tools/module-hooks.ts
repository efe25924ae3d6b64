/**
 * Lets Node import the same files as wrangler: fonts as bytes, WebAssembly as compiled modules, and satori from
 * `satori-module.ts`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve as absolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SATORI_FOLDER } from './satori-module.ts';
import { type Face, FONT_FOLDER, type FontPaths, fallbackOf } from './site-files.ts';

const READ = `
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const bytes = readFileSync(fileURLToPath(import.meta.url));
`;

/** The text of a module, by the ending of its file. */
const SOURCES: Record<string, string> = {
  ttf: `${READ}export default bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);`,
  wasm: `${READ}export default new WebAssembly.Module(bytes);`,
};

/** A module without bytes. */
const NO_BYTES = 'data:text/javascript,export default new ArrayBuffer(0)';

const root = join(import.meta.dirname, '../..');

/** The fonts that the hooks lead to; undefined while there are none. */
let registered: string | undefined;

/**
 * Call it before import() of a module that imports such a file, and again in each worker thread.
 * @param fonts the font file of each face; by default, the ones that `npm run compile` writes
 */
export function registerModuleHooks(fonts?: FontPaths): void {
  const wanted = JSON.stringify(fonts ?? null);
  if (wanted === registered) return;
  registered = wanted;
  const pathOf = (specifier: string): string | undefined => {
    if (specifier === 'satori/standalone') return join(root, SATORI_FOLDER, 'standalone.js');
    const [, name = '', face, isFallback] =
      /\/build\/fonts\/((sans|bold|serif)(-fallback)?)\.ttf$/.exec(specifier) ?? [];
    if (face === undefined) return undefined;
    if (!fonts) return join(root, FONT_FOLDER, `${name}.ttf`);
    if (!isFallback) return absolute(fonts[face as Face]);
    return fallbackOf(face as Face, fonts) ?? NO_BYTES;
  };
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const path = pathOf(specifier);
      if (path === undefined) return nextResolve(specifier, context);
      if (path === NO_BYTES) return { url: path, format: 'module', shortCircuit: true };
      if (!existsSync(path)) throw new Error(`${path} does not exist yet: run npm run compile`);
      return { url: pathToFileURL(path).href, format: 'module', shortCircuit: true };
    },
    load(url, context, nextLoad) {
      const source = SOURCES[url.slice(url.lastIndexOf('.') + 1)];
      if (!source) return nextLoad(url, context);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
