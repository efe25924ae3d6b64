/** What every store of a catalogue has to do. A test file calls it with a way to make a store. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledCatalog } from '../../src/catalog/compile.ts';
import { linkRecords } from '../../src/catalog/compile.ts';
import { createReleases, newLines, type Releases } from '../../src/catalog/releases.ts';
import { type CardQuery, DamagedCard, FACETS, type Sort, type Store } from '../../src/catalog/store.ts';
import { type CardChanges, cardsIn, comparisonOf, entryOf } from './catalogs.ts';
import { source } from './fixtures.ts';

/** `damaged`: the id of a card whose data cannot be read. */
export type MakeStore = (
  compiled: CompiledCatalog,
  options?: { releases?: Releases; damaged?: string },
) => Promise<Store>;

const HISTORY = [
  { type: 'updated' as const, date: '2026-11-20', reason: 'The outlet gives the place' },
  { type: 'retracted' as const, date: '2026-11-23', reason: 'The outlet has withdrawn the article' },
];
const LUKASHENKO = {
  id: 'alexander-lukashenko',
  name: 'Alexander Lukashenko',
  aliases: ['Alyaksandr Lukashenka', 'Лукашенко'],
  type: 'person' as const,
};
const TIEMPO = { id: 'el-tiempo', name: 'El Tiempo', type: 'organisation' as const };
const RADIO = { id: 'radio', name: 'A Radio Nobody Named', aliases: ['ARNN'], type: 'organisation' as const };
const PRIGOZHIN = {
  id: 'yevgeny-prigozhin',
  name: 'Yevgeny Prigozhin',
  aliases: ['Евгений Пригожин'],
  type: 'person' as const,
};
const OTHER_SOURCE = { ...source, id: 'weekly-example', publisher: 'Weekly Example', url: null };

/** Five cards of two sources; the order of lists is fighters, compared, corrected, cafe, phone-call. */
const COMPILED: CompiledCatalog = {
  sources: [source, OTHER_SOURCE, { ...source, id: 'unused', publisher: 'Unused' }],
  speakers: [LUKASHENKO, PRIGOZHIN, TIEMPO, RADIO],
  cards: [
    {
      ...entryOf({
        id: 'phone-call',
        kind: 'claim',
        topics: ['Lukashenko'],
        claim: 'Lukashenko says that he talked Prigozhin out of it',
        status: 'claimed',
        nature: 'plan',
        attribution: ['Alexander Lukashenko', 'El Tiempo'],
        asOf: { date: '2023-06', basis: 'stated' },
        updated: '2026-11-21',
      }),
      speakers: [LUKASHENKO, TIEMPO],
      relations: [
        { type: 'contradicts', card: 'cafe', sentence: 'A café in Paris' },
        { type: 'contradicts', card: 'corrected', sentence: 'Corrected' },
        { type: 'updated-by', card: 'fighters', sentence: 'Wagner fighters' },
      ],
    } as CompiledCatalog['cards'][number],
    entryOf({
      id: 'fighters',
      kind: 'figure',
      figure: { text: 'up to 1,000', max: 1000, unit: 'Wagner fighters' },
      topics: ['Belarus', 'Wagner Group'],
      claim: 'Wagner fighters reportedly stayed in Belarus',
      status: 'reported',
      nature: 'estimate',
      quote: { exact: 'reportedly hosts up to 1,000 Wagner fighters' },
      updated: '2026-11-24',
    }),
    {
      ...entryOf({
        id: 'cafe',
        topics: ['Élysée', 'Belarus'],
        claim: 'A café in Paris',
        place: 'Neuilly',
        asOf: { date: '2023-07', basis: 'stated' },
        updated: '2026-11-21',
      }),
      sourceId: OTHER_SOURCE.id,
      speakers: [TIEMPO],
    } as CompiledCatalog['cards'][number],
    entryOf({ id: 'corrected', topics: ['Belarus'], history: HISTORY, updated: '2026-11-23' }),
    comparisonOf('compared', ['fighters', 'cafe'], '2026-11-23'),
  ],
};
const ORDER = ['fighters', 'compared', 'corrected', 'cafe', 'phone-call'];
const EMPTY: CompiledCatalog = { sources: [], cards: [] };

const idsOf = (records: readonly { card: { id: string } }[]) => records.map(({ card }) => card.id);

type SortedQuery = CardQuery & { sort?: Sort };

async function found(store: Store, query: SortedQuery): Promise<string[]> {
  return idsOf((await store.listCards({ ...query, limit: 100 }))?.cards ?? []);
}

/** The ids of all pages; `storeAt` gives the store for each page, which may have got more cards. */
async function walk(
  storeAt: (page: number) => Promise<Store>,
  limit: number,
  query: SortedQuery = {},
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; ; page++) {
    const shown = await (await storeAt(page)).listCards({ ...query, limit, cursor });
    if (!shown) throw new Error('the store refused its own cursor');
    seen.push(...idsOf(shown.cards));
    if (shown.next === null) return seen;
    cursor = shown.next;
  }
}

export function testStore(name: string, make: MakeStore): void {
  const open = make(COMPILED);
  const withCards = (cards: readonly CardChanges[]) => make({ sources: [source], cards: cards.map(entryOf) });

  describe(`${name}: a card`, () => {
    test('comes back as it was compiled', async () => {
      const store = await open;
      for (const record of linkRecords(COMPILED)) expect(await store.getCard(record.card.id)).toMatchObject(record);
    });

    test('is undefined where there is none', async () => {
      for (const id of ['nobody', '', 'constructor', '__proto__'])
        expect(await (await open).getCard(id)).toBe(undefined);
    });

    test('comes with others in the order that was asked for, without those that are unknown', async () => {
      const records = await (await open).getCards(['cafe', 'nobody', 'fighters', 'compared']);
      expect(idsOf(records)).toEqual(['cafe', 'fighters', 'compared']);
    });

    test('knows the comparisons that it is in', async () => {
      const store = await open;
      expect(idsOf(await store.comparisonsOf('cafe'))).toEqual(['compared']);
      expect(await store.comparisonsOf('phone-call')).toEqual([]);
      expect(await store.comparisonsOf('nobody')).toEqual([]);
    });
  });

  describe(`${name}: the catalogue`, () => {
    test('counts its cards and sources', async () => {
      expect((await open).counts).toEqual({ cards: 5, sources: 3 });
    });

    test('has a revision that changes with a card, its evidence and a source, and with nothing else', async () => {
      const revision = async (changed: Partial<CompiledCatalog>) =>
        (await make(structuredClone({ ...COMPILED, ...changed }))).revision;
      const [first, ...rest] = COMPILED.cards;
      if (!first || !('sourceId' in first)) throw new Error('the first card is a comparison');
      const evidence = { match: 'exact', checkedAt: '2026-11-21', snapshot: '', pageText: null } as const;
      const same = await revision({});
      expect(await revision({ cards: [...COMPILED.cards] })).toBe(same);
      expect(await revision({ cards: [{ ...first, revision: '00000000' }, ...rest] })).not.toBe(same);
      expect(await revision({ cards: [{ ...first, evidence }, ...rest] })).not.toBe(same);
      expect(await revision({ sources: COMPILED.sources.map((each) => ({ ...each, note: 'new' })) })).not.toBe(same);
    });

    test('lists its entries from any place on', async () => {
      const store = await open;
      const entries = await store.listEntries(0, 100);
      expect(entries.map(({ id }) => id)).toEqual(ORDER);
      expect(entries[0]).toMatchObject({ id: 'fighters', updated: '2026-11-24' });
      expect(await store.listEntries(1, 2)).toEqual(entries.slice(1, 3));
      expect(await store.listEntries(5, 10)).toEqual([]);
      expect(await store.listEntries(0, 0)).toEqual([]);
    });
  });

  describe(`${name}: sources and topics`, () => {
    test('sources come in the order of the files, with the ids of their cards and the last change', async () => {
      expect(await (await open).listSources()).toEqual([
        { source, cards: ['phone-call', 'fighters', 'corrected'], updated: '2026-11-24' },
        { source: OTHER_SOURCE, cards: ['cafe'], updated: '2026-11-23' },
        { source: COMPILED.sources[2], cards: [], updated: null },
      ]);
    });

    test('a source is found by its id, with its cards in the order of its file', async () => {
      const store = await open;
      expect(await store.getSource('weekly-example')).toEqual(OTHER_SOURCE);
      expect(idsOf(await store.cardsOf('daily-example'))).toEqual(['phone-call', 'fighters', 'corrected']);
      expect(await store.getSource('nobody')).toBe(undefined);
      expect(await store.cardsOf('nobody')).toEqual([]);
    });

    test('speakers come with the most frequent first, with the ids of their cards, the newest first', async () => {
      expect(await (await open).listSpeakers()).toEqual([
        { speaker: TIEMPO, cards: ['cafe', 'phone-call'], updated: '2026-11-21' },
        { speaker: LUKASHENKO, cards: ['phone-call'], updated: '2026-11-21' },
        { speaker: RADIO, cards: [], updated: null },
        { speaker: PRIGOZHIN, cards: [], updated: null },
      ]);
    });

    test('a speaker is found by its id, with its cards, the newest first', async () => {
      const store = await open;
      expect(await store.getSpeaker('el-tiempo')).toEqual(TIEMPO);
      expect(idsOf(await store.cardsOfSpeaker('el-tiempo'))).toEqual(['cafe', 'phone-call']);
      for (const id of ['nobody', 'El Tiempo', 'constructor']) {
        expect(await store.getSpeaker(id)).toBe(undefined);
        expect(await store.cardsOfSpeaker(id)).toEqual([]);
      }
    });

    test('topics come with the most frequent first, and are found by their slug', async () => {
      const store = await open;
      expect(await store.listTopics()).toEqual([
        { slug: 'belarus', name: 'Belarus', count: 3, updated: '2026-11-24' },
        { slug: 'elysee', name: 'Élysée', count: 1, updated: '2026-11-21' },
        { slug: 'examples', name: 'Examples', count: 1, updated: '2026-11-23' },
        { slug: 'lukashenko', name: 'Lukashenko', count: 1, updated: '2026-11-21' },
        { slug: 'wagner-group', name: 'Wagner Group', count: 1, updated: '2026-11-24' },
      ]);
      expect((await store.getTopic('elysee'))?.name).toBe('Élysée');
      expect(await store.getTopic('Élysée')).toBe(undefined);
    });
  });

  describe(`${name}: a list`, () => {
    test('is the newest first, by the last change, then by the day that a card is about, then by id', async () => {
      expect(await found(await open, {})).toEqual(ORDER);
      const sameDay = [{ id: 'b' }, { id: 'a' }, { id: 'later', asOf: { date: '2024', basis: 'stated' as const } }];
      expect(await found(await withCards(sameDay), {})).toEqual(['later', 'a', 'b']);
    });

    test('has dates of any form in their order, without a start by their end', async () => {
      const dates = ['Y12023', '2024/..', '../2023-12', '2023-23', '2023-11-01~', '202X', '0988', '-0043', '-0044'];
      const cards = dates.map((date, at) => ({ id: `card-${at}`, asOf: { date, basis: 'stated' as const } }));
      expect(await found(await withCards(cards.toReversed()), {})).toEqual([
        'card-0',
        'card-1',
        'card-2',
        'card-4',
        'card-3',
        'card-5',
        'card-6',
        'card-7',
        'card-8',
      ]);
    });

    test('is narrowed by each facet, and by all together', async () => {
      const store = await open;
      expect(await found(store, { topic: 'wagner-group' })).toEqual(['fighters']);
      expect(await found(store, { topic: 'elysee' })).toEqual(['cafe']);
      expect(await found(store, { source: 'weekly-example' })).toEqual(['compared', 'cafe']);
      expect(await found(store, { kind: 'comparison' })).toEqual(['compared']);
      expect(await found(store, { nature: 'estimate' })).toEqual(['fighters']);
      expect(await found(store, { nature: 'capacity' })).toEqual([]);
      expect(await found(store, { related: 'contradicts' })).toEqual(['phone-call']);
      expect(await found(store, { related: 'same-remark' })).toEqual([]);
      expect(await found(store, { related: 'updated-by', nature: 'plan', kind: 'claim' })).toEqual(['phone-call']);
      expect(await found(store, { kind: 'claim', status: 'claimed', source: 'daily-example' })).toEqual(['phone-call']);
      expect(await found(store, { kind: 'claim', topic: 'belarus' })).toEqual([]);
      expect(await found(store, { topic: 'nowhere' })).toEqual([]);
    });

    test.each<[CardQuery, string[]]>([
      [{ ids: ['cafe', 'nobody', 'fighters'] }, ['fighters', 'cafe']],
      [{ ids: [] }, []],
      [{ speaker: 'el-tiempo' }, ['cafe', 'phone-call']],
      [{ speaker: 'nobody' }, []],
      [{ language: 'EN' }, ORDER],
      [{ language: 'e' }, []],
      [{ min: 1000 }, ['fighters']],
      [{ max: 1000 }, ['fighters']],
      [{ min: 1000.5 }, []],
      [{ from: '2023-07-31' }, ['fighters', 'compared', 'corrected', 'cafe']],
      [{ until: '2023-06-01' }, ['phone-call']],
      [{ from: '2023-07-01', until: '2023-07-01' }, ['cafe']],
      [{ updated_since: '2026-11-23' }, ['fighters', 'compared', 'corrected']],
      [{ updated_since: '2026-11-22', topic: 'belarus', q: 'words' }, ['corrected']],
    ])('is narrowed by %j, and counted so', async (query, expected) => {
      expect(await found(await open, query)).toEqual(expected);
      const kinds = (await (await open).countFacets(query)).kind;
      expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    });

    test('finds a range by any of its numbers, and a language by the beginning of its tag', async () => {
      const figure = (text: string) => ({ kind: 'figure' as const, figure: { text, unit: 'ships' } });
      const store = await withCards([
        { id: 'range', ...figure('between 40 and 60') },
        { id: 'austrian', language: 'de-AT' },
      ]);
      for (const query of [{ min: 60 }, { max: 40 }, { min: 45, max: 50 }])
        expect(await found(store, query)).toEqual(['range']);
      for (const query of [{ min: 61 }, { max: 39 }]) expect(await found(store, query)).toEqual([]);
      for (const language of ['de', 'de-at', 'DE-AT']) expect(await found(store, { language })).toEqual(['austrian']);
      expect(await found(store, { language: 'de-CH' })).toEqual([]);
    });

    test.each<[Sort, string[]]>([
      ['-updated', ORDER],
      ['updated', ['phone-call', 'cafe', 'compared', 'corrected', 'fighters']],
      ['asOf', ['phone-call', 'cafe', 'compared', 'corrected', 'fighters']],
      ['-asOf', ['compared', 'corrected', 'fighters', 'cafe', 'phone-call']],
      ['id', ['cafe', 'compared', 'corrected', 'fighters', 'phone-call']],
      ['-id', ['phone-call', 'fighters', 'corrected', 'compared', 'cafe']],
    ])('is sorted by %s, page by page, also among the results of a search', async (sort, expected) => {
      const store = await open;
      for (const query of [{ sort }, { sort, topic: 'belarus' }, { sort, q: 'wagner' }]) {
        const all = await found(store, query);
        expect(all).toEqual(expected.filter((id) => all.includes(id)));
        expect(await walk(async () => store, 1, query)).toEqual(all);
      }
      expect(await found(store, { sort })).toEqual(expected);
    });

    test('has cards without a date last in both orders of time', async () => {
      const store = await withCards([{ id: 'undated', asOf: null } as CardChanges, { id: 'dated' }]);
      for (const sort of ['asOf', '-asOf'] as const) expect(await found(store, { sort })).toEqual(['dated', 'undated']);
      for (const query of [{ from: '0001-01-01' }, { until: '9999-12-31' }])
        expect(await found(store, query)).toEqual(['dated']);
    });

    test('says how many cards it has, and whether there are more', async () => {
      const store = await open;
      const { cards, ...rest } = (await store.listCards({ topic: 'belarus', limit: 2 })) ?? { cards: [] };
      expect(cards).toHaveLength(2);
      expect(rest).toEqual({
        total: 3,
        totalExact: true,
        match: null,
        unknownWords: [],
        start: 0,
        previous: null,
        next: expect.any(String),
      });
      expect(await store.listCards({ limit: 5 })).toMatchObject({ total: 5, next: null });
    });

    test('has pages that lead to each other in both directions', async () => {
      const store = await open;
      for (const query of [{}, { sort: 'id' as const }, { topic: 'belarus' }]) {
        const first = await store.listCards({ ...query, limit: 1 });
        const second = await store.listCards({ ...query, limit: 1, cursor: first?.next ?? '' });
        const third = await store.listCards({ ...query, limit: 1, cursor: second?.next ?? '' });
        expect([first?.start, second?.start, third?.start]).toEqual([0, 1, 2]);
        expect([first?.previous, second?.previous]).toEqual([null, {}]);
        expect(await store.listCards({ ...query, limit: 1, ...third?.previous })).toEqual(second);
      }
    });

    test('is one empty page where nothing is found', async () => {
      const nothing = { cards: [], total: 0, totalExact: true, start: 0, previous: null, next: null };
      expect(await (await open).listCards({ q: 'zebra', limit: 5 })).toEqual({
        ...nothing,
        match: 'some',
        unknownWords: [{ word: 'zebra', similar: [] }],
      });
      expect(await (await open).listCards({ topic: 'nowhere', limit: 5 })).toEqual({
        ...nothing,
        match: null,
        unknownWords: [],
      });
    });

    test('counts what each choice gives, with the other choices kept', async () => {
      const store = await open;
      const everything = await store.countFacets({});
      expect(everything.kind).toEqual([
        { value: 'quote', count: 2 },
        { value: 'claim', count: 1 },
        { value: 'comparison', count: 1 },
        { value: 'figure', count: 1 },
      ]);
      expect(everything.nature).toEqual([
        { value: 'estimate', count: 1 },
        { value: 'plan', count: 1 },
      ]);
      expect(everything.related).toEqual([
        { value: 'contradicts', count: 1 },
        { value: 'updated-by', count: 1 },
      ]);
      for (const query of [
        {},
        { topic: 'belarus' },
        { nature: 'plan', related: 'contradicts' },
        { q: 'words', kind: 'quote' },
        { kind: 'claim', topic: 'belarus' },
      ] as CardQuery[]) {
        const counts = await store.countFacets(query);
        for (const facet of FACETS) {
          const expected = await Promise.all(
            counts[facet].map(async ({ value }) => ({
              value,
              count: (await found(store, { ...query, [facet]: value })).length,
            })),
          );
          expect(counts[facet]).toEqual(expected);
        }
      }
      expect((await store.countFacets({ topic: 'belarus' })).topic).toContainEqual({ value: 'lukashenko', count: 1 });
      expect((await store.countFacets({ kind: 'claim', topic: 'belarus' })).source).toEqual([]);
    });
  });

  describe(`${name}: a search finds`, () => {
    test.each([
      ['words of the claim', 'stayed', 'fighters'],
      ['words of the figure', '1,000', 'fighters'],
      ['words of the quote', 'hosts', 'fighters'],
      ['a topic', 'group', 'fighters'],
      ['the beginning of a word', 'repor', 'fighters'],
      ['a word with a typing error', 'Wagnr', 'fighters'],
      ['a word with two letters swapped', 'fihgters', 'fighters'],
      ['in any case', 'WAGNER', 'fighters'],
      ['all words, in any order', 'belarus wagner', 'fighters'],
      ['an id', 'phone-call', 'phone-call'],
      ['a speaker', 'alexander', 'phone-call'],
      ['a speaker by another name', 'Lukashenka', 'phone-call'],
      ['a speaker in another script', 'лукашенко', 'phone-call'],
      ['somebody who is mentioned, by another name', 'пригожин', 'phone-call'],
      ['an outlet on the way', 'tiempo', 'phone-call'],
      ['a word without its accent', 'cafe paris', 'cafe'],
      ['a place', 'neuilly', 'cafe'],
      ['the labels of a comparison', 'side cafe', 'compared'],
    ])('%s: %s', async (_what, q, id) => expect(await found(await open, { q })).toContain(id));

    test('no card by a name of a speaker whom it does not name', async () => {
      expect(await found(await open, { q: 'ARNN' })).toEqual([]);
    });

    describe('a number, however it is written', () => {
      const figure = (id: string, text: string, changes: Partial<CardChanges> = {}): CardChanges => ({
        id,
        kind: 'figure',
        figure: { text, unit: 'soldiers' },
        quote: { exact: 'so many were there' },
        ...changes,
      });
      const numbers = withCards([
        figure('thousand', 'up to 1,000'),
        figure('ten-thousand', '10,000'),
        figure('five-thousand', '5k'),
        figure('range', 'between 1,500 and 2,000'),
        figure('millions', 'about 1.5 million'),
        figure('one', 'one'),
        figure('depth', '1.234'),
        figure('german', '7.000', { language: 'de' }),
        figure('share', '12.5%'),
        figure('written', 'very many', { figure: { text: 'very many', min: 24, max: 48, unit: 'soldiers' } }),
        { id: 'said', claim: 'He spoke of 3,000 men in 2023', quote: { exact: 'there are 3 000 of us, in a T-90' } },
      ]);
      const findIds = async (q: string) => (await found(await numbers, { q })).sort();

      test.each([
        [['1000', '1,000', '1 000', '1\u202f000', '1.000', "1'000", '1k', '1 thousand', 'up to 1000'], ['thousand']],
        [['5000', '5,000', '5 000', '5k', '5K soldiers', '5 thousand', 'five thousand'], ['five-thousand']],
        [['10000', '10,000', '10k', '10.000'], ['ten-thousand']],
        [['1500', '2,000', '1500-2000', 'between 1500 and 2000'], ['range']],
        [['1.5 million', '1,500,000', '1500000', '1.5m'], ['millions']],
        [['7000', '7,000', '7.000', '7k'], ['german']],
        [['1', 'one'], ['one']],
        [['1.234'], ['depth']],
        [['12.5', '12.5%', '12.5 percent'], ['share']],
        [['24', '48'], ['written']],
        [['3000', '3,000', '3k men', 'of 3 000', '2023', 'T-90', '90'], ['said']],
        [['very many'], ['written']],
        [['million', 'mill'], ['millions']],
        [['100', '500', '000', '15', '1001', '10001'], []],
      ])('%j', async (queries, ids) => {
        for (const q of queries) expect(await findIds(q), q).toEqual(ids);
      });
    });

    test('nothing for a text without words, or whose words no card has', async () => {
      expect(await found(await open, { q: 'zebra giraffe' })).toEqual([]);
      expect(await found(await open, { q: '…' })).toEqual([]);
    });

    test.each([
      ['how many Wagner fighters', 'all', ['fighters', 'compared'], {}],
      ['Wie viele Wagner-fighters gibt es?', 'all', ['fighters', 'compared'], {}],
      ['¿Cuántos fighters de Wagner hay?', 'all', ['fighters', 'compared'], {}],
      ['скільки fighters', 'all', ['fighters', 'compared'], {}],
      ['Wagnr', 'similar', ['fighters', 'compared'], { Wagnr: ['wagner'] }],
      ['wagner fihgters', 'similar', ['fighters', 'compared'], { fihgters: ['fighters'] }],
      ['Wagnr zebra', 'known', ['fighters', 'compared'], { Wagnr: ['wagner'], zebra: [] }],
      ['Wagner-Kämpfer', 'known', ['fighters', 'compared'], { Kämpfer: [] }],
      ['lagner', 'some', [], { lagner: [] }],
      ['Wagnr Prigozhin', 'known', ['phone-call'], { Wagnr: [] }],
      ['what did Lukashenko tell Prigozhin', 'known', ['phone-call'], { tell: [] }],
      ['wagner fighters prigozhin', 'most', ['fighters', 'compared'], {}],
      ['wagner prigozhin', 'some', ['phone-call', 'fighters', 'compared'], {}],
    ] as const)('for %j cards with %s words', async (q, match, ids, unknown) => {
      const page = await (await open).listCards({ q, limit: 10 });
      expect({ match: page?.match, ids: idsOf(page?.cards ?? []) }).toEqual({ match, ids });
      expect(Object.fromEntries(page?.unknownWords.map(({ word, similar }) => [word, similar]) ?? [])).toEqual(unknown);
      expect(await walk(async () => open, 1, { q })).toEqual(ids);
    });

    test('a card that also has the words of grammar before others', async () => {
      const store = await withCards([
        { id: 'b', claim: 'Ships in the harbour' },
        { id: 'a', claim: 'How ships leave the harbour' },
      ]);
      expect(await found(store, { q: 'how ships' })).toEqual(['a', 'b']);
      expect(await found(store, { q: 'the' })).toHaveLength(2);
    });

    test('a word of the claim or the figure before one of the quote, the topic or the outlet', async () => {
      const elsewhere = { claim: 'A long sentence about something else that is not the question at all' };
      const store = await withCards([
        { id: 'topic', topics: ['Harbour'], ...elsewhere },
        { id: 'quote', quote: { exact: 'the harbour' }, ...elsewhere },
        ...[1, 2, 3, 4].map((at) => ({ id: `claim-${at}`, claim: `The harbour has ${at} ships and much more to see` })),
        {
          id: 'figure',
          kind: 'figure' as const,
          figure: { text: '40', unit: 'ships' },
          claim: 'The harbour has 40 ships and much more to see',
        },
      ]);
      const ids = await found(store, { q: 'harbour' });
      expect(ids[0]).toBe('figure');
      expect(ids.slice(-2).sort()).toEqual(['quote', 'topic']);
    });

    test('everything for an empty text, the newest first', async () => {
      expect(await found(await open, { q: ' ' })).toEqual(ORDER);
    });

    test('the best match first, the same again, and only what the filters allow', async () => {
      const store = await open;
      const [first] = await found(store, { q: 'wagner' });
      expect(first).toBe('fighters');
      expect(await found(store, { q: 'wagner' })).toEqual(await found(store, { q: 'wagner' }));
      expect(await found(store, { q: 'wagner', kind: 'comparison' })).toEqual(['compared']);
    });
  });

  const days = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22');
  const someCards = (prefix: string) =>
    fc
      .uniqueArray(fc.record({ number: fc.nat(500), updated: days }), {
        maxLength: 40,
        selector: ({ number }) => number,
      })
      .map((cards) => cards.map(({ number, updated }) => ({ id: `${prefix}-${number}`, updated })));

  describe(`${name}: pages`, () => {
    test('together hold every card once, in the order of the list', async () => {
      await fc.assert(
        fc.asyncProperty(someCards('a'), fc.integer({ min: 1, max: 50 }), async (cards, limit) => {
          const store = await withCards(cards);
          expect(await walk(async () => store, limit)).toEqual(await found(store, {}));
        }),
      );
    });

    test('neither repeat nor hide a card while others are added', async () => {
      await fc.assert(
        fc.asyncProperty(
          someCards('a'),
          someCards('b'),
          fc.integer({ min: 1, max: 9 }),
          async (cards, later, limit) => {
            const [before, after] = await Promise.all([withCards(cards), withCards([...cards, ...later])]);
            const seen = await walk(async (page) => (page === 0 ? before : after), limit);
            expect(seen.filter((id) => id.startsWith('a-'))).toEqual(await found(before, {}));
          },
        ),
      );
    });

    test('of a search and of a filter hold every result once, in its order', async () => {
      const store = await open;
      for (const query of [{ q: 'example' }, { topic: 'belarus' }])
        expect(await walk(async () => store, 1, query)).toEqual(await found(store, query));
    });

    test.each([
      '',
      'nonsense',
      '%00',
      Buffer.from('[1,2,3]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ])('refuse a cursor that the store did not give: %j', async (cursor) => {
      const store = await open;
      for (const query of [{}, { topic: 'belarus' }, { q: 'wagner' }, { sort: 'id' as const }])
        expect(await store.listCards({ ...query, limit: 5, cursor })).toBe(undefined);
      expect(await store.listCorrections({ limit: 5, cursor })).toBe(undefined);
    });

    test('refuse a cursor of another order', async () => {
      const store = await open;
      const next = async (sort?: Sort) => (await store.listCards({ sort, limit: 1 }))?.next ?? '';
      for (const [from, to] of [
        [undefined, 'id'],
        ['id', 'asOf'],
        ['asOf', undefined],
      ] as const)
        expect(await store.listCards({ sort: to, limit: 1, cursor: await next(from) })).toBe(undefined);
    });

    test('of a search refuse a cursor whose card is no result any more', async () => {
      const cursor = (await (await open).listCards({ q: 'example', limit: 1 }))?.next ?? '';
      const other = await withCards([{ id: 'other' }]);
      expect(await other.listCards({ q: 'example', limit: 1, cursor })).toBe(undefined);
    });
  });

  describe(`${name}: histories`, () => {
    test('are one list, the newest entry first, and in one history the last', async () => {
      const page = await (await open).listCorrections({ limit: 10 });
      expect(page).toMatchObject({ total: 2, next: null });
      expect(page?.corrections.map(({ record, number, entry }) => [record.card.id, number, entry])).toEqual([
        ['corrected', 1, HISTORY[1]],
        ['corrected', 0, HISTORY[0]],
      ]);
    });

    test('are turned page by page', async () => {
      const store = await open;
      const first = await store.listCorrections({ limit: 1 });
      const second = await store.listCorrections({ limit: 1, cursor: first?.next ?? undefined });
      expect([first, second].map((page) => page?.corrections[0]?.number)).toEqual([1, 0]);
      expect(second).toMatchObject({ start: 1, previous: {}, next: null });
      expect([first?.start, first?.previous]).toEqual([0, null]);
    });
  });

  describe(`${name}: published revisions`, () => {
    const changed = {
      ...COMPILED,
      cards: COMPILED.cards.map((entry) =>
        entry.card.id === 'fighters'
          ? { ...entry, revision: '0000000c', card: { ...entry.card, claim: 'Other words' } }
          : entry,
      ) as CompiledCatalog['cards'],
    };
    const first = createReleases(newLines(createReleases([]), linkRecords(COMPILED), '2026-11-24'));
    const releases = createReleases([...first.lines, ...newLines(first, linkRecords(changed), '2026-11-25')]);

    test('are listed, the oldest first', async () => {
      const store = await make(changed, { releases });
      expect(await store.revisionsOf('fighters')).toEqual([
        { revision: '0000000a', released: '2026-11-24' },
        { revision: '0000000c', released: '2026-11-25' },
      ]);
      expect(await store.revisionsOf('nobody')).toEqual([]);
      expect(await (await open).revisionsOf('fighters')).toEqual([]);
    });

    test('come as they were published', async () => {
      const store = await make(changed, { releases });
      expect(await store.getRevision('fighters', '0000000a')).toMatchObject({
        revision: '0000000a',
        asPublished: '2026-11-24',
        card: { claim: 'Wagner fighters reportedly stayed in Belarus' },
      });
      expect((await store.getCard('fighters'))?.card.claim).toBe('Other words');
      expect(await store.getRevision('fighters', '00000000')).toBe(undefined);
      expect(await store.getRevision('nobody', '0000000a')).toBe(undefined);
    });
  });

  describe(`${name}: a card whose data is damaged`, () => {
    const damaged = make(COMPILED, { damaged: 'cafe' });

    test('fails by its name, and so does a comparison with it', async () => {
      const store = await damaged;
      await expect(store.getCard('cafe')).rejects.toThrow(DamagedCard);
      await expect(store.getCard('cafe')).rejects.toThrow(/the data of the card "cafe" is damaged: /);
      await expect(store.getCard('compared')).rejects.toThrow(DamagedCard);
    });

    test('is left out of lists, which count it', async () => {
      const store = await damaged;
      const rest = ['fighters', 'corrected', 'phone-call'];
      expect(idsOf(await cardsIn(store))).toEqual(rest);
      expect(await walk(async () => store, 2)).toEqual(rest);
      expect(idsOf(await store.getCards(['cafe', 'fighters']))).toEqual(['fighters']);
      expect(await store.cardsOf('weekly-example')).toEqual([]);
      expect(idsOf(await store.cardsOfSpeaker('el-tiempo'))).toEqual(['phone-call']);
      expect(await store.comparisonsOf('fighters')).toEqual([]);
      expect((await store.listCards({ limit: 100 }))?.total).toBe(5);
    });
  });

  test(`${name}: an empty catalogue has nothing`, async () => {
    const store = await make(EMPTY);
    expect(store.counts).toEqual({ cards: 0, sources: 0 });
    expect(await store.listCards({ limit: 5 })).toMatchObject({ cards: [], total: 0, next: null });
    expect(await store.listCards({ q: 'words', limit: 5 })).toMatchObject({ cards: [], total: 0 });
    expect(await store.countFacets({})).toEqual(Object.fromEntries(FACETS.map((facet) => [facet, []])));
    expect(await store.listCorrections({ limit: 5 })).toEqual({
      corrections: [],
      total: 0,
      start: 0,
      previous: null,
      next: null,
    });
    expect(await store.listSpeakers()).toEqual([]);
    expect([await store.listSources(), await store.listTopics(), await store.listEntries(0, 5)]).toEqual([[], [], []]);
    expect(await store.getCard('nobody')).toBe(undefined);
  });
}
