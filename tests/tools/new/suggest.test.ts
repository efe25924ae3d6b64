import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/page/html-text.ts';
import { namesIn, propose } from '../../../src/tools/new/propose.ts';
import { type Suggestion, suggest } from '../../../src/tools/new/suggest.ts';

const list = (text: string, language = 'en'): Suggestion[] =>
  suggest({ text, blocks: null }, { language, published: '2023-06-15', speakers: [] });
const first = (text: string, language?: string) => list(text, language)[0];

describe('a statement worth a card', () => {
  test.each([
    [
      'a number with what it counts',
      'The harbour reportedly moors up to 1,200 fishing boats in summer.',
      'figure',
      'up to 1,200',
    ],
    ['money', 'The new quay will cost €4.5 million, the town council said on Monday.', 'figure', '€4.5 million'],
    ['a change', 'The number of members rose from 2,900 to 4,300.', 'figure', '4,300'],
    ['a share', 'The chain closed 212 of its 480 shops on 1 March.', 'figure', '212'],
    ['a German change', 'Die Zahl der Boote stieg von 2.900 auf 4.300.', 'figure', '4.300', 'de'],
    ['a Spanish change', 'La población subió de 2.900 a 4.300 en un año.', 'figure', '4.300', 'es'],
    ['a German number', 'Im Hafen liegen nach Angaben des Amtes rund 1.200 Boote.', 'figure', 'rund 1.200', 'de'],
  ])('has %s', (_what, sentence, kind, figure, language?: string) => {
    expect(first(sentence, language)).toMatchObject({ kind, figure, because: expect.arrayContaining(['number']) });
  });

  test('has attributed speech, and proposes its words and speaker', () => {
    expect(first('“We built every quay ourselves in ten summers,” Mayor Tom Dow said.')).toMatchObject({
      kind: 'quote',
      quote: 'We built every quay ourselves in ten summers,',
      speaker: 'Tom Dow',
    });
  });

  test('has a plan or a denial, with the words to keep', () => {
    expect(first('The council plans to build two more quays beside the old market.')).toMatchObject({
      kind: 'claim',
      because: ['plan'],
      hedges: ['plans to'],
    });
    expect(first('The council denied that the old market has to close.')).toMatchObject({
      because: ['speech', 'denial'],
    });
  });

  test.each([
    ['no fact', 'The town likes its quays, and its lamps are lit.'],
    ['a year only', 'The lamps were lit for the first time in 1998 or so.'],
    ['a version', 'The harbour office bought Quay 5.3 for its planners.'],
    ['an age', 'The harbour loves the 52-year-old mayor of the town.'],
    ['few words', 'Boats: 1,200 boats.'],
    ['a question', 'Does the harbour really moor 1,200 boats in summer?'],
    ['a heading', 'Harbour with 1,200 boats grows again'],
    ['the end of a sentence that is not there', 'moors up to 1,200 fishing boats in summer, they say.'],
    ['advice', 'Then you moor your 20 boats in the harbour.'],
    ['a requirement', 'A harbour MUST moor at least 20 boats.'],
    ['a status code', 'The harbour office answers with a 404 status to each call.'],
    ['an age of others', 'The harbour trains women between the ages of 25 and 54 there.'],
    ['a term between quotation marks', 'They call it “a harbour for everyone”, Tom Dow said.'],
    ['a word of the future only', 'The harbour will be beautiful in the morning.'],
  ])('does not have %s', (_what, sentence) => expect(list(sentence)).toEqual([]));
});

test('those that say most come first, and each quote is found in its own sentence', () => {
  const text = `The council plans to build two more quays.
In May 2023 the harbour moored at least 900 boats, Tom Dow said. The lamps burn.
The harbour moored 900 boats.`;
  const suggestions = list(text);
  expect(suggestions.map(({ found }) => found.line)).toEqual([2, 3, 1]);
  for (const { found, sentence } of suggestions) {
    expect(sentence).toContain(text.slice(found.range.start, found.range.end));
  }
  expect(list(text)).toEqual(suggestions);
});

test('a decimal that the text repeats is a version, and counts nothing', () => {
  const text =
    'The map of 0.17 is green and new. In 0.17 it has many trees. They all liked 0.17 from the start. It has 5.5 hectares of trees.';
  expect(list(text).map(({ figure }) => figure)).toEqual(['5.5']);
});

test.each([
  [
    'The council, which likes quays, built 20 boats, and because nobody in the town of the old harbour knew who had to pay for all of this, it closed.',
    'built 20 boats',
  ],
  [
    'It was a long day in a very long summer for all who work at the old market of the town; the council moored 900 boats there.',
    'the council moored 900 boats there.',
  ],
])('a quote neither begins nor ends within a clause: %s', (sentence, end) => {
  expect(first(sentence)?.quote).toMatch(new RegExp(`(?:^The council, which likes quays, |^)${end}$`));
});

test('a quote has at most 25 words, with the number in them', () => {
  const long = `After ${'very many long '.repeat(12)}summers, the harbour moored up to 1,200 boats, and ${'more and '.repeat(20)}more.`;
  expect(first(long)).toMatchObject({ quote: 'the harbour moored up to 1,200 boats' });
  // Where no clause with the number has room, there is no statement to quote.
  expect(
    list(`The harbour ${'that is very old '.repeat(10)}moored up to 1,200 boats ${'in the sun '.repeat(10)}.`),
  ).toEqual([]);
});

test('a quote fits in a picture: long words make it shorter, and addresses, paths and code are no statement', () => {
  const long = 'unvorhersehbarerweise Hafenverwaltungsangelegenheiten ';
  const { quote = '' } = first(`Im Hafen liegen dort rund 1.200 Boote, die ${long.repeat(6)}waren.`, 'de') ?? {};
  expect(quote).toBe('Im Hafen liegen dort rund 1.200 Boote');
  expect(list('The response to a request for "/storage/jan/boats/x" would have a 404 status then.')).toEqual([]);
  expect(list('They moor 20 boats there, as https://example.org/boats has said since May.')).toEqual([]);
});

test('the initials of the writer are no part of a statement', () => {
  const said = 'Im Hafen liegen dort im Sommer rund 1.200 Boote.';
  expect(first(`${said} (bsc)`, 'de')).toMatchObject({ quote: said, sentence: said });
});

test('of a web page, only its article counts, and no headings', () => {
  const page = readHtml(`<nav><p>Our 2,000 readers love us more than other papers.</p></nav>
    <article><h1>Harbour with 1,200 boats grows again this year</h1><p>The harbour moors 900 boats in summer.</p></article>`);
  expect(suggest(page, { language: 'en', published: '', speakers: [] }).map(({ figure }) => figure)).toEqual(['900']);
});

describe('a sentence proposes', () => {
  const from = (sentence: string, language = 'en') =>
    propose(sentence, { language, published: '2023-01-10', names: namesIn(`${sentence} Dow was there, and Ray.`, []) });

  test.each([
    ['The quay is new, Tom Dow said.', 'Tom Dow'],
    ['Obama administration officials said that the quay is new.', 'Obama administration officials'],
    ['Tom Dow said it is new, but Ann Ray said it is old.', undefined],
    ['A source said that the quay is new.', 'A source'],
    ['The quay is new, said an engineer at Ray.', 'An engineer at Ray'],
    ['The quay is new, said Ray of Dow.', 'Ray of Dow'],
  ])('the only speaker: %s', (sentence, speaker) => expect(from(sentence).speaker).toBe(speaker));

  test.each([
    ['It came on Tuesday, May 5.', 'en'],
    ['It came on Tuesday.', 'en'],
    ['It came in May.', 'en'],
    ['Elle est venue mardi 5 mai.', 'fr'],
    ['Sie kam am Dienstag.', 'de'],
    ['Él vino entre marzo y abril.', 'es'],
    ['It may come in 1998, and in 2001.', 'en'],
  ])('that it is not without a date: %s', (sentence, language) => {
    expect(from(sentence, language).namesDate).toBe(true);
    expect(from('It may come by march, and mars the sun.', language).namesDate).toBe(language === 'fr');
  });

  test.each([
    ['It was built in May 1998.', '1998-05'],
    ['It was built in 1998.', '1998'],
    ['It was built on 20 December.', '2022-12-20'],
    ['It opens on 1 February.', '2023-02-01'],
    ['It was built in 1998, and again in 2001.', undefined],
    ['It was built.', undefined],
  ])('the only date, with the year nearest to the publication: %s', (sentence, date) => {
    expect(from(sentence).date).toBe(date);
  });
});
