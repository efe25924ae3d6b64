import { describe, expect, test } from 'vitest';
import { altText } from '../../src/card/alt.ts';
import type { QuotedCard } from '../../src/card/card.ts';
import { afterNumber } from '../../src/card/kinds/figure.ts';
import { isComparison, type QuotedRecord } from '../../src/card/record.ts';
import { asTitle, MAX_SENTENCE_CHARACTERS, sentenceOf, titleOf } from '../../src/card/sentence.ts';
import { linkRecords } from '../../src/catalog/compile.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { quoteCard, recordOf, source } from '../helpers/fixtures.ts';

const figureCard = {
  ...quoteCard,
  kind: 'figure',
  figure: { text: 'up to 1,000', unit: 'fighters' },
  claim: 'Fighters reportedly in the country',
  place: 'Belarus',
  quote: { exact: 'reportedly hosts up to 1,000 fighters' },
};
const say = (card: object, changes: Partial<QuotedRecord> = {}) =>
  sentenceOf({ ...recordOf(card as QuotedCard), ...changes } as QuotedRecord);

test.each([
  ['the number and the unit', 'Up to 1,000 fighters are in the country', 'fighters', 'are in the country'],
  ['the unit', 'Fighters reportedly in the country', null, 'fighters reportedly in the country'],
  ['other words', 'The country hosts fighters', null, 'The country hosts fighters'],
  ['a longer word than the unit', 'Fightersburg hosts them', 'fighters', 'Fightersburg hosts them'],
])('a claim that begins with %s is read after the number', (_, claim, unit, rest) => {
  expect(afterNumber({ ...figureCard, claim } as Parameters<typeof afterNumber>[0])).toEqual({ unit, claim: rest });
});

describe('the sentence of a figure', () => {
  test.each([
    [
      'has its hedge, unit, place and speaker',
      {},
      'reportedly up to 1,000 fighters in Belarus (Somebody, Daily Example, Nov 2023)',
    ],
    [
      'leaves out the outlet as speaker',
      { attribution: ['Daily Example'] },
      'reportedly up to 1,000 fighters in Belarus (Daily Example, Nov 2023)',
    ],
    [
      'has a place that is more than a name',
      { place: 'near Minsk' },
      'reportedly up to 1,000 fighters near Minsk (Somebody, Daily Example, Nov 2023)',
    ],
    [
      'does not name a place twice',
      { figure: { text: 'up to 1,000', unit: 'Belarusian fighters' } },
      'reportedly up to 1,000 Belarusian fighters (Somebody, Daily Example, Nov 2023)',
    ],
    [
      'makes an adverb of a verb that hedges',
      { quote: { exact: 'could host up to 1,000 fighters' } },
      'possibly up to 1,000 fighters in Belarus (Somebody, Daily Example, Nov 2023)',
    ],
    [
      'has no hedge where the quote has none',
      { quote: { exact: 'hosts up to 1,000 fighters' } },
      'up to 1,000 fighters in Belarus (Somebody, Daily Example, Nov 2023)',
    ],
    [
      'goes on with the claim where it is a share',
      {
        figure: { text: '90%', unit: 'of conscripts' },
        claim: 'The share of conscripts who would desert',
        quote: { exact: '90% of conscripts would desert' },
      },
      '90% of conscripts: the share of conscripts who would desert (Somebody, Daily Example, Nov 2023)',
    ],
    [
      'goes on with the claim where it is a time or a distance',
      {
        figure: { text: 'up to 90', unit: 'kilometers from Minsk' },
        claim: 'The distance of the camp',
        quote: { exact: 'up to 90 kilometers from Minsk' },
      },
      'up to 90 kilometers from Minsk: the distance of the camp (Somebody, Daily Example, Nov 2023)',
    ],
    [
      'has the time of the fact where it is another',
      { asOf: { date: '2023-07', basis: 'stated' } },
      'reportedly up to 1,000 fighters in Belarus (Somebody, Daily Example, Nov 2023, as of Jul 2023)',
    ],
  ])('%s', (_, changes, sentence) => {
    expect(say({ ...figureCard, ...changes })).toBe(sentence);
  });

  test('does not name an unnamed speaker', () => {
    const card = { ...figureCard, attribution: ['Unnamed officers', 'Daily Example'] };
    const speakers = [{ id: 'unnamed-officers', name: 'Unnamed officers', type: 'unnamed' as const }];
    expect(say(card, { speakers })).toBe('reportedly up to 1,000 fighters in Belarus (Daily Example, Nov 2023)');
  });
});

describe('the time of a fact', () => {
  const timeIn = (asOf: string, published: string, kind = 'claim') => {
    const sentence = say(
      { ...quoteCard, kind, attribution: ['Daily Example'], asOf: { date: asOf, basis: 'stated' } },
      { source: { ...source, published: { date: published, basis: 'stated' } } },
    );
    return /\(Daily Example, (.+)\)$/.exec(sentence)?.[1];
  };

  test.each([
    ['2022/..', '2023-11-02', 'Nov 2023, as of 2022 and later'],
    ['2023-11/..', '2023-11-02', 'Nov 2023, as of Nov 2023 and later'],
    ['../2023-11', '2023-11-02', 'Nov 2023, as of Nov 2023 and earlier'],
    ['2023-07~', '2023-11-02', 'Nov 2023, as of about Jul 2023'],
    ['202X', '2023-11-02', 'Nov 2023, as of the 2020s'],
    ['-0043-03', '2023-11-02', 'Nov 2023, as of Mar 44 BC'],
    ['2023-11-02', '../2023-11', 'Nov 2023 and earlier, as of Nov 2023'],
    ['2023-11-XX', '2023-11-02', 'Nov 2023'],
    ['2022/..', '2022/..', '2022 and later'],
  ])('%s beside a text of %s', (asOf, published, words) => {
    expect(timeIn(asOf, published)).toBe(words);
  });

  test.each([
    ['2023-06-24', 'Nov 2023, event on 24 Jun 2023'],
    ['2023-06-24~', 'Nov 2023, event in about Jun 2023'],
    ['2023-06/..', 'Nov 2023, event in Jun 2023 and later'],
    ['2023-06/', 'Nov 2023, event from Jun 2023 to an unknown date'],
    ['/2023-06', 'Nov 2023, event from an unknown date to Jun 2023'],
    ['2022-12/2023-01', 'Nov 2023, event in Dec 2022 – Jan 2023'],
  ])('of an event, %s', (asOf, words) => {
    expect(timeIn(asOf, '2023-11-02', 'event')).toBe(words);
  });
});

describe('the sentence of words', () => {
  test('is the quote, and says that it is a translation', () => {
    const quote = { ...quoteCard.quote, translated: { from: null, by: null } };
    expect(say({ ...quoteCard, quote })).toBe('“these are the words” (Somebody, Daily Example, Nov 2023, translated)');
  });

  test('uses the highlight if the quote is too long', () => {
    const exact = `${'words and '.repeat(22)}the end`;
    const sentence = say({ ...quoteCard, quote: { exact, highlight: 'the end' } });
    expect(sentence).toBe('“… the end” (Somebody, Daily Example, Nov 2023)');
  });

  test('names the speaker of a claim once', () => {
    const card = { ...quoteCard, kind: 'claim', attribution: ['Pavel Latushka', 'Daily Example'] };
    expect(say({ ...card, claim: 'The army has grown, Latushka said' })).toBe(
      'The army has grown, Latushka said (Daily Example, Nov 2023)',
    );
    expect(say({ ...card, claim: 'The army has grown' })).toBe(
      'The army has grown (Pavel Latushka, Daily Example, Nov 2023)',
    );
  });
});

test.each([...linkRecords(catalog), ...linkRecords(SPECIMENS)].map((record) => [record.card.id, record] as const))(
  'the sentence of %s is short, and its alternative text has it',
  (_, record) => {
    const sentence = sentenceOf(record);
    expect(sentence.length).toBeLessThanOrEqual(MAX_SENTENCE_CHARACTERS);
    if (!isComparison(record) && record.card.kind === 'figure') expect(sentence).toContain(record.card.figure.text);
    if (!isComparison(record)) expect(altText(record)).toContain(asTitle(sentence, record.card.language));
  },
);

describe('the title of a card', () => {
  test('is its sentence with a capital', () => {
    const record = recordOf(figureCard as QuotedCard);
    expect(sentenceOf(record)).toMatch(/^reportedly up to/);
    expect(titleOf(record)).toBe(sentenceOf(record).replace('reportedly', 'Reportedly'));
  });

  test.each([
    ['élan, 5 %', 'fr', 'Élan, 5 %'],
    ['istanbul’da 5 kişi', 'tr', 'İstanbul’da 5 kişi'],
    ['ijs op 5 plaatsen', 'nl', 'IJs op 5 plaatsen'],
    ['щонайменше 5', 'uk', 'Щонайменше 5'],
    ['al-Shabaab fighters', 'en', 'Al-Shabaab fighters'],
  ])('%s (%s)', (sentence, language, title) => expect(asTitle(sentence, language)).toBe(title));

  test.each(['iPhone sales', 'macOS users', 'eBay', '“we saw it”', '5 ships', '', 'Five ships', '№ 5 ships'])(
    'is %j as it is',
    (sentence) => expect(asTitle(sentence)).toBe(sentence),
  );
});
