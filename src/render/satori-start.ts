/**
 * Starts satori in workerd. Its bundled HarfBuzz asks for three things that workerd does not give: a `location`, and
 * WebAssembly compiled from bytes at run time, twice. While satori starts, this file supplies the first and answers the
 * other two with modules that were compiled ahead; then it puts the globals back. Bytes it does not know are refused, so
 * that an upgrade of satori fails here, loudly, and not in a picture.
 */
import harfbuzzModule from 'harfbuzzjs/hb.wasm';
import layoutModule from 'satori/layout.wasm';
import type satori from 'satori/standalone';
import { FONTS } from './fonts.ts';
import type { Harfbuzz } from './shape.ts';
import trampolineModule from './trampoline.wasm';

/** `hb.wasm` of harfbuzzjs 0.10.0, which satori 0.63 carries inside itself. */
const HARFBUZZ_LENGTH = 381_964;
const HARFBUZZ_SHA256 = 'd2ab975172d6103e7624e8f7f03fea2316eca6fe562e1b80fc7f7058b283a6d0';

/** What emscripten's `addFunction` compiles for the signature "vi"; trampoline.wasm holds the same bytes. */
const TRAMPOLINE_HEX = '0061736d01000000018700016081007f800002070101650166000007050101660000';

type Satori = typeof satori;

/** The HarfBuzz that satori has started: it does so once, though a start of ours may fail later and be tried again. */
let harfbuzz: Harfbuzz | undefined;

/**
 * Starts satori with its layout engine, and gives it with the HarfBuzz that it shapes text by.
 * @throws Error when satori asks for WebAssembly that this file does not know.
 */
export async function startSatori(): Promise<{ satori: Satori; harfbuzz: Harfbuzz }> {
  const restore = patchGlobals((instance) => {
    harfbuzz = instance.exports as Harfbuzz;
  });
  try {
    const { default: satori, init } = await import('satori/standalone');
    await init(layoutModule);
    // HarfBuzz starts with the first text: draw one, so that all it compiles is asked for while the patch is in place.
    const text = { type: 'div', key: null, props: { style: { display: 'flex' }, children: 'a' } };
    await satori(text, { width: 8, height: 8, fonts: FONTS });
    if (!harfbuzz) throw new Error('satori has drawn a text without HarfBuzz');
    return { satori, harfbuzz };
  } finally {
    restore();
  }
}

/**
 * Puts the answers in place that satori's start needs, and tells of the HarfBuzz that it gives. Gives the function that
 * takes them away again.
 */
export function patchGlobals(onHarfbuzz: (instance: WebAssembly.Instance) => void = () => {}): () => void {
  const { instantiate, Module } = WebAssembly;
  const location = Object.getOwnPropertyDescriptor(globalThis, 'location');

  // satori never starts an engine again that has failed once, in the life of an isolate: so what fails is tried twice.
  const instantiateTwice = (module: WebAssembly.Module, imports?: WebAssembly.Imports) =>
    instantiate(module, imports).catch(() => instantiate(module, imports));

  WebAssembly.instantiate = (async (source: BufferSource | WebAssembly.Module, imports?: WebAssembly.Imports) => {
    if (source instanceof Module) return instantiateTwice(source, imports);
    await assertHarfbuzz(toBytes(source));
    const instance = await instantiateTwice(harfbuzzModule, imports);
    onHarfbuzz(instance);
    return { module: harfbuzzModule, instance };
  }) as typeof WebAssembly.instantiate;

  WebAssembly.Module = new Proxy(Module, {
    construct(_target, [source]: [BufferSource]) {
      const hex = toHex(toBytes(source));
      if (hex !== TRAMPOLINE_HEX) throw unknownBytes(`a module of ${hex.length / 2} bytes`);
      return trampolineModule;
    },
  });

  if (!location) {
    Object.defineProperty(globalThis, 'location', { value: { href: 'https://worker.invalid/' }, configurable: true });
  }

  return () => {
    WebAssembly.instantiate = instantiate;
    WebAssembly.Module = Module;
    if (!location) Reflect.deleteProperty(globalThis, 'location');
  };
}

async function assertHarfbuzz(bytes: Uint8Array): Promise<void> {
  const known = bytes.length === HARFBUZZ_LENGTH && toHex(await sha256(bytes)) === HARFBUZZ_SHA256;
  if (!known) throw unknownBytes(`an engine of ${bytes.length} bytes`);
}

function unknownBytes(what: string): Error {
  return new Error(
    `satori asked for ${what} that src/render/satori-start.ts does not know. ` +
      'Was satori or harfbuzzjs upgraded? Take the harfbuzzjs whose hb.wasm satori carries, and record its bytes there.',
  );
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function toBytes(source: BufferSource): Uint8Array {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
