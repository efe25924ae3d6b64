/** The companion of the composer lets in its own page, and nobody else. */
import { afterAll, describe, expect, test } from 'vitest';
import { type Composer, openComposer } from '../../helpers/compose.ts';

const composer: Composer = await openComposer();
const { address, token } = composer;
afterAll(() => composer.close());

describe('the page', () => {
  test('is served at its address only, and may load nothing of others, nor be framed', async () => {
    const { status, headers } = await composer.get(address.pathname);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test.each(['/', '/main.js', `/${'x'.repeat(32)}/`, '/api/overview', '/%2e%2e/'])(
    'is not served at %s',
    async (path) => {
      expect((await composer.get(path)).status).toBe(403);
    },
  );

  test.each(['../server.ts', '..%2fserver.ts', '%2e%2e%2fguard.ts', 'tsconfig.json', '__proto__'])(
    'has no file %s',
    async (name) => {
      const { status, text } = await composer.get(`/${token}/${name}`);
      expect([403, 404]).toContain(status);
      expect(text).not.toContain('import');
    },
  );

  test('is what a foreign page may lead to, but not with its own host name', async () => {
    expect((await composer.get(address.pathname, { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    expect((await composer.get(address.pathname, { host: `evil.example:${address.port}` })).status).toBe(403);
    expect((await composer.get(address.pathname, { host: `localhost:${address.port}` })).status).toBe(403);
  });
});

describe('a call', () => {
  test('is answered to the own page', async () => {
    expect((await composer.call('overview', {}, { origin: address.origin })).status).toBe(200);
  });

  test.each([
    ['without the token', { 'x-composer-token': '' }],
    ['with another token', { 'x-composer-token': 'a'.repeat(32) }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from the preview', { origin: 'http://localhost:8787' }],
    ['from a document without an origin', { origin: 'null' }],
    ['under another host name', { host: 'evil.example' }],
  ])('is refused %s', async (_how, headers) => {
    const { status, body } = await composer.call('overview', {}, headers);
    expect(status).toBe(403);
    expect(body).not.toHaveProperty('cards');
  });

  test.each([
    ['no JSON', '{', 400],
    ['another shape', { address: 5 }, 400],
    ['a field too many', { address: 'https://example.org/', path: '/etc/passwd' }, 400],
    ['more than the limit', { content: 'x'.repeat(12_100_000) }, 413],
  ])('with %s is refused with what is wrong', async (_what, body, status) => {
    const answer = await composer.call('open', body);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toMatch(/call is invalid|larger than/);
  });

  test('is sent with POST, as JSON, and under a known name', async () => {
    expect((await composer.get('/api/overview', { 'x-composer-token': token })).status).toBe(405);
    expect((await composer.call('overview', {}, { 'content-type': 'text/plain' })).status).toBe(415);
    for (const name of ['nothing', 'constructor', '__proto__'])
      expect((await composer.call(name, {})).status).toBe(404);
  });

  test.each(['../secrets', 'a/../../b', '/etc/passwd', 'comparisons.yaml', ''])(
    'names no file outside cards/: %s',
    async (source) => {
      const edit = { base: null, source, reading: null, sourceFields: {}, card: { id: 'a' }, was: null };
      const rest = { doubts: { source: {}, card: {} }, entry: null };
      const { status } = await composer.call('save', { edit: { ...edit, ...rest }, allowOpen: true });
      expect(status).toBe(400);
      expect((await composer.call('edit', { source, card: 'x' })).status).toBeGreaterThanOrEqual(400);
      expect((await composer.call('dropDraft', { id: source })).status).toBe(404);
      expect(composer.files()).toEqual(['daily-example.yaml', 'evidence.lock.json']);
    },
  );
});
