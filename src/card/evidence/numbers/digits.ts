/** Reads a number in digits with the separators of its language. Pure. */

export type Separators = {
  decimal: '.' | ',' | null;
  /** Whether the region of the text uses both signs for both purposes. "1.000" is then ambiguous. */
  mixed: boolean;
};

export type ReadDigits =
  /** `plain`: a text for `Number`. */
  | { type: 'number'; plain: string; grouped: boolean }
  /** Several numbers separated by commas: "22,24,26". */
  | { type: 'list' }
  /** A version, an IP address or a code: "3.2.1", "007". */
  | { type: 'name' }
  | { type: 'unclear'; because: string };

const GROUPS_OF_THREE = /^\d{1,3}(?:[.,'’ʼ \u00a0\u2002-\u200a\u202f]\d{3})+$/;
/** Indian grouping: "1,00,000". */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;
const SPACE_OR_APOSTROPHE = /['’ʼ \u00a0\u2002-\u200a\u202f]/g;

const number = (whole: string, fraction = '', grouped = false): ReadDigits => ({
  type: 'number',
  plain: `${whole.replace(/\D/g, '')}${fraction && `.${fraction}`}`,
  grouped,
});

export function readDigits(text: string, { decimal, mixed }: Separators): ReadDigits {
  if (/[·٫]/.test(text)) {
    const [whole = '', fraction = '', ...more] = text.split(/[·٫]/);
    return more.length === 0 && /^\d+$/.test(fraction) ? number(whole, fraction) : { type: 'name' };
  }
  const spaced = text.search(SPACE_OR_APOSTROPHE) >= 0;
  const marks = text.match(/[.,]/g) ?? [];
  if (/^0\d/.test(text) && !/^0+$/.test(text)) return { type: 'name' };
  if (marks.length === 0) return number(text, '', spaced);

  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const [before, after, mark] = [text.slice(0, last), text.slice(last + 1), text[last]];
  const others = before.match(/[.,]/g) ?? [];
  if (spaced) return others.length === 0 && !/\D/.test(after) ? number(before, after, true) : { type: 'name' };

  if (marks.length === 1) return readOneMark(before, after, mark as '.' | ',', { decimal, mixed });
  if (others.some((other) => other === mark)) {
    // A repeated sign groups thousands, or separates several numbers.
    if (GROUPS_OF_THREE.test(text) && new Set(marks).size === 1) return number(text, '', true);
    if (mark === ',' && INDIAN.test(text)) return number(text, '', true);
    return /^\d{1,2}(?:,\d{1,2})+$/.test(text) ? { type: 'list' } : { type: 'name' };
  }
  if (GROUPS_OF_THREE.test(before) || INDIAN.test(before)) return number(before, after, true);
  return { type: 'name' };
}

function readOneMark(before: string, after: string, mark: '.' | ',', { decimal, mixed }: Separators): ReadDigits {
  const couldGroup = after.length === 3 && before.length <= 3 && before !== '0';
  if (!couldGroup) {
    if (decimal === null && before !== '0') return unclear(mark);
    return number(before, after);
  }
  if (decimal === null || mixed) return unclear(mark);
  return mark === decimal ? number(before, after) : number(`${before}${after}`, '', true);
}

function unclear(mark: string): ReadDigits {
  return {
    type: 'unclear',
    because: `“${mark}” is a thousands separator in some languages and a decimal sign in others`,
  };
}
