/**
 * The catalogue that this project is published with: in cards/, or in examples/wagner/ after `npm run init`. These tests are
 * about that one alone: a project that has neither skips them.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { COMPARISONS_FILE, SPEAKERS_FILE } from '../../src/catalog/load.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { CARD_FOLDER, EXAMPLES, SHIPPED_CARD } from '../../src/tools/init/move.ts';

/** The card that the README shows. */
export const README_CARD = SHIPPED_CARD;

/** Captured texts are not part of the project; where they lie beside it, the quotes are looked up in them. */
export const TEXTS = '../shared/sources';

/** The folder of the shipped catalogue; cards/ where there is none. */
export const shippedFolder = existsSync(EXAMPLES) ? EXAMPLES : CARD_FOLDER;

/** Sources of one's own beside the shipped ones are not in its releases, and are not tested. */
const released = await readFile(`${shippedFolder}/releases.ndjson`, 'utf8').catch(() => '');
const isReleased = ({ name }: { name: string }) =>
  [COMPARISONS_FILE, SPEAKERS_FILE].includes(name) ||
  released.includes(`"source":{"id":"${name.replace('.yaml', '')}"`);

export const shippedFiles = (await readCatalogFiles(shippedFolder)).filter(isReleased);
export const { catalog, problems } = compileCatalog(shippedFiles);
export const isShipped = catalog.cards.some(({ card }) => card.id === README_CARD);
export const hasTexts = isShipped && existsSync(TEXTS);

if (!isShipped)
  console.warn(`${shippedFolder}/ has no card "${README_CARD}": the tests of the published catalogue are skipped.`);
else if (!hasTexts) console.warn(`${TEXTS} is not there: the quotes are not looked up in the captured texts.`);
