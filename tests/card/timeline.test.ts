import { expect, test } from 'vitest';
import { type EventCard, timelinesOf } from '../../src/card/timeline.ts';
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { createReleases, newLines } from '../../src/catalog/releases.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const eventText = (id: string, date: string, topics = 'Harbour') => `  - id: ${id}
    kind: event
    topics: [${topics}]
    claim: Something happened
    status: reported
    attribution: [Daily Example]
    asOf: { date: "${date}", basis: stated }
    quote: { exact: "something happened" }
`;

const compile = (...events: string[]) =>
  compileCatalog([{ name: 'daily-example.yaml', text: GOOD_FILE + events.join('') }]);

function cardsOf(...events: string[]) {
  const { catalog, problems } = compile(...events);
  expect(problems).toEqual([]);
  return catalog.cards.map(({ card }) => card).filter((card): card is EventCard => card.kind === 'event');
}

const timelineOf = (id: string, cards: EventCard[]) =>
  timelinesOf(cards)(cards.find((card) => card.id === id) as EventCard);
const datesOf = (id: string, cards: EventCard[]) => timelineOf(id, cards)?.dates.map(({ date }) => date);

test('the timeline of an event has the nearest events of its topic, each date once', () => {
  const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];
  const cards = cardsOf(
    ...days.map((day) => eventText(`day-${day}`, `2020-05-${day}`)),
    eventText('same', '2020-05-06'),
  );
  expect(datesOf('day-05', cards)).toEqual(['02', '03', '04', '06', '07', '08'].map((day) => `2020-05-${day}`));
  expect(datesOf('day-01', cards)).toEqual(['02', '03', '04'].map((day) => `2020-05-${day}`));
});

test('the topic is the first one that has another event at another time', () => {
  const cards = cardsOf(
    eventText('a', '2020-05-01'),
    eventText('b', '2020-05', 'Trade, Harbour'),
    eventText('c', '2022/..'),
    eventText('d', '2021-03', 'Trade'),
    eventText('e', '2021-03', 'Trade, Harbour'),
  );
  // The first day of May is in May, and an event without an end has no place.
  expect(timelineOf('a', cards)).toEqual({ topic: 'Harbour', dates: [{ date: '2021-03', basis: 'stated' }] });
  expect(timelineOf('b', cards)).toEqual({ topic: 'Trade', dates: [{ date: '2021-03', basis: 'stated' }] });
  expect(timelineOf('e', cards)).toEqual({ topic: 'Trade', dates: [{ date: '2020-05', basis: 'stated' }] });
  expect(timelineOf('c', cards)).toBeNull();
});

test('a span that is long beside the others is left out, and so is the timeline of a long event', () => {
  const cards = cardsOf(
    eventText('year', '2022'),
    eventText('month', '2023-01'),
    eventText('day', '2023-06-24'),
    eventText('old', '1990', 'Trade'),
    eventText('new', '1991-01', 'Trade'),
  );
  expect(datesOf('day', cards)).toEqual(['2023-01']);
  expect(datesOf('year', cards)).toEqual(['2023-01', '2023-06-24']);
  expect(timelineOf('old', cards)).toBeNull();
});

test('the timeline is part of the revision, and a published revision keeps its own', () => {
  const before = compile(eventText('a', '2020')).catalog;
  const releases = createReleases(newLines(createReleases([]), linkRecords(before), '2023-12-01'));
  const after = compile(eventText('a', '2020'), eventText('b', '2023-05')).catalog;
  const later = createReleases([...releases.lines, ...newLines(releases, linkRecords(after), '2023-12-02')]);
  const [first, second] = later.of('a').map(({ revision }) => later.find('a', revision));
  expect(first?.revision).not.toBe(second?.revision);
  expect(first).not.toHaveProperty('timeline');
  expect(second).toHaveProperty('timeline', { topic: 'Harbour', dates: [{ date: '2023-05', basis: 'stated' }] });
});
