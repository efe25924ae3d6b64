/** The lists of more cards on a card's page. */
import { expect, test } from 'vitest';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { askingOf } from '../helpers/asking.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';

const SOMEBODY = { id: 'somebody', name: 'Somebody', type: 'person' } as const;
const OTHERS = ['Anybody', 'Daily Example'];
const ask = askingOf(
  createBundledStore({
    sources: [source, { ...source, id: 'other-source' }],
    speakers: [SOMEBODY],
    cards: [
      { ...entryOf({ id: 'a-card' }), speakers: [SOMEBODY] },
      { ...entryOf({ id: 'of-the-speaker', topics: ['Other'] }), speakers: [SOMEBODY] },
      entryOf({ id: 'on-the-topic', attribution: OTHERS }),
      ...['b', 'c', 'd', 'e'].map((id) =>
        entryOf({ id: `from-the-text-${id}`, topics: ['Other'], attribution: OTHERS }),
      ),
    ],
  }),
);

/** The groups on the page of a card: the title, the cards, and the link to all of them. */
async function groupsOf(id: string) {
  const page = await (await ask(`/cards/${id}`)).text();
  const [, more = ''] = /<h2 id="more">More cards<\/h2>(.*?)<\/section>/s.exec(page) ?? [];
  return [...more.matchAll(/<h3>(.*?)<\/h3>(.*?)<\/ul><p><a href="[^"]*?(\/\w+\/[\w-]+)">(.*?)</gs)].map(
    ([, title, list = '', href, all]) => ({
      title,
      cards: [...list.matchAll(/\/cards\/([\w-]+)"/g)].map(([, card]) => card),
      href,
      all,
    }),
  );
}

test('are by the same speaker, on the same topic and from the same text, each card once and three in a list', async () => {
  const [speaker, topic, text] = await groupsOf('a-card');
  expect(speaker).toEqual({
    title: 'By Somebody',
    cards: ['of-the-speaker'],
    href: '/speakers/somebody',
    all: 'All 2 cards',
  });
  expect(topic).toMatchObject({ title: 'On the topic Examples', cards: ['on-the-topic'], href: '/topics/examples' });
  expect(text).toMatchObject({ title: 'From the same text in Daily Example', all: 'All 7 cards' });
  expect(text?.cards).toHaveLength(3);
  expect(text?.cards.join()).toMatch(/^(?:from-the-text-[bcde],?){3}$/);
});

test('change the ETag of the page', async () => {
  const etag = async (revision: string) => {
    const cards = [entryOf({ id: 'a-card' }), { ...entryOf({ id: 'b-card' }), revision }];
    return (await askingOf(createBundledStore({ sources: [source], cards }))('/cards/a-card')).headers.get('ETag');
  };
  expect(await etag('0000000a')).toBe(await etag('0000000a'));
  expect(await etag('0000000a')).not.toBe(await etag('0000000b'));
});
