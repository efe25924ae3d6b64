/**
 * Lets Node import what wrangler bundles: fonts as their bytes, WebAssembly as compiled modules, and satori as
 * `satori-module.ts` writes it.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SATORI_FOLDER } from './satori-module.ts';

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

/** Call it before anything that imports such a file is loaded with import(). In a worker thread, call it there. */
export function registerModuleHooks(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier !== 'satori/standalone') return nextResolve(specifier, context);
      const path = join(import.meta.dirname, '../..', SATORI_FOLDER, 'standalone.js');
      if (!existsSync(path)) throw new Error(`${SATORI_FOLDER} is not there yet: run npm run compile`);
      return { url: pathToFileURL(path).href, format: 'module', shortCircuit: true };
    },
    load(url, context, nextLoad) {
      const source = SOURCES[url.slice(url.lastIndexOf('.') + 1)];
      if (!source) return nextLoad(url, context);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
