/** Where the Worker's catalogue comes from: the static assets of the same build. The only file that knows. */
import build from '../../../build/build.json';
import settings from '../../../build/site.json';
import built from '../../../build/specimens.json';
import type { Site } from '../../card/site.ts';
import { once } from '../../once.ts';
import type { Build, BuiltSpecimens } from '../compile.ts';
import type { Store } from '../store.ts';
import { createBundledStore, openBundledStore } from './bundled.ts';

/** True under `npm run dev`. Where it is false, as wrangler.toml has it, the bundler leaves the specimens out. */
declare const PREVIEW: boolean;

const { code, catalog: expected } = build as Build;

/** The revision of the code that this Worker was built from. */
export const codeRevision: string = code;

/** The site's settings, as the build read them. */
export const site = settings as Site;

/** The specimens of the preview; undefined in a deployed Worker. */
export const specimens = PREVIEW ? openSpecimens(built as unknown as BuiltSpecimens) : undefined;

/**
 * Opens the published catalogue, once in an isolate: `npm run compile` wrote it, checked against the schema.
 * @throws Error when the assets cannot be read, or are those of another build.
 */
export const loadStore: (assets: Fetcher) => Promise<Store> = once(async (assets: Fetcher) => {
  const packed = new Uint8Array(await (await readAsset(assets, 'cards.ndjson')).arrayBuffer());
  const store = openBundledStore(packed, {
    searchIndex: async () => (await readAsset(assets, 'search.json')).text(),
    releases: async () => new Uint8Array(await (await readAsset(assets, 'releases.ndjson')).arrayBuffer()),
  });
  if (store.revision !== expected) {
    throw new Error(
      `the assets hold revision ${store.revision} of the catalogue, and the Worker was built for ${expected}`,
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

/** The assets answer under any host. */
async function readAsset(assets: Fetcher, name: string): Promise<Response> {
  const response = await assets.fetch(`https://assets.invalid/_catalog/${name}`);
  if (!response.ok) throw new Error(`the asset _catalog/${name} answers ${response.status}`);
  return response;
}

function openSpecimens({ catalog, pictures }: BuiltSpecimens) {
  return { store: createBundledStore(catalog), pictures };
}
