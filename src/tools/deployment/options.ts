/** The options that `npm run build` and `npm run deploy` share, and the public origin that both need. */
import { configuredOrigin, type RawConfig } from './worker-config.ts';

/** How many files the Free plan takes. The Paid plan takes 100,000. */
export const FREE_PLAN_FILES = 20_000;

export const SHARED_OPTIONS = { origin: { type: 'string' }, 'max-files': { type: 'string' } } as const;

export const SHARED_USAGE = `  --origin URL      the public address, https://cards.example.org; without it, PUBLIC_URL in wrangler.toml
  --max-files N     how many files the plan takes; without it 20,000, which is the Free plan's. Paid: 100000`;

/** The configuration in this folder. wrangler takes long to load, so it is loaded here. */
export async function readConfig(): Promise<RawConfig> {
  const { experimental_readRawConfig } = await import('wrangler');
  return experimental_readRawConfig({ config: 'wrangler.toml' }).rawConfig;
}

/** The origin to build for, or what is wrong with it and where to fix that. */
export function chooseOrigin(given: string | undefined, config: RawConfig): { origin: string } | { message: string } {
  const url = given ?? configuredOrigin(config);
  const place = given === undefined ? 'PUBLIC_URL in wrangler.toml' : '--origin';
  if (url === undefined) {
    return {
      message:
        'The public address is not set, and every picture has it in its QR code. Set it in wrangler.toml:\n\n' +
        '[vars]\nPUBLIC_URL = "https://cards.example.org"\n\n' +
        'or give it once: --origin https://cards.example.org',
    };
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return { message: `${place} is "${url}". Write it with its scheme: https://cards.example.org` };
  return { origin: new URL(url).origin };
}

/** A whole number above 0. @throws Error that names the option. */
export function parseCount(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${option} is "${text}". Give a whole number above 0.`);
  return Number(text);
}
