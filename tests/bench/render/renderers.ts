/** The Workers of the bench: each renderer, and an empty one that shows what a request costs by itself. */
import { join, resolve } from 'node:path';
import { SATORI_FOLDER } from '../../../src/tools/satori-module.ts';
import { type Bundle, bundle } from '../worker/bundle.ts';

export type Renderer = { name: string; label: string; entry: string };

export const OURS: Renderer = { name: 'ours', label: 'this project', entry: 'ours.ts' };
export const TAKUMI: Renderer = { name: 'takumi', label: '@takumi-rs/wasm', entry: 'takumi.mjs' };
export const CF_WASM_OG: Renderer = { name: 'cf-wasm-og', label: '@cf-wasm/og', entry: 'cf-wasm-og.mjs' };
export const WORKERS_OG: Renderer = { name: 'workers-og', label: 'workers-og', entry: 'workers-og.mjs' };
export const EMPTY: Renderer = { name: 'empty', label: 'an empty request', entry: 'empty.ts' };

/** In the order in which they take turns. */
export const RENDERERS: readonly Renderer[] = [OURS, TAKUMI, CF_WASM_OG, WORKERS_OG, EMPTY];

const here = import.meta.dirname;

/** Bundles a renderer's Worker into `folder`. @throws Error where its packages are not installed. */
export function bundleRenderer({ name, entry }: Renderer, folder: string): Bundle {
  const args = [join(here, 'workers', entry), '--config', join(here, 'wrangler.toml')];
  // A competitor that is made of satori has its own.
  if (name === OURS.name) args.push('--alias', `satori/standalone:${resolve(SATORI_FOLDER, 'standalone.js')}`);
  return bundle(name, join(folder, name), { root: here, args, mainModule: entry.replace(/\.\w+$/, '.js') });
}
