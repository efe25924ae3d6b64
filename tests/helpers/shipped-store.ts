/// <reference types="vite/types/importMeta.d.ts" />
/** The catalogues in cards/ and examples/wagner/, as the Worker of the tests can read them: those that have cards. */
import { type CompiledCatalog, compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { parseLock } from '../../src/catalog/lock-file.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';

const texts = import.meta.glob<string>(['../../cards/*.{yaml,json}', '../../examples/wagner/*.{yaml,json}'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

function catalogOf(folder: string): CompiledCatalog {
  const inFolder = Object.entries(texts).filter(([path]) => path.startsWith(`../../${folder}/`));
  const files = inFolder.map(([path, text]) => ({ name: path.split('/').at(-1) ?? '', text }));
  const lock = files.find(({ name }) => name.endsWith('.json'))?.text;
  const yaml = files.filter(({ name }) => name.endsWith('.yaml'));
  return compileCatalog(yaml, parseLock(lock).lock).catalog;
}

const catalogs = ['cards', 'examples/wagner']
  .map((folder) => ({ folder, catalog: catalogOf(folder) }))
  .filter(({ catalog }) => catalog.cards.length > 0);

export const shippedStores = catalogs.map(({ folder, catalog }): [name: string, store: Store] => [
  `the catalogue in ${folder}/`,
  createBundledStore(catalog),
]);

/** The cards of both. */
export const shippedRecords = catalogs.flatMap(({ catalog }) => linkRecords(catalog));
