/** The kinds of numbers that news texts have, in the short form of helpers/readings.ts. */
import { describe, expect, test } from 'vitest';
import { shortReadings } from '../../../helpers/readings.ts';

type Row = [language: string | null, text: string, readings: string[]];
const reads = (rows: Row[]) =>
  test.each(rows)('%s: %s', (language, text, readings) => expect(shortReadings(text, language)).toEqual(readings));

describe('a number is read whole', () => {
  reads([
    ['en', '$1,234.56', ['1234.56 $']],
    ['en', '1.5 million people', ['1500000']],
    ['en', '$1.5bn, €500m and 10k', ['1500000000 $', '500000000 EUR', '10000']],
    ['en', '1,00,000 and 12,34,567; 5 lakh, Rs 500 crore', ['100000', '1234567', '500000', '5000000000 ₨']],
    ['en', 'a 2-million-strong army, a 15-mile convoy', ['2000000', '15']],
    ['en', '45m tonnes, £10m, a 100m race', ['45000000', '10000000 £', 'unclear']],
    ['en', 'paying a $144 million fee, A$5, US$5', ['144000000 $', '5 AUD', '5 USD']],
    ['de', '1.000 Kämpfer, 2,3 Mrd. Euro, 3,5 Millionen, 300 Tsd.', ['1000', '2300000000 EUR', '3500000', '300000']],
    ['de', "1'000'000 Franken, 12’500", ['1000000 CHF', '12500']],
    ['fr', '1 200 000, 1\u202f200\u202f000 et 12\u00a0500\u00a0€', ['1200000', '1200000', '12500 EUR']],
    ['fr', '500 M€, 1,5 milliard d’euros', ['500000000 EUR', '1500000000 EUR']],
    ['es', '20 mil soldados, 300 mil millones, 2 billones', ['20000', '300000000000', '2000000000000']],
    ['es', '€1.200,50', ['1200.5 EUR']],
    ['es-MX', '1,000 soldados', ['1000']],
    ['it', '300mila soldati, 1,5 miliardi di euro', ['300000', '1500000000 EUR']],
    ['pt', 'R$ 5 bi, 3 mi, 1,5 mil milhões', ['5000000000 BRL', '3000000', '1500000000']],
    ['nl', '1,5 miljard euro, 5 mln', ['1500000000 EUR', '5000000']],
    ['pl', '300 tys. osób, 2,5 mln zł, 300 tysiącami', ['300000', '2500000 PLN', '300000']],
    ['uk', '1,2 мільярда, 300 тис., 300-тисячна армія', ['1200000000', '300000', '300000']],
    ['ru', '300 тыс., 1 млн 250 тыс., 100 тыс. руб.', ['300000', '1250000', '100000 руб']],
    ['be', '2,3 мільёна, 5 тыс.', ['2300000', '5000']],
  ]);
});

describe('signs and unit signs', () => {
  reads([
    ['en', '−3.2 °C, -5 °F, fell to -5, minus 20', ['-3.2 °C', '-5 °F', '-5', '-20']],
    ['en', '−$5m, -0.5%, +5%', ['-5000000 $', '-0.5 %', '5 %']],
    ['en', '5 per cent, 5 pct, half a percent, 5 percentage points', ['5 %', '5 %', '0.5 %', '5 pp']],
    ['de', '5 Prozent, 12 Prozentpunkte, minus 5 Grad', ['5 %', '12 pp', '-5']],
    ['fr', 'moins 5 degrés, au moins 5, moins de 5', ['-5', '≥5', '<5']],
    ['es', 'menos 5 grados, al menos 5, menos de 5', ['-5', '≥5', '<5']],
    ['pt', 'pelo menos 300, mais ou menos 300', ['≥300', '~300']],
  ]);
});

describe('ranges', () => {
  reads([
    ['en', '2-3 million', ['2000000–3000000']],
    ['en', 'between 3 and 5 million', ['3000000–5000000']],
    ['en', '10-12,000 people', ['10000–12000']],
    ['en', '10 to 12,000', ['unclear']],
    ['en', 'from 100 to 12,000', ['100–12000']],
    [
      'en',
      '$3bn–$5bn, €3-5m, US$1.5-2bn',
      ['3000000000–5000000000 $', '3000000–5000000 EUR', '1500000000–2000000000 USD'],
    ],
    ['en', '80%-90%, 5–10%, five to ten percent', ['80–90 %', '5–10 %', '5–10 %']],
    ['en', 'two or three; 5 or 6 thousand; 10 or 20', ['2–3', '5000–6000', '10', '20']],
    ['en', 'rose from 10 to 20 million; fell from 90 to 80 percent', ['10000000', '20000000', '90 %', '80 %']],
    ['en', 'rose from 500 to 2 million', ['500', '2000000']],
    ['en', 'a 100- to 150-strong unit, five-to-ten, 3 or 4 dozen', ['100–150', '5–10', '36–48']],
    ['en', '3–5 °C', ['3–5 °C']],
    ['de', 'zwischen 3 und 5 Millionen, zwei bis drei', ['3000000–5000000', '2–3']],
    ['de', 'von 3 auf 5 Prozent, zwei- bis dreitausend', ['3 %', '5 %', '2000–3000']],
    ['fr', 'entre 3 et 5 millions, de 1000 à 5000', ['3000000–5000000', '1000–5000']],
    ['es', 'de 3 a 5 millones, entre 3 y 5 millones', ['3000000–5000000', '3000000–5000000']],
    ['it', 'dal 20 al 30 per cento, tra 3 e 5 milioni', ['20–30 %', '3000000–5000000']],
    ['pl', 'od 3 do 5 milionów; wzrosła z 10 do 20 mln', ['3000000–5000000', '10000000', '20000000']],
    ['uk', 'від 3 до 5 мільйонів, два-три', ['3000000–5000000', '2–3']],
    ['uk', 'з 10 до 20', ['10', '20']],
    ['ru', 'от 3 до 5 миллионов, между 3 и 5 млн', ['3000000–5000000', '3000000–5000000']],
  ]);
});

describe('hedges', () => {
  reads([
    ['en', 'up to 1,000; no more than 5; as many as 70', ['≤1000', '≤5', '≤70']],
    ['en', 'fewer than 5; at least 30; just over 30; well over 1,000', ['<5', '≥30', '>30', '>1000']],
    ['en', 'some 40, an estimated 500, nearly 20, 500 or so', ['~40', '~500', '~20', '~500']],
    ['en', '1,000 or more, 20+ people, 1,000 at most, $50bn-plus', ['≥1000', '≥20', '≤1000', '≥50000000000 $']],
    ['en', 'up to about 300; more than half', ['~≤300', '>0.5']],
    ['en', 'approx. 300, max. 5, up to a total of 1,000; over the 5 days', ['~300', '≤5', '≤1000', '5']],
    ['de', 'ca. 300, mind. 5; unter den 300 Toten', ['~300', '≥5', '300']],
    ['en', '>50, ≥ 10%, ~300', ['>50', '≥10 %', '~300']],
    [
      'de',
      'bis zu 1.000, höchstens 5, mindestens 5, knapp 20, rund 8000, über 30',
      ['≤1000', '≤5', '≥5', '~20', '~8000', '>30'],
    ],
    ['fr', "jusqu'à 1 000, plus de 5, près de 20, quelque 500", ['≤1000', '>5', '~20', '~500']],
    ['es', 'hasta 1.000, más de 5, casi 20, unos 500', ['≤1000', '>5', '~20', '~500']],
    ['it', 'fino a 1.000, almeno 5, oltre 5, quasi il 20%', ['≤1000', '≥5', '>5', '~20 %']],
    ['pt', 'até 1.000, mais de 5, cerca de 500', ['≤1000', '>5', '~500']],
    ['nl', 'tot 1.000, minstens 5, ruim 5, ongeveer 500', ['≤1000', '≥5', '>5', '~500']],
    ['pl', 'do 1000, co najmniej 5, ponad 5, około 500', ['≤1000', '≥5', '>5', '~500']],
    ['uk', 'до 1000, щонайменше 5, понад 5, близько тисячі', ['≤1000', '≥5', '>5', '~1000']],
    ['ru', 'до 1000, не менее 5, более тысячи, около 500', ['≤1000', '≥5', '>1000', '~500']],
    ['ru', 'увеличить до 1000', ['1000']],
    ['be', 'да 1000, не менш за 5, больш за 5, каля 500', ['≤1000', '≥5', '>5', '~500']],
  ]);
});

describe('number words and fractions', () => {
  reads([
    ['en', 'a dozen, two dozen, half a million, two and a half million', ['12', '24', '500000', '2500000']],
    ['en', 'twenty-two hundred, one hundred and five, two hundred thousand', ['2200', '105', '200000']],
    ['en', '12½, 2 1/2, two thirds, one in five, 1/3 of them', ['12.5', '2.5', `${2 / 3}`, '0.2', `${1 / 3}`]],
    ['en', '2 in 5 years; the second half; a year and a half', ['2', '5']],
    ['en', 'no one, a long one, one of them', ['1']],
    ['de', 'anderthalb Millionen, zweihundertsechs, ein Dutzend, jeder Fünfte', ['1500000', '206', '12', '0.2']],
    ['fr', 'un million et demi, quatre-vingt-dix-neuf, un tiers', ['1500000', '99', `${1 / 3}`]],
    ['es', 'medio millón, millón y medio, mil quinientos veintitrés', ['500000', '1500000', '1523']],
    ['pl', 'półtora miliona, dwadzieścia pięć', ['1500000', '25']],
    ['uk', "півтора мільйона, п’ятсот двадцять, кожен п'ятий", ['1500000', '520', '0.2']],
    ['ru', 'полтора миллиона, полмиллиона, 2 с половиной миллиона', ['1500000', '500000', '2500000']],
    ['ru', 'три десятка, полтора десятка, две сотни, сотни', ['30', '15', '200', '~≥100']],
  ]);
});

describe('words that give only a size', () => {
  reads([
    ['en', 'tens of thousands, dozens of people, several thousand', ['~≥10000', '~≥12', '~≥1000']],
    ['de', 'Zehntausende, mehrere Tausend', ['~≥10000', '~≥1000']],
    ['fr', 'des dizaines de milliers, une dizaine', ['~≥10000', '~10']],
    ['es', 'decenas de miles, miles de personas', ['~≥10000', '~≥1000']],
    ['pl', 'kilkadziesiąt osób, tysiące ludzi', ['~≥20', '~≥1000']],
    ['uk', 'десятки тисяч, тисячі людей', ['~≥10000', '~≥1000']],
    ['ru', 'десятки тысяч, несколько тысяч', ['~≥10000', '~≥1000']],
  ]);
});

describe('dates are no quantities', () => {
  reads([
    ['en', '24 February 2022, Feb. 24, 2022, 2022-02-24', ['date 2022-2-24', 'date 2022-2-24', 'date 2022-2-24']],
    [
      'en',
      'in 2022, the 1990s, 2014–2018, 2022/23',
      ['date 2022-?-?', 'date ?-?-?', 'date 2014-?-?', 'date 2018-?-?', 'date 2022-?-?'],
    ],
    [
      'en',
      'from 2014 to 2022; from 24 to 26 February',
      ['date 2014-?-?', 'date 2022-?-?', 'date ?-2-24', 'date ?-2-26'],
    ],
    ['en', '2000 soldiers, in 2022 300 died, more than 2000', ['2000', 'date 2022-?-?', '300', '>2000']],
    ['en-US', '5/17/2018 and 03/04/2022', ['date 2018-5-17', 'date 2022-3-4']],
    ['en', '03/04/2022', ['date 2022-?-?']],
    ['en-GB', '03/04/2022', ['date 2022-4-3']],
    [
      'de',
      '24. Februar 2022, 24.02.2022, 24./25. Februar, 2022 Soldaten',
      ['date 2022-2-24', 'date 2022-2-24', 'date ?-2-24', 'date ?-2-25', '2022'],
    ],
    ['fr', '1er mars 2022, les années 1990, 24/02/2022', ['date 2022-3-1', 'date ?-?-?', 'date 2022-2-24']],
    [
      'es',
      '24 de febrero de 2022, del 24 al 26 de febrero, años 90',
      ['date 2022-2-24', 'date ?-2-24', 'date ?-2-26', 'date ?-?-?'],
    ],
    ['it', '24 febbraio 2022, nel 2022, anni ’90', ['date 2022-2-24', 'date 2022-?-?', 'date ?-?-?']],
    ['pt', '24 de fevereiro de 2022', ['date 2022-2-24']],
    ['nl', '24 februari 2022', ['date 2022-2-24']],
    ['pl', '24 lutego 2022 r., w 2022 roku', ['date 2022-2-24', 'date 2022-?-?']],
    ['uk', '24 лютого 2022 року, 90-х років', ['date 2022-2-24', 'date ?-?-?']],
    ['ru', '24 февраля 2022 года, в 2022 году, 2022 солдата', ['date 2022-2-24', 'date 2022-?-?', '2022']],
    ['be', '24 лютага 2022 года', ['date 2022-2-24']],
  ]);
});

describe('times, ordinals and names are no quantities', () => {
  reads([
    ['en', 'at 10:30, 5 p.m., 10.30am, three or four a.m., 48 hours', ['time', 'time', 'time', 'time', '48']],
    ['de', 'um 10.30 Uhr, um 10 Uhr', ['time', 'time']],
    ['fr', 'à 22h30, à 18 heures, 48 heures', ['time', 'time', '48']],
    ['es', 'a las 10:30, a las 5 de la tarde', ['time', 'time']],
    ['uk', 'о 10:30, о 10.30', ['time', 'time']],
    ['en', 'the 76th brigade, the twenty-first century', ['ordinal', 'ordinal']],
    ['de', 'die 20. Brigade. Es waren 20. Die Leute gingen', ['ordinal', '20']],
    ['fr', 'la 76e division, 3ème', ['ordinal', 'ordinal']],
    ['es', '3.ª división, 2º', ['ordinal', 'ordinal']],
    ['pl', 'w 20. Brygadzie, 76-ta', ['ordinal', 'ordinal']],
    ['uk', '3-я бригада, 76-та', ['ordinal', 'ordinal']],
    ['ru', '3-я бригада, 3-х человек', ['ordinal', '3']],
    ['en', 'COVID-19, T-90, G7, Su-34, F-16s, A320, H1N1', Array(7).fill('name')],
    ['en', '24/7, won 3-1, 9/11, 3.2.1, 192.168.1.2, 4x4, 5G, 10^5', Array(8).fill('name')],
    ['en', 'Article 5, No. 5, § 5, page 12, Boeing 737, ISBN 978-1-55608', Array(6).fill('name')],
    ['en', 'call +380 44 123 45 67, (555) 123-4567 or 1111-2222-3333', Array(3).fill('name')],
    ['en', 'https://example.org/2022/500, user500@example.org, #covid19', Array(3).fill('name')],
    ['de', 'Nr. 5, Art. 5, Seite 12, T-90', Array(4).fill('name')],
    ['uk', 'Т-90, Су-34, №5', Array(3).fill('name')],
  ]);
});

describe('in an unknown language', () => {
  reads([
    [null, '300 at 10:30, 3 million, 1,234,567, 1.234,56', ['300', 'time', '3000000', '1234567', '1234.56']],
    [null, '1.000, 1,5, 2 billion', ['unclear', 'unclear', 'unclear']],
    ['ja', 'up to 300, 5 %, €20', ['≤300', '5 %', '20 EUR']],
  ]);
});
