import { describe, expect, test } from 'vitest';
import { type CardWords, proposeCardId, proposeSourceId, type SourceWords } from '../../../src/tools/new/id.ts';

describe('the id of a card', () => {
  const idOf = (words: string, rest: Partial<CardWords> = {}) =>
    proposeCardId({ words, language: 'en', ...rest }, 'the-source');

  test.each([
    ['keeps the telling words in their order', 'the harbour is so old and so very deep', 'harbour-old-deep'],
    [
      'has at most five',
      'red lamps above quiet harbours frighten visiting sailors',
      'lamps-harbours-frighten-visiting-sailors',
    ],
    ['is lower-case ASCII', 'Łukaszenka’s Café in Østersund, 1,000', 'lukaszenka-cafe-ostersund-1000'],
    ['is that of the source where no word is left', 'Порт растёт', 'the-source'],
    ['has stop words where there is nothing else', 'it is not', 'it-is-not'],
    ['keeps a negation', 'The town has no need of lamps', 'town-no-need-lamps'],
    ['has no verb of speech', 'The union said the cranes are rusty', 'union-cranes-rusty'],
  ])('%s', (_what, quote, id) => expect(idOf(quote)).toBe(id));

  test('has the number, what it counts, and where, and not who said it when', () => {
    const words =
      'No residents live within 300 metres of the nearest mast in Alder, an agency spokeswoman said on Tuesday';
    expect(idOf(words, { figure: '300' })).toBe('no-residents-300-metres-alder');
    expect(idOf('Der Hafen nimmt rund 1.200 Schiffe auf, sagte Ray', { figure: '1.200', language: 'de' })).toBe(
      'hafen-nimmt-1200-schiffe',
    );
  });

  test('of a quote begins with the last name of the speaker', () => {
    expect(idOf('It is priceless', { speaker: 'Tom Dow' })).toBe('dow-priceless');
    expect(idOf('We built every quay ourselves', { speaker: 'a docker' })).toBe('built-every-quay-ourselves');
  });
});

test.each<[string, Partial<SourceWords>, string]>([
  [
    'the outlet and the title',
    { publisher: 'Harbour Post', title: 'The boats of summer sail again', address: 'https://hp.example/news/1' },
    'harbour-post-boats-summer-sail',
  ],
  [
    'the host and the title',
    { title: 'The boats of summer', address: 'https://news.port.co.uk/a1' },
    'port-boats-summer',
  ],
  [
    'the host and the path',
    { address: 'https://www.harbour-post.com/news/2023/the-boats-of-summer.html' },
    'harbour-post-boats-summer',
  ],
  ['the host', { address: 'https://news.port.co.uk/' }, 'port'],
  ['the path before a name that says nothing', { address: 'https://port.example/boats/index.html' }, 'port-boats'],
  ['the title alone', { title: 'The boats of summer', file: 'page.txt' }, 'boats-summer'],
  [
    'the outlet and the date, of a title in other letters',
    { publisher: 'Prychal', title: 'Порт зростає', date: '2023-05-04', file: 'page.txt' },
    'prychal-2023-05-04',
  ],
  ['the file, where its name says something', { file: 'Harbour report 2023.pdf' }, 'harbour-report-2023'],
  ['nothing', { file: 'page.txt' }, 'source'],
])('the id of a source is proposed from %s', (_what, known, id) => {
  expect(proposeSourceId({ publisher: '', title: '', date: '', file: '', address: null, ...known })).toBe(id);
});
