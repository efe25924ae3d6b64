import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertArchived } from '../../src/tools/wayback.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const SNAPSHOT = 'http://web.archive.org/web/20231103101112/https://www.example.org/article';
const COPY = { url: 'https://web.archive.org/web/20231103101112/https://www.example.org/article', date: '2023-11-03' };
const closest = (changes = {}) => ({
  archived_snapshots: {
    closest: { available: true, status: '200', url: SNAPSHOT, timestamp: '20231103101112', ...changes },
  },
});

let root: string;
let api: string;
let answer: { status: number; body: unknown } = { status: 200, body: {} };
const asked: URL[] = [];
const server = createServer((request, response) => {
  asked.push(new URL(request.url ?? '', 'http://archive'));
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wayback/available`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
  writeFileSync(file(), GOOD_FILE);
  asked.length = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = () => join(root, 'cards/daily-example.yaml');
const archive = (...args: string[]) =>
  new Promise<{ code: number; output: string }>((done) =>
    execFile(process.execPath, [resolve('src/tools/archive.ts'), ...args], { cwd: root }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );
const ask = (body: unknown, status = 200) => {
  answer = { status, body };
  return archive('--api', api);
};

test('writes the copy nearest to the day of publication, and leaves the rest of the file as it is', async () => {
  const { code, output } = await ask(closest());
  expect([code, output]).toEqual([
    0,
    `daily-example: wrote the copy of 2023-11-03 into cards/daily-example.yaml, ${COPY.url}\n`,
  ]);
  const line = `  archived: { url: "${COPY.url}", date: 2023-11-03 }\n`;
  expect(readFileSync(file(), 'utf8')).toBe(GOOD_FILE.replace(/( {2}url: .+\n)/, `$1${line}`));
  expect(asked[0]?.searchParams.get('url')).toBe('https://example.org/article');
  expect(asked[0]?.searchParams.get('timestamp')).toBe('20231102');
});

test('asks no more for a source that has a copy', async () => {
  await ask(closest());
  expect((await ask(closest())).output).toBe(`daily-example: has a copy already, ${COPY.url}\n`);
  expect(asked).toHaveLength(1);
});

test.each([
  ['nothing', { archived_snapshots: {} }, 'the archive has no copy.'],
  ['a copy that is not available', closest({ available: false }), 'the archive has no copy.'],
  ['a copy of an error', closest({ status: '404' }), 'the archive has a copy of status 404 only.'],
  [
    'a copy of another page',
    closest({ url: 'http://web.archive.org/web/20231103101112/https://example.org/' }),
    'the archive names a copy of another page, http://web.archive.org/web/20231103101112/https://example.org/',
  ],
  [
    'an address that is not of the archive',
    closest({ url: 'https://evil.example/web/20231103101112/https://example.org/article' }),
    'the archive names a copy of another page, https://evil.example/web/20231103101112/https://example.org/article',
  ],
])('writes nothing where the archive has %s', async (_, body, words) => {
  expect(await ask(body)).toEqual({ code: 0, output: `daily-example: ${words}\n` });
  expect(readFileSync(file(), 'utf8')).toBe(GOOD_FILE);
});

test('says so when the archive cannot be asked, and writes nothing', async () => {
  expect(await ask({}, 503)).toEqual({
    code: 1,
    output: 'daily-example: the archive answers 503. Try again later.\n',
  });
  expect((await ask({ other: true })).code).toBe(1);
  expect((await archive('--api', 'http://127.0.0.1:1/')).output).toContain('the archive cannot be asked');
  expect(readFileSync(file(), 'utf8')).toBe(GOOD_FILE);
});

test('a source that is not there, and an unknown option, say so', async () => {
  expect((await archive('--source', 'nobody', '--api', api)).code).toBe(2);
  expect((await archive('--zebra')).output).toContain('Usage:');
  expect(asked).toEqual([]);
});

describe('the line', () => {
  test('keeps comments, indentation and line ends', () => {
    const text =
      'source:\r\n    id: a # an id\r\n    url: https://example.org/ # its address\r\n    # more\r\ncards: []\r\n';
    const line = '    archived: { url: "https://web.archive.org/x", date: 2023-11-03 }\r\n';
    expect(insertArchived(text, { url: 'https://web.archive.org/x', date: '2023-11-03' })).toBe(
      text.replace('    # more', `${line}    # more`),
    );
  });

  test('takes the place of a null, and goes into a source on one line', () => {
    const copy = { url: 'https://web.archive.org/x', date: '2023-11-03' };
    const value = '{ url: "https://web.archive.org/x", date: 2023-11-03 }';
    expect(insertArchived('source:\n  url: https://a.org\n  archived: null # none\n', copy)).toBe(
      `source:\n  url: https://a.org\n  archived: ${value} # none\n`,
    );
    expect(insertArchived('source: { url: "https://a.org", id: a }\n', copy)).toBe(
      `source: { url: "https://a.org", archived: ${value}, id: a }\n`,
    );
  });
});
