import { describe, expect, test } from 'vitest';
import {
  agreesWithQuote,
  deriveBounds,
  deriveNumbers,
  occursInQuote,
  proposeFigureText,
} from '../../../../src/card/evidence/numbers/figure.ts';

describe('the numbers of a figure', () => {
  test.each([
    ['up to 1,000', 'en', { max: 1000 }],
    ['just over 30', 'en', { min: 30 }],
    ['around 8,000', 'en', { value: 8000 }],
    ['80–90%', 'en', { min: 80, max: 90 }],
    ['tens of thousands', 'en', { min: 10_000 }],
    ['2022', 'en', { value: 2022 }],
    ['fewer than 5', 'en', { max: 5 }],
    ['2,3 Mrd.', 'de', { value: 2_300_000_000 }],
    ['bis zu 1.000', 'de', { max: 1000 }],
    ['1,2 мільярда', 'uk', { value: 1_200_000_000 }],
    ['−3.2 °C', 'en', { value: -3.2 }],
  ])('of "%s" (%s) are %j', (text, language, numbers) => {
    expect(deriveNumbers(text, language)).toEqual(numbers);
  });

  test('say whether the limit itself is one of them', () => {
    expect(deriveBounds('more than 5', 'en')).toMatchObject({ min: { value: 5, open: true }, max: null });
    expect(deriveBounds('at least 5', 'en')).toMatchObject({ min: { value: 5, open: false }, max: null });
  });

  test.each([
    ['rather many', 'en'],
    ['12 of 15 boats', 'en'],
    ['24 February', 'en'],
    ['1.000', 'ja'],
  ])('are not known of "%s" (%s)', (text, language) => {
    expect(deriveNumbers(text, language)).toBeUndefined();
  });
});

const agree = (text: string, quote: string, { language = 'en', quoted = 'en', unit = 'things' } = {}) =>
  agreesWithQuote({ text, unit, language }, { text: quote, language: quoted });

describe('a figure agrees with its quote', () => {
  test.each([
    ['up to 1,000', 'reportedly hosts up to 1,000 Wagner fighters'],
    ['about 40', 'some 40 boats'],
    ['around 500', 'an estimated 500 people'],
    ['$1.5bn', 'worth $1.5 billion in all'],
    ['80–90%', 'as 80%-90% of them'],
    ['two thirds', 'two-thirds of the seats'],
    ['12½', '12.5 hectares'],
    ['1,000', 'exactly 1,000 came'],
    ['2-3 million', 'between 2 and 3 million people'],
    ['$3 million', 'US$3 million'],
  ])('"%s" and "%s"', (text, quote) => {
    expect(agree(text, quote)).toEqual({ outcome: 'confirmed', message: null });
  });

  test.each([
    ['up to 1,000', 'hasta 1.000 combatientes', 'es'],
    ['at least 300', 'щонайменше 300 людей', 'uk'],
    ['more than 2.3 million', 'mehr als 2,3 Millionen Menschen', 'de'],
    ['about 5,000', 'около 5 тыс. человек', 'ru'],
    ['2 trillion', '2 billones de euros', 'es'],
  ])('in another language: "%s" and "%s"', (text, quote, quoted) => {
    expect(agree(text, quote, { quoted, unit: 'euros' }).outcome).toBe('confirmed');
  });

  test('if its unit names the currency or percent', () => {
    expect(agree('3 million', 'for $3 million', { unit: 'dollars' }).outcome).toBe('confirmed');
    expect(agree('90', '90% of conscripts', { unit: 'percent of conscripts' }).outcome).toBe('confirmed');
  });
});

describe('a figure differs from its quote', () => {
  test.each([
    ['1,000', 'up to 1,000 fighters', 'says “1,000”, but the quote says “up to 1,000”'],
    ['up to 1,000', 'more than 1,000 fighters', 'says “up to 1,000”, but the quote says “more than 1,000”'],
    ['1.5', '1.5 million people', 'says “1.5”, but the quote says “1.5 million”'],
    ['56', '$1,234.56', 'says “56”, but the quote says “$1,234.56”'],
    ['3.2', '−3.2 °C', 'says “3.2”, but the quote says “−3.2 °C”'],
    ['90', '90% of conscripts', 'says “90”, but the quote says “90%”'],
    ['5%', '5 percentage points', 'says “5%”, but the quote says “5 percentage points”'],
    ['€3 million', '$3 million', 'says “€3 million”, but the quote says “$3 million”'],
    ['5', '3 to 5 boats', 'says “5”, but the quote says “3 to 5”'],
    ['76', 'the 76th brigade', 'says “76”, but the quote says no number'],
    ['90', 'T-90 tanks', 'says “90”, but the quote says no number'],
    ['20', 'about 20 boats', 'says “20”, but the quote says “about 20”'],
  ])('"%s" and "%s"', (text, quote, message) => {
    expect(agree(text, quote)).toEqual({ outcome: 'differs', message });
  });

  test('if a scale word has another value in the language of the quote', () => {
    expect(agree('2 billion', '2 Billionen Euro', { quoted: 'de', unit: 'euros' }).outcome).toBe('differs');
  });
});

describe('a figure cannot be checked', () => {
  test.each([
    [
      'rather many',
      'rather many boats',
      'en',
      'is “rather many”, but this does not contain exactly one readable number (language “en”)',
    ],
    [
      '1,000',
      '1.000',
      'ja',
      'cannot be compared, because “1.000” in the quote is ambiguous: “.” is a thousands separator in some languages and a decimal sign in others',
    ],
    [
      'USD 3 million',
      '$3 million',
      'en',
      'says “USD 3 million”, but the quote says “$3 million” without naming the currency',
    ],
  ])('"%s" and "%s" (%s)', (text, quote, quoted, message) => {
    expect(agree(text, quote, { quoted })).toEqual({ outcome: 'not checkable', message });
  });
});

describe('the text of a figure in its quote', () => {
  const occurs = (text: string, quote: string, quoted = 'en') =>
    occursInQuote({ text, language: 'en' }, { text: quote, language: quoted }).outcome;

  test.each([
    ['up to 1,000', 'hosts Up to 1,000 fighters'],
    ['80–90%', 'as 80%-90% of them'],
    ['$3bn-5bn', 'of $3bn – $5bn a year'],
    ['5 %', 'by 5%'],
    ['1 000', '1\u00a0000 men'],
    ['under 50', 'fewer than 50 men'],
    ['less than $50', 'for under $50'],
    ['over 300', 'more than 300 men'],
    ['50+', 'at least 50 men'],
    ['no more than 20', 'at most 20 men'],
  ])('"%s" occurs in "%s"', (text, quote) => expect(occurs(text, quote)).toBe('confirmed'));

  test.each([
    ['1,000', '21,000 men'],
    ['1,000', '1,000,000 men'],
    ['two', 'twofold'],
    ['around 40', 'some 40 boats'],
    ['1,000', '1000 men'],
    ['under 50', 'up to 50 men'],
  ])('"%s" does not occur in "%s"', (text, quote) => expect(occurs(text, quote)).toBe('differs'));

  test('may have its words in another language', () => {
    expect(occurs('up to 300', 'hasta 300 soldados', 'es')).toBe('confirmed');
    expect(occurs('1.5 million', '1,5 millones de personas', 'es')).toBe('confirmed');
    expect(occurs('300', 'hasta 300 soldados', 'es')).toBe('confirmed');
    expect(occurs('500', 'hasta 300 soldados', 'es')).toBe('differs');
    expect(occurs('up to 300', 'hasta 400 soldados', 'es')).toBe('differs');
  });
});

test.each([
  ['hosts up to 1,000 fighters', 'en', 'up to 1,000'],
  ['12 boats, of them at least 3 new', 'en', 'at least 3'],
  ['By July 7, 2023, nearly 20 came', 'en', 'nearly 20'],
  ['T-90 tanks at 10:30 on the 20th, 24/7', 'en', undefined],
  ['two Russian cities', 'en', undefined],
  ['half a million people', 'en', 'half a million'],
  ['1.500 Soldaten', '', '1.500'],
])('the figure of "%s" (%s) is proposed', (quote, language, figure) => {
  expect(proposeFigureText(quote, language)).toBe(figure);
});
