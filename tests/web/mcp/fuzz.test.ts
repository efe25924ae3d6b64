/**
 * Calls of every kind of malice and mistake: none gives a 500, and none repeats what an attacker could use. VITE_MCP_CALLS sets
 * their number: `VITE_MCP_CALLS=1000 npx vitest run tests/web/mcp/fuzz`.
 */
import { exports } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
// Loaded here, because vitest loads no module within a request that has ended.
import '../../../src/web/mcp/server.ts';

const CALLS = Number(import.meta.env.VITE_MCP_CALLS ?? 200);
const TOOLS = ['search_cards', 'get_card', 'compare', 'verify_quote', 'cite_card'];
const METHODS = [
  'tools/call',
  'tools/list',
  'resources/read',
  'resources/list',
  'server/discover',
  'initialize',
  'ping',
];
const HOSTILE = [
  '',
  '__proto__',
  '../../etc',
  '<script>',
  '\u0000',
  '\u202e',
  '😀'.repeat(50),
  "' OR 1=1",
  '%00',
  'a'.repeat(5_000),
];

const text = fc.oneof(
  fc.constantFrom(
    ...HOSTILE,
    'merchant-ships-harbour',
    'reportedly hosts up to 1,000 merchant ships',
    'harbours',
    '2023-11',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.toWellFormed()),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  text,
  fc.array(text, { maxLength: 9 }),
  fc.jsonValue({ maxDepth: 4 }),
);
const NAMES = [
  'id',
  'ids',
  'words',
  'topic',
  'speaker',
  'source',
  'kind',
  'from',
  'min',
  'limit',
  'cursor',
  'style',
  'size',
];
const given = fc.oneof(fc.dictionary(fc.constantFrom(...NAMES, '__proto__'), value, { maxKeys: 5 }), value);

const params = fc.oneof(
  fc.record({ name: fc.oneof(fc.constantFrom(...TOOLS), text), arguments: given }, { requiredKeys: [] }),
  fc.record({
    uri: fc.oneof(
      text,
      text.map((id) => `https://cards.example.org/cards/${id}.md`),
    ),
  }),
  value,
);
const call = fc.record(
  { jsonrpc: fc.constantFrom('2.0', '1.0'), id: value, method: fc.oneof(fc.constantFrom(...METHODS), text), params },
  { requiredKeys: ['method'] },
);
/** Most are proper calls of a tool with improper arguments. */
const proper = fc
  .record({
    name: fc.constantFrom(...TOOLS),
    arguments: fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 3 }),
  })
  .map((each) => ({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: each }));
const body = fc.oneof(
  { weight: 6, arbitrary: proper.map((each) => JSON.stringify(each)) },
  { weight: 4, arbitrary: call.map((each) => JSON.stringify(each)) },
  { weight: 1, arbitrary: fc.array(call, { maxLength: 3 }).map((each) => JSON.stringify(each)) },
  { weight: 1, arbitrary: text },
);
const headers = fc.dictionary(
  fc.constantFrom('MCP-Protocol-Version', 'Mcp-Session-Id', 'Mcp-Method', 'Accept', 'Last-Event-ID'),
  fc.constantFrom('2026-07-28', '2025-11-25', '2024-11-05', 'none', 'tools/call', '*/*', 'text/event-stream'),
  { maxKeys: 2 },
);

test(`${CALLS} calls give no 500`, async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(body, headers, async (sent, some) => {
      const response = await exports.default.fetch('https://cards.example.org/mcp', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...some },
        body: sent,
      });
      const answer = await response.text();
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      expect(response.status).toBeLessThan(500);
      expect(answer).not.toMatch(/The server failed|\/src\/|at async/);
    }),
    { numRuns: CALLS },
  );
  expect(logged).not.toHaveBeenCalled();
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400]));
});
