/** Adds a sixth kind of card to the two tables, and shows that every part of the project knows it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { FrozenFields } from '../../src/card/frozen.ts';
import type { QuotedFields } from '../../src/card/kinds/fields.ts';
import { SIZE_NAMES } from '../../src/render/variant.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const ORIGIN = 'https://cards.example.org';

/** A date by which something is promised. */
type PromiseCard = QuotedFields & { due: { text: string; by: string } };

const FILE = `${GOOD_FILE}  - id: a-promise
    kind: promise
    topics: [Examples]
    due: { text: before winter, by: 2023-12-01 }
    claim: The council promises a second basin
    status: stated
    attribution: [The council, Daily Example]
    asOf: null
    quote: { exact: "we will open it before winter", highlight: "before winter" }
`;

/** The lines that a maintainer adds: a file of the kind, a line in each table, and a layout. Everything else is loaded after. */
async function addKind() {
  const { QUOTED_KINDS } = await import('../../src/card/kinds/kinds.ts');
  const { quotedKind } = await import('../../src/card/kinds/quoted.ts');
  const { quotedFields } = await import('../../src/card/kinds/fields.ts');
  const { frozenField } = await import('../../src/card/frozen.ts');
  const Due = z.strictObject({ text: z.string().max(40), by: z.string() });
  const promise = {
    ...quotedKind,
    fields: { ...quotedFields, due: Due },
    lead: (card: PromiseCard) => card.due.text,
    searchable: (card: PromiseCard) => ({ ...quotedKind.searchable(card), figure: [card.due.text] }),
    drawn: (card: PromiseCard) => [...quotedKind.drawn(card), { path: ['due', 'text'], text: card.due.text }],
    frozen: {
      ...quotedKind.frozen,
      due: frozenField(Due, { path: ['due'], label: 'Due', words: ({ text }) => text }),
    } satisfies FrozenFields,
    document: {
      due: { schema: Due.meta({ description: 'When it is due.' }), of: ({ due }: PromiseCard) => due },
    },
    proposal: {
      ...quotedKind.proposal,
      claim: 'what is promised',
      fields: () => [{ name: 'due', value: { text: '', by: '' }, hint: 'when it is due' }],
    },
  };
  Object.assign(QUOTED_KINDS, { promise });

  const { LAYOUTS } = await import('../../src/render/layouts/layout.ts');
  const { layoutLeadCard } = await import('../../src/render/layouts/lead.ts');
  const layPromise: (typeof LAYOUTS)['claim'] = (record, canvas) => {
    const { due, claim } = record.card as unknown as PromiseCard;
    const style = { face: 'bold', color: canvas.colors.ink, lineHeight: 1.2 } as const;
    return layoutLeadCard(record, canvas, {
      lead: { ...style, text: due.text, sizes: [100, 80, 60] },
      statement: { ...style, text: claim, sizes: [48, 40, 32] },
      gap: 8,
    });
  };
  Object.assign(LAYOUTS, { promise: layPromise });
}

async function load() {
  await addKind();
  const { createApp } = await import('../../src/app.ts');
  const { createBundledStore } = await import('../../src/catalog/stores/bundled.ts');
  const { compileCatalog, linkRecords } = await import('../../src/catalog/compile.ts');
  const { loadCatalog } = await import('../../src/catalog/load.ts');
  const { checkRules } = await import('../../src/catalog/rules.ts');
  const { findUnrecordedChanges } = await import('../../src/catalog/changes.ts');
  const { createReleases, newLines } = await import('../../src/catalog/releases.ts');
  const { SourceFile } = await import('../../src/catalog/parse.ts');
  const { cardLines } = await import('../../src/tools/new/card.ts');
  const { USAGE } = await import('../../src/tools/new/args.ts');

  const compile = (text: string) => compileCatalog([{ name: 'daily-example.yaml', text }]);
  const { catalog: compiled, problems } = compile(FILE);
  const store = createBundledStore(compiled);
  const app = createApp({ loadStore: async () => store, codeRevision: 'test' });
  const ask = async (path: string) => app.request(`${ORIGIN}${path}`);
  return {
    ...{
      problems,
      ask,
      compile,
      linkRecords,
      createReleases,
      newLines,
      findUnrecordedChanges,
      loadCatalog,
      checkRules,
    },
    ...{ SourceFile, cardLines, USAGE },
  };
}

let loaded: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  loaded = await load();
  // It loads the whole Worker, which takes longer beside other tests.
}, 60_000);
const json = async (path: string) => (await (await loaded.ask(path)).json()) as ReturnType<typeof JSON.parse>;
const text = async (path: string) => (await loaded.ask(path)).text();
const LOCK = { version: 1, cards: {} } as const;

describe('a kind that two tables have', () => {
  test('is read from YAML, and its own fields are checked', () => {
    expect(loaded.problems).toEqual([]);
    const wrong = loaded.compile(FILE.replace('text: before winter', 'text: 7')).problems;
    expect(wrong.map(({ message }) => message)).toEqual([expect.stringContaining('cards[2].due.text must be text')]);
  });

  test('is found by its own words, and by its kind', async () => {
    for (const query of ['q=winter', 'kind=promise']) {
      const { cards } = await json(`/api/cards?${query}`);
      expect(cards.map(({ id }: { id: string }) => id)).toEqual(['a-promise']);
    }
  });

  test('is drawn in every size by its layout', async () => {
    for (const size of SIZE_NAMES) {
      const answer = await loaded.ask(`/cards/a-promise/${size}.svg`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/^<svg /);
    }
  });

  test('is checked for letters that cannot be drawn', () => {
    const catalog = loaded.loadCatalog([{ name: 'daily-example.yaml', text: FILE.replace('text: before', 'text: ☃') }]);
    const problems = loaded.checkRules(catalog, LOCK, (drawn) => [...drawn].filter((letter) => letter === '☃'));
    expect(problems.map(({ message }) => message).filter((message) => message.includes('☃'))).toEqual([
      expect.stringContaining('cards[2].due.text contains characters that the fonts lack'),
    ]);
  });

  test('is described in words, on its page, as Markdown and as JSON', async () => {
    const card = await json('/cards/a-promise.json');
    expect(card).toMatchObject({ kind: 'promise', due: { text: 'before winter', by: '2023-12-01' }, figure: null });
    expect(card.alt).toMatch(
      /^The council promises a second basin \(Daily Example, Nov 2023\)\. .*Stated, date not known\./,
    );
    expect(await json('/cards/other-words.json')).toMatchObject({ due: null });
    expect(await text('/cards/a-promise')).toMatch(/<h1[^>]*>The council promises a second basin/);
    expect(await text('/cards/a-promise.md')).toMatch(/^# Before winter\n/);
    expect(await text('/feed.json')).toContain('The council promises a second basin (Daily Example, Nov 2023)');
  });

  test('cannot change silently, and its history records what it said', async () => {
    const [record] = loaded.linkRecords(loaded.compile(FILE).catalog).filter(({ card }) => card.id === 'a-promise');
    const releases = loaded.createReleases(
      loaded.newLines(loaded.createReleases([]), record ? [record] : [], '2026-11-22'),
    );
    const changed = FILE.replace('text: before winter', 'text: before spring');
    const faults = (file: string) =>
      loaded
        .linkRecords(loaded.compile(file).catalog)
        .flatMap((now) => (now.card.id === 'a-promise' ? loaded.findUnrecordedChanges(now, releases) : []));
    expect(faults(changed)).toEqual([
      {
        path: ['due'],
        message: expect.stringContaining('earlier: { due: {"text":"before winter","by":"2023-12-01"} }'),
      },
    ]);
    const history =
      '    history: [{ type: corrected, date: 2026-12-01, reason: A slip, earlier: { due: { text: before winter, by: 2023-12-01 } } }]\n';
    expect(loaded.compile(`${changed}${history}`).problems).toEqual([]);
    expect(faults(`${changed}${history}`)).toEqual([]);
  });

  test('is documented: in the description of the API, in the schema for editors, and in npm run new', async () => {
    const document = await json('/openapi.json');
    const { Card, PromiseCard, QuoteCard, Due, Earlier } = document.components.schemas;
    expect(Card.discriminator.mapping.promise).toBe('#/components/schemas/PromiseCard');
    expect(PromiseCard.properties).toMatchObject({
      kind: { enum: ['promise'] },
      due: { $ref: '#/components/schemas/Due' },
      figure: { type: 'null' },
      source: { $ref: '#/components/schemas/Source' },
    });
    expect(QuoteCard.properties.due).toEqual({ type: 'null' });
    expect(Due.description).toBe('When it is due.');
    expect(Earlier.properties.due).toBeDefined();
    expect(await text('/llms.txt')).toContain('promise');

    const schema = JSON.stringify(z.toJSONSchema(loaded.SourceFile, { io: 'input' }));
    expect(schema).toContain('"const":"promise"');

    const card = {
      ...{ id: 'x', kind: 'promise', topics: ['Quays'], status: 'stated', attribution: ['Daily'], asOf: null },
      quote: { exact: 'we will open it before winter' },
    };
    expect(loaded.cardLines({ card, doubts: {} }, undefined)).toContain(
      '  due: { text: "", by: "" }  # FILL: when it is due',
    );
    expect(loaded.USAGE).toContain('figure, quote, claim, event or promise');
  });
});
