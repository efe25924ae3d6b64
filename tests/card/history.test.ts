import { describe, expect, test } from 'vitest';
import { altText } from '../../src/card/alt.ts';
import { changesOf, History, noticeOf, retractionOf, stateOf, successorOf } from '../../src/card/history.ts';
import { quoteCard, recordOf } from '../helpers/fixtures.ts';

const corrected = {
  type: 'corrected',
  date: '2026-12-03',
  reason: 'Misread',
  earlier: { claim: 'Other words' },
} as const;
const updated = { type: 'updated', date: '2026-12-05', reason: 'More is known' } as const;
const superseded = { type: 'superseded', date: '2026-12-10', reason: 'Newer', by: 'another' } as const;
const retracted = { type: 'retracted', date: '2026-12-20', reason: 'The article was withdrawn' } as const;

describe('the state of a card', () => {
  test.each([
    [undefined, 'current'],
    [[updated], 'current'],
    [[corrected], 'corrected'],
    [[corrected, updated], 'corrected'],
    [[corrected, superseded], 'superseded'],
    [[updated, retracted], 'retracted'],
  ] as const)('%j: %s', (history, state) => {
    expect(stateOf({ history: history && [...history] })).toBe(state);
  });
});

test('the notice is the retraction or supersession, or else the last correction', () => {
  expect(noticeOf({ history: [corrected, updated] })).toBe(corrected);
  expect(noticeOf({ history: [corrected, superseded] })).toBe(superseded);
  expect(noticeOf({ history: [updated] })).toBeUndefined();
  expect(successorOf({ history: [superseded] })).toBe('another');
  expect(retractionOf({ history: [corrected, retracted] })).toBe(retracted);
});

test('a change goes to the value that the next change records, and the last one to that of the card', () => {
  const reworded = (claim: string) => ({ ...corrected, earlier: { claim, source: { title: `On ${claim}` } } });
  const history: History = [reworded('one'), updated, reworded('two')];
  const record = recordOf({ ...quoteCard, history });
  const { claim } = record.card;
  expect([0, 1, 2].map((position) => changesOf(record, position))).toEqual([
    [
      { label: 'Claim', before: 'one', after: 'two' },
      { label: 'Title', before: '“On one”', after: '“On two”' },
    ],
    [],
    [
      { label: 'Claim', before: 'two', after: claim },
      { label: 'Title', before: '“On two”', after: record.source.title ? `“${record.source.title}”` : 'none' },
    ],
  ]);
});

describe('a history is refused', () => {
  test.each([
    ['with nothing in it', [], 'is empty'],
    ['out of order', [updated, corrected], 'is out of order'],
    ['that goes on after the end', [retracted, { ...updated, date: '2026-12-21' }], 'continues after a retraction'],
    [
      'whose correction does not say what was there before',
      [{ ...corrected, earlier: {} }],
      'is empty: give the earlier',
    ],
  ])('%s', (_what, history, message) => {
    expect(History.safeParse(history).error?.issues[0]?.message).toContain(message);
  });
});

test('alternative text says it first, and stays short', () => {
  const altOf = (history: History) => altText(recordOf({ ...quoteCard, history }));
  expect(altOf([corrected])).toMatch(/^Corrected 3 Dec 2026\. “these are the words” \(/);
  expect(altOf([superseded])).toMatch(/^Superseded 10 Dec 2026 by another card, another\./);
  const long = 'very '.repeat(39).trim();
  expect(altOf([{ ...retracted, reason: long }]).length).toBeLessThanOrEqual(420);
});
