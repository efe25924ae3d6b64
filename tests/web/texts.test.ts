import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { SIZE_NAMES, SIZES } from '../../src/render/variant.ts';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { catalogOf, comparisonOf, entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';

const figure = { kind: 'figure' as const, figure: { text: 'up to 7', max: 7, unit: 'words' } };
const ask = askingOf(
  catalogOf([{ id: 'a-card' }, { id: 'counted', ...figure }], [comparisonOf('compared', ['a-card', 'counted'])]),
);
const text = async (path: string) => (await ask(path)).text();

describe('a card as Markdown', () => {
  test('is all that its page says', async () => {
    expect(await text('/cards/counted.md')).toBe(`# Up to 7 words

Somebody on something

> these are **the words**

- **Attribution:** Somebody → Daily Example
- **Status:** Stated (stated openly by someone in a position to know)
- **As of:** November 2023 (inferred: The article speaks in the present tense)
- **Source:** [Daily Example, 2 Nov 2023](${ORIGIN}/sources/daily-example)
- **Published:** 2 November 2023 (stated, not confirmed by a program)
- **Passage:** [read it in the source](https://example.org/article#:~:text=these%20are%20the%20words)
- **Cite:** Ann Author, “A title”, Daily Example, 2 November 2023, <https://example.org/article>, accessed 21 November 2026
- **Language of the quote:** English
- **Checked:** not yet

[![Up to 7 words (Somebody, Daily Example, Nov 2023). Somebody on something. Quote: “these are the words”. Stated, as of Nov 2023 (inferred). Source: Daily Example, 2 Nov 2023; Somebody → Daily Example.](${ORIGIN}/cards/counted.png?v=0000000a)](${ORIGIN}/cards/counted)

- **Page:** <${ORIGIN}/cards/counted>
- **Topics:** Examples
- **Last changed:** 21 November 2026, revision 0000000a
`);
  });

  test('sets a comparison in a table, with the note under it', async () => {
    const tokens = marked.lexer(await text('/cards/compared.md')).filter(({ type }) => type !== 'space');
    expect(tokens.map(({ type }) => type)).toEqual(['heading', 'table', 'paragraph', 'paragraph', 'list']);
    const table = tokens[1] as { header: { text: string }[]; rows: { text: string }[][] };
    expect(table.header.map((cell) => cell.text)).toEqual([
      'What',
      'Value',
      'As of',
      'Status',
      'Attribution',
      'Source',
    ]);
    expect(table.rows.map((row) => row[1]?.text)).toEqual([
      `[“the words”](${ORIGIN}/cards/a-card)`,
      `[up to 7 words](${ORIGIN}/cards/counted)`,
    ]);
    expect(tokens[2]).toMatchObject({ text: 'Not like for like.' });
  });

  test('marks unknown values', async () => {
    const unknown = askingOf(
      createBundledStore({ sources: [{ ...source, url: null }], cards: [entryOf({ id: 'a-card', asOf: null })] }),
    );
    const card = await (await unknown('/cards/a-card.md')).text();
    expect(card).toContain('**As of:** not known');
    expect(card).toContain(
      `the address of the source is unknown; see [our record of it](${ORIGIN}/sources/daily-example#a-card)`,
    );
  });

  test('states the role of each speaker, and how each outlet obtained the words', async () => {
    const speakers = [{ id: 'eva', name: 'Eva Muster', type: 'person' as const, role: 'Harbour master' }];
    const attribution = ['Eva Muster', { name: 'Radio Example', as: 'told' as const }, 'Daily Example'];
    const asking = askingOf(
      createBundledStore({ sources: [source], cards: [{ ...entryOf({ id: 'a-card', attribution }), speakers }] }),
    );
    expect(await (await asking('/cards/a-card.md')).text()).toContain(
      '- **Attribution:** Eva Muster (Harbour master) → Radio Example (was told this) → Daily Example\n',
    );
  });

  test('states when, where and how the quote was found', async () => {
    const evidence = { match: 'exact' as const, checkedAt: '2026-11-21', snapshot: 'b'.repeat(64), pageText: null };
    const proven = askingOf(
      createBundledStore({ sources: [source], cards: [{ ...entryOf({ id: 'a-card' }), evidence } as never] }),
    );
    expect(await (await proven('/cards/a-card.md')).text()).toContain(
      `found in the source’s text on 21 November 2026, as an exact match (SHA-256 ${'b'.repeat(64)})`,
    );
  });

  test('is Markdown for any origin, and returns 304 for a matching ETag', async () => {
    const response = await ask('/cards/a-card.md');
    expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const etag = response.headers.get('ETag') ?? '';
    expect((await ask('/cards/a-card.md', { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect(etag).not.toBe((await ask('/cards/a-card.json')).headers.get('ETag'));
  });

  test('answers HEAD without a body', async () => {
    const response = await ask('/cards/a-card.md', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('of no card is a 404 in text', async () => {
    const response = await ask('/cards/nobody.md');
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toContain('text/plain');
  });
});

describe('llms.txt', () => {
  test('has the parts that llmstxt.org asks for, in their order', async () => {
    const tokens = marked.lexer(await text('/llms.txt')).filter(({ type }) => type !== 'space');
    expect(tokens.slice(0, 4).map(({ type }) => type)).toEqual(['heading', 'blockquote', 'paragraph', 'heading']);
    const headings = tokens.filter(({ type }) => type === 'heading') as { depth: number; text: string }[];
    expect(headings.map(({ depth, text }) => `${depth} ${text}`)).toEqual([
      '1 Sourced fact cards',
      '2 API',
      '2 Formats of a card',
      '2 Feeds',
      '2 Usage',
      '2 Newest cards',
      '2 Sources',
      '2 Speakers',
      '2 Topics',
    ]);
  });

  test('names every kind, status, size and filter, and the newest cards', async () => {
    const said = await text('/llms.txt');
    for (const word of [
      'figure, quote, claim, event, comparison',
      'assessed',
      ...SIZE_NAMES.map((size) => `${size} ${SIZES[size].width}×${SIZES[size].height}`),
      'q, topic, source, speaker, kind, status, nature, related',
      'count, estimate, capacity, plan, forecast',
      'contradicts, same-remark, updates, updated-by',
    ])
      expect(said).toContain(word);
    expect(said).toContain(`[Set side by side (Daily Example)](${ORIGIN}/cards/compared.md): comparison`);
    expect(said).toContain(`[A title](${ORIGIN}/sources/daily-example): Daily Example, 2 Nov 2023`);
    expect(said).toContain(`[Examples](${ORIGIN}/topics/examples): 3 cards`);
  });
});
