import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/card/record.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { askingOf } from '../helpers/asking.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { quoteCard, source } from '../helpers/fixtures.ts';

const because = 'The picture shows the harbour of Portville.';
const warning = {
  code: 'place-not-in-text' as const,
  message: 'The place is “Portville”, which the text does not name.',
};
const evidence = {
  match: 'exact',
  checkedAt: '2026-11-21',
  snapshot: 'a'.repeat(64),
  pageText: null,
  checks: [
    { check: 'place', outcome: 'accepted', because, warning },
    { check: 'published', outcome: 'confirmed', because: null, warning: null },
  ],
} satisfies Evidence;

const context = { before: 'She said', after: ',” he wrote' };
const ask = askingOf(
  createBundledStore({
    sources: [source],
    cards: [{ ...entryOf({ id: 'a-card', quote: { ...quoteCard.quote, context } }), evidence }],
  }),
);
const text = async (path: string) => (await ask(path)).text();

describe('an accepted warning shows the doubt of the program and the reason of the editor', () => {
  const words = `Place: ${warning.message} The editor: ${because}`;

  test('on the page', async () => {
    expect(await text('/cards/a-card')).toContain(words);
  });

  test('in Markdown', async () => {
    expect(await text('/cards/a-card.md')).toContain(`**Warning by a program, accepted by an editor:** ${words}`);
  });

  test('in JSON', async () => {
    const shown = (await (await ask('/api/cards/a-card')).json()) as { evidence: Evidence };
    expect(shown.evidence.checks?.[0]).toEqual({ check: 'place', outcome: 'accepted', because, warning });
  });
});

test('a stated date is said to be in the text where a program found it there', async () => {
  expect(await text('/cards/a-card.md')).toContain('**Published:** 2 November 2023 (the text says so)');
  expect(await text('/sources/daily-example')).toContain('(the text says so)');
});

test('Markdown has the words around the quote', async () => {
  expect(await text('/cards/a-card.md')).toContain('> She said these are **the words**,” he wrote\n');
});
