/**
 * The engines that lay out and shape text, each started once in an isolate, on first use. A start that fails, or that
 * is given up, is forgotten, so that the next request tries again: a promise left over from a request that died would
 * poison every later one.
 */
import { once } from '../domain/once.ts';
import { startSatori } from './satori-start.ts';
import { createShaper } from './shape.ts';

const getTextEngines = once(startSatori);

/** satori's render function: element tree → SVG. */
export const getSatori = async () => (await getTextEngines()).satori;

/** Text → glyphs, by the HarfBuzz that satori brings. */
export const getShaper = once(async () => createShaper((await getTextEngines()).harfbuzz));

/** Has the next picture start them anew, after one that waited for them in vain. */
export function forgetEngines(): void {
  getTextEngines.forget();
  getShaper.forget();
}
