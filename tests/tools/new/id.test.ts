import { describe, expect, test } from 'vitest';
import { proposeCardId, proposeSourceId } from '../../../src/tools/new/id.ts';

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
  });
});
