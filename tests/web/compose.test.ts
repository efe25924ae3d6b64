/** Of the composer, the Worker has a redirect in the preview, and nothing in a deployment. */
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { store } from '../helpers/published.ts';

const COMPOSER = 'http://127.0.0.1:12345/token/';
const options = { loadStore: async () => store, codeRevision: 'test' };
const ask = (app: ReturnType<typeof createApp>, env: object) => app.request('http://localhost:8787/compose', {}, env);

test('/compose of the preview leads to the composer, whose opener stays connected', async () => {
  const app = createApp({ ...options, specimens: { store, pictures: [] } });
  const response = await ask(app, { COMPOSER });
  expect([response.status, response.headers.get('location')]).toEqual([302, COMPOSER]);
  expect(response.headers.has('cross-origin-opener-policy')).toBe(false);
  expect((await ask(app, {})).status).toBe(404);
});

test('a deployment has no composer', async () => {
  expect((await ask(createApp(options), { COMPOSER })).status).toBe(404);
});

test('an unknown card of the preview may be in a file with an error, and of a deployment is an error in the address', async () => {
  const detailOf = async (own: object) =>
    (await createApp({ ...options, ...own }).request('http://localhost:8787/cards/no-such-card')).text();
  expect(await detailOf({ specimens: { store, pictures: [] } })).toContain(
    'the preview keeps the last valid catalogue',
  );
  expect(await detailOf({})).toContain('the address was probably mistyped');
});
