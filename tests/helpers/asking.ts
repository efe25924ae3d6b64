/** Asks the application around a catalogue, without a server. */
import { createApp } from '../../src/app.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';

export const ORIGIN = 'https://cards.example.org';

export function askingOf(catalog: Catalog, env: { PUBLIC_URL?: string } = {}) {
  const app = createApp({ loadCatalog: async () => catalog, codeRevision: 'test' });
  return async (path: string, init?: RequestInit): Promise<Response> => app.request(`${ORIGIN}${path}`, init, env);
}
