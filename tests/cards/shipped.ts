/**
 * The catalogue in cards/, and whether it is the one that this project is published with. These tests are about that one
 * alone: a project with other cards, or none, skips them.
 */
import { existsSync } from 'node:fs';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';

/** The card that the README shows. */
export const README_CARD = 'wagner-fighters-belarus';

/** Captured texts are not part of the project; where they lie beside it, the quotes are looked up in them. */
export const TEXTS = '../shared/sources';

const { catalog: compiled, problems: found } = compileCatalog(await readCatalogFiles('cards'));
export const catalog = compiled;
export const problems = found;
export const isShipped = compiled.cards.some(({ card }) => card.id === README_CARD);
export const hasTexts = isShipped && existsSync(TEXTS);

if (!isShipped) console.warn(`cards/ has no card "${README_CARD}": the tests of the published catalogue are skipped.`);
else if (!hasTexts) console.warn(`${TEXTS} is not there: the quotes are not looked up in the captured texts.`);
