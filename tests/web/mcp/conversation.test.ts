/** The conversation in docs/mcp.md: the tools give these answers for the published catalogue. */
import { describe, expect, test } from 'vitest';
import documentation from '../../../docs/mcp.md?raw';
import type { CardContext } from '../../../src/web/context.ts';
import { createLinks } from '../../../src/web/links.ts';
import { citeCard } from '../../../src/web/mcp/cite-card.ts';
import { compare } from '../../../src/web/mcp/compare.ts';
import { searchCards } from '../../../src/web/mcp/search-cards.ts';
import type { McpTool } from '../../../src/web/mcp/tool.ts';
import { verifyQuote } from '../../../src/web/mcp/verify-quote.ts';
import { shippedStores } from '../../helpers/shipped-store.ts';

const TOOLS = { search_cards: searchCards, compare, verify_quote: verifyQuote, cite_card: citeCard };

const conversation = documentation.split('\n## A conversation\n')[1]?.split('\n## ')[0] ?? '';

/** "`tool` with `{…}` returns …" and the JSON below it. */
const turns = [
  ...conversation.matchAll(
    /`(search_cards|compare|verify_quote|cite_card)` with `(\{.*?\})` returns[^:]*:\n\n```json\n([\s\S]*?)\n```/g,
  ),
].map(([, tool = '', given = '', shown = '']) => ({
  tool: tool as keyof typeof TOOLS,
  given: JSON.parse(given),
  shown: JSON.parse(shown),
}));

/** The catalogue that has the cards of the conversation; a project that removed it skips these tests. */
const stores = await Promise.all(
  shippedStores.map(async ([, store]) => ((await store.getCard('wagner-fighters-belarus')) ? [store] : [])),
);
const [store] = stores.flat();

async function answerOf(tool: keyof typeof TOOLS, given: object): Promise<unknown> {
  const context = { var: { store, links: createLinks('https://cards.example.org') } } as unknown as CardContext;
  const { input, call }: McpTool = TOOLS[tool];
  return (await call(input.parse(given), context)).result;
}

/** The part of `answer` that `shown` repeats: its fields, and of a list its first items. */
function partLike(shown: unknown, answer: unknown): unknown {
  if (Array.isArray(shown) && Array.isArray(answer)) return shown.map((item, at) => partLike(item, answer[at]));
  if (shown === null || typeof shown !== 'object' || answer === null || typeof answer !== 'object') return answer;
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name, partLike(value, Reflect.get(answer, name))]),
  );
}

describe.skipIf(!store)('the conversation in docs/mcp.md', () => {
  test('has a turn for each of these tools', () => {
    expect(new Set(turns.map(({ tool }) => tool))).toEqual(new Set(Object.keys(TOOLS)));
  });

  test.each(turns)('$tool answers as shown', async ({ tool, given, shown }) => {
    const answer = await answerOf(tool, given);
    expect(partLike(shown, answer)).toEqual(shown);
  });
});
