/** What /check says about a copy. */
import { describe, expect, test } from 'vitest';
import { compare, findPixels, markOf, pageOf, verdictOf } from '../../assets/scripts/verdict.js';

const ORIGIN = 'https://cards.example.org';
const URL_TEXT = `${ORIGIN}/cards/a-card`;

describe('the card that a picture names', () => {
  test('with revision, size, theme and drawing', () => {
    const texts = new Map([
      ['URL', URL_TEXT],
      ['Card', 'a-card@0123abcd og-dark 89abcdef'],
    ]);
    expect(markOf(texts)).toEqual({
      id: 'a-card',
      origin: ORIGIN,
      revision: '0123abcd',
      variant: 'og-dark',
      drawing: '89abcdef',
    });
  });

  test.each([
    ['Card', 'other@0123abcd og 89abcdef'],
    ['Card', 'a-card'],
    ['Title', 'none'],
  ])('without a revision, if %s is “%s”', (keyword, text) => {
    expect(
      markOf(
        new Map([
          ['URL', URL_TEXT],
          [keyword, text],
        ]),
      ),
    ).toEqual({ id: 'a-card', origin: ORIGIN });
  });

  test.each(['HTTPS://CARDS.EXAMPLE.ORG/CARDS/A-CARD', URL_TEXT])('in the address %s', (address) => {
    expect(pageOf(address)).toEqual({ id: 'a-card', origin: ORIGIN });
  });

  test.each(['', 'a-card', `${ORIGIN}/`, `${ORIGIN}/cards/a/b`, 'javascript:alert(1)', 'data:/cards/a-card'])(
    'not in “%s”',
    (address) => expect(pageOf(address)).toBeUndefined(),
  );
});

describe('the comparison', () => {
  const recorded = [
    { revision: '0123abcd', drawing: '89abcdef', sha256: { og: 'a', 'og-dark': 'b' } },
    { revision: '0123abcd', drawing: '11111111', sha256: { og: 'c' } },
  ];
  const mark = { id: 'a-card', origin: ORIGIN, revision: '0123abcd', variant: 'og', drawing: '89abcdef' };

  test.each([
    ['unaltered', 'the recorded pixels', {}, 'a'],
    ['unaltered', 'the pixels of another recorded drawing', {}, 'c'],
    ['unaltered', 'recorded pixels, drawn by a version without a record', { drawing: '22222222' }, 'a'],
    ['altered', 'other pixels, and names a recorded drawing', {}, 'x'],
    ['altered', 'the pixels of another theme', {}, 'b'],
    ['not compared', 'other pixels, drawn by a version without a record', { drawing: '22222222' }, 'x'],
    ['not compared', 'a size without a record', { variant: 'story' }, 'a'],
    ['not compared', 'a drawing of another revision', { revision: 'ffffffff' }, 'x'],
    ['not compared', 'no revision', { revision: undefined, drawing: undefined, variant: undefined }, 'a'],
    ['not compared', 'pixels that cannot be read', {}, undefined],
  ])('is “%s” for %s', (expected, _what, changes, hash) => {
    expect(compare({ ...mark, ...changes }, hash, recorded)).toBe(expected);
  });
});

test('pixels without a name are found in each size and theme, of the current revision first', () => {
  const [old, current] = ['0123abcd', 'ffffffff'];
  const recorded = [
    { revision: current, drawing: '1', sha256: { og: 'same', square: 'x' } },
    { revision: old, drawing: '2', sha256: { og: 'same', 'og-dark': 'y' } },
  ];
  expect(findPixels('same', recorded, current)).toEqual({ revision: current, variant: 'og', drawing: '1' });
  expect(findPixels('y', recorded, current)).toEqual({ revision: old, variant: 'og-dark', drawing: '2' });
  expect(findPixels('z', recorded, current)).toBeUndefined();
});

describe('the verdict', () => {
  const entry = (type: string, date: string) => ({ type, date, reason: `Why ${type}` });
  const cardOf = (revision: string, history: ReturnType<typeof entry>[] = []) => ({
    state: '',
    revision,
    history,
    revisions: [],
  });
  const copyOf = (revision?: string) => ({ id: 'a-card', origin: ORIGIN, revision });
  const correction = entry('corrected', '2026-11-23');

  test.each([
    ['Current', copyOf('b'), cardOf('b'), undefined, false],
    ['Current', copyOf('b'), cardOf('b', [correction]), undefined, false],
    ['Corrected since', copyOf('a'), cardOf('b', [correction]), cardOf('a'), true],
    [
      'Updated since',
      copyOf('b'),
      cardOf('c', [correction, entry('updated', '2026-11-24')]),
      cardOf('b', [correction]),
      true,
    ],
    ['Not current', copyOf('a'), cardOf('b', [correction]), cardOf('a', [correction]), true],
    ['Retracted', copyOf('a'), cardOf('b', [correction, entry('retracted', '2026-11-24')]), cardOf('a'), true],
    ['Retracted', copyOf('b'), cardOf('b', [entry('retracted', '2026-11-24')]), undefined, true],
    ['Superseded', copyOf('a'), cardOf('b', [entry('superseded', '2026-11-24')]), cardOf('a'), true],
    ['Unknown revision', copyOf('z'), cardOf('b'), undefined, true],
    ['No corrections', copyOf(), cardOf('b'), undefined, false],
    ['The card was corrected', copyOf(), cardOf('b', [correction]), undefined, true],
    ['Retracted', copyOf(), cardOf('b', [entry('retracted', '2026-11-24')]), undefined, true],
  ])('is “%s”', (title, mark, card, earlier, isWarning) => {
    expect(verdictOf(mark, 'unaltered', card, earlier)).toMatchObject({ title, isWarning });
  });

  test('names each change since the copy, with its day and reason, and no earlier one', () => {
    const history = [correction, entry('updated', '2026-11-24')];
    const { lines } = verdictOf(copyOf('b'), 'unaltered', cardOf('c', history), cardOf('b', [correction]));
    expect(lines).toEqual([
      'The copy shows an earlier revision of the card.',
      'Updated since 24 November 2026: Why updated',
      'The picture is unaltered: every pixel is as published.',
    ]);
  });

  test('warns of an altered picture first, also of a current card', () => {
    expect(verdictOf(copyOf('b'), 'altered', cardOf('b'), undefined)).toMatchObject({
      title: 'Altered',
      isWarning: true,
      lines: ['The picture was altered: its pixels differ from those that were published. Do not share it.'],
    });
  });

  test('does not call a picture altered that cannot be compared', () => {
    const { title, isWarning, lines } = verdictOf(copyOf('b'), 'not compared', cardOf('b'), undefined);
    expect([title, isWarning]).toEqual(['Cannot be compared', false]);
    expect(lines.at(-1)).toContain('not known whether the picture was altered');
  });

  test('names a retraction before that the copy cannot be compared', () => {
    const retracted = cardOf('b', [entry('retracted', '2026-11-24')]);
    expect(verdictOf(copyOf('b'), 'scanned', retracted, undefined).title).toBe('Retracted');
  });
});
