import { expect, test } from 'vitest';
import { quotedText } from '../../src/card/quoted-text.ts';

const printed = (exact: string, beginsSentence?: boolean, endsSentence?: boolean, language?: string) =>
  quotedText({ card: { language, quote: { exact } }, evidence: { beginsSentence, endsSentence } }).text;

test('adds an ellipsis if the quote begins or ends inside a sentence', () => {
  expect(printed('They left the camp', true, true)).toBe('“They left the camp”');
  expect(printed('They left the camp', true, false)).toBe('“They left the camp …”');
  expect(printed('Mr. Smith left the camp', false, true)).toBe('“… Mr. Smith left the camp”');
  expect(printed('left the camp', false, false, 'de')).toBe('„… left the camp …“');
});

test('adds no ellipsis if the ends are unknown or the source has one', () => {
  expect(printed('left the camp')).toBe('“left the camp”');
  expect(quotedText({ card: { quote: { exact: 'left the camp' } }, evidence: null }).text).toBe('“left the camp”');
  expect(printed('… left the camp…', false, false)).toBe('“… left the camp…”');
});

test('says where the quote and its highlight are in the text', () => {
  const card = { quote: { exact: 'left the camp', highlight: 'camp' } };
  const { text, words, mark } = quotedText({ card, evidence: { beginsSentence: false } });
  expect(text.slice(words.start, words.end)).toBe('left the camp');
  expect(text.slice(mark?.start, mark?.end)).toBe('camp');
});

test('does not double the marks of a quote that has its own, and finds its highlight', () => {
  for (const exact of [
    '“They left,”',
    '"They left"',
    '‘They left’',
    '„They left“',
    '«\u202fThey left\u202f»',
    'They left,”',
  ]) {
    expect(printed(exact)).toBe('“They left”');
  }
  const card = { quote: { exact: '“They left.”', highlight: '“They left.”' } };
  const { text, mark } = quotedText({ card, evidence: null });
  expect(text.slice(mark?.start, mark?.end)).toBe('They left.');
});
