import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WatchState } from '../../src/card/watch.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { statusText } from '../../src/tools/status-text.ts';
import { type WatchList, watchDocument } from '../../src/watch/report.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { publishedOf, readerOf } from '../helpers/watching.ts';

const catalog = createBundledStore({
  sources: [source],
  cards: [entryOf({ id: 'a-card' }), entryOf({ id: 'b-card' })],
});
const after = async (...states: WatchState[]): Promise<WatchList> => {
  const watch = readerOf(async () => publishedOf(await catalog.cardsOf(source.id), states));
  const [cards, sources] = await Promise.all([watch.cards({}, () => {}), watch.sources({}, () => {})]);
  return watchDocument(catalog, { cards, sources });
};

let body: unknown;
const server = createServer((request, response) => {
  const isThere = request.url === '/api/watch' && body !== undefined;
  response.writeHead(isThere ? 200 : 404).end(JSON.stringify(body ?? {}));
});
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const status = (answer: unknown, ...args: string[]) => {
  body = answer;
  return new Promise<{ code: number; output: string }>((done) =>
    execFile(process.execPath, ['src/tools/status.ts', ...args], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );
};

/** The output on a given day. */
const textOn = (day: string, { watch }: WatchList) => statusText(watch as NonNullable<WatchList['watch']>, day);

test('says that nothing needs attention while every quote is present', async () => {
  expect(textOn('2026-01-03', await after('present'))).toEqual({
    needsAttention: false,
    text: `2 cards from 1 source with an address. Last read 2026-01-01.

source         last read    quotes
daily-example  2026-01-01   2 present

Nothing needs attention.`,
  });
});

test('names each source that was not read for three days, or never', async () => {
  const seen = await after('present');
  const need = 'daily-example: not read for 3 days. Check that the watch runs.';
  expect(textOn('2026-01-04', seen)).toMatchObject({ needsAttention: true, text: expect.stringContaining(need) });
  const never = {
    watch: { ...seen.watch, sources: seen.watch?.sources.map((each) => ({ ...each, lastLooked: null })) },
  };
  expect(textOn('2026-01-02', never as WatchList).text).toContain('daily-example: not read yet.');
});

test('names only the source that was not checked, where the watch runs and checks others', async () => {
  const { watch } = await after('present');
  const late = watch?.sources.map((each) => ({ ...each, id: 'late', lastLooked: '2026-01-06' }));
  const sources = [...(watch?.sources ?? []), ...(late ?? [])];
  const { text } = textOn('2026-01-06', { watch: { ...watch, lastLooked: '2026-01-06', sources } } as WatchList);
  expect(text.split('Needs attention:\n')[1]).toBe('  daily-example: not read for 5 days. Check that the watch runs.');
});

test('names a source whose page stopped the watch, and when it is read again', async () => {
  const { watch } = await after('present');
  const sources = watch?.sources.map((each) => ({ ...each, outcome: 'stopped', skippedUntil: '2026-01-09' }));
  expect(textOn('2026-01-05', { watch: { ...watch, sources } } as WatchList)).toMatchObject({
    needsAttention: true,
    text: expect.stringContaining('stopped the watch; it is read again on 2026-01-09.'),
  });
});

test('lists what needs attention, with what to do', async () => {
  const { code, output } = await status(await after('present', 'changed', 'changed', 'changed'), '--url', origin);
  expect(code).toBe(2);
  expect(output).toContain('daily-example  2026-01-04   2 changed');
  expect(output).toContain(
    '  daily-example: changed since 2026-01-02: a-card (89 % similar), b-card (89 % similar). Read the page.',
  );
});

test('says why a page cannot be reached', async () => {
  const { output } = await status(await after('unreachable', 'unreachable', 'unreachable'), '--url', origin);
  expect(output).toContain(
    'daily-example: unreachable since 2026-01-01 (timeout): a-card, b-card. Open the page in a browser.',
  );
});

test.each([
  ['there was no visit yet', { watch: null }, 'No source has been read yet at http://127.0.0.1'],
  ['there is no such service', undefined, 'returned 404 without the results of the watch'],
  ['the answer is another one', { watch: 1 }, 'returned 200 without the results of the watch'],
])('says so where %s', async (_, answer, words) => {
  const { code, output } = await status(answer, '--url', origin);
  expect([code, output]).toEqual([1, expect.stringContaining(words)]);
});

test('reports a server that does not respond, and an invalid address', async () => {
  expect((await status(null, '--url', 'http://127.0.0.1:1')).output).toContain(
    'http://127.0.0.1:1/api/watch cannot be read',
  );
  expect((await status(null, '--url', 'cards')).output).toContain('is not an address');
  expect((await status(null, '--zebra')).output).toContain('Usage:');
});
