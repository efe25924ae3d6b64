/** Run by vitest before the tests: builds what the Worker that they run is made of, from the catalogue of the tests. */
import { join } from 'node:path';
import { writeBuilt, writeCatalog } from '../../src/tools/built-files.ts';
import { writeSatoriModule } from '../../src/tools/satori-module.ts';
import { PLAIN, writeSite } from '../../src/tools/site-files.ts';
import { SPECIMEN_PICTURES, SPECIMENS } from '../../src/tools/specimens.ts';
import { catalog, releases } from './fixture-catalog.ts';

/** Below the project's root: what `npm run compile` writes into build/, made without cards/. */
export const FIXTURE_BUILD = 'build/tests/build';

export async function setup(): Promise<void> {
  const root = join(FIXTURE_BUILD, '..');
  await writeSatoriModule(root);
  await writeSite(PLAIN, root);
  const specimens = { catalog: SPECIMENS, pictures: SPECIMEN_PICTURES };
  await writeBuilt(join(FIXTURE_BUILD, 'specimens.json'), JSON.stringify(specimens));
  await writeCatalog(catalog, { code: 'test', releases }, root);
}
