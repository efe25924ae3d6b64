import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/page/html-text.ts';
import { TooComplex } from '../../src/page/parse-html.ts';

const htmlToText = (html: string) => readHtml(html).text;

test('each block element has a line of its own', () => {
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
  '<span popover>x</span>',
  '<span style="visibility: hidden">x</span>',
  '<span style="content-visibility:hidden">x</span>',
  '<span style="font-size:0">x</span>',
  '<span style="position:absolute; left:-9999px">x</span>',
  '<select><option>x</select>',
  '<del>x</del>',
  '<s>x</s>',
  '<strike>x</strike>',
  '<span style="text-decoration: line-through">x</span>',
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
  '<b style="font-size: 0.9em; left: -1px">x</b>',
  '<ins>x</ins>',
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

describe('a page that would take all memory is refused', () => {
  test.each([
    ['formatting elements that are left open', Array.from({ length: 1000 }, (_, at) => `<b a${at}><p>x`).join('')],
    ['elements', '<i></i>'.repeat(200_000)],
    ['elements of no depth', '<div>'.repeat(200_000)],
    ['comments', '<!---->'.repeat(200_000)],
    ['texts', 'x<br>'.repeat(100_000)],
    ['rows outside of their table', '<table>x<tr>'.repeat(100_000)],
  ])('%s', (_, html) => expect(() => readHtml(html)).toThrow(TooComplex));

  test('and one of many words, attributes, or end tags is not', () => {
    expect(htmlToText(`<p>${'word '.repeat(300_000)}`)).toHaveLength(1_499_999);
    expect(htmlToText(`<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}`).join(' ')}>word`)).toBe('word');
    expect(htmlToText(`${'<span>'.repeat(50_000)}${'</x>'.repeat(300_000)}word`)).toBe('word');
  });
});

test('elements nested 50,000 deep do not overflow the stack', () => {
  expect(htmlToText(`${'<div>'.repeat(50_000)}deep`)).toBe('deep');
  expect(htmlToText(`${'<span>'.repeat(50_000)}deep${'</span>'.repeat(50_000)} end`)).toBe('deep end');
});

test('what is taken back parts the text around it', () => {
  expect(htmlToText('<p>sent <del>500</del> <ins>900</ins> men, 5<s>0</s>0</p>')).toBe('sent\n900 men, 5\n0');
});

const MARK = '\u2060';

test.each([
  ['men<sup>2</sup>', `men${MARK}²`],
  ['1,000<sup><a href="#n">12</a></sup> men', `1,000${MARK}¹² men`],
  ['log10<sub>2</sub>', `log10${MARK}₂`],
  ['men <sup>2</sup>', 'men 2'],
  ['men.<sup>2</sup> All', `men.${MARK}² All`],
  ['men<sup>1,2</sup>', `men${MARK}¹,²`],
  ['1,000<sup>a</sup>', `1,000${MARK}ᵃ`],
  ['la 1<sup>a</sup>', 'la 1a'],
  ['men<sup>[2]</sup>', 'men[2]'],
  ['the 5<sup>th</sup>', 'the 5th'],
  ['CO<sub>2</sub>', 'CO2'],
])('a raised number joins no number and no word: %s', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

const blocksIn = (html: string) => {
  const { text, blocks } = readHtml(html);
  return blocks?.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
};

test('each block has its type', () => {
  const html = `<h2>Title</h2><div>One <b>two</b></div><ul><li>Three<p>Four</ul><dl><dt>Five<dd>Six</dl>
    <figure><figcaption><p>Seven</figcaption></figure><table><caption>Eight</caption><tr><th>Nine<td>Ten</table>
    <div role="heading">Eleven</div>`;
  expect(blocksIn(html)).toEqual([
    'heading: Title',
    'paragraph: One two',
    'list-item: Three',
    'list-item: Four',
    'list-item: Five',
    'list-item: Six',
    'caption: Seven',
    'caption: Eight',
    'table-cell: Nine',
    'table-cell: Ten',
    'heading: Eleven',
  ]);
});

test('an empty line parts the blocks of preformatted text', () => {
  expect(blocksIn('<pre>One\ntwo\n \n\nThree <b>four</b>\n</pre>')).toEqual([
    'paragraph: One\ntwo\n \n',
    'paragraph: Three four',
  ]);
});

test('a line break stays in its block, two part it, and a layout table has paragraphs', () => {
  expect(blocksIn('<p>One<br>two<br> <br>three</p>')).toEqual(['paragraph: One\ntwo', 'paragraph: three']);
  expect(blocksIn('<table><tr><td><p>One<p>Two</table>')).toEqual(['paragraph: One', 'paragraph: Two']);
});

test('of any HTML, the blocks are in order and hold all that is not white space', () => {
  const tags = 'p div li td tr table h1 br pre del sup sub span a aside article nav figcaption b'.split(' ');
  const piece = fc.oneof(
    fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
    fc.constantFrom('1', 'a b', ' ', '\n\n', '.', '\u00a0', '\u200b', '<p class="share">', '<a href="/">'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { text, blocks } = readHtml(pieces.join(''));
      let at = 0;
      for (const { start, end } of blocks ?? []) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(start).toBeLessThan(end);
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: 1000 },
  );
});
