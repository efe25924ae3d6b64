/** Lets Node import .ttf files as wrangler does: the default export is the file's bytes. */
import { registerHooks } from 'node:module';

const SOURCE = `
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const bytes = readFileSync(fileURLToPath(import.meta.url));
export default bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
`;

/** Call it before anything that imports a font is loaded with import(). */
export function registerFontModules(): void {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith('.ttf')) return nextLoad(url, context);
      return { format: 'module', source: SOURCE, shortCircuit: true };
    },
  });
}
