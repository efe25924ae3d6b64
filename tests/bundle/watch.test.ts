/** The watch in the real bundle, run by hand as the README says. Its sources have addresses that can never be asked for. */
import { HtmlValidate } from 'html-validate';
import { afterAll, expect, test, vi } from 'vitest';
import type { WatchList } from '../../src/watch/report.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';

const copy = { url: 'https://web.archive.org/web/20231103000000/https://news.invalid/', date: '2023-11-03' };
const sources = catalog.sources.map((source, index) => ({
  ...source,
  url: `https://news-${index}.invalid/article`,
  archived: [copy],
}));
const site = await bootBundle({ ...catalog, sources }, { preview: true });
afterAll(() => site.close());

const pass = (day: number, hour = 23) =>
  fetch(`${site.origin}/cdn-cgi/handler/scheduled?time=${Date.UTC(2026, 0, day, hour)}`);
type Watch = WatchList['watch'];
const watchNow = async () => ((await (await site.get('/api/watch')).json()) as WatchList).watch;

/** The Worker reads what the watch found in the background. */
async function watchWhen(isSo: (watch: Watch) => boolean): Promise<Watch> {
  let watch: Watch = null;
  await vi.waitFor(
    async () => {
      watch = await watchNow();
      expect(isSo(watch)).toBe(true);
    },
    { timeout: 60_000, interval: 200 },
  );
  return watch;
}

test('a scheduled pass wakes the watch, and three of them are believed', { timeout: 240_000 }, async () => {
  expect(await watchNow()).toBe(null);
  for (const day of [1, 2]) {
    expect((await pass(day)).status).toBe(200);
    await watchWhen((watch) => watch?.lastLooked === `2026-01-0${day}`);
  }
  const before = await watchNow();
  expect(before?.sources.map(({ outcome }) => outcome)).toEqual(sources.map(() => 'not-public'));
  expect(before?.sources.flatMap(({ cards }) => cards.map(({ watch }) => watch)).every((watch) => watch === null)).toBe(
    true,
  );
  await pass(3);
  const after = await watchWhen((watch) => watch?.lastLooked === '2026-01-03');
  expect(after?.sources[0]?.history).toEqual({ from: '2026-01-01', marks: 'uuu' });
  expect(after?.sources[0]?.cards[0]?.watch).toMatchObject({ state: 'unreachable', since: '2026-01-01' });
});

const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });

test.each(['/sources', `/cards/${catalog.cards[0]?.card.id}`, `/sources/${sources[0]?.id}`])(
  '%s shows it in sound HTML',
  async (path) => {
    const html = await (await site.get(path)).text();
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages).map(({ line, message }) => `${line} ${message}`)).toEqual([]);
    if (!path.startsWith('/sources/')) expect(html).toContain('unreachable');
  },
);
