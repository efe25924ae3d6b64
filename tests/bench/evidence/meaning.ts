/** How many true cards of real pages need an editor, and how many falsehoods pass. */
import { hasPages, type JudgedCard, judgeTrueCards } from '../../helpers/true-cards.ts';

export function benchMeaning(): void {
  if (!hasPages) {
    console.log('meaning: skipped, ../shared/pages is not here');
    return;
  }
  const { cards, falsehoods } = judgeTrueCards();
  const doubted = cards.filter(({ warnings }) => warnings.length > 0);
  console.log(`true cards with a warning: ${doubted.length} of ${cards.length}`);
  for (const card of doubted) print(card);
  for (const [kind, all] of Map.groupBy(falsehoods, ({ kind }) => kind)) {
    const passed = all.filter(({ warnings }) => warnings.length === 0);
    console.log(`${kind.padEnd(24)} refused ${all.length - passed.length} of ${all.length}`);
    for (const { id, why } of passed) console.log(`    passed: ${id}. ${why}`);
  }
}

function print({ id, language, warnings }: JudgedCard): void {
  for (const warning of warnings) console.log(`    ${id} (${language}): ${warning}`);
}
