/** Asks the application around a catalogue, without a server. */
import { createApp } from '../../src/app.ts';
import type { Store } from '../../src/catalog/store.ts';

export const ORIGIN = 'https://cards.example.org';

export function askingOf(
  catalog: Store,
  env: { PUBLIC_URL?: string } = {},
  options: Partial<Parameters<typeof createApp>[0]> = {},
) {
  const app = createApp({ loadStore: async () => catalog, codeRevision: 'test', ...options });
  return async (path: string, init?: RequestInit): Promise<Response> => app.request(`${ORIGIN}${path}`, init, env);
}
