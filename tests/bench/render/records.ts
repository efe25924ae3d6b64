/** The cards of this catalogue as records, read from cards/*.yaml in Node. */
import { join } from 'node:path';
import { type CardRecord, isComparison, type QuotedRecord } from '../../../src/card/record.ts';
import { compileCatalog } from '../../../src/catalog/compile.ts';
import { createBundledStore } from '../../../src/catalog/stores/bundled.ts';
import { readCatalogFiles } from '../../../src/tools/catalog-files.ts';
import { cardsIn } from '../../helpers/catalogs.ts';

/** The card that all renderers draw. */
const COMPARED = 'wagner-fighters-belarus';

export async function readRecords(): Promise<readonly CardRecord[]> {
  const { catalog } = compileCatalog(await readCatalogFiles(join(import.meta.dirname, '../../../cards')));
  return cardsIn(createBundledStore(catalog));
}

export async function readComparedRecord(): Promise<QuotedRecord> {
  const record = (await readRecords()).find(({ card }) => card.id === COMPARED);
  if (!record || isComparison(record)) throw new Error(`the catalogue has no card "${COMPARED}" to compare with`);
  return record;
}
