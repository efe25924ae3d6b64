import { expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { checkRelated } from '../../src/catalog/relation-rules.ts';
import { FILES } from '../helpers/related-catalog.ts';

const changed = (...changes: [from: string, to: string][]) => {
  const loaded = loadCatalog(
    FILES.map(({ name, text }) => ({
      name,
      text: changes.reduce((all, [from, to]) => all.replace(from, to), text),
    })),
  );
  expect(loaded.problems).toEqual([]);
  return checkRelated(loaded).map(formatProblem);
};

test('cards that name each other are fine', () => {
  expect(changed()).toEqual([]);
});

test('a relation that only one of two cards has is refused, with what to write on the other', () => {
  expect(changed(['    related: [{ type: same-remark, card: no-ship-at-all }]\n', ''])).toEqual([
    'cards/harbour-post.yaml:51: cards[2].related[1].card "kein-schiff" does not name this card. Write the relation on both cards: at "kein-schiff", related: [{ type: same-remark, card: no-ship-at-all }].',
  ]);
  const both = changed([
    '[{ type: same-remark, card: no-ship-at-all }]',
    '[{ type: contradicts, card: no-ship-at-all }]',
  ]);
  expect(both).toHaveLength(2);
  expect(both.join('\n')).toContain('"kein-schiff" names this card as contradicts.');
});

test.each([
  ['kein-schiff', 'is the card itself.', 'card: no-ship-at-all }]', 'card: kein-schiff }]'],
  ['nowhere', '"nowhere" is not a card with a quote', 'updates, card: ships-in-march', 'updates, card: nowhere'],
  [
    'ships-side-by-side',
    'is not a card with a quote',
    'updates, card: ships-in-march',
    'updates, card: ships-side-by-side',
  ],
])('%s cannot be the other card', (_, message, from, to) => {
  expect(changed([from, to]).join('\n')).toContain(message);
});

test('a card cannot update one that is about a later date, or that updates it', () => {
  const march: [string, string] = ['date: 2023-03~', 'date: 2023-12'];
  expect(changed(march)).toEqual([
    expect.stringContaining('"ships-in-march" is about a later date (2023-12) than this card (2023-10).'),
  ]);
  const circle = changed([
    'highlight: "about 300" }\n',
    'highlight: "about 300" }\n    related: [{ type: updates, card: ships-in-november }]\n',
  ]);
  expect(circle).toHaveLength(2);
  expect(circle.join('\n')).toContain('"ships-in-november" updates this card, directly or through others.');
});

test('a retracted card contradicts nothing', () => {
  const history = '    history: [{ type: retracted, date: 2026-12-01, reason: It was invented }]\n';
  const problems = changed([
    '    related:\n      - { type: contradicts, card: ships-in-november }',
    `${history}    related:\n      - { type: contradicts, card: ships-in-november }`,
  ]);
  expect(problems).toEqual([
    expect.stringContaining('"no-ship-at-all" is retracted. Remove the relation, and add an entry to the history.'),
    expect.stringContaining('"no-ship-at-all" is retracted. Remove the relation'),
  ]);
});
