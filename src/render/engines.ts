/**
 * satori and resvg, each started once in an isolate, on first use. A start that fails is forgotten, so that the next
 * request tries again: a promise left over from a request that died would poison every later one.
 */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';
import { startSatori } from './satori-start.ts';

function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => {
    started ??= start().catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  };
}

/** satori's render function: element tree → SVG. */
export const getSatori = once(startSatori);

/** resvg's renderer class: SVG → pixels. Free every renderer and every image it gives. */
export const getResvg = once(async () => {
  await initWasm(resvgModule);
  return Resvg;
});
