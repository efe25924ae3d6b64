import { describe, expect, test } from 'vitest';
import type { Quote } from '../../src/card/kinds/fields.ts';
import type { QuotedRecord } from '../../src/card/record.ts';
import { observeFailure, observePage, type Seen, type Surroundings } from '../../src/watch/observe.ts';
import { quoteCard, recordOf, source } from '../helpers/fixtures.ts';

const recordFor = (quote: Quote): QuotedRecord => recordOf({ ...quoteCard, quote }, source);
const EXACT = 'reportedly hosts up to 1,000 fighters';
const PLACE = `Since the mutiny the country ${EXACT} of the group in two camps.`;
const KNOWN: Surroundings = {
  before: 'Since the mutiny the country',
  after: 'of the group in two camps.',
  day: '2026-01-01',
};

type Given = { quote?: Quote; known?: Surroundings | null; knownProse?: number | null; paywalled?: boolean };

function observe(text: string, { quote = { exact: EXACT }, known = KNOWN, ...page }: Given = {}): Seen {
  const asked = { text, paywalled: false, knownProse: null, day: '2026-01-02', ...page };
  return observePage([recordFor(quote)], asked, () => known).get(quoteCard.id) as Seen;
}
const stateOf = (...given: Parameters<typeof observe>) => observe(...given).state;

describe('a quote is present', () => {
  test.each([
    ['where it stood', PLACE],
    ['with different white space', PLACE.replace('hosts up', 'hosts\u00a0up')],
    ['with other blocks around it', `Advertisement\n${PLACE}\nRead also`],
    ['with one side of its sentence edited', PLACE.replace('Since the mutiny the country', 'Belarus')],
    ['with both sides of its sentence touched up', PLACE.replace('mutiny', 'rebellion').replace('camps', 'bases')],
    ['and in a teaser as well', `Read: it ${EXACT}!\n${PLACE}`],
  ])('%s', (_, text) => expect(stateOf(text)).toBe('present'));

  test('on the first visit, wherever it occurs, and its place is stored', () => {
    expect(observe(PLACE, { known: null })).toEqual({
      state: 'present',
      score: null,
      surroundings: { ...KNOWN, day: '2026-01-02' },
    });
  });

  test('as a block of its own, which has no surroundings to lose', () => {
    const known = { before: '', after: '', day: '2026-01-01' };
    expect(stateOf(`Other\n${EXACT}\nwords`, { known })).toBe('present');
  });
});

describe('a quote has moved', () => {
  test('into another sentence', () => {
    expect(stateOf(`A spokesman said on Friday that it ${EXACT}, and would say no more.`)).toBe('moved');
  });

  test('out of the context that its card names', () => {
    const quote = { exact: EXACT, prefix: 'the country ' };
    expect(stateOf(PLACE, { quote })).toBe('present');
    expect(stateOf(PLACE.replace('the country', 'Belarus'), { quote })).toBe('moved');
  });

  test('but not if npm run verify has found it there since', () => {
    const evidence = { match: 'exact' as const, checkedAt: '2026-01-02', snapshot: 'a'.repeat(64), pageText: null };
    const record = { ...recordFor({ exact: EXACT }), evidence };
    const page = { text: `A spokesman said that it ${EXACT}.`, paywalled: false, knownProse: null, day: '2026-01-03' };
    expect(observePage([record], page, () => KNOWN).get(quoteCard.id)).toMatchObject({
      state: 'present',
      surroundings: { before: 'A spokesman said that it' },
    });
  });
});

test.each([
  ['another number', PLACE.replace('1,000', '500'), 0.92],
  ['another hedge', PLACE.replace('up to', 'around'), 0.84],
  ['another case', PLACE.replace('fighters', 'Fighters'), 0.97],
])('a quote with %s has changed', (_, text, score) => {
  expect(observe(text)).toMatchObject({ state: 'changed', score });
});

describe('a quote is gone', () => {
  const prose = `${'It was a long day for everybody who had come to the meeting, and nobody said a word. '.repeat(3)}\n`;

  test('from a page that is there', () => expect(stateOf(prose.repeat(9), { knownProse: 2000 })).toBe('gone'));
  test('from a page that never had much', () => expect(stateOf('Not found', { knownProse: null })).toBe('gone'));
  test('and not paywalled, if little text is left and it is another article', () => {
    expect(stateOf('This page is no longer available.', { knownProse: 2000 })).toBe('gone');
  });
});

test.each([
  ['shows its headline and little else', { text: `${source.title}\nSubscribe to read on.`, knownProse: 2000 }],
  ['says that it is not free', { text: 'Some words', paywalled: true }],
])('a page without the words has a paywall if it %s', (_, { text, ...page }) => {
  expect(stateOf(text, page)).toBe('paywalled');
});

test.each([
  ['http-status', 404, 'gone'],
  ['http-status', 410, 'gone'],
  ['http-status', 429, 'unreachable'],
  ['http-status', 503, 'unreachable'],
  ['paywall', 451, 'paywalled'],
  ['timeout', undefined, 'unreachable'],
  ['redirect-refused', undefined, 'unreachable'],
  ['no-robots', undefined, 'unreachable'],
  ['disallowed', undefined, undefined],
] as const)('%s (%s) is taken as %s', (reason, status, state) => {
  expect(observeFailure(reason, status)).toBe(state);
});
