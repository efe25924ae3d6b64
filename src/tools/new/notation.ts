/** Writes the digits of a figure with the separators of another language. Pure. */
import { readDigits } from '../../card/evidence/numbers/digits.ts';
import { lexiconOf } from '../../card/evidence/numbers/lexicon.ts';

const OTHER_MARK: Record<string, string> = { '.': ',', ',': '.' };

/** `80.000` of a Spanish text is `80,000` in English. Digits whose value is not clear stay as they are. */
export function inNotation(text: string, { from, to }: { from: string; to: string }): string {
  const [own, other] = [lexiconOf(from).separators, lexiconOf(to).separators];
  if (own.decimal === null || other.decimal === null || own.decimal === other.decimal) return text;
  return text.replace(/\d+(?:[.,]\d+)+/g, (digits) => {
    const swapped = digits.replace(/[.,]/g, (mark) => OTHER_MARK[mark] ?? mark);
    const [read, written] = [readDigits(digits, own), readDigits(swapped, other)];
    const isSame = read.type === 'number' && written.type === 'number' && read.plain === written.plain;
    return isSame ? swapped : digits;
  });
}
