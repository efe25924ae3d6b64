import { describe, expect, test } from 'vitest';
import { findGaps } from '../../src/render/line-break.ts';

/** A text with what its spaces are: " " where a line may end, "~" where it should not, "=" where it must not. */
const CASES: Record<string, string[]> = {
  'numbers in groups': [
    'over 10=000 soldiers',
    '1=234=567,89 of them',
    '+1=200 and −3=400',
    '(10=000)',
    '5=000–6=000 men',
    '0.123=456 of it',
    '2=½ years',
    '2=1/2 years',
    '3=×=10⁶ stars',
  ],
  'numbers beside each other': ['in 2023 500 men came', 'the 76th brigade', '10, 200 and 300', 'on page 12 1200 words'],
  'unit signs': [
    '5=% of it',
    '3=‰ more',
    '−3.2=°C at night',
    '120=km from Minsk',
    '5=km² there',
    '90=km/h at most',
    '300=MW more',
    '5=км від',
    '20=га леса',
    '20~percent of it',
    '20~Prozent davon',
    '20~відсотків людей',
  ],
  'times and years': [
    '10=Uhr heute',
    'à 10=h=30 ici',
    '5=p.m. today',
    'в 2023=г. они',
    'у 2022=р. вони',
    'w 2022=r. oni',
  ],
  currencies: [
    '€=500 each',
    '500=€ each',
    'US$=5 each',
    'R$=5 each',
    '£=1,000 and ₴=40',
    '5=kr each',
    'kr=5 each',
    '5=zł za to',
    '5=Kč each',
    '500=грн за них',
    '500=руб. за них',
    '500=UAH and 300=CHF',
    'USD=5 and KZT=700',
    '500~euros each',
    '500~рублей каждый',
    '5~гривень кожен',
    '5~US~dollars each',
    '500~долл. каждый',
    '1,5~Mio.=€ mehr',
    '1.5~million=$ more',
    'paid €=5 then',
  ],
  'scale words': [
    'about 1.5~million soldiers',
    '€=1.5~billion more',
    'two~million people',
    'half~a~million people',
    'two~hundred~thousand people',
    '5~bn in all',
    '2,3~Mrd. Menschen',
    '1,5~mld. persone',
    'полтора~миллиона людей',
    'doscientos~mil soldados',
    '2,3~Mrd.~Euro mehr',
    '10~Tsd. Kämpfer',
    'zwei~Millionen Menschen',
    '1,5~millier de gens',
    '10~millions~d’euros en tout',
    '20~mil soldados',
    '3~mil~millones~de~euros en total',
    '20~mila soldati',
    '2~milioni~di~euro in tutto',
    '1,5~bilhões em tudo',
    '1,5~miljoen mensen',
    '250~mln=zł za to',
    '10~tysięcy żołnierzy',
    '300~тыс. солдат',
    '300~тысячами солдат',
    '1,2~мільярда людей',
    '5~млн~рублей за них',
    '2~мільёны людзей',
    'the thousand soldiers',
  ],
  ranges: ['10~–~12~million men', '2–3~million men', 'Minsk – 12 men'],
  dates: [
    'on 24~February 2022',
    'the 24th~of~February was',
    'on February~24, 2022',
    'on Feb.~24, 2022',
    'am 24.~Februar 2022',
    'le 1er~janvier 2022',
    'el 24~de~febrero de 2022',
    'il 1º~maggio era',
    'em 24~de~março foi',
    'op 24~februari was',
    '24~lutego był',
    '24~лютого була',
    '24~февраля была',
    '24~лютага была',
    'in February 2022',
  ],
  labels: [
    '№=5 here',
    '№№=5 here',
    '§=5 here',
    'No.=5 here',
    'Nr.=5 hier',
    'n°=5 ici',
    'nr=5 tutaj',
    'Art.=5 hier',
    'ст.=5 тут',
    'p.=5 here',
    'pp.=5 here',
    'ca.=500 hier',
    '≈=500 here',
    '>=500 here',
  ],
  names: [
    'by J.=K.=Rowling in',
    'by J.K.=Rowling in',
    'by A.=A.=Azarov in',
    'сказав А.=А.=Азаров тоді',
    'Азаров~А.=А. сказав',
    'says John~F.=Kennedy there',
    'says Yu.=Petrov there',
    'says Dr.=Smith there',
    'by L.=van=Beethoven in',
    'by J.=van=der=Waals in',
    'says J.-P.=Sartre there',
    'says Alexander Lukashenko there',
    'in Minsk. Then he',
  ],
  abbreviations: ['so z.=B. hier', 'in i.=d.=R. so', 'par p.=ex. ici', 'и т.=д. там', 'the U.S. army'],
  ellipses: ['…=people came', 'they came=…', 'so… they came'],
  'no-break spaces': ['the\u00a0Wagner\u202fGroup is', '«\u202fmot\u202f» est', 'in 2023\u00a0it was'],
};

const NO_BREAK = /[\u00a0\u202f]/gu;
const SIGNS = { free: ' ', loose: '~', firm: '=' };

function show(text: string): string {
  const gaps = findGaps(text);
  const words = [...gaps, { start: text.length }].map(({ start }, index) =>
    text.slice(gaps[index - 1]?.end ?? 0, start),
  );
  return words.map((word, index) => word + (gaps[index] ? SIGNS[gaps[index].hold] : '')).join('');
}

const plain = (marked: string, space = ' ') => marked.replace(/[~=]/g, space);

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (marked) => {
    expect(show(plain(marked))).toBe(marked.replace(NO_BREAK, '~'));
  });

  test.each(['\u00a0', '\u202f', '\u2009', '  '])('hold whatever the space is: "%s"', (space) => {
    for (const marked of cases) expect(show(plain(marked, space))).toBe(marked.replace(NO_BREAK, '~'));
  });
});

test('a capital or all capitals make no difference to a word', () => {
  expect(show('1.5 Million and 1.5 MILLION, 24 MARCH, 5 EUROS')).toBe('1.5~Million and 1.5~MILLION, 24~MARCH, 5~EUROS');
});
