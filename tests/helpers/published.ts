/** The catalogue of the tests, as the Worker reads it from its assets. */
import { env } from 'cloudflare:workers';
import { loadCatalog } from '../../src/catalog/bundled.ts';

export const catalog = await loadCatalog(env.ASSETS);
export const cards = catalog.newest();
