/** What the Worker does with what it may be bound to: a limit on drawing, and a place to count views. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { networkOf } from '../../src/web/images/metering.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const ORIGIN = 'https://cards.example.org';
const catalog = catalogOf([{ id: 'a-card' }]);
const newApp = () => createApp({ loadStore: async () => catalog, codeRevision: 'test' });
const FROM = { headers: { 'CF-Connecting-IP': '203.0.113.7' } };
afterEach(() => vi.restoreAllMocks());

describe('a client that is over its limit', () => {
  const limit = vi.fn(async (_: { key: string }) => ({ success: false }));
  const env = { DRAWING_LIMIT: { limit } };

  test.each([
    ['.png', 'image/png'],
    ['.svg', 'image/svg+xml'],
  ])('is refused a picture that would have to be drawn, as a drawn card: %s', async (ending, type) => {
    const response = await newApp().request(`${ORIGIN}/cards/a-card${ending}`, FROM, env);
    expect(response.status).toBe(429);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Retry-After')).toBe('60');
    expect(response.headers.get('ETag')).toBeNull();
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    expect(limit).toHaveBeenLastCalledWith({ key: '203.0.113.7' });
  });

  test('gets what was drawn for another', async () => {
    const app = newApp();
    await (await app.request(`${ORIGIN}/cards/a-card.png`)).arrayBuffer();
    expect((await app.request(`${ORIGIN}/cards/a-card.png`, FROM, env)).status).toBe(200);
  });

  test('gets all that needs no drawing', async () => {
    const app = newApp();
    limit.mockClear();
    const etag = (await app.request(`${ORIGIN}/cards/a-card.png`)).headers.get('ETag') ?? '';
    const again = { headers: { ...FROM.headers, 'If-None-Match': etag } };
    expect((await app.request(`${ORIGIN}/cards/a-card.png`, again, env)).status).toBe(304);
    for (const path of ['/', '/cards/a-card', '/cards/a-card.json', '/cards/a-card.md', '/feed.xml'])
      expect([path, (await app.request(`${ORIGIN}${path}`, FROM, env)).status]).toEqual([path, 200]);
    expect((await app.request(`${ORIGIN}/cards/nobody.png`, FROM, env)).status).toBe(404);
    expect(limit).not.toHaveBeenCalled();
  });
});

test('who is within the limit, or comes from inside, is not refused; nor where the limiter fails', async () => {
  const within = { DRAWING_LIMIT: { limit: async () => ({ success: true }) } };
  const over = { DRAWING_LIMIT: { limit: async () => ({ success: false }) } };
  const failing = { DRAWING_LIMIT: { limit: () => Promise.reject(new Error('no limiter')) } };
  expect((await newApp().request(`${ORIGIN}/cards/a-card.png`, FROM, within)).status).toBe(200);
  expect((await newApp().request(`${ORIGIN}/cards/a-card.png`, {}, over)).status).toBe(200);
  expect((await newApp().request(`${ORIGIN}/cards/a-card.png`, FROM, failing)).status).toBe(200);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['2001:db8:1:2:3::', '2001:db8:1:2'],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

describe('views of pictures', () => {
  const writeDataPoint = vi.fn();
  const env = { IMAGE_VIEWS: { writeDataPoint } };

  test('are counted by card, size and theme, with nothing of who asks', async () => {
    const app = newApp();
    const headers = { ...FROM.headers, 'User-Agent': 'someone', Referer: 'https://blog.example/' };
    const response = await app.request(`${ORIGIN}/cards/a-card/square-dark.png`, { headers }, env);
    const again = { headers: { ...headers, 'If-None-Match': response.headers.get('ETag') ?? '' } };
    for (let time = 0; time < 3; time++)
      expect((await app.request(`${ORIGIN}/cards/a-card/square-dark.png`, again, env)).status).toBe(304);
    const point = { indexes: ['a-card'], blobs: ['a-card', 'square', 'dark'], doubles: [1] };
    expect(writeDataPoint.mock.calls).toEqual([[point], [point], [point], [point]]);
  });

  test('are not counted for what no one sees', async () => {
    writeDataPoint.mockClear();
    const app = newApp();
    await app.request(`${ORIGIN}/cards/a-card.png`, { method: 'HEAD' }, env);
    for (const path of ['/cards/nobody.png', '/cards/a-card', '/cards/a-card.json'])
      await app.request(`${ORIGIN}${path}`, {}, env);
    expect(writeDataPoint).not.toHaveBeenCalled();
  });

  test('take no picture away where counting fails', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    writeDataPoint.mockImplementation(() => {
      throw new Error('no more points');
    });
    expect((await newApp().request(`${ORIGIN}/cards/a-card.png`, {}, env)).status).toBe(200);
    expect(log).toHaveBeenCalledOnce();
  });
});
