/** Whether a real browser follows text fragments to their passages, and where it cannot. */
import { afterAll, describe, expect, test } from 'vitest';
import { passageUrl } from '../../src/card/evidence/fragment.ts';
import { asInPage, endOfWord } from '../../src/card/evidence/raised.ts';
import { readHtml } from '../../src/page/html-text.ts';
import { locateQuote } from '../../src/tools/new/quote.ts';
import { follow, isFullBrowser } from '../helpers/chromium.ts';
import { browser, closePassages, lead, pageOf, site } from '../helpers/passages.ts';

afterAll(closePassages);

const NOTHING = { target: null, lines: [] };

/** A page of invented paragraphs; the passage is in a <mark>, so that the target shows whether all of it was found. */
function invented(...paragraphs: string[]): string {
  return pageOf(paragraphs.map((html, index) => [index + 1, html]));
}

test('a headless shell is not taken for a full browser', () => {
  expect(isFullBrowser('Chrome/156.0.8078.79')).toBe(true);
  expect(isFullBrowser('HeadlessChrome/147.0.7727.0')).toBe(false);
});

describe.skipIf(!browser).concurrent('a text fragment', () => {
  const page = invented('Something else.', 'Before it, <mark>these words stand here</mark>, not there.', 'The end.');

  test('leads to the passage', async () => {
    expect(await lead(page, { exact: 'these words stand here' })).toEqual({ target: 'mark', lines: [2] });
  });

  test('with one word changed leads nowhere', async () => {
    expect(await lead(page, { exact: 'these birds stand here' }, { expectNothing: true })).toEqual(NOTHING);
  });

  test('leads nowhere where the words are the end of another word', async () => {
    const often = invented('Something else.', 'They often fight.');
    expect(await lead(often, { exact: 'ten fight' }, { expectNothing: true })).toEqual(NOTHING);
  });

  test('goes before a fragment that the address has', async () => {
    if (!browser) throw new Error('There is no browser.');
    const url = site.add(page.replace('<p data-line="3"', '<p data-line="3" id="end"'));
    const landing = await follow(browser, passageUrl(`${url}#end`, { exact: 'these words stand here' }));
    expect(landing).toEqual({ target: 'mark', lines: [2] });
  });

  test.each([
    ['a hyphen inside a word', 'a well-known word', 'a well-known word'],
    ['a comma', 'first, second, third', 'first, second, third'],
    ['an ampersand', 'R&amp;D and more', 'R&D and more'],
    ['a percent sign', 'about 45% of 100%', 'about 45% of 100%'],
    ['signs that addresses use', 'is a+b = #1? (yes/no)!', 'is a+b = #1? (yes/no)!'],
    ['curly quotation marks and apostrophes', '“it doesn’t matter,” he', '“it doesn’t matter,” he'],
    ['straight quotation marks where the page has curly ones', '“it doesn’t matter,” he', '"it doesn\'t matter," he'],
    ['curly quotation marks where the page has straight ones', '"it doesn\'t matter," he', '“it doesn’t matter,” he'],
    ['an en dash', 'MINSK – from 10–12 men', 'MINSK – from 10–12 men'],
    ['letters outside ASCII', 'Ціханоўская, or Tijanóvskaya', 'Ціханоўская, or Tijanóvskaya'],
    ['letters that the page takes apart', 'Ціханоўская, ó'.normalize('NFD'), 'Ціханоўская, ó'],
    ['inline markup', 'some <em>words</em> of <a href="/">a li<b>nk</b></a> here', 'some words of a link here'],
    ['a non-breaking space in the page', '10&nbsp;000 men&nbsp;came', '10 000 men came'],
    ['a narrow non-breaking space in the page', '10&#x202f;000 men', '10 000 men'],
    ['a non-breaking space in the quote', '10 000 men came', '10\u00a0000 men\u00a0came'],
    ['a soft hyphen and a zero-width space in the page', 'sol&shy;diers came&#x200b;', 'soldiers came'],
    ['an ellipsis in the page', 'so… they came', 'so... they came'],
    ['white space that the page folds', 'these   words\n stand', 'these words stand'],
  ])('leads over %s', async (_what, passage, exact) => {
    const html = invented('Something else.', `Before it, <mark>${passage}</mark> not there.`, 'The end.');
    expect(await lead(html, { exact })).toEqual({ target: 'mark', lines: [2] });
  });
});

describe.skipIf(!browser).concurrent('of two equal passages', () => {
  test('the second is chosen by the words before it', async () => {
    const html = invented('First: the same words stand.', 'Second: <mark>the same words</mark> stand.');
    expect(await lead(html, { exact: 'the same words', prefix: 'Second:' })).toEqual({ target: 'mark', lines: [2] });
  });

  test('the second is chosen by the words after it', async () => {
    const html = invented('Here the same words stand.', 'Here <mark>the same words</mark>, too, stand.');
    expect(await lead(html, { exact: 'the same words', suffix: ', too' })).toEqual({ target: 'mark', lines: [2] });
  });

  test('the second in the same paragraph is chosen', async () => {
    const html = invented('Else.', 'Here the same words stand; there <mark>the same words</mark> stand.');
    expect(await lead(html, { exact: 'the same words', prefix: 'there' })).toEqual({ target: 'mark', lines: [2] });
  });

  test('a repeated headline is identified by the paragraphs around it', async () => {
    const html = invented('A headline', 'By Ann Author', '<mark>A headline</mark>', 'The text.');
    const quote = { exact: 'A headline' };
    expect(await lead(html, { ...quote, prefix: 'By Ann Author' })).toEqual({ target: 'mark', lines: [3] });
    expect(await lead(html, { ...quote, suffix: 'The text.' })).toEqual({ target: 'mark', lines: [3] });
  });

  test('the first is taken where nothing chooses', async () => {
    const html = invented('Here <mark>the same words</mark> stand.', 'There the same words stand.');
    expect(await lead(html, { exact: 'the same words' })).toEqual({ target: 'mark', lines: [1] });
  });

  test('words in capitals or without accents count as equal, though they are not the quoted ones', async () => {
    const html = invented('Here <mark>The Élite Fights</mark>.', 'There the elite fights.');
    expect(await lead(html, { exact: 'the elite fights' })).toEqual({ target: 'mark', lines: [1] });
  });
});

describe.skipIf(!browser).concurrent('the words as written lead to a quote', () => {
  test.each([
    ['over two paragraphs', 'one two three four', 'five six seven eight'],
    ['over two paragraphs, however few words there are', 'one two three', 'four five'],
    ['over two paragraphs that part near the start', 'one two', 'three four five six'],
    ['over two paragraphs that part near the end', 'one two three four', 'five six'],
  ])('%s', async (_where, first, second) => {
    const html = invented('Here one two stand.', `It ends: ${first}`, `${second}. More.`, 'And the end.');
    const landing = await lead(html, { exact: `${first} ${second}` }, { pageText: `${first}\n\n${second}` });
    // The smallest element that holds both ends is the one around the paragraphs; the first of them is shown.
    expect(landing).toEqual({ target: 'body', lines: [first === 'one two' ? 1 : 2] });
  });

  test('that begins with words which also occur earlier, with the words before it', async () => {
    const html = invented('Here one two stand.', 'It ends: one two', 'three four. More.');
    const quote = { exact: 'one two three four', prefix: 'It ends:' };
    expect(await lead(html, quote, { pageText: 'one two\nthree four' })).toEqual({ target: 'body', lines: [2] });
  });

  test.each([
    ['over a line break', 'some words<br>stand here', 'some words\nstand here', 'some words stand here'],
    ['by a hyphen where the page has an en dash', 'from 10–12 men', 'from 10–12 men', 'from 10-12 men'],
    ['by quotation marks where the page has guillemets', 'the «same» words', 'the «same» words', 'the "same" words'],
  ])('%s', async (_where, passage, pageText, exact) => {
    const html = invented('Something else.', `Before it, <mark>${passage}</mark> not there.`, 'The end.');
    expect(await lead(html, { exact }, { pageText })).toEqual({ target: 'mark', lines: [2] });
  });
});

describe.skipIf(!browser).concurrent('the fragment that a card gets leads to its words', () => {
  /** Finds the words in a page as `npm run new` does, and follows the fragment that their card gets. */
  const leadToCard = (html: string, words: string, place = 1) => {
    const page = readHtml(html);
    const located = locateQuote(page, words, { place, acrossBlocks: true });
    if (!located.ok) throw new Error(located.message);
    const { start, end } = located.range;
    const pageText = asInPage(page.text.slice(start, endOfWord(page.text, end)));
    return lead(html, located.selector, { pageText });
  };
  const mark = { target: 'mark', lines: [2] };

  test.each([
    [
      'over table cells',
      '<table><tr><mark><td>Belarus</td><td>1,000 fighters</td></mark></tr></table>',
      'Belarus 1,000 fighters',
    ],
    ['over list items', '<ul><li>up to 10</li><li>men came</li></ul>', 'up to 10 men came'],
  ])('%s', async (_what, passage, words) => {
    const html = invented('Something else.', `Before it.</p><div data-line="2">${passage}</div><p>`, 'The end.');
    expect((await leadToCard(html, words)).target).toMatch(/^(?:tr|ul)$/);
  });

  test.each([
    ['over a line break', '<mark>Belarus<br>has 1,000 fighters</mark>', 'Belarus has 1,000 fighters'],
    ['over words that the page took back', '<mark>sent <del>500</del> 900 men</mark>', 'sent 900 men'],
    ['before a note mark', '<mark>all 1,000 men<sup>2</sup></mark> came', 'all 1,000 men'],
    ['before two note marks', '<mark>all 1,000 men<sup>1,2</sup></mark> came', 'all 1,000 men'],
    ['before a note mark in a letter', '<mark>about 1,000<sup>a</sup></mark> came', 'about 1,000'],
    ['before a note mark after the full stop', '<mark>all men came.<sup>2</sup></mark> Then', 'all men came.'],
    ['with a raised number', '<mark>10 km<sup>2</sup> burned</mark> down', '10 km² burned'],
    ['with a lowered number', '<mark>much CO<sub>2</sub> there</mark>', 'much CO2 there'],
    ['in capitals by a style', '<mark style="text-transform: uppercase">men came in May</mark>', 'MEN CAME IN MAY'],
    ['with characters that nobody sees', '<mark>sol&shy;diers&#x200b; came</mark>', 'soldiers came'],
    ['before a direction mark', '<mark>soldiers came&#x202c; not</mark>', 'soldiers came'],
    ['before a direction mark and a full stop', '<mark>soldiers came&#x200e;.</mark>', 'soldiers came'],
    ['with a ligature', '<mark>the &#xfb01;rst &#xfb02;ight</mark>', 'the first flight'],
    ['with a modifier apostrophe', '<mark>п&#x2bc;ять бійців</mark>', 'п’ять бійців'],
    ['with a minus', '<mark>at −3.2 °C</mark> there', 'at −3.2 °C'],
  ])('%s', async (_what, passage, words) => {
    const html = invented('Something else.', `Before it, ${passage} not there.`, 'The end.');
    expect(await leadToCard(html, words)).toEqual(mark);
  });

  test('at the second place of a headline, by the block beside it', async () => {
    const html = invented('A fine headline', 'Read also', '<mark>A fine headline</mark>', 'By Ann');
    expect(await leadToCard(html, 'A fine headline', 2)).toEqual({ target: 'mark', lines: [3] });
  });

  test('over cells whose first words occur before', async () => {
    const html = invented('Belarus here.', 'In <b>all</b><table><tr><td>Belarus<td>1,000 men</table>', 'The end.');
    expect((await leadToCard(html, 'Belarus 1,000 men')).target).toMatch(/^(?:tr|table|tbody)$/);
  });
});

/** Not wishes, but what is so: whoever makes one of these work changes the test. */
describe.skipIf(!browser).concurrent('nothing is found', () => {
  test.each([
    ['over a line break that the quote does not have', 'some words<br>stand here', 'some words stand here'],
    ['over a box inside the line', 'some <b style="display: inline-block">words</b> stand', 'some words stand'],
    ['by a hyphen for an en dash, without the words as written', 'from 10–12 men', 'from 10-12 men'],
    ['without a note mark that the page has', 'some words<sup>1</sup> stand', 'some words stand'],
  ])('%s', async (_where, passage, exact) => {
    const html = invented('Something else.', `Before it, ${passage} not there.`, 'The end.');
    expect(await lead(html, { exact }, { expectNothing: true })).toEqual(NOTHING);
  });

  test('by a prefix that leaves out the quotation mark between', async () => {
    const html = invented('Something else.', 'She said: “the same words” stand.');
    const quote = { exact: 'the same words', prefix: 'She said:' };
    expect(await lead(html, quote, { expectNothing: true })).toEqual(NOTHING);
  });
});
