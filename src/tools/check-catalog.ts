/** All that is asked of a catalogue before it is published: its schema, the rules, the evidence, and that every card fits. */
import { createCatalog } from '../catalog/catalog.ts';
import { compileLoaded } from '../catalog/compile.ts';
import { type CatalogFile, type LoadedCatalog, loadCatalog, problemAt } from '../catalog/load.ts';
import type { FileProblem } from '../catalog/parse.ts';
import { checkRules } from '../catalog/rules.ts';
import type { EvidenceLock } from '../domain/evidence.ts';
import { registerFontModules } from './font-modules.ts';

export type Checked = { loaded: LoadedCatalog; problems: FileProblem[] };

/** Checks the files of a catalogue against its evidence lock. All problems come back at once. */
export async function checkCatalog(files: CatalogFile[], lock: EvidenceLock): Promise<Checked> {
  registerFontModules();
  const { missingLetters } = await import('../render/fonts.ts');
  const { findUnfitSizes } = await import('../render/fit-check.ts');

  const loaded = loadCatalog(files);
  const problems = [...loaded.problems, ...checkRules(loaded, lock, missingLetters)];
  const ids = new Set(loaded.quoted.map(({ value }) => value.id));
  const comparisons = loaded.comparisons.filter(({ value }) => value.rows.every(({ card }) => ids.has(card)));
  const catalog = createCatalog(compileLoaded({ ...loaded, comparisons }, lock));
  for (const card of [...loaded.quoted, ...comparisons]) {
    const record = catalog.getCard(card.value.id);
    const sizes = record ? findUnfitSizes(record) : [];
    if (sizes.length === 0) continue;
    const message = `"${card.value.id}" has more text than its card holds in ${sizes.join(', ')}. Shorten the claim, the quote or the attribution.`;
    problems.push(problemAt(card, ['id'], message));
  }
  return { loaded, problems };
}
