import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { expect, test } from 'vitest';
import { createRobots, permissionIn, type Robots } from '../../src/page/robots.ts';
import type { VisitOptions } from '../../src/page/visit.ts';

/** What is kept of robots.txt, in memory. */
function memoryStore() {
  const kept = new Map<string, Robots>();
  return {
    getRobots: async (origin: string) => kept.get(origin) ?? null,
    putRobots: async (origin: string, robots: Robots) => void kept.set(origin, robots),
  };
}

const PAGE = new URL('https://example.org/news/article?id=1');
const permission = (text: string | null) => permissionIn({ day: '2026-01-01', text }, PAGE);

test.each([
  ['', 'allowed'],
  ['<!doctype html><title>Not found</title>', 'allowed'],
  ['User-agent: *\nDisallow: /private/', 'allowed'],
  ['User-agent: *\nDisallow: /', 'disallowed'],
  ['User-agent: *\nDisallow: /\nAllow: /news/', 'allowed'],
  ['User-agent: sourced-fact-cards\nDisallow: /news/', 'disallowed'],
  ['User-agent: Sourced-Fact-Cards/9.0\nDisallow: /*?id=', 'disallowed'],
  ['User-agent: *\nDisallow: /\n\nUser-agent: sourced-fact-cards\nAllow: /', 'allowed'],
  ['User-agent: other-bot\nDisallow: /', 'allowed'],
  ['User-agent: a\nUser-agent: sourced-fact-cards\nDisallow: /news', 'disallowed'],
  ['User-agent: *\nDisallow: /news/ # not yet', 'disallowed'],
  ['User-agent: *\nDisallow: /news/*$', 'disallowed'],
  ['User-agent: *\nDisallow: /*article$', 'allowed'],
  ['User-agent: *\nDisallow: /*/article*id=1$', 'disallowed'],
  ['User-agent: *\nDisallow: /news/article\nAllow: /news/article', 'allowed'],
  ['User-agent: *\nDisallow:\n\nUser-agent: *\nDisallow: /news', 'disallowed'],
  ['Disallow: /', 'allowed'],
  ['user-agent : *\r\nDISALLOW:/news', 'disallowed'],
  [null, 'unknown'],
])('%j: %s', (text, expected) => {
  expect(permission(text)).toBe(expected);
});

/** A site whose robots.txt answers so; what was asked is written down. */
function siteWith(answer: () => Response) {
  const asked: string[] = [];
  const fetching = (async (address: string) => {
    asked.push(address);
    return answer();
  }) as unknown as typeof fetch;
  const options: VisitOptions = { allowed: new Set([PAGE.href]), fetch: fetching };
  return { asked, options };
}

test.each([
  [200, 'User-agent: *\nDisallow: /', 'disallowed'],
  [404, 'nothing', 'allowed'],
  [403, 'nothing', 'allowed'],
  [429, 'slower', 'unknown'],
  [503, 'later', 'unknown'],
])('a robots.txt of status %s is taken as RFC 9309 says', async (status, text, expected) => {
  const { options } = siteWith(() => new Response(text, { status }));
  expect(await createRobots(memoryStore(), '2026-01-01', options)(PAGE)).toBe(expected);
});

test('a site that does not answer allows nothing', async () => {
  const { options } = siteWith(() => {
    throw new TypeError('fetch failed');
  });
  expect(await createRobots(memoryStore(), '2026-01-01', options)(PAGE)).toBe('unknown');
});

test('a robots.txt is not followed to another site', async () => {
  const { asked, options } = siteWith(
    () => new Response(null, { status: 301, headers: { location: 'https://elsewhere.example/robots.txt' } }),
  );
  expect(await createRobots(memoryStore(), '2026-01-01', options)(PAGE)).toBe('unknown');
  expect(asked).toEqual(['https://example.org/robots.txt']);
});

test('of a robots.txt without end, what the standard asks for is read', async () => {
  const endless = `User-agent: *\nDisallow: /news/\n${'#'.repeat(600 * 1024)}\nAllow: /news/`;
  const { options } = siteWith(() => new Response(endless));
  expect(await createRobots(memoryStore(), '2026-01-01', options)(PAGE)).toBe('disallowed');
});

test('it is read once a day', async () => {
  const { asked, options } = siteWith(() => new Response(''));
  const store = memoryStore();
  for (const day of ['2026-01-01', '2026-01-01', '2026-01-02'])
    for (const path of ['/a', '/b']) await createRobots(store, day, options)(new URL(path, PAGE));
  expect(asked).toHaveLength(2);
});

const KIB_465 = 465 * 1024;
const filled = (unit: string) => unit.repeat(Math.floor(KIB_465 / unit.length));
const LONG = new URL(`https://example.org/${'a'.repeat(2000)}`);

test.each([
  ['rules of many wildcards', `User-agent: *\n${filled(`Disallow: /${'*a'.repeat(500)}b\n`)}`],
  ['one rule of wildcards', `User-agent: *\nDisallow: /${filled('*a')}b`],
  ['empty wildcards', `User-agent: *\nDisallow: /${filled('*')}b`],
  [
    'many names before many rules',
    `${filled('User-agent: *\n').slice(0, KIB_465 / 2)}\n${filled('Disallow: /b\n').slice(KIB_465 / 2)}`,
  ],
  ['many rules', `User-agent: *\n${filled('Disallow: /a*b\n')}`],
])('%s are read in the time that their bytes take', (_, text) => {
  // Each of these took from seconds to hours.
  for (let page = 0; page < 10; page++) expect(permissionIn({ day: '2026-01-01', text }, LONG)).toBe('allowed');
});

test('escapes are the same in either case, and letters outside ASCII are escaped', () => {
  const text = 'User-agent: *\nDisallow: /новини/%d0%b0';
  expect(permissionIn({ day: '', text }, new URL('https://example.org/новини/а'))).toBe('disallowed');
  expect(permissionIn({ day: '', text }, new URL('https://example.org/новини/б'))).toBe('allowed');
});

/** Lines about the name of ours, another's and everybody's, and rules of few letters, so that many of them match. */
const lines = fc.oneof(
  fc.constantFrom('*', 'sourced-fact-cards', 'Sourced-Fact-Cards/2', 'other').map((name) => `User-agent: ${name}`),
  fc
    .tuple(
      fc.constantFrom('Allow', 'Disallow'),
      fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '$'), maxLength: 6 }),
    )
    .map(([key, pattern]) => `${key}: /${pattern}`),
  fc.constantFrom('', '# a comment', 'Sitemap: https://example.org/s.xml'),
);

test('any rules say what they say to another reader of robots.txt', () => {
  const paths = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 12 }), paths, (all, path) => {
      const text = all.join('\n');
      const url = new URL(`https://example.org/${path.replace(/^\/+/, '')}`);
      const other = robotsParser('https://example.org/robots.txt', text).isAllowed(url.href, 'sourced-fact-cards');
      expect(permissionIn({ day: '', text }, url)).toBe(other === false ? 'disallowed' : 'allowed');
    }),
    { numRuns: 3000 },
  );
});
