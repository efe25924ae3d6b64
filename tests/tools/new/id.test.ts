import { describe, expect, test } from 'vitest';
import { proposeCardId, proposeFileId, proposeSourceId } from '../../../src/tools/new/id.ts';

describe('the id', () => {
  test.each([
    ['keeps the telling words in their order', 'the harbour is so old and so very deep', 'harbour-old-very-deep'],
    [
      'keeps six of them',
      'red lamps above quiet harbours frighten visiting sailors',
      'lamps-quiet-harbours-frighten-visiting-sailors',
    ],
    ['is lower-case ASCII', 'Łukaszenka’s Café in Østersund, 1,000', 'lukaszenka-cafe-ostersund-1000'],
    ['is that of the source where no word is left', 'Порт растёт', 'the-source'],
    ['has stop words where there is nothing else', 'it is not', 'it-is-not'],
  ])('%s', (_what, quote, id) => {
    expect(proposeCardId(quote, 'the-source')).toBe(id);
  });

  test('of a source is proposed from the host and the path', () => {
    expect(proposeSourceId('https://www.harbour-post.com/news/2023/the-boats-of-summer.html')).toBe(
      'harbour-post-boats-summer',
    );
    expect(proposeSourceId('https://news.port.co.uk/')).toBe('port');
    expect(proposeSourceId('https://port.example/boats-of-summer/index.html')).toBe('port-boats-summer');
  });

  test.each([
    [
      'the outlet and the title',
      { publisher: 'Harbour Post', title: 'The boats of summer', file: 'page.html' },
      'harbour-post-boats-summer',
    ],
    ['the title alone', { title: 'The boats of summer', file: 'page.txt' }, 'boats-summer'],
    [
      'the outlet and the date, of a title in other letters',
      { publisher: 'Prychal', title: 'Порт зростає', date: '2023-05-04', file: 'page.txt' },
      'prychal-2023-05-04',
    ],
    ['the file, where its name says something', { file: 'Harbour report 2023.pdf' }, 'harbour-report-2023'],
    ['nothing', { file: 'page.txt' }, 'source'],
  ])('of a source without an address is proposed from %s', (_what, known, id) => {
    expect(proposeFileId({ publisher: '', title: '', date: '', ...known })).toBe(id);
  });
});
