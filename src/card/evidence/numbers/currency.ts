/** Currency signs and codes next to a number: "US$", "€", "EUR", "MUSD". Pure. */
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';

/** `power`: the power of ten of a scale in the code, as in "MUSD". */
export type ReadCurrency = { unit: string; end: number; power: number };

/** Signs of exactly one currency. Ambiguous signs such as "$" and "¥" are units of their own. */
const SIGNS = new Map(
  Object.entries({
    '€': 'EUR',
    '₴': 'UAH',
    '₽': 'RUB',
    '₹': 'INR',
    '₺': 'TRY',
    '₪': 'ILS',
    '₩': 'KRW',
    '₸': 'KZT',
    '₿': 'BTC',
    元: 'CNY',
  }),
);

/** Prefixes of "$". */
const DOLLARS = new Map(
  Object.entries({
    us: 'USD',
    usd: 'USD',
    c: 'CAD',
    ca: 'CAD',
    can: 'CAD',
    cad: 'CAD',
    cdn: 'CAD',
    a: 'AUD',
    au: 'AUD',
    aud: 'AUD',
    nz: 'NZD',
    nzd: 'NZD',
    hk: 'HKD',
    hkd: 'HKD',
    s: 'SGD',
    sgd: 'SGD',
    nt: 'TWD',
    mx: 'MXN',
    mxn: 'MXN',
    r: 'BRL',
    ar: 'ARS',
    col: 'COP',
  }),
);

const CODES = new Set(
  (
    'AED ARS AUD AZN BGN BRL BTC BYN CAD CHF CLP CNH CNY COP CZK DEM DKK EGP EUR FRF GBP GEL HKD HRK HUF IDR ILS INR IQD IRR ISK ITL JPY KRW ' +
    'KZT LKR MAD MDL MXN MYR NGN NOK NZD PEN PHP PKR PLN RON RSD RUB RUR SAR SEK SGD THB TRY TWD UAH USD UYU VES VND XAF XOF ZAR'
  ).split(' '),
);
const LOWER_CODES = /^(?:usd|eur|gbp|chf|rmb|mxn|aud|cad|nzd|btc)$/;
const NAMES: Record<string, string> = {
  Rs: '₨',
  RMB: 'CNY',
  rmb: 'CNY',
  RUR: 'RUB',
  CNH: 'CNY',
  Fr: 'CHF',
  SFr: 'CHF',
  zł: 'PLN',
};

const isSign = (token: Token) => /^\p{Sc}$/u.test(token.text) || token.text === '元';

function codeOf(token: Token | undefined): { unit: string; power: number } | undefined {
  if (token?.type !== 'word') return undefined;
  const { text } = token;
  if (Object.hasOwn(NAMES, text)) return { unit: NAMES[text] as string, power: 0 };
  if (CODES.has(text)) return { unit: text, power: 0 };
  if (LOWER_CODES.test(text)) return { unit: text.toUpperCase(), power: 0 };
  const scaled = /^(k|T|M|m|bn|Mrd)([A-Z]{3})$/.exec(text);
  if (!scaled || !CODES.has(scaled[2] ?? '')) return undefined;
  const powers: Record<string, number> = { k: 3, T: 3, M: 6, m: 6, bn: 9, Mrd: 9 };
  return { unit: scaled[2] ?? '', power: powers[scaled[1] ?? ''] ?? 0 };
}

/** Reads a sign or code before a number. */
export function currencyBefore(tokens: Token[], at: number): ReadCurrency | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (isSign(token)) return { unit: SIGNS.get(token.text) ?? token.text, end: at + 1, power: 0 };
  if (token.type !== 'word') return undefined;
  const dollar = dollarAt(tokens, at);
  if (dollar) return dollar;
  const code = codeOf(token);
  if (!code) return undefined;
  const point = tokens[at + 1];
  const end = point?.text === '.' && point.glued && code.unit === '₨' ? at + 2 : at + 1;
  return { ...code, end };
}

/** "US$", "C $", "u.s. $" */
function dollarAt(tokens: Token[], at: number): ReadCurrency | undefined {
  const { key } = tokens[at] as Token;
  const dotted = key === 'u' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.key === 's';
  let next = dotted ? at + 3 : at + 1;
  if (dotted && tokens[next]?.text === '.') next++;
  const sign = tokens[next];
  const yen = sign?.text === '¥' && sign.glued ? { jp: 'JPY', cn: 'CNY' }[key] : undefined;
  if (yen) return { unit: yen, end: next + 1, power: 0 };
  // "A$5" is Australian dollars, but "a $5 bill" has an article.
  const isLetter = key.length === 1 && (!sign?.glued || /^\p{Ll}/u.test((tokens[at] as Token).text));
  const unit = dotted ? 'USD' : isLetter ? undefined : DOLLARS.get(key);
  if (unit === undefined || sign?.text !== '$' || sign.breaks) return undefined;
  return { unit, end: next + 1, power: 0 };
}

/** Reads a sign, code or name after a number. */
export function currencyAfter(tokens: Token[], at: number, lexicon: Lexicon): ReadCurrency | undefined {
  const token = tokens[at];
  if (!token || token.breaks) return undefined;
  if (token.text === '-' && token.glued && tokens[at + 1]?.glued) {
    const name = matchAt(tokens, at + 1, lexicon.currencies);
    return name && { unit: name.value, end: name.end, power: 0 };
  }
  if (isSign(token)) {
    // "1 $10 bill": the sign belongs to the second number.
    const next = tokens[at + 1];
    if (next?.type === 'digits' && next.glued && !token.glued) return undefined;
    const country =
      token.text === '$' && next?.type === 'word' && /^(?:c|ca|us|au|hk|can|cad|usd)$/i.test(next.text)
        ? DOLLARS.get(next.key)
        : undefined;
    if (country && next && (/^[A-Z]+$/.test(next.text) || lexicon.language === 'fr'))
      return { unit: country, end: at + 2, power: 0 };
    return { unit: SIGNS.get(token.text) ?? token.text, end: at + 1, power: 0 };
  }
  if (token.type !== 'word') return undefined;
  const dollar = /^[A-Z]/.test(token.text) ? dollarAt(tokens, at) : undefined;
  if (dollar && tokens[dollar.end]?.type !== 'digits') return dollar;
  const name = matchAt(tokens, at, lexicon.currencies);
  if (name) return { unit: name.value, end: name.end, power: 0 };
  const code = codeOf(token);
  const next = tokens[at + 1];
  // "3 USD50 cards": the code belongs to the second number.
  if (!code || (next?.type === 'digits' && next.glued && !token.glued)) return undefined;
  const end = next?.text === '$' && next.glued ? at + 2 : at + 1;
  return { ...code, end };
}
