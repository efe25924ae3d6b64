/** Run by vitest before the tests: builds the catalogue of the tests for the Worker that they run. */
import { writeCatalog } from '../../src/tools/built-files.ts';
import { catalog, releases } from './fixture-catalog.ts';

/** Below the project's root. It has the files that build/ has of the catalogue in cards/. */
export const FIXTURE_BUILD = 'build/tests';

export const setup = () => writeCatalog(catalog, { code: 'test', releases }, FIXTURE_BUILD);
