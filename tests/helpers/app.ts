/** The application around a small catalogue. */
import { createApp } from '../../src/app.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';

export function appOf(catalog: Catalog) {
  return createApp({ loadCatalog: async () => catalog, codeRevision: 'test' });
}
