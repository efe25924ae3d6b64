import { expect, test } from 'vitest';
import { nestMarks, trimQuote } from '../../src/card/quotation-marks.ts';

test.each([
  ['en', 'can "help us" by sharing', 'can ‘help us’ by sharing'],
  ['en', 'would be “crushed like a bug”', 'would be ‘crushed like a bug’'],
  ['en', '“No,” she said', '‘No,’ she said'],
  ['en', 'the («old») town', 'the (‘old’) town'],
  ['en', 'don’t say "it’s"', 'don’t say ‘it’s’'],
  ['en', "Russia's war in the dockers' port", 'Russia’s war in the dockers’ port'],
  ['en', 'a man of 6\'2"', 'a man of 6\'2"'],
  ['de', 'nannte es „Unsinn“', 'nannte es ‚Unsinn‘'],
  ['uk', 'назвав це «дурницею»', 'назвав це “дурницею”'],
  ['sv', 'kallade det ”nonsens”', 'kallade det ’nonsens’'],
])('marks inside a quotation are inner ones (%s: %s)', (language, text, nested) => {
  expect(nestMarks(text, language)).toBe(nested);
  expect(nested).toHaveLength(text.length);
});

test.each([
  ['“We built it,”', 'We built it'],
  ['“We built it”,', 'We built it'],
  ['"We built it."', 'We built it.'],
  ['‘We’re the dockers’ choir’', 'We’re the dockers’ choir'],
  ["'It isn't new'", "It isn't new"],
  ['„Wir bauten es“,', 'Wir bauten es'],
  ['„Wir bauten es”', 'Wir bauten es'],
  ['»Wir bauten es«', 'Wir bauten es'],
  ['« Nous l’avons construit »', 'Nous l’avons construit'],
  ['”Vi byggde det”', 'Vi byggde det'],
  ['「港は古い」', '港は古い'],
  ['We built it,”', 'We built it'],
  ['We built it."', 'We built it.'],
  ['“We built it', 'We built it'],
  ['built it –', 'built it'],
  [', and built it;', 'and built it'],
])('the words of a quote are without what belongs to the sentence around it: %s', (text, words) => {
  expect(trimQuote(text)).toBe(words);
});

test.each([
  '“Yes,” he said, “no”',
  '"Yes," he said, "no"',
  'was full of “cuss words.”',
  'nannte es „Unsinn“',
  'of the dockers’',
  "the dockers'",
  "'90s harbour",
  'a man of 6\'2"',
  'It is priceless …',
  '(and more)',
  '“…”',
])('the words of a quote keep marks that are theirs: %s', (text) => {
  expect(trimQuote(text)).toBe(text);
});
