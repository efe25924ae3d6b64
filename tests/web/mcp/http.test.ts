/** What /mcp answers to requests that are no proper call, and how it is limited. */
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { catalogOf } from '../../helpers/catalogs.ts';
// Loaded here, because vitest loads no module within a request that has ended.
import '../../../src/web/mcp/server.ts';

const ORIGIN = 'https://cards.example.org';
const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
const store = catalogOf([{ id: 'a' }]);
const app = createApp({ loadStore: async () => store, codeRevision: 'test' });
const preview = createApp({ loadStore: async () => store, codeRevision: 'test', specimens: { store, pictures: [] } });

type Sent = { method?: string; headers?: Record<string, string>; body?: unknown; env?: object; to?: typeof app };
const ask = ({ method = 'POST', headers = {}, body = LIST, env = {}, to = app }: Sent = {}) =>
  to.request(
    `${ORIGIN}/mcp`,
    {
      method,
      headers: { ...HEADERS, ...headers },
      ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    },
    env,
  );

test('a call is answered, from any site, and kept nowhere', async () => {
  const response = await ask({ headers: { Origin: 'https://chat.example' } });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('search_cards');
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});

test.each(['GET', 'HEAD', 'PUT', 'DELETE'])('%s is not allowed', async (method) => {
  const response = await ask({ method });
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS']);
});

test('a browser may ask whether it may call', async () => {
  const response = await ask({ method: 'OPTIONS', headers: { Origin: 'https://chat.example' } });
  expect(response.status).toBe(204);
  expect(response.headers.get('Access-Control-Allow-Methods')).toBe('POST, OPTIONS');
  expect(response.headers.get('Access-Control-Allow-Headers')).toBe('*');
});

describe('an Origin', () => {
  test.each(['null', 'file://', 'nonsense'])('that is no http address is refused: %s', async (origin) => {
    const response = await ask({ headers: { Origin: origin } });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'origin-not-allowed']);
  });

  test('of another machine is refused by the preview, as a page could lead there by DNS', async () => {
    expect((await ask({ to: preview, headers: { Origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask({ to: preview, headers: { Origin: 'http://localhost:6274' } })).status).toBe(200);
    expect((await ask({ to: preview })).status).toBe(200);
  });
});

test.each([
  ['no JSON', 'nonsense', 400],
  ['an empty text', '', 400],
  ['a call of nothing', {}, 400],
  ['a long text', { ...LIST, params: { text: 'x'.repeat(70_000) } }, 413],
])('%s is refused', async (_, body, status) => {
  expect((await ask({ body })).status).toBe(status);
});

test('another media type is refused', async () => {
  expect((await ask({ headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
});

test('nobody can listen for changes, which would keep a connection open', async () => {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { _meta, notifications: { toolsListChanged: true } };
  const headers = { 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'subscriptions/listen' };
  const response = await ask({ headers, body: { ...LIST, method: 'subscriptions/listen', params } });
  expect(await response.text()).toContain('"error"');
});

describe('a limit', () => {
  const limited = { limit: vi.fn(async ({ key }: { key: string }) => ({ success: key !== '192.0.2.1' })) };
  const from = (address: string, env: object) => ask({ headers: { 'CF-Connecting-IP': address }, env });

  test('refuses a client with too many calls, and no other', async () => {
    const response = await from('192.0.2.1', { MCP_LIMIT: limited });
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '60']);
    expect((await from('192.0.2.2', { MCP_LIMIT: limited })).status).toBe(200);
    expect((await from('192.0.2.1', {})).status).toBe(200);
  });

  test('of drawings is asked only for a picture', async () => {
    const call = (given: object) => ({ ...LIST, method: 'tools/call', params: { name: 'get_card', arguments: given } });
    const drawing = { limit: vi.fn(async () => ({ success: false })) };
    const asked = async (given: object) =>
      (
        await ask({ body: call(given), headers: { 'CF-Connecting-IP': '192.0.2.1' }, env: { DRAWING_LIMIT: drawing } })
      ).text();
    expect(await asked({ id: 'a' })).toContain('these are the words');
    expect(drawing.limit).not.toHaveBeenCalled();
    expect(await asked({ id: 'a', picture: true })).toContain('Too many new pictures');
  });
});
