/** Every page against the HTML standard, by an independent validator. */
import { HtmlValidate } from 'html-validate';
import { afterAll, expect, test } from 'vitest';
import { topicSlug } from '../../src/card/topic.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';

const site = await bootBundle(catalog);
afterAll(() => site.close());

const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });

const PAGES = [
  '/',
  '/?q=merchant&kind=figure',
  '/?q=zebra',
  '/?kind=zebra',
  '/nothing',
  '/sources',
  '/speakers',
  '/topics',
  '/corrections',
  '/check',
  '/embedding',
  '/speakers/nobody',
  '/cards/merchnt-ships',
  '/docs',
  ...catalog.sources.map(({ id }) => `/sources/${id}`),
  ...(catalog.speakers ?? []).map(({ id }) => `/speakers/${id}`),
  ...new Set(catalog.cards.flatMap(({ card }) => card.topics.map((topic) => `/topics/${topicSlug(topic)}`))),
  ...catalog.cards.map(({ card }) => `/cards/${card.id}`),
  `/cards/${catalog.cards[0]?.card.id}?size=story&theme=dark`,
];

test.each(PAGES)('%s', async (path) => {
  const html = await (await site.get(path)).text();
  const { results } = await validator.validateString(html);
  const messages = results.flatMap(({ messages }) => messages);
  expect(messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`)).toEqual([]);
});

test('the validator finds what is wrong', async () => {
  const { valid } = await validator.validateString('<!doctype html><html lang="en"><p><div></div></p></html>');
  expect(valid).toBe(false);
});
