import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ComparisonCard, QuotedCard } from '../../src/card/card.ts';
import { Earlier } from '../../src/card/history.ts';
import { KINDS, type Kind, QUOTED_KIND_NAMES } from '../../src/card/kind.ts';
import type { CardRecord } from '../../src/card/record.ts';
import { Source } from '../../src/card/source.ts';
import {
  findUnrecordedChanges,
  findUnrecordedSourceChanges,
  type UnrecordedChange,
} from '../../src/catalog/changes.ts';
import { createReleases, newLines } from '../../src/catalog/releases.ts';
import { quoteCard, recordOf, source } from '../helpers/fixtures.ts';

const quoted = {
  ...quoteCard,
  language: 'en',
  place: 'Minsk',
  updated: '2026-11-21',
  accept: [{ check: 'place-not-in-text', because: 'The text says “the capital”.' }],
  quote: {
    ...quoteCard.quote,
    prefix: 'and',
    suffix: 'that',
    context: { before: 'she said', after: null },
    translated: { from: 'be', by: 'Daily Example' },
    translation: { text: 'these are the words', by: 'Ann Author', machine: false },
  },
  saidOn: { date: '2023-11-01', basis: 'stated' },
  support: [{ quote: { exact: 'more words' } }],
  related: [{ type: 'contradicts', card: 'another-card' }],
};
const fact = { ...quoted, nature: 'count' };
const figure = { text: 'up to 1,000', max: 1000, unit: 'fighters' };
const asOf = { date: '2023-10-12', basis: 'stated' };

/** A card of each kind, every field of it filled. */
const CARDS: Record<Kind, Record<string, unknown>> = {
  figure: { ...fact, kind: 'figure', figure },
  quote: { ...quoted, kind: 'quote' },
  claim: { ...fact, kind: 'claim' },
  event: { ...fact, kind: 'event', asOf },
  comparison: {
    id: 'a-card',
    kind: 'comparison',
    topics: ['Examples'],
    claim: 'Set side by side',
    language: 'en',
    updated: '2026-11-21',
    rows: [
      { card: 'one', label: 'The first' },
      { card: 'two', label: 'The second' },
    ],
    note: 'Not like for like.',
  },
};

/** Other values of each field, by its path. */
const CHANGES: Record<string, unknown[]> = {
  kind: ['claim', 'quote'],
  topics: [['Examples', 'Another']],
  claim: ['Something else'],
  language: ['be', undefined],
  status: ['reported'],
  attribution: [['Daily Example'], ['Somebody', { name: 'Daily Example', as: 'told' }]],
  asOf: [{ date: '2023-09', basis: 'stated' }, { date: '2023-10-12', basis: 'external' }, null],
  nature: ['estimate', undefined],
  saidOn: [{ date: '2023-10-31', basis: 'stated' }, undefined],
  place: ['Brest', null, undefined],
  support: [[{ quote: { exact: 'other words' } }], [{ source: 'another', quote: { exact: 'more words' } }], undefined],
  related: [[{ type: 'updates', card: 'another-card' }], undefined],
  'quote.exact': ['these were the words'],
  'quote.highlight': ['words', undefined],
  accept: [[{ check: 'place-not-in-text', because: 'The text says “the city”.' }], undefined],
  'quote.context': [{ before: 'he said', after: null }, undefined],
  'quote.translation': [{ text: 'these are some words', by: 'Ann Author', machine: false }, undefined],
  'quote.translated': [{ from: null, by: 'Daily Example' }, undefined],
  figure: [
    { ...figure, text: '1,000' },
    { ...figure, min: 900 },
    { ...figure, unit: 'soldiers' },
  ],
  rows: [
    [
      { card: 'one', label: 'The first' },
      { card: 'two', label: 'Another label' },
    ],
    [
      { card: 'two', label: 'The second' },
      { card: 'one', label: 'The first' },
    ],
  ],
  note: ['Not alike.'],
};

/** Fields that may change: the history itself has rules of its own, and the others say nothing to a reader of the card. */
const MAY_CHANGE = ['id', 'history', 'updated', 'quote.acrossBlocks', 'quote.prefix', 'quote.suffix'];

/** "quote.exact": every field of a kind, those of a quote one by one. */
function fieldsOf(kind: Kind): string[] {
  const schema = [...QuotedCard.options, ComparisonCard].find(({ shape }) => shape.kind.value === kind);
  const quoteFields = QuotedCard.options[0].shape.quote.shape;
  return Object.keys(schema?.shape ?? {}).flatMap((name) =>
    name === 'quote' ? Object.keys(quoteFields).map((part) => `quote.${part}`) : [name],
  );
}

function withValue(card: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [name = '', part] = path.split('.');
  return { ...card, [name]: part === undefined ? value : { ...(card[name] as object), [part]: value } };
}

function recordFor(card: Record<string, unknown>): CardRecord {
  const quotedRecord = recordOf(card as unknown as QuotedCard);
  return 'rows' in card ? ({ ...quotedRecord, rows: [] } as unknown as CardRecord) : quotedRecord;
}

const released = (card: Record<string, unknown>) =>
  createReleases(newLines(createReleases([]), [recordFor(card)], '2026-11-22'));

/** What a message says to write into the history. */
function proposedEarlier({ message }: UnrecordedChange): Earlier {
  const entry = parse(message.slice(message.indexOf('{ type:')).replaceAll('…', 'x'));
  return Earlier.parse(entry.earlier);
}

describe.each(KINDS)('a published %s', (kind) => {
  const card = CARDS[kind];
  const frozen = fieldsOf(kind).filter((path) => !MAY_CHANGE.includes(path));

  test('may be released again without changes', () => {
    expect(findUnrecordedChanges(recordFor(card), released(card))).toEqual([]);
  });

  test.each(frozen)('cannot change its %s silently', (path) => {
    const values = (CHANGES[path] ?? []).filter(
      (value) => value !== kind && !(path === 'language' && value === undefined),
    );
    expect(values).not.toEqual([]);
    for (const value of values) {
      const changed = withValue(card, path, value);
      const [fault, ...others] = findUnrecordedChanges(recordFor(changed), released(card));
      expect(others).toEqual([]);
      expect(fault?.path.join('.')).toBe(path);
      expect(fault?.message).toMatch(
        /^has changed since 2026-11-22, when it was published as: .+\. Restore the published value, or /,
      );
      expect(fault?.message).toContain('"a-card"');

      const earlier = fault && proposedEarlier(fault);
      const entry = { type: 'corrected', date: '2026-12-01', reason: 'A slip', earlier };
      expect(findUnrecordedChanges(recordFor({ ...changed, history: [entry] }), released(card))).toEqual([]);
    }
  });

  test('may be given the language that it has by default', () => {
    const { language: _, ...without } = card;
    expect(findUnrecordedChanges(recordFor(card), released(without))).toEqual([]);
  });

  test.each(['updated', 'quote.acrossBlocks', 'quote.prefix', 'quote.suffix'])('may change its %s', (path) => {
    if (!fieldsOf(kind).includes(path)) return;
    expect(findUnrecordedChanges(recordFor(withValue(card, path, undefined)), released(card))).toEqual([]);
  });
});

test('an added value is reported, without an earlier value if the schema allows none', () => {
  const [fault] = findUnrecordedChanges(recordFor(CARDS.quote), released(withValue(CARDS.quote, 'place', null)));
  expect(fault?.message).toContain('when it was published as: none. Restore');
  expect(fault?.message).toContain('earlier: { place: null }');
  const kinds = findUnrecordedChanges(recordFor(CARDS.figure), released(CARDS.claim));
  expect(kinds.map(({ path }) => path.join('.')).sort()).toEqual(['figure', 'kind']);
  expect(kinds.find(({ path }) => path[0] === 'figure')?.message).toContain('{ type: updated, date: …, reason: … }');
});

describe('a published source', () => {
  const full: Source = {
    ...source,
    translated: { from: 'de', publisher: 'Zeitung', url: null },
    corrections: [{ date: '2023-11-05', text: 'The number was wrong' }],
    note: 'A note.',
  };
  const changes: Record<string, unknown> = {
    publisher: 'Another',
    title: null,
    authors: [],
    published: { date: '2023-11-03', basis: 'stated' },
    url: null,
    language: 'be',
    translated: undefined,
    corrections: undefined,
    note: undefined,
  };
  const cards = QUOTED_KIND_NAMES.map((kind) => ({ ...CARDS[kind], id: kind }) as unknown as QuotedCard);
  const releases = createReleases(
    newLines(
      createReleases([]),
      cards.map((card) => recordOf(card, full)),
      '2026-11-22',
    ),
  );
  const frozen = Object.keys(Source.shape).filter((name) => !['id', 'archived', 'snapshot'].includes(name));

  test.each(frozen)('cannot change its %s silently: one message names every card', (name) => {
    expect(changes).toHaveProperty(name);
    const changed = { ...full, [name]: changes[name] } as Source;
    const [fault, ...others] = findUnrecordedSourceChanges(changed, cards, releases);
    expect(others).toEqual([]);
    expect(fault?.path).toEqual([name]);
    expect(fault?.message).toContain('Cards that show it: figure, quote, claim, event.');
    const earlier = fault && proposedEarlier(fault);
    expect(earlier?.source).toHaveProperty(name);

    const entry = { type: 'corrected' as const, date: '2026-12-01', reason: 'A slip', earlier: earlier as Earlier };
    const [first, ...rest] = cards.map((card) => ({ ...card, history: [entry] }));
    expect(findUnrecordedSourceChanges(changed, [first as QuotedCard, ...rest], releases)).toEqual([]);
    const [left] = findUnrecordedSourceChanges(changed, [cards[0] as QuotedCard, ...rest], releases);
    expect(left?.message).toContain('Cards that show it: figure.');
  });

  test('may have been archived and captured again', () => {
    const archived = [{ url: 'https://web.archive.org/x', date: '2026-12-01' }];
    const snapshot = { sha256: 'b'.repeat(64), accessed: '2026-12-01' };
    expect(findUnrecordedSourceChanges({ ...full, archived, snapshot }, cards, releases)).toEqual([]);
  });
});
