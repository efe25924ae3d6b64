/** Checks that the unit of a figure occurs near it in the source. Pure. */
import { readNumbers } from '../numbers/read-numbers.ts';
import type { CheckInput } from './check.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';
import { indexNames } from './names.ts';
import { findBareShare, findPartAsWhole } from './part-of-whole.ts';
import { indexWords, wordsOf } from './words.ts';

/** Function words in units, by language. They are not compared. */
const SMALL_WORDS: Record<string, string> = {
  en: 'of the a an for from in on at to per by with all and or who that its their his her since during after before more other',
  de: 'der die das des dem den ein eine einer eines für von vom aus in im auf an am pro mit aller alle und oder je zu zur zum seit nach vor',
  es: 'de del la el los las un una para por en con al y o que su sus desde entre',
  fr: 'de du des la le les un une pour par en dans avec au aux et ou que sa son ses leur leurs depuis d l',
  it: 'di del della dei delle degli la il lo gli le un una per in con al e o che da',
  pt: 'de do da dos das a o os as um uma para por em no na com e ou que',
  nl: 'van de het een voor in op aan per met en of die',
  pl: 'z na w do o i dla za od po',
  uk: 'з із на в у до та і для за від по про',
  ru: 'с из на в до и для за от по о',
  be: 'з на ў у да і для за ад па аб',
};

/** The unit signs in a text: "$" for "$150,000" and for "2 dollars". */
function unitSigns(text: string, language: string): string[] {
  return readNumbers(text, language).flatMap((reading) =>
    reading.type === 'quantity' && reading.unit !== null ? [reading.unit] : [],
  );
}

export function checkUnit(input: CheckInput): Finding | undefined {
  const { card, passage, languages } = input;
  if (card.kind !== 'figure') return undefined;
  const { unit } = card.figure;
  const near = [passage.sentence, passage.heading].join('\n');
  const small = new Set((SMALL_WORDS[languages.card] ?? '').split(' '));
  const words = wordsOf(unit).filter(({ folded }) => !small.has(folded));
  const isForeign = languages.source !== languages.card;
  const names = indexNames(near, languages);
  const index = indexWords(near, languages.source);
  const signs = new Set(unitSigns(near, languages.source));
  const missing = words.find(
    ({ text, folded }) =>
      !(/^\p{Lu}/u.test(text) ? names.has(text) : index.has(folded)) &&
      !unitSigns(`2 ${text}`, languages.card).some((sign) => signs.has(sign)),
  );
  if (missing === undefined) return findBareShare(input) ?? findPartAsWhole(input) ?? confirmed;
  const isName = /^\p{Lu}/u.test(missing.text);
  if (isForeign && !isName) {
    return (
      findBareShare(input) ?? notCheckable('The unit and the source are in different languages and cannot be compared.')
    );
  }
  return warn(
    'unit-not-in-text',
    `says “${missing.text}”, but neither the sentence of the quote nor its heading does.`,
    'Use the unit of the source, in its words.',
  );
}
