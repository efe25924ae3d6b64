/** The catalogue that this project publishes, as the Worker reads it. */
import { env } from 'cloudflare:workers';
import { loadCatalog } from '../../src/catalog/bundled.ts';

export const catalog = await loadCatalog(env.ASSETS);
export const cards = catalog.newest();
