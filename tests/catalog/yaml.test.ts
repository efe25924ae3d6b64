import { describe, expect, test } from 'vitest';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { readYaml } from '../../src/catalog/yaml.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const findFaults = (text: string) => readYaml(text).faults.map(({ line, message }) => `${line}: ${message}`);
/** Each name refers to nine of the name before: 9⁸ values. */
const BOMB = [...'bcdefghi'].reduce(
  (text, name) => `${text}${name}: &${name} [${Array(9).fill(`*${String.fromCharCode(name.charCodeAt(0) - 1)}`)}]\n`,
  'a: &a [x]\n',
);

describe('is refused at its line:', () => {
  test.each([
    [
      'a text that a sign for comments cuts',
      'a: b\nclaim: Unit #5 of the brigade',
      '2: contains “#5 of the brigade”, which YAML reads as a comment',
    ],
    ['a word that it cuts', 'publisher: Area #51', '1: contains “#51”, which YAML reads as a comment'],
    ['a text with a space after the sign', 'claim: We are # one', '1: contains “# one”, which YAML reads as a comment'],
    ['a text with a tab before it', 'claim: We are\t# one', '1: contains “# one”, which YAML reads as a comment'],
    [
      'the last line of a text of several',
      'claim: We\n  are #one',
      '2: contains “#one”, which YAML reads as a comment',
    ],
    ['a text that it begins', 'title: #MeToo', '1: contains “#MeToo”, which YAML reads as a comment'],
    [
      'a text of several lines that it begins',
      'title: #MeToo\n  and more',
      '1: contains “#MeToo”, which YAML reads as a comment',
    ],
    ['an entry of a list', '- Unit #5\n- b', '1: contains “#5”, which YAML reads as a comment'],
    ['an entry of a list in brackets', 'a: [b, Unit #5, c]', '1: contains “#5, c]”, which YAML reads as a comment'],
    ['a field in braces', 'a: { b: Unit #5 }', '1: contains “#5 }”, which YAML reads as a comment'],
    ['a name of a field', 'a: 1\nb #c: 2', '2: contains “#c: 2”, which YAML reads as a comment'],
    [
      'a tag',
      'a: 1\nclaim: !important words',
      '2: has a tag (!important), which is not supported. Put the whole text in quotes.',
    ],
    ['a tag without a name', 'claim: ! words', '1: has a tag (!)'],
    ['a tag of YAML', 'claim: !!binary d29yZHM=', '1: has a tag (tag:yaml.org,2002:binary)'],
    [
      'an alias without its anchor',
      'a: 1\nclaim: *words',
      '2: has an alias (*words) without an anchor (&words) before it.',
    ],
    ['an alias before its anchor', 'a: *b\nc: &b d', '1: has an alias (*b) without an anchor (&b) before it.'],
    [
      'an anchor that is none',
      'claim: &c words',
      '1: has an anchor (&c) that no alias uses. Put the whole text in quotes.',
    ],
    ['aliases that multiply', `${BOMB}j: *i`, '2: has too many or nested aliases (*)'],
    ['a merge key', 'a: &a { b: 1 }\nc:\n  <<: *a', '3: has a merge key (<<), which is not supported.'],
    ['a field twice', 'a: 1\nb: 2\na: 3', '3: is not valid YAML: Map keys must be unique.'],
    [
      'a text with a colon',
      'a: one\nb: two: three',
      '2: has a text with ": ", which YAML reads as a field. Put the whole text in quotes.',
    ],
    ['a tab for an indent', 'a:\n\tb: 1', '2: is not valid YAML: Tabs are not allowed as indentation.'],
    [
      'a byte order mark',
      '\ufeffa: 1',
      '1: has a byte order mark (U+FEFF), which is invisible. Save the file as UTF-8 without it.',
    ],
    [
      'a byte order mark in a text',
      'a: 1\nb: c\ufeffd',
      '2: has a byte order mark (U+FEFF), which is invisible. Remove it.',
    ],
    ['a control character', 'a: 1\nb: c\x07d', '2: has a control character (U+0007)'],
    ['a second document', 'a: 1\n---\nb: 2', '2: is not valid YAML: Source contains multiple documents.'],
    ['YAML 1.1', '%YAML 1.1\n---\na: no', '1: declares YAML 1.1'],
    ['an unknown directive', '%WORDS\n---\na: 1', '1: has a directive'],
    ['brackets without end', `a: ${'['.repeat(5000)}`, '1: is nested too deeply'],
  ])('%s', (_what, text, message) => {
    expect(findFaults(text)[0]).toContain(message);
  });

  test('a catalogue file reports the fault with its name', () => {
    const text = GOOD_FILE.replace('claim: Somebody on something', 'claim: Somebody on point #5');
    expect(compileCatalog([{ name: 'daily-example.yaml', text }]).problems.map(formatProblem)).toEqual([
      'cards/daily-example.yaml:23: contains “#5”, which YAML reads as a comment. Put the whole text in quotes. Put two spaces before a real comment, and a space after "#".',
    ]);
  });
});

test('of a thousand aliases, the first is named', () => {
  const text = `a: &a b\n${Array.from({ length: 1000 }, (_, index) => `k${index}: *a\n`).join('')}`;
  expect(findFaults(text)).toEqual(['2: has too many or nested aliases (*). Write the values out.']);
});

describe('is read:', () => {
  test.each([
    ['a comment of its own line', '# words\na: b c', { a: 'b c' }],
    ['a comment two spaces after a text', 'a: b c  # words', { a: 'b c' }],
    ['a comment one space after a single word', 'a: b # words', { a: 'b' }],
    ['a comment after what cannot go on', 'a: "b c" #words\nd: [e f] #words', { a: 'b c', d: ['e f'] }],
    ['a comment after a colon', 'a: # words\n  - b c', { a: ['b c'] }],
    ['what npm run new marks', 'a: b c # FILL: words', { a: 'b c' }],
    ['the sign within a word, and in quotes', 'a: b#c\nd: "e #f"\ng: |\n  h #i', { a: 'b#c', d: 'e #f', g: 'h #i\n' }],
    ['an alias of its anchor', 'a: &a b c\nd: *a', { a: 'b c', d: 'b c' }],
    ['line ends of Windows', 'a: b c\r\nd: e\r\n', { a: 'b c', d: 'e' }],
  ])('%s', (_what, text, data) => {
    expect(readYaml(text)).toMatchObject({ faults: [], data });
  });
});
