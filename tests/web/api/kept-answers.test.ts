/** Answers about cards that the isolate keeps: a repeated request has the same answer, and a changed one its own. */
import { expect, test, vi } from 'vitest';
import { createApp } from '../../../src/app.ts';
import type { Store } from '../../../src/catalog/store.ts';
import { ORIGIN } from '../../helpers/asking.ts';
import { catalogOf } from '../../helpers/catalogs.ts';

const appOf = (opened: () => Store) => createApp({ loadStore: async () => opened(), codeRevision: 'test' });
const answer = async (response: Response) => [response.status, [...response.headers], await response.text()];

test.each(['/api/cards', '/api/cards?q=words&limit=1', '/api/cards/a', '/cards/a.json'])(
  '%s is made once, and answered with the same headers',
  async (path) => {
    const store = catalogOf([{ id: 'a' }, { id: 'b' }]);
    const [list, get] = [vi.spyOn(store, 'listCards'), vi.spyOn(store, 'revisionsOf')];
    const app = appOf(() => store);
    const first = await answer(await app.request(`${ORIGIN}${path}`));
    const calls = list.mock.calls.length + get.mock.calls.length;
    expect(await answer(await app.request(`${ORIGIN}${path}`))).toEqual(first);
    expect(list.mock.calls.length + get.mock.calls.length).toBe(calls);
    expect(first[0]).toBe(200);
  },
);

test('an answer is of the current catalogue, and of the origin that was asked', async () => {
  let store = catalogOf([{ id: 'a' }]);
  const app = appOf(() => store);
  const read = async (origin: string) => (await app.request(`${origin}/api/cards`)).text();
  const before = await read(ORIGIN);
  expect(await read('https://other.example')).toBe(before.replaceAll(ORIGIN, 'https://other.example'));
  store = catalogOf([{ id: 'b' }]);
  expect(await read(ORIGIN)).toContain('"id":"b"');
});

test('who has an answer gets 304, and an error is not kept', async () => {
  const store = catalogOf([{ id: 'a' }]);
  const app = appOf(() => store);
  const etag = (await app.request(`${ORIGIN}/api/cards`)).headers.get('ETag') ?? '';
  const ask = (headers: HeadersInit) => app.request(`${ORIGIN}/api/cards`, { headers });
  expect([(await ask({ 'If-None-Match': etag })).status, (await ask({})).status]).toEqual([304, 200]);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const listCards = vi.spyOn(store, 'listCards').mockRejectedValueOnce(new Error('the test breaks it'));
  const asked = async () => (await app.request(`${ORIGIN}/api/cards?limit=7`)).status;
  expect([await asked(), await asked()]).toEqual([500, 200]);
  listCards.mockRestore();
});
