/**
 * The configurations that a build makes of wrangler.toml: one bundles the Worker, and one deploys the bundle. Neither
 * compiles the catalogue again, so what is deployed is what drew the pictures. Pure.
 */
import type { Unstable_RawConfig } from 'wrangler';

export type RawConfig = Unstable_RawConfig;
type ModuleType = 'ESModule' | 'CompiledWasm' | 'Data' | 'Text';
/** A file of the bundle, by its name in the bundle's folder. */
export type BundledModule = { name: string; type: ModuleType };

/** The script that the bundler writes, and what it imports lies beside it under names of hash and file. */
export const SCRIPT = 'index.js';

/** The public origin of wrangler.toml's [vars]; undefined where it is not set. */
export function configuredOrigin(config: RawConfig): string | undefined {
  const url = config.vars?.PUBLIC_URL;
  return typeof url === 'string' && url !== '' ? url : undefined;
}

/** What bundles: wrangler.toml without its build command. */
export function bundleConfig({ build: _, ...config }: RawConfig): RawConfig {
  return config;
}

type RunOptions = { modules: BundledModule[]; origin: string };

/** What deploys the bundle as it is, with the catalogue and the pictures. It lies beside the folders that it names. */
export function runConfig(
  { build: _build, define: _define, alias: _alias, ...config }: RawConfig,
  { modules, origin }: RunOptions,
): RawConfig {
  const types = [...new Set(modules.map(({ type }) => type))];
  return {
    ...config,
    main: `worker/${SCRIPT}`,
    base_dir: 'worker',
    no_bundle: true,
    find_additional_modules: true,
    rules: types.map((type) => ({
      type,
      globs: modules.filter((module) => module.type === type).map(({ name }) => name),
      fallthrough: false,
    })),
    assets: { ...config.assets, directory: 'public', ...workerFirst(config) },
    vars: { ...config.vars, PUBLIC_URL: origin },
  };
}

/** Where pictures are to say that a source has changed, the Worker has to see who asks for one. */
function workerFirst({ vars }: Pick<RawConfig, 'vars'>): { run_worker_first?: string[] } {
  return vars?.WATCH_ON_PICTURES === 'true' ? { run_worker_first: ['/cards/*'] } : {};
}

/** What a bundled file is to the Worker, as the rules of wrangler.toml say by its ending; undefined for no module. */
export function moduleTypeOf(name: string, rules: RawConfig['rules'] = []): ModuleType | undefined {
  if (name === SCRIPT) return 'ESModule';
  if (name === 'README.md' || name.endsWith('.map')) return undefined;
  if (/\.wasm(\?module)?$/.test(name)) return 'CompiledWasm';
  const ending = (glob: string) => glob.slice(glob.lastIndexOf('.'));
  return rules.find(({ globs }) => globs.some((glob) => name.endsWith(ending(glob))))?.type as ModuleType | undefined;
}
