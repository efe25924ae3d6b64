import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/page/html-text.ts';

const PROSE =
  'The army has about 48,000 soldiers, as its opponents say, and it grows every year by some thousands of men.';
const ARTICLE = `<h1>The army grows</h1><p>First. ${PROSE}</p><p>Second. ${PROSE}</p><p>Third. ${PROSE}</p>`;

/** The part of the page that a text is in. */
function partOf(html: string, words: string) {
  const { text, blocks } = readHtml(html);
  const at = text.indexOf(words);
  return blocks?.find(({ start, end }) => start <= at && at < end)?.part;
}

describe.each([
  ['in an article', `<body><header>Daily</header><article>${ARTICLE} EXTRA</article></body>`],
  ['in main', `<body><header>Daily</header><main>${ARTICLE} EXTRA</main></body>`],
  ['in neither', `<body><div id="top">Daily</div><div id="wrap"><div class="text">${ARTICLE} EXTRA</div></div></body>`],
  [
    'in a layout table',
    `<table><tr><td>Menu</td><td><b>Daily</b><br>${ARTICLE.replace(/<\/?p>/g, '<br><br>').replaceAll(PROSE, PROSE + PROSE)} EXTRA</td></tr></table>`,
  ],
  ['in a body alone', `<body>${ARTICLE} EXTRA</body>`],
  ['in the form around a whole page', `<body><form><div class="story">${ARTICLE} EXTRA</div></form></body>`],
  [
    'in a wrapper with a name of furniture',
    `<body><div class="has sidebar share"><div>${ARTICLE} EXTRA</div></div></body>`,
  ],
])('of a page with its text %s', (_where, page) => {
  test('headline and paragraphs are the article', () => {
    const html = page.replace('EXTRA', '');
    for (const words of ['The army grows', 'First.', 'Second.', 'Third.']) expect(partOf(html, words)).toBe('article');
  });

  test.each([
    '<nav><p>Another thing</p></nav>',
    '<aside><p>Another thing</p></aside>',
    '<footer>Another thing</footer>',
    '<div role="complementary">Another thing</div>',
    '<div role="navigation"><ul><li>Another thing</ul></div>',
    '<div class="relatedStories"><p>Another thing</p></div>',
    '<section id="related_articles"><h3>Another thing</h3></section>',
    '<div class="teaser-list"><p>Another thing</p></div>',
    '<div id="cookie-banner">Another thing</div>',
    '<div class="newsletter">Another thing</div>',
    '<ol class="breadcrumb"><li>Another thing</ol>',
    `<div id="comments"><p>${PROSE.repeat(9)} Another thing</p></div>`,
    '<p><a href="/other">Another thing</a></p>',
    '<p>Read also: <a href="/other">Another thing that happened in the north of the country</a></p>',
    '<section class="more-news"><h3>Another thing</h3></section>',
    '<section><h2>Related articles</h2><p>Another thing</p></section>',
    '<h2>Читайте також</h2><p>Another thing</p>',
    '<div><h3>12 Kommentare</h3><p>Another thing</p></div>',
    '<div class="site-alert"><p>Another thing</p></div>',
    '<div class="gallery"><ul><li>Another thing</ul></div>',
  ])('furniture is known: %s', (extra) => {
    expect(partOf(page.replace('EXTRA', extra), 'Another thing')).toBe('furniture');
  });

  test.each([
    '<div class="shareholders"><p>Another thing</p></div>',
    '<blockquote><p>Another thing</p></blockquote>',
    '<h2>Related work of the army</h2><p>Another thing</p>',
    '<h2>Comments by the minister</h2><p>Another thing</p>',
    '<p>Another thing with <a href="/x">a link</a></p>',
  ])('the text of the article is not furniture: %s', (extra) => {
    expect(partOf(page.replace('EXTRA', extra), 'Another thing')).toBe('article');
  });
});

test('the header of an article is of the article, that of a site is not', () => {
  const html = `<header><p>Daily news since 1901</p></header><main><header><p>In short: it grows</p></header>${ARTICLE}</main>`;
  expect(partOf(html, 'In short')).toBe('article');
  expect(partOf(html, 'Daily news')).toBe('furniture');
});

test('a page without prose has the article that it names, or none', () => {
  expect(partOf('<div><p>Beside</p></div><article><p>Short</p><p>Words</p></article>', 'Words')).toBe('article');
  expect(partOf('<p>Short</p><p>Words</p>', 'Words')).toBe('other');
  expect(readHtml('').blocks).toEqual([]);
});
