import { expect, test } from 'vitest';
import { quotedText } from '../../src/card/quoted-text.ts';

const printed = (exact: string, beginsSentence?: boolean, endsSentence?: boolean, language?: string) =>
  quotedText({ card: { language, quote: { exact } }, evidence: { beginsSentence, endsSentence } }).text;

test('an ellipsis says that a sentence begins before a quote, or goes on after it', () => {
  expect(printed('They left the camp', true, true)).toBe('“They left the camp”');
  expect(printed('They left the camp', true, false)).toBe('“They left the camp …”');
  expect(printed('Mr. Smith left the camp', false, true)).toBe('“… Mr. Smith left the camp”');
  expect(printed('left the camp', false, false, 'de')).toBe('„… left the camp …“');
});

test('there is none where the ends are not known, and none beside one of the source', () => {
  expect(printed('left the camp')).toBe('“left the camp”');
  expect(quotedText({ card: { quote: { exact: 'left the camp' } }, evidence: null }).text).toBe('“left the camp”');
  expect(printed('… left the camp…', false, false)).toBe('“… left the camp…”');
});

test('the offset is where the words of the quote begin', () => {
  const { text, offset } = quotedText({ card: { quote: { exact: 'left' } }, evidence: { beginsSentence: false } });
  expect(text.slice(offset)).toBe('left”');
});
