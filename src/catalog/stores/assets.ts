/** Opens the Worker's catalogue from the static assets of its build. No other file depends on them. */
import build from '../../../build/build.json';
import settings from '../../../build/site.json';
import built from '../../../build/specimens.json';
import type { Site } from '../../card/site.ts';
import { once } from '../../once.ts';
import type { Build, BuiltSpecimens } from '../compile.ts';
import type { Store } from '../store.ts';
import { createBundledStore, openBundledStore } from './bundled.ts';

/** True in `npm run dev`. In a deployment it is false (wrangler.toml), and the bundler removes the specimens. */
declare const PREVIEW: boolean;

const { code, catalog: expected } = build as Build;

/** The revision of the code of this Worker. */
export const codeRevision: string = code;

/** The settings of the site. */
export const site = settings as Site;

/** The specimens of the preview; undefined in a deployment. */
export const specimens = PREVIEW ? openSpecimens(built as unknown as BuiltSpecimens) : undefined;

/** The bindings that the store needs. */
type Needed = { ASSETS: Fetcher };

/**
 * Opens the catalogue once per isolate. `npm run compile` wrote and validated it.
 * @throws Error if the assets cannot be read or belong to another build.
 */
export const loadStore: (bindings: Needed) => Promise<Store> = once(async ({ ASSETS: assets }: Needed) => {
  const packed = new Uint8Array(await (await readAsset(assets, 'cards.ndjson')).arrayBuffer());
  const store = openBundledStore(packed, {
    searchIndex: async () => (await readAsset(assets, 'search.json')).text(),
    releases: async () => new Uint8Array(await (await readAsset(assets, 'releases.ndjson')).arrayBuffer()),
  });
  if (store.revision !== expected) {
    throw new Error(
      `the assets contain catalogue revision ${store.revision}, but the Worker was built for ${expected}`,
    );
  }
  return store;
});

/** What `npm run watch` published before this build; null where there is none. Assets do not change, so each is read once. */
export async function readPublished(assets: Fetcher, name: string): Promise<string | null> {
  const known = published.get(name);
  if (known !== undefined) return known;
  const response = await assets.fetch(`https://assets.invalid/_catalog/watch/${name}.json`);
  const text = response.ok ? await response.text() : null;
  published.set(name, text);
  return text;
}

const published = new Map<string, string | null>();

/** The assets binding accepts any host. */
async function readAsset(assets: Fetcher, name: string): Promise<Response> {
  const response = await assets.fetch(`https://assets.invalid/_catalog/${name}`);
  if (!response.ok) throw new Error(`the asset _catalog/${name} returned status ${response.status}`);
  return response;
}

function openSpecimens({ catalog, pictures }: BuiltSpecimens) {
  return { store: createBundledStore(catalog), pictures };
}
