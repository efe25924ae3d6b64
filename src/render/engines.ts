/**
 * The engines that draw, each started once in an isolate, on first use. A start that fails is forgotten, so that the next
 * request tries again: a promise left over from a request that died would poison every later one.
 */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';
import { createMasks } from './mask.ts';
import { startSatori } from './satori-start.ts';
import { createShaper } from './shape.ts';

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

const getTextEngines = once(startSatori);

/** satori's render function: element tree → SVG. */
export const getSatori = async () => (await getTextEngines()).satori;

/** Text → glyphs, by the HarfBuzz that satori brings. */
export const getShaper = once(async () => createShaper((await getTextEngines()).harfbuzz));

/** resvg's renderer class: SVG → pixels. Free every renderer and every image it gives. */
export const getResvg = once(async () => {
  await initWasm(resvgModule);
  return Resvg;
});

/** Shapes → coverage, by resvg. */
export const getMasks = once(async () => createMasks(await getResvg()));
