/** Reads dates that contain a number: days, months with a year, years and decades. Pure. */
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import type { ReadDate } from './reading.ts';
import type { Token } from './tokens.ts';
import { isYear } from './year.ts';

export type FoundDate = { type: 'date'; reading: ReadDate; end: number };

type Parts = { year?: number | null; month?: number | null; day?: number | null };

function found(
  tokens: Token[],
  start: number,
  end: number,
  { year = null, month = null, day = null }: Parts,
): FoundDate {
  const range = { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  return { type: 'date', reading: { type: 'date', ...range, year, month, day }, end };
}

const isDay = (day: number) => day >= 1 && day <= 31;
const isMonth = (month: number) => month >= 1 && month <= 12;
/** Precedes a year of two or three digits. */
const ERA = /^(?:AD|year|Jahr|Jahre|année|an|año|anno|ano|jaar|rok|roku)$/;

/** Joins days that share a month: "3, 4 and 5 May". */
const MAX_DAYS = 4;

const DASH = /^[-‐‑–—/]$/;

/** Reads the date at a token; undefined if there is none. */
export function readDate(tokens: Token[], at: number, lexicon: Lexicon): FoundDate | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.type === 'word') return readMonthFirst(tokens, at, lexicon);
  if (token.type === 'sign') return /^['’‘]$/.test(token.text) ? readShortYear(tokens, at, lexicon) : undefined;
  if (token.type !== 'digits') return undefined;
  return (
    readNumeric(tokens, at, lexicon) ??
    readDayFirst(tokens, at, lexicon) ??
    readDecade(tokens, at, at, lexicon) ??
    readYear(tokens, at, lexicon)
  );
}

/** "2022-02-24", "24.02.2022", "24/02/2022", "02/2022", "2022/23" */
function readNumeric(tokens: Token[], at: number, lexicon: Lexicon): FoundDate | undefined {
  const { text } = tokens[at] as Token;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text);
  if (dotted) return numeric(tokens, at, at + 1, dotted.slice(1).map(Number), 'dmy');
  const pointed = /^(\d{4})\.(\d{2})\.(\d{2})$/.exec(text);
  if (pointed) return numeric(tokens, at, at + 1, pointed.slice(1).map(Number).reverse(), 'dmy');
  if (
    lexicon.separators.decimal !== '.' &&
    /^\d{1,2}\.(?:0[1-9]|1[0-2])$/.test(text) &&
    tokens[at + 1]?.text === '.' &&
    !tokens[at + 2]?.glued
  ) {
    const [day = 0, month = 0] = text.split('.').map(Number);
    if (isDay(day) && tokens[at + 1]?.glued) return found(tokens, at, at + 2, { day, month });
  }
  const chain = readChain(tokens, at);
  if (!chain) return undefined;
  const { parts, sign, end } = chain;
  const numbers = parts.map(Number);
  const [first = 0, second = 0] = numbers;
  if (parts.length === 3) {
    if (/^\d{4}$/.test(parts[0] ?? '')) return numeric(tokens, at, end, [...numbers].reverse(), 'dmy');
    if (/^\d{4}$|^\d{2}$/.test(parts[2] ?? '') && (sign !== '-' || (parts[2]?.length ?? 0) === 4))
      return numeric(tokens, at, end, numbers, sign === '/' ? lexicon.dateOrder : 'dmy');
  }
  if (parts.length !== 2) return undefined;
  if (/^(?:1[5-9]|2[01])\d\d$/.test(parts[0] ?? '')) {
    if (/^0[1-9]$/.test(parts[1] ?? '') && sign === '-') return found(tokens, at, end, { year: first, month: second });
    if (sign === '/' && /^\d\d$|^\d{4}$/.test(parts[1] ?? '')) return found(tokens, at, end, { year: first });
    // "2014-18": two years.
    if (/^\d\d$/.test(parts[1] ?? '') && second > first % 100) return found(tokens, at, end, { year: first });
  }
  if (sign === '/' && isMonth(first) && /^(?:19|20)\d\d$/.test(parts[1] ?? ''))
    return found(tokens, at, end, { month: first, year: second });
  return undefined;
}

/** Reads numbers with the same separator: "2022-02-24". */
function readChain(tokens: Token[], at: number): { parts: string[]; sign: string; end: number } | undefined {
  const sign = tokens[at + 1]?.text ?? '';
  if (!/^[-/–.]$/.test(sign)) return undefined;
  const parts = [(tokens[at] as Token).text];
  let end = at + 1;
  const spaced = sign === '.';
  // A date has three parts. With a fourth part it is something else.
  while (
    parts.length < 4 &&
    tokens[end]?.text === sign &&
    tokens[end]?.glued &&
    tokens[end + 1]?.type === 'digits' &&
    spaced !== tokens[end + 1]?.glued
  ) {
    parts.push((tokens[end + 1] as Token).text);
    end += 2;
  }
  if (parts.some((part) => /\D/.test(part)) || (spaced && parts.length !== 3)) return undefined;
  return parts.length > 1 ? { parts, sign: sign === '–' || spaced ? '-' : sign, end } : undefined;
}

function numeric(
  tokens: Token[],
  at: number,
  end: number,
  [a = 0, b = 0, c = 0]: number[],
  order: Lexicon['dateOrder'],
): FoundDate | undefined {
  const year = c < 100 ? (c < 70 ? 2000 : 1900) + c : c;
  const [asDay, asMonth] = [isDay(a) && isMonth(b), isMonth(a) && isDay(b)];
  if (order === 'mdy' ? asMonth : asMonth && !asDay) return found(tokens, at, end, { year, month: a, day: b });
  if (!asDay) return undefined;
  if (order === null && asMonth && a !== b) return found(tokens, at, end, { year });
  return found(tokens, at, end, { year, month: b, day: a });
}

/** "24 February 2022", "24. Februar", "24 de febrero de 2022"; also "24" in "24 and 25 February". */
function readDayFirst(tokens: Token[], at: number, lexicon: Lexicon, more = MAX_DAYS): FoundDate | undefined {
  const day = Number(tokens[at]?.text);
  if (!/^\d{1,2}$/.test(tokens[at]?.text ?? '') || !isDay(day)) return undefined;
  const afterDay = skipDaySuffix(tokens, at + 1, lexicon);
  const month = readMonth(tokens, skipOf(tokens, afterDay, lexicon), lexicon);
  if (month) {
    const year = readYearAfter(tokens, month.end, lexicon);
    return found(tokens, at, year?.end ?? month.end, { day, month: month.value, year: year?.value ?? null });
  }
  const joined =
    DASH.test(tokens[afterDay]?.text ?? '') ||
    [lexicon.to, lexicon.and, lexicon.or].some((list) => matchAt(tokens, afterDay, list)) ||
    /^(?:,|по|па)$/.test(tokens[afterDay]?.key ?? '');
  // "del 24 al 26 de febrero", "entre el 24 y el 26 de febrero"
  const isArticle = /^(?:el|le|the|dem|den|il|o|de|zum)$/.test(tokens[afterDay + 1]?.key ?? '');
  const other = isArticle ? afterDay + 2 : afterDay + 1;
  if (!joined || more === 0 || tokens[other]?.type !== 'digits') return undefined;
  const next = readDayFirst(tokens, other, lexicon, more - 1);
  if (!next || next.reading.day === null || next.reading.day <= day) return undefined;
  return found(tokens, at, afterDay, { ...next.reading, day });
}

function skipDaySuffix(tokens: Token[], at: number, { daySuffix }: Lexicon): number {
  const token = tokens[at];
  if (token?.glued) {
    const suffix = matchAt(tokens, at, daySuffix);
    if (suffix) return suffix.end;
  }
  return at;
}

function skipOf(tokens: Token[], at: number, { dateOf }: Lexicon): number {
  let next = at;
  while (!tokens[next]?.breaks && dateOf.values.has(tokens[next]?.key ?? '')) next++;
  return next;
}

/** Reads the name of a month, with the full stop of an abbreviation. */
function readMonth(tokens: Token[], at: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  const token = tokens[at];
  if (token?.type !== 'word' || token.breaks || (token.glued && lexicon.language !== 'en')) return undefined;
  const value = lexicon.months.values.get(token.key);
  // "may" is also an English verb.
  if (
    value === undefined ||
    (lexicon.language === 'en' && /^\p{Ll}/u.test(token.text) && /^(?:may|mar|march)$/.test(token.key))
  )
    return undefined;
  const point = tokens[at + 1];
  const isAbbreviated = token.key.length <= 5 && point?.text === '.' && point.glued && !tokens[at + 2]?.breaks;
  const goesOn =
    isAbbreviated &&
    (tokens[at + 2]?.type === 'digits' ||
      tokens[at + 2]?.type === 'sign' ||
      /^\p{Ll}/u.test(tokens[at + 2]?.text ?? ''));
  return { value, end: goesOn ? at + 2 : at + 1 };
}

/** Reads the year after a month or a day: ", 2022", "de 2022", "2022 року". */
function readYearAfter(tokens: Token[], at: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  const comma = tokens[at]?.text === ',' && lexicon.language === 'en' ? at + 1 : at;
  const from = skipOf(tokens, comma, lexicon);
  const token = tokens[from];
  if (!token || token.breaks || !/^(?:1\d|20|21)\d\d$/.test(token.text)) return undefined;
  if (
    tokens[from + 1]?.glued &&
    /^[-/]$/.test(tokens[from + 1]?.text ?? '') &&
    tokens[from + 2]?.type === 'word' &&
    tokens[from + 2]?.glued
  )
    return undefined;
  return { value: Number(token.text), end: skipYearWord(tokens, from + 1, lexicon) };
}

function skipYearWord(tokens: Token[], at: number, lexicon: Lexicon): number {
  const word = tokens[at]?.breaks ? undefined : matchAt(tokens, at, lexicon.yearAfter);
  if (!word) return at;
  const point = tokens[word.end];
  return point?.text === '.' && point.glued && (tokens[at]?.key.length ?? 9) <= 2 ? word.end + 1 : word.end;
}

/** "Feb. 24, 2022", "February 24th"; "February 2022" */
function readMonthFirst(tokens: Token[], at: number, lexicon: Lexicon): FoundDate | undefined {
  const month = readMonth(tokens, at, lexicon);
  if (!month) return undefined;
  const year = readYearAfter(tokens, month.end, lexicon);
  if (year) return found(tokens, at, year.end, { month: month.value, year: year.value });
  const token = tokens[month.end];
  const day = Number(token?.text);
  if (lexicon.language !== 'en' || !/^\d{1,2}$/.test(token?.text ?? '') || token?.breaks || !isDay(day))
    return undefined;
  if (/^\p{Ll}/u.test(tokens[at]?.text ?? '')) return undefined;
  const end = skipDaySuffix(tokens, month.end + 1, lexicon);
  if (/^[%:]$/.test(tokens[end]?.text ?? '') || lexicon.scales.values.has(tokens[end]?.key ?? '')) return undefined;
  const dated = readYearAfter(tokens, end, lexicon);
  const range =
    DASH.test(tokens[end]?.text ?? '') && /^\d{1,2}$/.test(tokens[end + 1]?.text ?? '')
      ? readYearAfter(tokens, end + 2, lexicon)
      : undefined;
  const last =
    range?.end ??
    (DASH.test(tokens[end]?.text ?? '') && /^\d{1,2}$/.test(tokens[end + 1]?.text ?? '')
      ? end + 2
      : (dated?.end ?? end));
  return found(tokens, at, last, { month: month.value, day, year: range?.value ?? dated?.value ?? null });
}

/** "in ’91", "the '90s" */
function readShortYear(tokens: Token[], at: number, lexicon: Lexicon): FoundDate | undefined {
  const decade = readDecade(tokens, at + 1, at, lexicon);
  if (decade) return decade;
  const [before, digits, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const isYear = digits?.glued && /^\d\d$/.test(digits.text) && (!after?.glued || /^[.,;:!?”"’)]$/.test(after.text));
  return isYear && before && !tokens[at]?.glued && lexicon.yearBefore.values.has(before.key)
    ? found(tokens, at, at + 2, {})
    : undefined;
}

/** "1990s", "'90s", "1990er Jahre", "90-х" */
function readDecade(tokens: Token[], at: number, start: number, lexicon: Lexicon): FoundDate | undefined {
  const token = tokens[at];
  if (token?.type !== 'digits' || !/^(?:1\d|20)?\d0$/.test(token.text)) return undefined;
  const suffix = tokens[at + 1]?.glued ? matchAt(tokens, at + 1, lexicon.decade) : undefined;
  const apostrophe =
    tokens[at + 1]?.glued && /^['’]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === 's'
      ? at + 3
      : undefined;
  const before = tokens[start - 1]?.key ?? '';
  const isYears =
    /^(?:anos|annees|anni|jaren|lata|latach)$/.test(before) && (token.text.length === 2 || Number(token.text) < 2000);
  const end = suffix?.end ?? apostrophe ?? (isYears ? at + 1 : undefined);
  if (end === undefined || (start < at && !token.glued)) return undefined;
  return found(tokens, start, end, {});
}

function readYear(tokens: Token[], at: number, lexicon: Lexicon): FoundDate | undefined {
  const token = tokens[at] as Token;
  const year = Number(token.text);
  if (/^\d{1,4}$/.test(token.text) && /^(?:bce?|ce|ad)$/i.test(tokens[at + 1]?.text ?? '') && lexicon.language === 'en')
    return found(tokens, at, at + 2, { year: /^b/i.test(tokens[at + 1]?.text ?? '') ? -year : year });
  if (/^\d{2,3}$/.test(token.text) && ERA.test(tokens[at - 1]?.text ?? '')) return found(tokens, at, at + 1, { year });
  if (!/^[12]\d{3}$/.test(token.text) || !isYear(tokens, at, lexicon)) return undefined;
  return found(tokens, at, skipYearWord(tokens, at + 1, lexicon), { year });
}
