/** `npm run check`: says everything that is wrong with the catalogue. Exit code 0 fine, 2 problems, 1 the tool failed. */
import { compileCatalog } from '../catalog/compile.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';

const { catalog, problems } = compileCatalog(await readCatalogFiles('cards'));
if (problems.length > 0) {
  reportProblems(problems);
  process.exitCode = 2;
} else {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  console.log(`${count(catalog.cards.length, 'card')} from ${count(catalog.sources.length, 'source')}: no problems.`);
}
