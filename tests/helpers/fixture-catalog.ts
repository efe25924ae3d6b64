/**
 * The catalogue of the tests: the files in tests/fixtures/catalog, and made-up cards, so that lists have several pages.
 * Every quote is proven, and every card is released. It does not depend on cards/.
 */
import { join } from 'node:path';
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { createReleases, newLines } from '../../src/catalog/releases.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { lockOf } from './lock.ts';
import { makeCatalog } from './many-cards.ts';

/** With those of the files, more than the 50 that feeds hold; too few for `makeCatalog` to add comparisons of its own. */
const MADE_CARDS = 39;

const written = await readCatalogFiles(join(import.meta.dirname, '../fixtures/catalog'));
const made = makeCatalog(MADE_CARDS).filter(({ name }) => name.endsWith('.yaml'));

export const files = [...written, ...made];
export const lock = lockOf(files);

const { catalog: compiled, problems } = compileCatalog(files, lock);
if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));

export const catalog = compiled;
export const releases = createReleases(newLines(createReleases([]), linkRecords(compiled), '2026-11-22'));
