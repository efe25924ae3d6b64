import { expect, test } from 'vitest';
import { nestMarks } from '../../src/card/quotation-marks.ts';

test.each([
  ['en', 'can "help us" by sharing', 'can ‘help us’ by sharing'],
  ['en', 'would be “crushed like a bug”', 'would be ‘crushed like a bug’'],
  ['en', '“No,” she said', '‘No,’ she said'],
  ['en', 'the («old») town', 'the (‘old’) town'],
  ['en', 'don’t say "it’s"', 'don’t say ‘it’s’'],
  ['en', 'a man of 6\'2"', 'a man of 6\'2"'],
  ['de', 'nannte es „Unsinn“', 'nannte es ‚Unsinn‘'],
  ['uk', 'назвав це «дурницею»', 'назвав це “дурницею”'],
  ['sv', 'kallade det ”nonsens”', 'kallade det ’nonsens’'],
])('marks inside a quotation are inner ones (%s: %s)', (language, text, nested) => {
  expect(nestMarks(text, language)).toBe(nested);
  expect(nested).toHaveLength(text.length);
});
