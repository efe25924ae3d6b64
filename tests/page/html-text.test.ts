import { expect, test } from 'vitest';
import { htmlToText } from '../../src/page/html-text.ts';

test('each block element stands on a line of its own', () => {
  expect(
    htmlToText('<h1>Title</h1><div><p>One<p>Two</div><ul><li>Three<li>Four</ul><blockquote>Five</blockquote>'),
  ).toBe('Title\nOne\nTwo\nThree\nFour\nFive');
});

test('text beside a block is parted from it', () => {
  expect(htmlToText('before<div>inside</div>after')).toBe('before\ninside\nafter');
});

test('br starts a line, and empty elements leave no empty line', () => {
  expect(htmlToText('one<br>two<br><br>three<p></p><p> </p><hr>four')).toBe('one\ntwo\nthree\nfour');
});

test('the cells of a row are parted by a tab, the rows by a line', () => {
  const rows = '<tr> <th>Year</th> <th>Ships</th> </tr> <tr> <td>1901</td> <td></td> <td>12</td> </tr>';
  expect(htmlToText(`<table>${rows}</table>`)).toBe('Year\tShips\n1901\t12');
});

test('inline elements and comments add no space', () => {
  expect(htmlToText('un<b>break</b>able<!-- x --> <a href="/">link</a>, H<sub>2</sub>O')).toBe('unbreakable link, H2O');
});

test('white space is folded across inline elements, and gone at the ends of a line', () => {
  expect(htmlToText('<p>\n  one \t<i> two</i>\r\n\f<b> </b> three \n</p>')).toBe('one two three');
});

test('pre keeps its white space', () => {
  expect(htmlToText('<p>a  b</p><pre>\n  c   d\n\n    <b>e\n</b>f\n</pre>g  h')).toBe('a b\n  c   d\n\n    e\nf\ng h');
});

test('entities are decoded', () => {
  expect(htmlToText('Fish &amp; chips &lt;3 &#x20AC;5 &ldquo;so&rdquo; &copy')).toBe('Fish & chips <3 €5 “so” ©');
});

test('no-break spaces, soft hyphens and zero-width spaces stay', () => {
  expect(htmlToText('<p>&nbsp;10&nbsp;&nbsp;km co&shy;op&#8203;</p>')).toBe('\u00a010\u00a0\u00a0km co\u00adop\u200b');
});

test.each([
  '<script>x</script>',
  '<style>x</style>',
  '<noscript>x</noscript>',
  '<template><p>x</p></template>',
  '<svg><title>x</title><text>x</text></svg>',
  '<iframe>x</iframe>',
  '<video>x</video>',
  '<textarea>x</textarea>',
  '<span hidden>x</span>',
  '<span hidden="hidden"><b>x</b></span>',
  '<span style="color: red; DISPLAY:none">x</span>',
  '<dialog>x</dialog>',
])('%s is not seen', (unseen) => {
  expect(htmlToText(`<p>a${unseen}b</p>`).replaceAll('\n', '')).toBe('ab');
});

test('the head is not seen', () => {
  expect(htmlToText('<html><head><title>x</title></head><body>a</body></html>')).toBe('a');
});

test.each([
  '<b aria-hidden="true">x</b>',
  '<b hidden="until-found">x</b>',
  '<b style="display: inline">x</b>',
  '<details><summary>x</summary></details>',
  '<dialog open>x</dialog>',
])('%s is seen', (seen) => {
  expect(htmlToText(`a${seen}b`).replaceAll('\n', '')).toBe('axb');
});

test('broken HTML is read as a browser reads it', () => {
  expect(htmlToText('<!doctype html><p>one <b>two<p>three</b> four</div><table>five<tr><td>six')).toBe(
    'one two\nthree four\nfive\nsix',
  );
  expect(htmlToText('')).toBe('');
});

test('elements nested 50,000 deep do not overflow the stack', () => {
  expect(htmlToText(`${'<div>'.repeat(50_000)}deep`)).toBe('deep');
  expect(htmlToText(`${'<span>'.repeat(50_000)}deep${'</span>'.repeat(50_000)} end`)).toBe('deep end');
});
