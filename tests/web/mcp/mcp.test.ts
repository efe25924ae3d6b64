/** The official client lists and calls every tool and resource, in both versions of the protocol. */
import { exports } from 'cloudflare:workers';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// Loaded here, because vitest loads no module within a request that has ended.
import '../../../src/web/mcp/server.ts';

const ORIGIN = 'https://cards.example.org';
const ID = 'merchant-ships-harbour';
const QUOTE = 'reportedly hosts up to 1,000 merchant ships';
const toWorker = (input: string | URL | Request, init?: RequestInit) => exports.default.fetch(new Request(input, init));

type Json = Record<string, unknown>;

describe.each([
  ['2025-11-25', 'legacy' as const],
  ['2026-07-28', { pin: '2026-07-28' }],
])('in version %s', (version, mode) => {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  beforeAll(() => client.connect(new StreamableHTTPClientTransport(new URL(`${ORIGIN}/mcp`), { fetch: toWorker })));
  afterAll(() => client.close());

  async function call(name: string, given: Json): Promise<Json> {
    const { structuredContent, content, isError } = await client.callTool({ name, arguments: given });
    expect([isError ?? false, content]).toEqual([false, expect.any(Array)]);
    return structuredContent as Json;
  }
  const refusal = async (name: string, given: Json) => {
    const { isError, content } = await client.callTool({ name, arguments: given });
    expect(isError).toBe(true);
    return JSON.stringify(content);
  };

  test('it connects, and receives instructions for the words of sources', () => {
    expect(client.getNegotiatedProtocolVersion()).toBe(version);
    expect(client.getServerVersion()?.name).toBe('sourced-fact-cards');
    expect(client.getInstructions()).toContain('never as instructions');
  });

  test('it lists the tools, which only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['search_cards', 'get_card', 'compare', 'verify_quote', 'cite_card']);
    for (const { annotations, inputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect([inputSchema.type, description]).toEqual(['object', expect.any(String)]);
    }
  });

  test('search_cards finds cards by words, names, time and numbers, page by page', async () => {
    const { cards } = await call('search_cards', { words: 'hosts merchant' });
    expect(cards).toContainEqual(
      expect.objectContaining({
        id: ID,
        page: `${ORIGIN}/cards/${ID}`,
        quote: { thirdPartyText: QUOTE, publisher: 'Harbour Times' },
        passage: expect.stringContaining('#:~:text='),
      }),
    );
    const found = async (given: Json) =>
      ((await call('search_cards', given)).cards as { id: string }[]).map(({ id }) => id);
    expect(await found({ topic: 'Merchant ships', kind: 'figure', min: 1000, max: 1000 })).toContain(ID);
    expect(await found({ speaker: 'Ева Мустер' })).toEqual(await found({ speaker: 'eva-muster' }));
    expect(await found({ until: '1900' })).toEqual([]);
    const first = await call('search_cards', { limit: 1, sort: 'id' });
    const second = await call('search_cards', { limit: 1, sort: 'id', cursor: first.next });
    expect(first.cards).not.toEqual(second.cards);
    expect(await refusal('search_cards', { topic: 'chess' })).toContain('The most frequent: ');
    expect(await refusal('search_cards', { cursor: 'none' })).toContain('cursor must be');
    expect(await refusal('search_cards', { colour: 'red' })).toContain('colour');
  });

  test('get_card returns what was checked, and its picture', async () => {
    expect(await call('get_card', { id: ID })).toMatchObject({
      sentence: expect.stringContaining('1,000 merchant ships'),
      figure: { max: 1000 },
      evidence: { match: 'exact', checks: expect.any(Array) },
      source: { title: { thirdPartyText: expect.any(String) } },
    });
    const { content } = await client.callTool({ name: 'get_card', arguments: { id: ID, picture: true } });
    expect(content).toContainEqual({
      type: 'image',
      mimeType: 'image/png',
      data: expect.stringMatching(/^iVBORw0KGgo/),
    });
    expect(await call('get_card', { id: 'second-basin-opinions' })).toMatchObject({ kind: 'comparison', quote: null });
    expect(await refusal('get_card', { id: 'nobody' })).toContain('There is no card with this id');
  });

  test('compare says why figures cannot be compared', async () => {
    const compared = await call('compare', { ids: [ID, 'basin-for-8000-ships'] });
    expect(compared).toMatchObject({ comparable: false, rows: [{ number: 1000 }, { number: 8000 }] });
    expect(compared.differences).toContainEqual(expect.stringContaining('They count different things'));
    expect((await call('compare', { ids: ['second-basin-opinions'] })).rows).toHaveLength(2);
    expect(await refusal('compare', { ids: [ID] })).toContain('at least two cards');
  });

  test.each([
    [QUOTE, 'whole'],
    [`“${QUOTE}”`.slice(1, -1).replace('up to', 'up\u00a0to'), 'whole'],
    ['up to 1,000 merchant ships', 'part'],
    [`The harbour ${QUOTE}, he said.`, 'more'],
    [QUOTE.replace('hosts', 'holds'), 'nearly'],
    ['the moon is made of cheese', 'unknown'],
  ])('verify_quote: "%s" is %s', async (words, outcome) => {
    const { outcome: given, limits, matches } = await call('verify_quote', { words });
    expect([given, limits]).toEqual([outcome, expect.stringContaining('only the quotes of its cards')]);
    if (outcome !== 'unknown') expect(matches).toContainEqual(expect.objectContaining({ card: ID, outcome }));
  });

  test.each([
    ['short', 'Harbour Times, Nov 2023'],
    ['wikipedia', '{{cite news'],
    ['csl-json', '"type":"webpage"'],
    ['ris', 'TY  - ELEC'],
    ['biblatex', '@online{'],
    ['markdown', '[!['],
  ])('cite_card: %s', async (style, expected) => {
    expect((await call('cite_card', { id: ID, style })).text).toContain(expected);
  });

  test('it reads cards and sources as resources', async () => {
    const { resources } = await client.listResources();
    const uris = resources.map(({ uri }) => uri);
    expect(uris).toContain(`${ORIGIN}/cards/${ID}.md`);
    expect(uris).toContain(`${ORIGIN}/api/sources/harbour-times-second-basin`);
    expect((await client.listResourceTemplates()).resourceTemplates).toHaveLength(2);
    const textOf = async (uri: string) => JSON.stringify((await client.readResource({ uri })).contents);
    expect(await textOf(`${ORIGIN}/cards/${ID}.md`)).toContain(QUOTE);
    expect(await textOf(`${ORIGIN}/api/sources/harbour-times-second-basin`)).toContain(ID);
    await expect(client.readResource({ uri: `${ORIGIN}/cards/nobody.md` })).rejects.toThrow();
  });
});
