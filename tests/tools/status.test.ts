import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WatchState } from '../../src/card/watch.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { reportOf, type WatchList, watchDocument } from '../../src/watch/report.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { findingsOf } from '../helpers/watching.ts';

const catalog = createBundledStore({
  sources: [source],
  cards: [entryOf({ id: 'a-card' }), entryOf({ id: 'b-card' })],
});
const after = async (...states: WatchState[]): Promise<WatchList> =>
  watchDocument(catalog, reportOf(findingsOf(await catalog.cardsOf(source.id), states)));

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

test('says that nothing needs a person while every quote stands', async () => {
  expect(await status(await after('present'), '--url', origin)).toEqual({
    code: 0,
    output: `2 cards from 1 source with an address. Last looked 2026-01-01.

source         last looked  quotes
daily-example  2026-01-01   2 present

Nothing needs a person.
`,
  });
});

test('names what needs a person, with what to do', async () => {
  const { code, output } = await status(await after('present', 'changed', 'changed', 'changed'), '--url', origin);
  expect(code).toBe(2);
  expect(output).toContain('daily-example  2026-01-04   2 changed');
  expect(output).toContain(
    '  daily-example: changed since 2026-01-02: a-card (89 % alike), b-card (89 % alike). Read the page.',
  );
});

test('says why a page cannot be reached', async () => {
  const { output } = await status(await after('unreachable', 'unreachable', 'unreachable'), '--url', origin);
  expect(output).toContain(
    'daily-example: unreachable since 2026-01-01 (timeout): a-card, b-card. Open the page in a browser.',
  );
});

test.each([
  ['nobody has looked', { watch: null }, 'Nobody has looked at the sources yet at http://127.0.0.1'],
  ['there is no such service', undefined, 'answers 404, and not with a watch on sources'],
  ['the answer is another one', { watch: 1 }, 'answers 200, and not with a watch on sources'],
])('says so where %s', async (_, answer, words) => {
  const { code, output } = await status(answer, '--url', origin);
  expect([code, output]).toEqual([1, expect.stringContaining(words)]);
});

test('says so where nobody answers, and of an address that is none', async () => {
  expect((await status(null, '--url', 'http://127.0.0.1:1')).output).toContain(
    'http://127.0.0.1:1/api/watch cannot be read',
  );
  expect((await status(null, '--url', 'cards')).output).toContain('is not an address');
  expect((await status(null, '--zebra')).output).toContain('Usage:');
});
