import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snippetsOf } from '../../src/web/embed/snippets.ts';
import { createLinks } from '../../src/web/links.ts';
import { quoteCard, recordOf, source } from '../helpers/fixtures.ts';

const links = createLinks('https://cards.example.org');
const PAGE = 'https://cards.example.org/cards/a-card';
const snippets = (alt: string) => snippetsOf(recordOf(quoteCard), { alt, size: 'square', theme: 'dark', links });
const STYLE = 'style="max-width:100%;height:auto"';

test('each links the picture to the card’s page', () => {
  expect(snippets('What it says')).toEqual({
    markdown: `[![What it says](${PAGE}/square-dark.png)](${PAGE})`,
    html: `<a href="${PAGE}"><img src="${PAGE}/square-dark.png" width="1080" height="1080" alt="What it says" ${STYLE}></a>`,
    text: `“these are the words” (Somebody, Daily Example, Nov 2023): ${PAGE}`,
    bbcode: `[url=${PAGE}][img alt="What it says"]${PAGE}/square-dark.png[/img][/url]`,
    dokuwiki: `[[${PAGE}|{{${PAGE}/square-dark.png?nolink&540x540|What it says}}]]`,
    mediawiki: `[${PAGE} ${PAGE}/square-dark.png]<br><nowiki>What it says</nowiki>`,
    wikipedia: expect.stringMatching(/^<ref>\{\{cite news .* \|quote=these are the words\}\}<\/ref>$/),
  });
});

test('where no theme is chosen, HTML follows the reader’s, and the others are light', () => {
  const own = snippetsOf(recordOf(quoteCard), { alt: 'What it says', size: 'og', theme: undefined, links });
  expect(own.html).toBe(
    `<a href="${PAGE}"><picture><source media="(prefers-color-scheme: dark)" srcset="${PAGE}/og-dark.png">` +
      `<img src="${PAGE}.png" width="1200" height="630" alt="What it says" ${STYLE}></picture></a>`,
  );
  expect(own.markdown).toBe(`[![What it says](${PAGE}.png)](${PAGE})`);
});

test('HTML in another width keeps the proportions of the picture', () => {
  const options = { alt: '', size: 'square', theme: 'light', links, width: 600 } as const;
  expect(snippetsOf(recordOf(quoteCard), options).html).toContain('width="600" height="600"');
});

describe('no text ends its place in the markup', () => {
  const hostile = fc.array(fc.constantFrom(...'[](){}<>|"\'\\*_`&!/', 'a', ' ', ']]', '}}', '</nowiki>', '[/img]'), {
    maxLength: 40,
  });
  test.each([
    ['bbcode', /^\[url=[^\]]+\]\[img alt="[^"[\]]*"\][^[\]]+\[\/img\]\[\/url\]$/],
    ['dokuwiki', /^\[\[[^|\]]+\|\{\{[^|}]+\|[^|{}[\]]*\}\}\]\]$/],
    ['mediawiki', /^\[\S+ \S+\]<br><nowiki>[^<>]*<\/nowiki>$/],
    ['html', /^<a href="[^"]+"><img src="[^"]+" width="\d+" height="\d+" alt="[^"<>]*" style="[^"]*"><\/a>$/],
    ['markdown', /^\[!\[(?:[^[\]\\]|\\.)*\]\([^)]+\)\]\([^)]+\)$/s],
  ] as const)('%s', (markup, shape) => {
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(snippets(parts.join(''))[markup]).toMatch(shape);
      }),
    );
  });
});

test('a comparison has one Wikipedia reference for each source, with each quote in quotation marks', () => {
  const row = (id: string, exact: string, from = source) => ({
    label: id,
    record: recordOf({ ...quoteCard, id, quote: { exact } }, from),
  });
  const other = { ...source, id: 'other', publisher: 'Other' };
  const rows = [row('a', 'first'), row('b', 'other words', other), row('c', 'second'), row('d', 'first')];
  const card = { ...quoteCard, kind: 'comparison', id: 'all', rows: [] };
  const options = { alt: '', size: 'og', theme: undefined, links } as const;
  const { wikipedia } = snippetsOf({ card, rows } as never, options);
  expect(wikipedia.match(/\|quote=[^}]*/g)).toEqual(['|quote=first" … "second', '|quote=other words']);
  expect(wikipedia).toMatch(/^(<ref>\{\{cite news [^<]*\}\}<\/ref>){2}$/);
});
