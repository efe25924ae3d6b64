/** The application around a small catalogue. */
import { createApp } from '../../src/app.ts';
import type { Store } from '../../src/catalog/store.ts';

export function appOf(catalog: Store) {
  return createApp({ loadStore: async () => catalog, codeRevision: 'test' });
}
