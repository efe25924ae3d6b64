/** The catalogue that this Worker was built with. The only file that knows where cards come from. */
import compiled from '../../build/catalog.json';
import { type Catalog, createCatalog } from './catalog.ts';
import type { CompiledCatalog } from './compile.ts';

/** The bundled catalogue. `npm run compile` wrote its data and checked it against the schema. */
export const catalog: Catalog = createCatalog(compiled as unknown as CompiledCatalog);
