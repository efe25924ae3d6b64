/// <reference types="vite/types/importMeta.d.ts" />
/** The catalogue in cards/, as the Worker of the tests can read it: whatever cards it has. */
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { parseLock } from '../../src/catalog/lock-file.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';

const texts = import.meta.glob<string>('../../cards/*.yaml', { query: '?raw', import: 'default', eager: true });
const [lock] = Object.values(
  import.meta.glob<string>('../../cards/evidence.lock.json', { query: '?raw', import: 'default', eager: true }),
);

const files = Object.entries(texts).map(([path, text]) => ({ name: path.split('/').at(-1) ?? '', text }));

const { catalog } = compileCatalog(files, parseLock(lock).lock);

export const shippedStore = createBundledStore(catalog);

/** Its cards. */
export const shippedRecords = linkRecords(catalog);
