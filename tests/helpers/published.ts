/** The catalogue that this project publishes, as the Worker reads it. */
import { env } from 'cloudflare:workers';
import { loadStore } from '../../src/catalog/stores/assets.ts';
import { cardsIn } from './catalogs.ts';

export const store = await loadStore(env.ASSETS);
export const cards = await cardsIn(store);
