import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { CardDocument, CardList } from '../../../src/web/api/schemas/card.ts';
import { Health, Index, TopicList } from '../../../src/web/api/schemas/service.ts';
import { SourceList, SourceWithCards } from '../../../src/web/api/schemas/source.ts';
import { SpeakerList, SpeakerWithCards } from '../../../src/web/api/schemas/speaker.ts';
import { cards as published, store } from '../../helpers/published.ts';

const read = async (path: string) => (await exports.default.fetch(`https://cards.example.org${path}`)).json();

test.each(published.map(({ card }) => card.id))('%s has every field of its schema and no other', async (id) => {
  const document = await read(`/api/cards/${id}`);
  expect(CardDocument.parse(document)).toEqual(document);
});

test('a card without a field is no card, nor is one with a field too many', async () => {
  const document = (await read('/api/cards/merchant-ships-harbour')) as Record<string, unknown>;
  const { place: _place, ...less } = document;
  expect(CardDocument.safeParse(less).success).toBe(false);
  expect(CardDocument.safeParse({ ...document, more: null }).success).toBe(false);
});

test.each([
  ['merchant-ships-harbour', { figure: null }],
  ['merchant-ships-harbour', { rows: [] }],
  ['merchant-ships-harbour', { kind: 'claim' }],
  ['council-closed-harbour', { asOf: null }],
  ['second-basin-better-prepared', { nature: 'count' }],
  ['second-basin-opinions', { status: 'stated' }],
  ['second-basin-opinions', { rows: null }],
])('%s is no card with %o: each kind has its own fields, and null for those of others', async (id, changes) => {
  const document = (await read(`/api/cards/${id}`)) as object;
  expect(CardDocument.safeParse({ ...document, ...changes }).success).toBe(false);
});

test.each((await store.listSources()).map(({ source }) => source.id))(
  '%s has every field of its schema and no other',
  async (id) => {
    const document = await read(`/api/sources/${id}`);
    expect(SourceWithCards.parse(document)).toEqual(document);
  },
);

test.each([
  ['/api', Index],
  ['/api/cards?limit=100', CardList],
  ['/api/cards?limit=100&fields=embed', CardList],
  ['/topics/harbours.json', CardList],
  ['/api/sources', SourceList],
  ['/api/speakers', SpeakerList],
  ['/api/speakers/eva-muster', SpeakerWithCards],
  ['/api/topics', TopicList],
  ['/health', Health],
] as const)('%s has every field of its schema and no other', async (path, schema) => {
  const document = await read(path);
  expect(schema.parse(document)).toEqual(document);
});
