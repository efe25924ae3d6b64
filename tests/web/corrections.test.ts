/** The page of all corrections. */
import { expect, test } from 'vitest';
import type { History } from '../../src/card/history.ts';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { catalogOf } from '../helpers/catalogs.ts';
import { attribute, documentElements, textContent } from '../helpers/html.ts';

const dated = (day: number) => ({ date: `2026-12-${String(day).padStart(2, '0')}`, reason: `Because of day ${day}` });
const corrected = (day: number, claim: string) => ({ type: 'corrected' as const, ...dated(day), earlier: { claim } });
const history = (...entries: History) => entries;
const many = Array.from({ length: 24 }, (_, at) => corrected(1, `words ${at}`));
const ask = askingOf(
  catalogOf([
    { id: 'many', history: many },
    {
      id: 'fixed',
      claim: 'The third words',
      history: history(corrected(3, 'The first words'), corrected(9, 'The second words')),
    },
    { id: 'gone', history: history({ type: 'retracted', ...dated(5) }) },
    { id: 'old', history: history({ type: 'superseded', ...dated(4), by: 'fixed' }) },
  ]),
);
const open = async (path: string) => documentElements(await (await ask(path)).text());
const hrefOf = (elements: Awaited<ReturnType<typeof open>>, name: string, value: string) =>
  attribute(
    elements.find((element) => attribute(element, name) === value),
    'href',
  );

test('lists every entry, newest first, with its date, its reason and the words before and after', async () => {
  const elements = await open('/corrections');
  const entries = elements.filter(
    ({ tagName, parentNode }) => tagName === 'li' && attribute(parentNode as never, 'class') === 'corrections',
  );
  const words = entries.map((entry) => textContent(entry).replace(/\s+/g, ' '));
  expect(words.slice(0, 4)).toEqual([
    expect.stringMatching(/^Corrected 9 December 2026.*Because of day 9Claim: The second words → The third words/),
    expect.stringMatching(/^Retracted 5 December 2026“these are the words”.*Because of day 5/),
    expect.stringMatching(/^Superseded 4 December 2026.*Replaced by: “these are the words”/),
    expect.stringMatching(/^Corrected 3 December 2026.*Claim: The first words → The second words/),
  ]);
  const links = elements.map((element) => attribute(element, 'href'));
  for (const path of ['/cards/gone', '/cards/gone#history-1', '/feed.xml', '/feed.json', '/api/corrections'])
    expect(links).toContain(`${ORIGIN}${path}`);
});

test('has pages of 24 entries, of which only the first is canonical', async () => {
  const first = await open('/corrections');
  expect(hrefOf(first, 'rel', 'canonical')).toBe(`${ORIGIN}/corrections`);
  const second = await open((hrefOf(first, 'rel', 'next') ?? '').slice(ORIGIN.length));
  expect(hrefOf(second, 'rel', 'prev')).toBe(`${ORIGIN}/corrections`);
  expect([hrefOf(second, 'rel', 'canonical'), hrefOf(second, 'rel', 'next')]).toEqual([undefined, undefined]);
  expect(textContent(second.find((element) => attribute(element, 'class') === 'pages') as never)).toContain(
    '25–28 of 28',
  );
  expect((await ask('/corrections?cursor=nonsense')).status).toBe(400);
});

test('is in the footer, and in the history of a card', async () => {
  const linksTo = async (path: string) =>
    (await open(path)).filter((element) => attribute(element, 'href') === `${ORIGIN}/corrections`).length;
  expect([await linksTo('/topics'), await linksTo('/cards/gone'), await linksTo('/check')]).toEqual([1, 2, 2]);
});
