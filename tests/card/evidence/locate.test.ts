import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, crossesBlocks, hasContext, locate } from '../../../src/card/evidence/locate.ts';
import { sentencesOf } from '../../../src/card/evidence/sentences.ts';
import { readHtml } from '../../../src/page/html-text.ts';

const split = (text: string, language?: string) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('a sentence ends', () => {
  test.each([
    ['He left. She stayed.', ['He left.', 'She stayed.']],
    ['“They left.” She stayed.', ['“They left.”', 'She stayed.']],
    [
      'Did they? Yes! (They did.) So it was…  And then?',
      ['Did they?', 'Yes!', '(They did.)', 'So it was…', 'And then?'],
    ],
    ['They came.[12] They left.¹ All did.', ['They came.[12]', 'They left.¹', 'All did.']],
    ['They came.\u2060¹,² All left.', ['They came.\u2060¹,²', 'All left.']],
    ['He fights for the U.S. He is 24. They know.', ['He fights for the U.S.', 'He is 24.', 'They know.']],
    ['It said no. He left at 5 p.m. The rest stayed.', ['It said no.', 'He left at 5 p.m.', 'The rest stayed.']],
    ['Он ушёл. «Мы остались». Они тоже.', ['Он ушёл.', '«Мы остались».', 'Они тоже.']],
    ['彼は来た。私は帰った。', ['彼は来た。', '私は帰った。']],
  ])('in %s', (text, sentences) => expect(split(text)).toEqual(sentences));

  test.each([
    'Mr. Smith and Dr. J. K. Weber met Gen. Smirnov in St. Petersburg.',
    'The U.S. Army and the E.U. Commission agree.',
    'No. 5 is alive, see p. 12 and Fig. 3.',
    'It grew to 1.5 million, i.e. by 3.4 per cent, vs. 2 before.',
    '“Will they fight?” he asked.',
    '“No!” said one of them… and left.',
    'Es sind z. B. Panzer, d. h. rund 30 Mio. Euro.',
    'La Sra. García y el Sr. Pérez, p. ej. ayer.',
    'Это 300 тыс. человек, т. е. много, по словам г-на А. С. Петрова.',
    'Це 300 тис. осіб, м. Київ, вул. Хрещатик.',
  ])('and does not inside: %s', (text) => expect(split(text)).toEqual([text]));

  test('not at a day, and in German not at an ordinal', () => {
    const text = 'Am 24. Februar kam die 76. Division. Sie blieb.';
    expect(split(text, 'de')).toEqual(['Am 24. Februar kam die 76. Division.', 'Sie blieb.']);
  });
});

/** Locates the marked words: "He [is here]." */
function place(marked: string, language?: string) {
  const text = marked.replace(/[[\]]/g, '');
  const start = marked.indexOf('[');
  const { beginsSentence, endsSentence } = locate(
    { text, blocks: null },
    { start, end: marked.indexOf(']') - 1 },
    { language },
  );
  return `${beginsSentence ? 'begins' : 'inside'}, ${endsSentence ? 'ends' : 'goes on'}`;
}

test.each([
  ['One. [They left the camp.] Two.', 'begins, ends'],
  ['One. [They left the camp]. Two.', 'begins, ends'],
  ['One. [They left] the camp.', 'begins, goes on'],
  ['One. They [left the camp]. Two.', 'inside, ends'],
  ['One. They [left] the camp.', 'inside, goes on'],
  ['[Army grows stronger]', 'begins, ends'],
  ['“[They left the camp].” Two.', 'begins, ends'],
  ['“[They left the camp.]” Two.', 'begins, ends'],
  ['He said: “[They left the camp].”', 'begins, ends'],
  ['“[They left the camp],” he said.', 'begins, ends'],
  ['“[They left the camp,]” he said, “and all”', 'begins, goes on'],
  ['“[They left the camp],” he said, “in the night.”', 'begins, goes on'],
  ['„[Sie verließen das Lager]“, sagte er.', 'begins, ends'],
  ['«[Они ушли из лагеря]», — сказал он.', 'begins, ends'],
  ['He called it “[a disaster]” on Monday.', 'inside, goes on'],
  ['He called it “[White Legion]” on Monday.', 'inside, goes on'],
  ['[They left with Mr.] Smith.', 'begins, goes on'],
  ['In the U.S. [Army they fight]. Two.', 'inside, ends'],
  ['[He also said]: many left.', 'begins, goes on'],
  ['[He also said:]\nMany left.', 'begins, goes on'],
  ['(see [Table 5]) and more', 'inside, goes on'],
  ['– [They left]¹. Two.', 'begins, ends'],
])('%s: %s', (marked, expected) => expect(place(marked)).toBe(expected));

test('a sentence continues across an advertisement between two paragraphs', () => {
  expect(place('They have sent\n[more than 1,000 men].')).toBe('inside, ends');
  expect(place('[They have sent]\nmore than 1,000 men.')).toBe('begins, goes on');
  expect(place('A heading\n[More than 1,000 men].')).toBe('begins, ends');
});

describe('on a page', () => {
  const page = readHtml(`<nav><a href="/">Home of the news</a></nav><article><h1>The army grows</h1>
    <figure><img><figcaption>Soldiers near a camp in 2023</figcaption></figure>
    <p>The army has about 48,000 soldiers, as its opponents say, and it is growing every year by some thousands.</p>
    <ul><li>A first thing</li></ul><table><tr><td>Belarus</td><td>1,000 fighters</td></tr></table>
    <aside class="related"><p>Another country sends 5,000 men</p></aside></article>`);
  const at = (words: string) => {
    const start = page.text.indexOf(words);
    const { block, part } = locate(page, { start, end: start + words.length });
    return [block, part];
  };

  test.each([
    ['Home of the news', ['paragraph', 'furniture']],
    ['The army grows', ['heading', 'article']],
    ['Soldiers near', ['caption', 'article']],
    ['48,000 soldiers', ['paragraph', 'article']],
    ['first thing', ['list-item', 'article']],
    ['1,000 fighters', ['table-cell', 'article']],
    ['5,000 men', ['paragraph', 'furniture']],
  ])('%s is known by its block and part', (words, expected) => expect(at(words)).toEqual(expected));

  test('a range over two cells crosses blocks, one over a line break does not', () => {
    const start = page.text.indexOf('Belarus');
    expect(crossesBlocks(blocksOf(page), { start, end: start + 'Belarus\t1,000'.length })).toBe(true);
    const lines = readHtml('<p>One<br>two</p>');
    expect(crossesBlocks(blocksOf(lines), { start: 0, end: lines.text.length })).toBe(false);
  });
});

test('the hash of the words around changes with them, and with nothing farther away', () => {
  const around = (text: string) => {
    const start = text.indexOf('1,000 men');
    return locate({ text, blocks: null }, { start, end: start + 9 }).around;
  };
  expect(around('They sent 1,000 men in May.')).toBe(around('Other\nThey sent  1,000 men in May.\nMore'));
  expect(around('They sent 1,000 men in May.')).not.toBe(around('They lost 1,000 men in May.'));
});

describe('in a plain text', () => {
  const blocks = (text: string) => blocksOf({ text, blocks: null }).map(({ start, end }) => text.slice(start, end));

  test('each line is a block, unless its sentence continues in the next line', () => {
    expect(blocks('A heading\nOne two.\n\nThree, and\nfour.\nFive')).toEqual([
      'A heading',
      'One two.',
      'Three, and\nfour.',
      'Five',
    ]);
  });

  test('in hard-wrapped text, empty lines separate blocks', () => {
    const first = 'The army has sent\nup to 1,000 men to\nthe north. In May\nMr. Smith said that\nthey would be back.';
    expect(blocks(`${first}\n\nMany have left\nthe country.`)).toEqual([first, 'Many have left\nthe country.']);
  });
});

describe('the words that a card gives around its quote', () => {
  const text = 'A headline\n\nBefore it, she said that the town “is full” and, in her words, closed.\n\nAfter it.';
  const start = text.indexOf('the town');
  const range = { start, end: start + 'the town “is full”'.length };
  test.each([
    ['are those right before it', { before: 'she said that' }, true],
    ['are those right after it', { after: 'and, in her words,' }, true],
    ['on both sides, in other quotation marks and spaces', { before: 'said  that', after: 'and, in her' }, true],
    ['are none', {}, true],
    ['are others', { before: 'he said that' }, false],
    ['are not right beside it', { after: 'in her words' }, false],
    ['begin inside a word', { before: 'aid that' }, false],
    ['end inside a word', { after: 'and, in he' }, false],
    ['are of another paragraph', { before: 'A headline Before it, she said that' }, false],
    ['go on in another paragraph', { after: 'and, in her words, closed. After it' }, false],
  ])('%s', (_, context, isThere) => {
    expect(hasContext({ text, blocks: null }, range, context)).toBe(isThere);
  });
});

describe('quotation marks and commas between a quote and its context', () => {
  test.each([
    ['She said: “We came,” he wrote.', { before: 'She said', after: 'he wrote' }],
    ['She said: “We came,” he wrote.', { before: 'She said: “', after: ',” he wrote' }],
    ['She said, "We came," he wrote.', { before: 'She said', after: 'he wrote' }],
    ['Sie sagte: „We came“, schrieb er.', { before: 'Sie sagte', after: 'schrieb er' }],
    ['«We came», — написав він.', { after: 'написав він' }],
  ])('need not be repeated: %s', (text, context) => {
    const start = text.indexOf('We came');
    const range = { start, end: start + 'We came'.length };
    expect(hasContext({ text, blocks: null }, range, context)).toBe(true);
    expect(hasContext({ text, blocks: null }, range, { after: 'she wrote' })).toBe(false);
  });
});

test('of any text, the sentences are in order and hold all words, and every range has a place', () => {
  const word = fc.constantFrom(
    'Mr.',
    'U.S.',
    'left.',
    '“No!”',
    'he',
    'The',
    '5',
    '\n',
    '…',
    '.',
    '[1]',
    '¹',
    '。',
    '«',
    '»',
    '3.',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 }),
      fc.nat(),
      (words, n) => {
        const text = words.join(' ');
        let at = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(start).toBeLessThan(end);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
        const start = n % Math.max(1, text.length);
        expect(locate({ text, blocks: null }, { start, end: Math.min(text.length, start + 5) }).around).toHaveLength(
          64,
        );
      },
    ),
    { numRuns: 1000 },
  );
});
