import { expect, test } from 'vitest';
import { QuotedCard } from '../../../../src/card/card.ts';
import { readHtml } from '../../../../src/page/html-text.ts';
import { quoteCard, source } from '../../../helpers/fixtures.ts';
import { judgingOf } from '../../../helpers/judging.ts';

const TEXT = 'Since 12 October 2022 and all through the 1990s, said Somebody, these are the words.';

function findingOf(date: string) {
  const card = QuotedCard.parse({ ...quoteCard, asOf: { date, basis: 'stated' } });
  return judgingOf(readHtml(`<p>${TEXT}</p>`), source)(card).asOf;
}

test.each(['2022-10-12', '2022-10-12~', '2022-10?', '2022/..', '../2022-10', '2022-10-12/', '2022-10-XX', '199X'])(
  'finds the known parts of %s in the text',
  (date) => {
    expect(findingOf(date)).toMatchObject({ outcome: 'confirmed' });
  },
);

test.each(['2021/..', '2022-11~', '/2021', '2022-10-13?', '198X', '2021-21'])(
  'warns of %s, which is not in the text',
  (date) => {
    expect(findingOf(date)).toMatchObject({ outcome: 'warning', warning: 'date-not-in-text' });
  },
);

test('says that the byline and the date at the top of the page do not count, and how to keep the date', () => {
  const page = readHtml(
    '<header><p>By Eva Muster, 2 November 2023</p></header><article><p>Said Somebody, these are the words.</p></article>',
  );
  const card = QuotedCard.parse({ ...quoteCard, asOf: { date: '2023-11-02', basis: 'stated' } });
  expect(judgingOf(page, source)(card).asOf).toMatchObject({
    message: expect.stringMatching(
      /^2 November 2023 has the basis “stated”, but .*A byline or date above or beside it says when it was published\. .*set basis to inferred and add the reason\. .*external\.$/,
    ),
  });
});

test.each(['2022-23', '20XX', '-0043', '-0049/-0043'])('does not check more than the year of %s', (date) => {
  expect(findingOf(date)).toMatchObject({ outcome: 'not checkable' });
});
