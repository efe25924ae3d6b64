/**
 * The engines that lay out and shape text, each started once in an isolate, on first use. A start that fails is
 * forgotten, so that the next request tries again: a promise left over from a request that died would poison every later
 * one.
 */
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
