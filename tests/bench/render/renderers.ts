/** The Workers of the bench: each renderer, and an empty one that shows what a request costs by itself. */

export type Renderer = { name: string; label: string; entry: string };

export const OURS: Renderer = { name: 'ours', label: 'this project', entry: 'workers/ours.ts' };
export const EMPTY: Renderer = { name: 'empty', label: 'empty request', entry: 'workers/empty.ts' };

/** In the order in which they take turns. */
export const RENDERERS: readonly Renderer[] = [
  OURS,
  { name: 'takumi', label: '@takumi-rs/wasm', entry: 'workers/takumi.mjs' },
  { name: 'cf-wasm-og', label: '@cf-wasm/og', entry: 'workers/cf-wasm-og.mjs' },
  { name: 'workers-og', label: 'workers-og', entry: 'workers/workers-og.mjs' },
];
