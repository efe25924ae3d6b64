/** `npm run check`: says everything that is wrong with the catalogue. Exit code 0 fine, 2 problems, 1 the tool failed. */
import { createCatalog } from '../catalog/catalog.ts';
import { compileLoaded } from '../catalog/compile.ts';
import { loadCatalog, problemAt } from '../catalog/load.ts';
import { checkRules } from '../catalog/rules.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';
import { registerFontModules } from './font-modules.ts';
import { readLock } from './lock-file.ts';

registerFontModules();
const { missingLetters } = await import('../render/fonts.ts');
const { findUnfitSizes } = await import('../render/fit-check.ts');

const loaded = loadCatalog(await readCatalogFiles('cards'));
const { lock, problems: lockProblems } = await readLock();
const problems = [...loaded.problems, ...lockProblems, ...checkRules(loaded, lock, missingLetters)];

// Cards are drawn only from a catalogue that holds together.
if (loaded.problems.length === 0) {
  const catalog = createCatalog(compileLoaded(loaded, lock));
  for (const card of [...loaded.quoted, ...loaded.comparisons]) {
    const record = catalog.getCard(card.value.id);
    const sizes = record ? findUnfitSizes(record) : [];
    if (sizes.length === 0) continue;
    const message = `"${card.value.id}" has more text than its card holds in ${sizes.join(', ')}. Shorten the claim, the quote or the attribution.`;
    problems.push(problemAt(card, ['id'], message));
  }
}

if (problems.length > 0) {
  reportProblems(problems);
  process.exitCode = 2;
} else {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const cards = loaded.quoted.length + loaded.comparisons.length;
  console.log(`${count(cards, 'card')} from ${count(loaded.sources.length, 'source')}: no problems.`);
}
