/** Numbers written as one word: "zweihundertzwölf", "duecentomila". Pure. */
import type { LanguageWords } from './languages/words.ts';

export type Compounds = { below100: Map<string, number>; hundred: string; thousand: string };

export function compoundsOf(
  { and, hundred, thousand }: NonNullable<LanguageWords['compound']>,
  units: Map<string, number>,
  tens: Map<string, number>,
): Compounds {
  const below100 = new Map([...units, ...tens]);
  for (const [ten, value] of tens) {
    for (const [unit, one] of units) {
      if (one === 0 || one > 9) continue;
      // Italian puts the unit last, and elides the vowel before "uno" and "otto".
      const word = and ? `${unit}${and}${ten}` : `${/^[uo]/.test(unit) ? ten.slice(0, -1) : ten}${unit}`;
      below100.set(word, value + one);
    }
  }
  return { below100, hundred, thousand };
}

/** The value of a one-word number; undefined if the word is not a number. */
export function readCompound(word: string, { below100, hundred, thousand }: Compounds): number | undefined {
  const below1000 = (text: string): number | undefined => {
    const at = text.indexOf(hundred);
    if (at < 0) return below100.get(text);
    const count = at === 0 ? 1 : below100.get(text.slice(0, at));
    const rest = text.slice(at + hundred.length).replace(/^und/, '');
    const last = rest === '' ? 0 : below100.get(rest);
    return count === undefined || count > 99 || last === undefined ? undefined : count * 100 + last;
  };
  // Italian has "mille" for one thousand and "mila" for several.
  const at = word.search(thousand === 'mila' ? /mila|mille/ : thousand);
  if (at < 0) return below1000(word);
  const length = thousand === 'mila' && word.startsWith('mille', at) ? 5 : thousand.length;
  const count = at === 0 ? 1 : below1000(word.slice(0, at));
  const rest = word.slice(at + length).replace(/^und/, '');
  const last = rest === '' ? 0 : below1000(rest);
  return count === undefined || last === undefined ? undefined : count * 1000 + last;
}
