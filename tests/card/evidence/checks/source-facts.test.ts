import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../../src/card/date.ts';
import { checkSource } from '../../../../src/card/evidence/checks/source-facts.ts';
import type { Source } from '../../../../src/card/source.ts';
import { readHtml } from '../../../../src/page/html-text.ts';
import { source } from '../../../helpers/fixtures.ts';

const page = (byline: string, text = 'The harbour was closed on 12 October 2021.') =>
  readHtml(`<nav><ul><li><a href="/">${byline}</a></li></ul></nav><article><h1>A Title</h1><p>${text}</p></article>`);
const check = (byline: string, changes: Partial<Source> = {}, text?: string) =>
  checkSource(page(byline, text), { ...source, ...changes });
const stated = (date: string) => ({ published: { date, basis: 'stated' as const } });

describe('a stated publication date that only the metadata of the page have', () => {
  const dates = [{ date: '2023-11-02', from: 'JSON-LD datePublished' }];
  const inMetadata = (date: string) =>
    checkSource({ ...page('Home'), dates }, { ...source, ...stated(date) }).published;

  test('is confirmed, with where they have it', () => {
    expect(inMetadata('2023-11-02')).toEqual({ outcome: 'confirmed', from: 'JSON-LD datePublished' });
    expect(inMetadata('2023-11')).toMatchObject({ outcome: 'confirmed' });
  });

  test('is doubted where it is another', () => {
    expect(inMetadata('2023-11-03')).toMatchObject({ warning: 'published-not-in-text' });
  });
});

describe('a stated publication date', () => {
  test.each([
    ['2 November 2023', 'en', '2023-11-02'],
    ['Nov 2, 2023 at 10:30', 'en', '2023-11-02'],
    ['2023-11-02T10:30', 'en', '2023-11-02'],
    ['02/11/2023', 'en', '2023-11-02'],
    ['11/02/2023', 'en', '2023-11-02'],
    ['2-Nov-2023', 'en', '2023-11-02'],
    ['02.nov.2023', 'pt', '2023-11-02'],
    ['2. November 2023', 'de', '2023-11-02'],
    ['2 листопада 2023', 'uk', '2023-11-02'],
    ['2. 11. 2023', 'cs', '2023-11-02'],
    ['2 November, © Example 2023', 'en', '2023-11-02'],
    ['Published 2 November 2023, updated 3 November 2023', 'en', '2023-11-02/2023-11-03'],
    ['November 2023', 'en', '2023-11'],
  ])('is in “%s” around the article (%s)', (byline, language, date) => {
    expect(check(byline, { ...stated(date), language }).published).toEqual({ outcome: 'confirmed' });
  });

  test.each([
    ['2 November 2023', '2023-11-03'],
    ['2 November 2023', '2022-11-02'],
    ['November 2023', '2023-11-02'],
    ['02/11/2023', '2023-11-03'],
    ['12/11/2023', '2023-11-02'],
    ['Published 2 November 2023', '2023-11-02/2023-11-03'],
    ['Home', '2023-11-02'],
  ])('that “%s” does not have, %s, is a warning', (byline, date) => {
    expect(check(byline, stated(date)).published).toMatchObject({
      outcome: 'warning',
      warning: 'published-not-in-text',
      doubt: `The publication date ${formatDate(date, 'long')} has the basis “stated”, but neither the article nor the rest of the page contains this date.`,
    });
  });

  test('whose year the text does not have cannot be checked', () => {
    expect(check('2 November', stated('2023-11-02')).published).toEqual({
      outcome: 'not checkable',
      because: 'The source text contains the day of publication, but not its year.',
    });
  });

  test('cannot be checked in an unsupported language or in plain text without dates', () => {
    expect(check('2 marraskuuta 2023', { language: 'fi' }).published.outcome).toBe('not checkable');
    const plain = (text: string) => checkSource({ text, blocks: null }, source).published.outcome;
    expect(plain('The harbour was closed.')).toBe('not checkable');
    expect(plain('The harbour was closed on 12 October 2023.')).toBe('warning');
    expect(plain('date 2023-11-02 Home\n\nThe harbour was closed.')).toBe('confirmed');
  });
});

test.each(['external', 'inferred'] as const)('a publication date that is %s cannot be checked', (basis) => {
  expect(check('2 November 2023', { published: { date: '2023-11-02', basis } }).published.outcome).toBe(
    'not checkable',
  );
});

test('title and authors are confirmed if the text contains them, and never give a warning', () => {
  expect(check('By ANN AUTHOR')).toMatchObject({ title: { outcome: 'confirmed' }, authors: { outcome: 'confirmed' } });
  expect(check('By Joann Author', { title: 'A Titles' })).toMatchObject({
    title: { outcome: 'not checkable', because: 'The source text does not contain the title in these words.' },
    authors: { outcome: 'not checkable', because: 'The source text does not name “Ann Author”.' },
  });
  expect(check('Home', { title: null, authors: [] })).toMatchObject({ title: undefined, authors: undefined });
});
