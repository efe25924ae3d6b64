/** The public address of a build: the configured one, or else the workers.dev address, or else that of this machine, if the build is not deployed. */
import { z } from 'zod';
import { chooseOrigin, type RawConfig } from './config.ts';

const API = 'https://api.cloudflare.com/client/v4';
const TIMEOUT_MS = 10_000;

const Accounts = z.object({ result: z.array(z.object({ id: z.string() })) });
const Subdomain = z.object({ result: z.object({ subdomain: z.string().regex(/^[a-z0-9-]+$/) }) });

type Environment = Readonly<Record<string, string | undefined>>;

/** A build with this address is only for this machine. */
const LOCAL_ORIGIN = 'http://localhost:8787';

const HOW =
  'Set it in wrangler.toml:\n\n[vars]\nPUBLIC_URL = "https://cards.example.org"\n\n' +
  'or give it once: --origin https://cards.example.org';

/** The origin to build for, with a note for the maintainer; or what is wrong, and where to fix it. */
export async function findOrigin(
  given: string | undefined,
  config: RawConfig,
  { isDeployed, env }: { isDeployed: boolean; env: Environment },
): Promise<{ origin: string; note?: string } | { message: string }> {
  const chosen = chooseOrigin(given, config);
  if ('message' in chosen) return chosen;
  if (chosen.origin !== null) return { origin: chosen.origin };
  const asked = await askWorkersDev(config, env);
  if ('origin' in asked) return { ...asked, note: `PUBLIC_URL is not set. The address is ${asked.origin}.` };
  if (isDeployed) {
    const why = `The workers.dev address is not known: ${asked.reason}.`;
    return { message: `The public address is not set, but the QR code of every picture contains it. ${HOW}\n\n${why}` };
  }
  const note = `The public address is not set, so this build is for this machine only: its QR codes lead to ${LOCAL_ORIGIN}. ${HOW}\n`;
  return { origin: LOCAL_ORIGIN, note };
}

/**
 * https://{Worker}.{subdomain of the account}.workers.dev, the address of a Worker without a domain. Asks Cloudflare, with the token for deployments (https://developers.cloudflare.com/api/resources/workers/subresources/subdomains/).
 * Returns the reason if Cloudflare cannot be asked, or if the Worker has another address.
 */
async function askWorkersDev(config: RawConfig, env: Environment): Promise<{ origin: string } | { reason: string }> {
  const { CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_API_BASE_URL: base = API } = env;
  const { route, routes, workers_dev: isOn = route === undefined && !routes?.length } = config;
  if (!isOn) return { reason: 'the Worker in wrangler.toml has its own address' };
  if (!token) return { reason: 'CLOUDFLARE_API_TOKEN is not set' };
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(`${base}${path}`, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`status ${response.status} for ${path}`);
    return schema.parse(await response.json());
  };
  try {
    const account = env.CLOUDFLARE_ACCOUNT_ID ?? config.account_id ?? (await onlyAccount(read));
    if (account === undefined) return { reason: 'the token has several accounts: set CLOUDFLARE_ACCOUNT_ID' };
    const { subdomain } = (await read(`/accounts/${account}/workers/subdomain`, Subdomain)).result;
    return { origin: `https://${config.name}.${subdomain}.workers.dev` };
  } catch (error) {
    return { reason: `Cloudflare did not return it (${(error as Error).message.split('\n')[0]})` };
  }
}

async function onlyAccount(read: (path: string, schema: typeof Accounts) => Promise<z.infer<typeof Accounts>>) {
  const { result } = await read('/accounts', Accounts);
  return result.length === 1 ? result[0]?.id : undefined;
}
