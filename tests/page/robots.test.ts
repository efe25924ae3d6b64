import { expect, test } from 'vitest';
import { createRobots, permissionIn } from '../../src/page/robots.ts';
import type { VisitOptions } from '../../src/page/visit.ts';
import { memoryStore } from '../helpers/watch-store.ts';

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
