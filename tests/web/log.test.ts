/** The log: a line of JSON for what fails, and none for what goes well, whoever asks wrongly. */
import { exports } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { store } from '../helpers/published.ts';

const ORIGIN = 'https://cards.example.org';
const CARD = '/cards/merchant-ships-harbour';
afterEach(() => vi.restoreAllMocks());

/** Everything that is written to the console, in any way. */
function lines(): unknown[][] {
  const written: unknown[][] = [];
  for (const way of ['error', 'warn', 'info', 'log', 'debug'] as const)
    vi.spyOn(console, way).mockImplementation((...line) => void written.push(line));
  return written;
}

test.each([
  ...[
    '/',
    '/?q=merchant',
    '/sources',
    '/sources/harbour-times-second-basin',
    '/topics/harbours',
    '/speakers/eva-muster',
    '/docs',
    '/llms.txt',
  ],
  ...[CARD, `${CARD}.png`, `${CARD}.svg`, `${CARD}.json`, `${CARD}.md`, `${CARD}/square-dark.png`, `${CARD}/source`],
  ...[
    '/api/cards',
    `/api${CARD}`,
    '/api/sources',
    '/api/speakers',
    '/api/topics',
    '/openapi.json',
    `/oembed?url=${ORIGIN}${CARD}`,
  ],
  ...['/feed.json', '/feed.xml', '/sitemap.xml', '/robots.txt', '/health', '/favicon.svg', '/docs/try/listCards'],
  ...['/nothing', '/nothing.png', '/cards/nobody.json', '/api/cards?limit=0', '/%ff', '/CARDS/%0d%0aX'],
])('nothing is written about %s', async (path) => {
  const written = lines();
  await (await exports.default.fetch(`${ORIGIN}${path}`, { redirect: 'manual' })).arrayBuffer();
  expect(written).toEqual([]);
});

test.each(['.png', '.json', '.md', '', '/source'])(
  'one line of JSON is written about a fault of ours: %s',
  async (ending) => {
    const written = lines();
    const getCard = () => {
      throw new Error('the test breaks it');
    };
    const app = createApp({ loadStore: async () => ({ ...store, getCard }), codeRevision: 'test' });
    const response = await app.request(`${ORIGIN}${CARD}${ending}`);
    expect(response.status).toBe(500);
    expect(written).toHaveLength(1);
    expect(JSON.parse(String(written[0]))).toEqual({
      level: 'error',
      path: `${CARD}${ending}`,
      message: 'the test breaks it',
      stack: expect.stringContaining('the test breaks it'),
    });
  },
);

test.each(['cards.example.org', 'https://', 'https://cards example.org'])(
  'a wrong PUBLIC_URL, "%s", is reported in the log, and the response has its policies',
  async (PUBLIC_URL) => {
    const written = lines();
    const app = createApp({ loadStore: async () => store, codeRevision: 'test' });
    const response = await app.request(`${ORIGIN}/`, {}, { PUBLIC_URL });
    expect(response.status).toBe(500);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(JSON.parse(String(written[0])).message).toContain('Write it with its scheme');
  },
);
