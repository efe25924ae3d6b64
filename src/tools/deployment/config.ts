/** The settings of a build: its options, the public origin, and the wrangler configurations of the Worker. */
import type { Unstable_RawConfig } from 'wrangler';

export type RawConfig = Unstable_RawConfig;
type ModuleType = 'ESModule' | 'CompiledWasm' | 'Data' | 'Text';
/** A file of the bundle, by its name in the bundle's folder. */
export type BundledModule = { name: string; type: ModuleType };

/** The script that the bundler writes. Its imports are next to it, named by hash and file. */
export const SCRIPT = 'index.js';

/** The public origin of wrangler.toml's [vars]; undefined if it is not set. */
export function configuredOrigin(config: RawConfig): string | undefined {
  const url = config.vars?.PUBLIC_URL;
  return typeof url === 'string' && url !== '' ? url : undefined;
}

/** The configuration for bundling: wrangler.toml without its build command. */
export function bundleConfig({ build: _, ...config }: RawConfig): RawConfig {
  return config;
}

type RunOptions = { modules: BundledModule[]; origin: string };

/**
 * The configuration for deploying the bundle unchanged, with the catalogue and the pictures. It is next to the folders that
 * it names.
 */
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

/** If pictures say that a source has changed, requests for them must run the Worker. */
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

/** The maximum number of files on the Free plan. The Paid plan allows 100,000. */
export const FREE_PLAN_FILES = 20_000;

export const SHARED_OPTIONS = { origin: { type: 'string' }, 'max-files': { type: 'string' } } as const;

export const SHARED_USAGE = `  --origin URL      the public address, for example https://cards.example.org; the default is PUBLIC_URL in wrangler.toml, or the
                    workers.dev address of the account that CLOUDFLARE_API_TOKEN belongs to
  --max-files N     the number of files that the plan allows; the default is 20,000 (Free). Paid: 100000`;

/** The configuration in this folder. wrangler is slow to load, so it is imported here. */
export async function readConfig(): Promise<RawConfig> {
  const { experimental_readRawConfig } = await import('wrangler');
  return experimental_readRawConfig({ config: 'wrangler.toml' }).rawConfig;
}

/** The origin to build for, null if none is given, or its problem and where to fix it. */
export function chooseOrigin(
  given: string | undefined,
  config: RawConfig,
): { origin: string | null } | { message: string } {
  const url = given ?? configuredOrigin(config);
  const place = given === undefined ? 'PUBLIC_URL in wrangler.toml' : '--origin';
  if (url === undefined) return { origin: null };
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return { message: `${place} is "${url}". Write it with its scheme: https://cards.example.org` };
  return { origin: new URL(url).origin };
}

/** A whole number above 0. @throws Error that names the option. */
export function parseCount(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${option} is "${text}". Use a whole number above 0.`);
  return Number(text);
}
