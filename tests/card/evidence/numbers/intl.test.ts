/** What Intl writes is read back: random numbers, in every language and style. */
import '../../../helpers/fixed-seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumbers } from '../../../../src/card/evidence/numbers/read-numbers.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'uk', 'ru', 'be'];
const REGIONS = ['en-US', 'en-GB', 'en-IN', 'de-AT', 'de-CH', 'fr-CA', 'es-MX', 'es-AR', 'pt-PT', 'it-CH', 'nl-BE'];

const language = fc.constantFrom(...LANGUAGES, ...REGIONS);
/** With one to five digits that count, so that compact forms lose none. */
const amount = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -2, max: 11 }), fc.boolean())
  .map(([digits, power, negative]) => Number(`${negative ? '-' : ''}${digits}e${power}`));

type Options = Intl.NumberFormatOptions;
const CURRENCIES = ['EUR', 'USD', 'GBP', 'UAH', 'PLN', 'RUB', 'CHF', 'JPY', 'BYN', 'BRL', 'INR', 'CAD', 'MXN'];
const currency = fc.constantFrom(...CURRENCIES);
const decimals = { maximumFractionDigits: 5 };
const money = (options: Options) =>
  currency.map((code): Options => ({ style: 'currency', currency: code, ...decimals, ...options }));
const STYLES: Record<string, fc.Arbitrary<Options>> = {
  decimal: fc.constant(decimals),
  'decimal, always grouped': fc.constant({ ...decimals, useGrouping: 'always' }),
  percent: fc.constant({ style: 'percent', ...decimals }),
  'currency, sign': money({}),
  // The short sign of the Belarusian rouble is a letter.
  'currency, short sign': money({ currencyDisplay: 'narrowSymbol' }).filter((style) => style.currency !== 'BYN'),
  'currency, code': money({ currencyDisplay: 'code' }),
  'currency, name': money({ currencyDisplay: 'name' }),
  'currency, compact': money({ notation: 'compact' }),
  'compact, long': fc.constant({ notation: 'compact', compactDisplay: 'long', ...decimals }),
  'compact, short': fc.constant({ notation: 'compact', compactDisplay: 'short', ...decimals }),
};

/** The values that the text is read as: its words after the number are common ones. */
function valuesOf(text: string, tag: string): (number | null)[] {
  return readNumbers(text, tag).map((reading) => {
    if (reading.type === 'date' && reading.month === null && reading.day === null) return reading.year;
    return reading.type === 'quantity' && reading.min?.value === reading.max?.value
      ? (reading.min?.value ?? null)
      : null;
  });
}

test.each(Object.entries(STYLES))('%s', (_name, options) => {
  fc.assert(
    fc.property(language, amount, options, (tag, number, style) => {
      const value = Object.is(number, -0) ? 0 : number;
      const text = new Intl.NumberFormat(tag, style).format(style.style === 'percent' ? value / 100 : value);
      const [read, ...more] = valuesOf(text, tag);
      expect({ text, tag, more }).toEqual({ text, tag, more: [] });
      expect({ text, tag, read: Number((read ?? Number.NaN).toPrecision(12)) }).toEqual({ text, tag, read: value });
    }),
    { numRuns: 500 },
  );
});

test('a percent sign and a currency are read with the number', () => {
  fc.assert(
    fc.property(language, fc.integer({ min: 2, max: 99 }), (tag, number) => {
      const unitOf = (options: Options) => {
        const text = new Intl.NumberFormat(tag, options).format(number);
        return readNumbers(text, tag).map((reading) => (reading.type === 'quantity' ? reading.unit : reading.type));
      };
      expect(unitOf({ style: 'percent' })).toEqual(['%']);
      expect(unitOf({ style: 'currency', currency: 'EUR' })).toEqual(['EUR']);
      expect(unitOf({ style: 'currency', currency: 'EUR', currencyDisplay: 'name' })).toEqual(['EUR']);
    }),
  );
});
