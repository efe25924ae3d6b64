/** The schema refuses what would break a page, or writes it in the one form that breaks none. */
import { describe, expect, test } from 'vitest';
import { formatProblem, parseFile, SourceFile } from '../../src/catalog/parse.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const URL_LINE = 'url: https://example.org/article';

function parsed(from: string, to: string) {
  if (!GOOD_FILE.includes(from)) throw new Error(`the good file has no "${from}"`);
  const { data, problems } = parseFile('cards/daily-example.yaml', GOOD_FILE.replace(from, to), SourceFile);
  return { source: data?.source, cards: data?.cards, problems: problems.map(formatProblem) };
}

const withUrl = (address: string) => parsed(URL_LINE, `url: ${JSON.stringify(address)}`);

describe('a language', () => {
  test.each(['en-US-US', 'en-a-bbb-a-ccc', 'sl-rozaj-rozaj', 'x-own', 'english', 'de_AT', 'en-'])(
    'is not "%s", which is no tag of BCP 47',
    (tag) => {
      expect(parsed('language: en', `language: ${tag}`).problems).toEqual([
        'cards/daily-example.yaml:8: source.language must be a language tag (BCP 47), for example "en", "de-AT" or "zh-Hant".',
      ]);
    },
  );

  test.each([
    ['en-us', 'en-US'],
    ['ZH-HANT-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['de-1901', 'de-1901'],
  ])('"%s" is read as "%s"', (tag, canonical) => {
    expect(parsed('language: en', `language: ${tag}`).source?.language).toBe(canonical);
  });
});

describe('an address', () => {
  test.each([
    ['https:evil.org', 'needs two slashes after "https:". Write https://evil.org/, if you mean that'],
    ['https:/evil.org/a', 'needs two slashes'],
    ['https:///evil.org/a', 'needs two slashes'],
    ['https:\\\\evil.org', 'contains a space, a backslash'],
    ['https://example.org\\@evil.org/', 'contains a space, a backslash'],
    ['https://example.org/a b', 'contains a space, a backslash'],
    ['https://example.org/a\u200bb', 'contains a space, a backslash or an invisible character'],
    ['https://user@example.org/', 'contains a user name. Remove it, and the @'],
    ['https://user:secret@example.org/', 'contains a user name'],
    ['https://@example.org/', 'contains a user name'],
    ['https://localhost/a', 'is at "localhost", which is not a public site'],
    ['https://intranet/a', 'is at "intranet"'],
    ['https://news.local./a', 'is at "news.local."'],
    ['https://127.0.0.1/', 'is at "127.0.0.1"'],
    ['https://0x7f.1/', 'is at "127.0.0.1"'],
    ['https://2130706433/', 'is at "127.0.0.1"'],
    ['https://[::ffff:10.0.0.1]/', 'is at "[::ffff:a00:1]"'],
    ['https://example.org/\u202egpj', 'has a direction mark (U+202E)'],
    ['https://example.org/\ufffd', 'has the sign of damaged text (U+FFFD)'],
    ['http://example.org/', 'must be an https address'],
    ['javascript:alert(1)', 'must be an https address'],
  ])('is not "%s"', (address, message) => {
    const { problems } = withUrl(address);
    expect(problems).toEqual([expect.stringContaining(`cards/daily-example.yaml:7: source.url ${message}`)]);
  });

  test.each([
    ['https://example.org/статья', 'https://example.org/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F'],
    ['https://example.org/%D1%81', 'https://example.org/%D1%81'],
    ['https://пример.example/', 'https://xn--e1afmkfd.example/'],
    ['HTTPS://Example.ORG:443/a/../B', 'https://example.org/B'],
    ['https://example.org/100%?a[]=1|2', 'https://example.org/100%25?a%5B%5D=1%7C2'],
  ])('"%s" is read as %s', (address, canonical) => {
    expect(withUrl(address).problems).toEqual([]);
    expect(withUrl(address).source?.url).toBe(canonical);
    expect(withUrl(canonical).source?.url).toBe(canonical);
  });

  test('is checked wherever one is given', () => {
    const evil = '"https:evil.org"';
    const translated = `translated: { from: de, publisher: Merkur, url: ${evil} }`;
    const corrections = `corrections: [{ date: 2023-11-03, text: A slip, url: ${evil} }]`;
    for (const field of [translated, corrections])
      expect(parsed('language: en', `language: en\n  ${field}`).problems).toEqual([
        expect.stringContaining('needs two slashes'),
      ]);
  });
});

describe('a text', () => {
  const SIGNS: [string, string][] = [
    ['\\u0007', 'has a control character (U+0007)'],
    ['\\u009f', 'has a control character (U+009F)'],
    ['\\u202e', 'has a direction mark (U+202E)'],
    ['\\u2066', 'has a direction mark (U+2066)'],
    ['\\u200f', 'has a direction mark (U+200F)'],
    ['\\ufffe', 'has a noncharacter (U+FFFE)'],
    ['\\ufffd', 'has the sign of damaged text (U+FFFD)'],
    ['\\ufeff', 'has a byte order mark (U+FEFF)'],
  ];
  const FIELDS: [string, string, string, string][] = [
    ['title', 'title: A title', 'title:', 'source.title'],
    ['note', 'language: en', 'language: en\n  note:', 'source.note'],
    ['publisher', 'publisher: Daily Example', 'publisher:', 'source.publisher'],
    ['claim', 'claim: Somebody on something', 'claim:', 'cards[1].claim'],
    ['topic', 'topics: [Examples]\n    claim', 'topics:', 'cards[1].topics[0]'],
    ['name', 'attribution: [Somebody, Daily Example]', 'attribution:', 'cards[1].attribution[0]'],
  ];
  test.each(FIELDS.flatMap((field) => SIGNS.map((sign) => [field[0], sign[0], field, sign] as const)))(
    'of a %s has no %s',
    (_name, sign, [name, from, start, path], [, message]) => {
      const isList = name === 'topic' || name === 'name';
      const value = `"some ${sign}words"`;
      const written = `${start} ${isList ? `[${value}]` : value}${name === 'topic' ? '\n    claim' : ''}`;
      expect(parsed(from, written).problems).toEqual([
        expect.stringMatching(
          new RegExp(
            `:\\d+: ${path.replace(/[[\].]/g, '\\$&')} ${message.replace(/[()+]/g, '\\$&')} behind “some ”\\. Delete it`,
          ),
        ),
      ]);
    },
  );

  test('may have letters of every script, and what joins them', () => {
    for (const title of ['Привет', 'שלום', 'مرحبا', '日本語', '😀 👩🏽‍🚀', 'می‌خواهم', 'e\u0301'])
      expect(parsed('title: A title', `title: ${JSON.stringify(title)}`).source?.title).toBe(title);
  });
});
