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

test('the offset is the position of the quote in the text', () => {
  const { text, offset } = quotedText({ card: { quote: { exact: 'left' } }, evidence: { beginsSentence: false } });
  expect(text.slice(offset)).toBe('left”');
});
