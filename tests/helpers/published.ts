/** The catalogue of the tests, as the Worker reads it from its assets. */
import { env } from 'cloudflare:workers';
import { loadStore } from '../../src/catalog/stores/assets.ts';
import { cardsIn } from './catalogs.ts';

export const store = await loadStore(env);
export const cards = await cardsIn(store);
