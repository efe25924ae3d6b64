/** The catalogue that this Worker was built with. The only file that knows where cards come from. */
import compiled from '../../build/catalog.json';
import built from '../../build/specimens.json';
import { type Catalog, createCatalog, type Specimens } from './catalog.ts';
import type { Build, BuiltSpecimens } from './compile.ts';

/** True under `npm run dev`. Where it is false, as wrangler.toml has it, the bundler leaves the specimens out. */
declare const PREVIEW: boolean;

const { code, ...published } = compiled as unknown as Build;

/** The bundled catalogue. `npm run compile` wrote its data and checked it against the schema. */
export const catalog: Catalog = createCatalog(published);

/** The revision of the code that this Worker was built from. */
export const codeRevision: string = code;

/** The specimens of the preview; undefined in a deployed Worker. */
export const specimens: Specimens | undefined = PREVIEW ? linkSpecimens(built as unknown as BuiltSpecimens) : undefined;

function linkSpecimens({ catalog: specimenCatalog, pictures }: BuiltSpecimens): Specimens {
  return { catalog: createCatalog(specimenCatalog), pictures };
}
