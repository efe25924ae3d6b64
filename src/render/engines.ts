/**
 * The engines that draw, each started once in an isolate, on first use. A failed start is forgotten, so that the next
 * picture retries: a promise left over from a request that died would fail every later one.
 */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';
import layoutModule from 'satori/layout.wasm';
import { once } from '../once.ts';

/** satori's render function: element tree → SVG. */
export const getSatori = once(async () => {
  const { default: satori, init } = await import('satori/standalone');
  await init(layoutModule);
  return satori;
});

/** resvg's class: SVG → pixels. What it makes lies in WebAssembly memory until `free` is called. */
export const getResvg = once(async () => {
  await initWasm(resvgModule);
  return Resvg;
});

/** Lets the next picture start them again, after one whose time ended while they started. */
export function forgetEngines(): void {
  getSatori.forget();
  getResvg.forget();
}
