import { expect, test } from 'vitest';
import { findReporters } from '../../../../src/card/evidence/checks/reporting.ts';

const speakersOf = (sentence: string, language = 'en') =>
  findReporters(sentence, language, { known: [], proper: new Set() }).map(({ text }) => text);

test.each([
  ['Two houses burned in Leeds, said Ann Ray.', ['Ann Ray']],
  ['Two houses burned in Leeds, Ann Ray said.', ['Ann Ray']],
  ['The exercises went on, Pavel Latushko, head of the group (NAM), said at the Forum in Prague.', ['Pavel Latushko']],
  ['There are 2,000 soldiers, said former security officer Alyaksandr Azarov.', ['Alyaksandr Azarov']],
  ['The deal was off, he said.', []],
])('%s', (sentence, speakers) => {
  expect(speakersOf(sentence)).toEqual(expect.arrayContaining(speakers));
  expect(speakersOf(sentence)).not.toContain('Leeds');
  if (speakers.length === 0) expect(speakersOf(sentence)).toEqual([]);
});
