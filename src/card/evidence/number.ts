/** Reads the numbers that a text names, in digits or in English words. Pure. */

const SMALL: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const LARGE: Record<string, number> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
  trillion: 1_000_000_000_000,
};

const TOKEN = /\d[\d.,\u00a0\u202f']*\d|\d|\p{L}+/gu;

/**
 * Every number that `text` names. "1.000" is read as 1 and as 1000, because both are written so. A number that is written in
 * several words is one; punctuation, or a word that cannot go on with it ("two and five"), begins another.
 */
export function findNumbers(text: string): Set<number> {
  const numbers = new Set<number>();
  let group: Group | undefined;
  let end = 0;
  const close = () => {
    if (group) numbers.add(group.total + group.part);
    group = undefined;
  };
  for (const { 0: token, index } of text.toLowerCase().matchAll(TOKEN)) {
    if (/[^\s\p{Pd}]/u.test(text.slice(end, index))) close();
    end = index + token.length;
    const small = SMALL[token];
    const large = LARGE[token];
    if (/^\d/.test(token)) {
      close();
      for (const value of readDigits(token)) {
        numbers.add(value);
        group = { total: 0, part: value, digits: true };
      }
    } else if (small !== undefined) {
      if (group && !canJoin(group, small)) close();
      group = { total: group?.total ?? 0, part: (group?.part ?? 0) + small, digits: false };
    } else if (large !== undefined && group) {
      if (large === 100) group.part *= large;
      else group = { total: group.total + group.part * large, part: 0, digits: group.digits };
    } else if (token !== 'and' || group?.digits) close();
  }
  close();
  return numbers;
}

/** A number on its way: what is counted in thousands or more, and what goes on after that. */
type Group = { total: number; part: number; digits: boolean };

/** Whether a small number goes on with a group: after a scale, a hundred, or tens ("two hundred", "twenty-five"). */
function canJoin({ total, part, digits }: Group, small: number): boolean {
  if (digits) return false;
  if (part === 0) return total > 0;
  if (part % 100 === 0) return true;
  return part % 10 === 0 && part % 100 >= 20 && small < 10;
}

function readDigits(token: string): number[] {
  const grouped = /^\d{1,3}(?:[.,\u00a0\u202f']\d{3})+$/.test(token);
  // A comma before three digits groups thousands; a point may do that too, or begin a fraction.
  const decimal = /^\d+(?:\.\d+|,(?!\d{3}$)\d+)$/.test(token);
  const values: number[] = [];
  if (decimal) values.push(Number(token.replace(',', '.')));
  if (grouped) values.push(Number(token.replace(/\D/g, '')));
  if (!grouped && !decimal) values.push(...(token.match(/\d+/g) ?? []).map(Number));
  return values;
}
