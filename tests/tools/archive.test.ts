import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockText } from '../../src/card/evidence/lock.ts';
import { insertArchived } from '../../src/tools/archived-field.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lockOf } from '../helpers/lock.ts';

const SNAPSHOT = 'http://web.archive.org/web/20231103101112/https://www.example.org/article';
const COPY = { url: 'https://web.archive.org/web/20231103101112/https://www.example.org/article', date: '2023-11-03' };
const closest = (changes = {}) => ({
  archived_snapshots: {
    closest: { available: true, status: '200', url: SNAPSHOT, timestamp: '20231103101112', ...changes },
  },
});

let root: string;
let origin: string;
let api: string;
let answer: { status: number; body: unknown } = { status: 200, body: {} };
/** What Save Page Now answers: to the request, and to each question for the state of the job. */
let save: { status: number; body: unknown } = { status: 200, body: {} };
let states: unknown[] = [];
const asked: URL[] = [];
const saved: { authorization: string | undefined; body: string }[] = [];

/** A substitute for the Wayback Machine: the availability API, and Save Page Now 2. */
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '', 'http://archive');
  const reply = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (url.pathname === '/save' && request.method === 'POST') {
    saved.push({ authorization: request.headers.authorization, body: await text(request) });
    reply(save.status, save.body);
  } else if (url.pathname === '/save/status/spn2-1') reply(200, states.shift());
  else if (url.pathname === '/slow') setTimeout(() => reply(200, {}), 60_000).unref();
  else {
    asked.push(url);
    reply(answer.status, answer.body);
  }
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api = `${origin}/wayback/available`;
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
  saved.length = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = () => join(root, 'cards/daily-example.yaml');
const run = (tool: string, args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; output: string }>((done) =>
    execFile(
      process.execPath,
      [resolve(`src/tools/${tool}.ts`), ...args],
      { cwd: root, env: { ...process.env, ...env } },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );
const archive = (...args: string[]) => run('archive', args);
const ask = (body: unknown, status = 200) => {
  answer = { status, body };
  return archive('--api', api);
};

test('writes the copy nearest to the day of the capture, and leaves the rest of the file as it is', async () => {
  const { code, output } = await ask(closest());
  expect([code, output]).toEqual([
    0,
    `daily-example: wrote the copy of 2023-11-03 to cards/daily-example.yaml, ${COPY.url}\n`,
  ]);
  const line = `  archived: [{ url: "${COPY.url}", date: 2023-11-03 }]\n`;
  expect(readFileSync(file(), 'utf8')).toBe(GOOD_FILE.replace(/( {2}url: .+\n)/, `$1${line}`));
  expect(asked[0]?.searchParams.get('url')).toBe('https://example.org/article');
  expect(asked[0]?.searchParams.get('timestamp')).toBe('20261121');
});

test('asks no more for a source that has a copy', async () => {
  await ask(closest());
  expect((await ask(closest())).output).toBe(`daily-example: already has a copy, ${COPY.url}\n`);
  expect(asked).toHaveLength(1);
});

test.each([
  ['nothing', { archived_snapshots: {} }, 'the archive has no copy.'],
  ['a copy that is not available', closest({ available: false }), 'the archive has no copy.'],
  ['a copy of an error', closest({ status: '404' }), 'the archive has only a copy with status 404.'],
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

test('says so if the archive cannot be reached, and writes nothing', async () => {
  expect(await ask({}, 503)).toEqual({
    code: 1,
    output: 'daily-example: the archive returned 503. Try again later.\n',
  });
  expect((await ask({ other: true })).code).toBe(1);
  expect((await archive('--api', 'http://127.0.0.1:1/')).output).toContain('the archive cannot be reached');
  expect(readFileSync(file(), 'utf8')).toBe(GOOD_FILE);
});

test('a source that is not there, and an unknown option, say so', async () => {
  expect((await archive('--source', 'nobody', '--api', api)).code).toBe(2);
  expect((await archive('--zebra')).output).toContain('Usage:');
  expect(asked).toEqual([]);
});

describe('--save', () => {
  const KEYS = { WAYBACK_ACCESS_KEY: 'access', WAYBACK_SECRET_KEY: 'secret' };
  const SAVED = 'https://web.archive.org/web/20261126101112/https://example.org/article';
  const success = { status: 'success', timestamp: '20261126101112', original_url: 'https://example.org/article' };
  const saving = (...args: string[]) =>
    run('archive', ['--save', ...args], { ...KEYS, WAYBACK_SAVE_API: `${origin}/save` });
  beforeEach(() => {
    save = { status: 200, body: { url: 'https://example.org/article', job_id: 'spn2-1' } };
    states = [{ status: 'pending', resources: [] }, success];
  });

  test('asks for a new copy, waits until it is made, and writes it before those that are known', async () => {
    const known = 'archived:\n    - { url: "https://archive.example/1", date: 2023-11-03 }\n';
    writeFileSync(file(), GOOD_FILE.replace('language: en\n', `${known}  language: en\n`));
    expect(await saving()).toEqual({
      code: 0,
      output: `daily-example: wrote the copy of 2026-11-26 to cards/daily-example.yaml, ${SAVED}\n`,
    });
    expect(saved).toEqual([
      { authorization: 'LOW access:secret', body: 'url=https%3A%2F%2Fexample.org%2Farticle&skip_first_archive=1' },
    ]);
    expect(readFileSync(file(), 'utf8')).toContain(
      `archived:\n    - { url: "${SAVED}", date: 2026-11-26 }\n    - { url: "https://archive.example/1", date: 2023-11-03 }\n`,
    );
  });

  test.each([
    [
      'no job',
      { message: 'You have already reached the limit of active sessions.' },
      'the archive answers: You have already',
    ],
    ['something else', { other: 1 }, 'the archive answers in an unknown format.'],
    ['a job that leads elsewhere', { job_id: '../../x' }, 'the archive answers in an unknown format.'],
  ])('says so where the archive gives %s', async (_, body, words) => {
    save.body = body;
    const { code, output } = await saving();
    expect([code, output]).toEqual([1, expect.stringContaining(words)]);
    expect(readFileSync(file(), 'utf8')).toBe(GOOD_FILE);
  });

  test('says why the archive made no copy', async () => {
    states = [{ status: 'error', status_ext: 'error:not-found', message: 'The target page was not found (404).' }];
    expect(await saving()).toEqual({
      code: 1,
      output: 'daily-example: the archive made no copy: The target page was not found (404).\n',
    });
  });

  test('without keys names them, and asks nobody', async () => {
    const keys = { WAYBACK_ACCESS_KEY: '', WAYBACK_SECRET_KEY: '', WAYBACK_SAVE_API: `${origin}/save` };
    const { code, output } = await run('archive', ['--save'], keys);
    expect([code, output]).toEqual([2, expect.stringContaining('WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY')]);
    expect(saved).toEqual([]);
  });

  test('with keys that are wrong says so', async () => {
    save.status = 401;
    expect((await saving()).output).toContain('Check WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY.');
  });
});

test('an archive that fails three times in a row is asked no more', async () => {
  for (const id of ['a', 'b', 'c', 'd'])
    writeFileSync(
      join(root, `cards/${id}.yaml`),
      GOOD_FILE.replaceAll('daily-example', id).replace('some-fighters', `${id}-1`).replace('other-words', `${id}-2`),
    );
  const { code, output } = await ask({}, 500);
  expect(code).toBe(1);
  expect(asked).toHaveLength(3);
  expect(output.match(/not asked, because the archive failed 3 times in a row\./g)).toHaveLength(2);
});

describe('npm run new', () => {
  const newSource = (env: Record<string, string>, ...args: string[]) => {
    writeFileSync(join(root, 'text.txt'), 'The harbour was quiet, and its lamps are lit every night.\n');
    const page = ['--url', 'https://www.example.org/article', '--text', 'text.txt', '--id', 'harbour'];
    rmSync(file());
    return run('new', [...page, '--quote', 'its lamps are lit', ...args], env);
  };
  const harbour = () => readFileSync(join(root, 'cards/harbour.yaml'), 'utf8');

  test('writes a copy that the archive has into the new source', async () => {
    answer = { status: 200, body: closest() };
    const { code, output } = await newSource({ WAYBACK_API: api });
    expect([code, output]).toEqual([0, expect.stringContaining(`Archived copy: wrote the copy of 2023-11-03 to`)]);
    expect(harbour()).toContain(`  archived: [{ url: "${COPY.url}", date: 2023-11-03 }]\n`);
  });

  test.each([
    ['has none', () => api, { archived_snapshots: {} }, 200, 'No archived copy: the archive has no copy.'],
    ['fails', () => api, {}, 503, 'No archived copy: the archive returned 503.'],
    ['cannot be reached', () => 'http://127.0.0.1:1/', {}, 200, 'No archived copy: the archive cannot be reached'],
    ['does not answer', () => `${origin}/slow`, {}, 200, 'No archived copy: the archive cannot be reached'],
  ])('writes the card where the archive %s', async (_, address, body, status, words) => {
    answer = { status, body };
    const { code, output } = await newSource({ WAYBACK_API: address() });
    expect([code, output]).toEqual([0, expect.stringContaining(words)]);
    expect(output).toContain('npm run archive -- --source harbour asks again');
    expect(harbour()).toContain('- id: lamps-lit');
    expect(harbour()).not.toContain('archived');
  });

  test('asks nobody with --no-archive, nor for a dry run', async () => {
    expect((await newSource({ WAYBACK_API: api }, '--dry-run')).code).toBe(0);
    writeFileSync(file(), GOOD_FILE);
    expect((await newSource({ WAYBACK_API: api }, '--no-archive')).code).toBe(0);
    expect(asked).toEqual([]);
  });
});

test('check lists the sources without a copy and the marks that are left, and does not fail', async () => {
  const check = async (text: string) => {
    writeFileSync(file(), text);
    writeFileSync(join(root, 'cards/evidence.lock.json'), lockText(lockOf([{ name: 'daily-example.yaml', text }])));
    return run('check', []);
  };
  const problems = '2 cards from 1 source: no problems.\n';
  const report =
    'Note: cards/site.yaml names no address for reports, so pages say that there is none. Add a line such as report: mailto:corrections@example.org\n';
  const fine = `${problems}${report}`;
  expect(await check(GOOD_FILE)).toEqual({
    code: 0,
    output: `${fine}Note: 1 source without an archived copy: daily-example. npm run archive looks for copies.\n`,
  });
  const copy = `archived: [{ url: "${COPY.url}", date: 2023-11-03 }]`;
  expect(await check(GOOD_FILE.replace('language: en', `language: en\n  ${copy}`))).toEqual({ code: 0, output: fine });
  expect((await check(GOOD_FILE.replace(/url: .+/, 'url: null'))).output).toBe(fine);
  const doubtful = GOOD_FILE.replace(/url: .+/, 'url: null').replace(
    'status: stated',
    'status: stated  # CHECK: proposed',
  );
  expect((await check(doubtful)).output).toBe(
    `${problems}Note: there are marks "# CHECK:" in daily-example.yaml (1). Compare the fields with the article, and remove the marks.\n${report}`,
  );
});

describe('the line', () => {
  test('keeps comments, indentation and line ends', () => {
    const text =
      'source:\r\n    id: a # an id\r\n    url: https://example.org/ # its address\r\n    # more\r\ncards: []\r\n';
    const line = '    archived: [{ url: "https://web.archive.org/x", date: 2023-11-03 }]\r\n';
    expect(insertArchived(text, { url: 'https://web.archive.org/x', date: '2023-11-03' })).toBe(
      text.replace('    # more', `${line}    # more`),
    );
  });

  const copy = { url: 'https://web.archive.org/x', date: '2023-11-03' };
  const value = '{ url: "https://web.archive.org/x", date: 2023-11-03 }';

  test.each([
    ['a null', 'source:\n  url: https://a.org\n  archived: null # none\n', 'archived: null', `archived: [${value}]`],
    ['an empty list', 'source:\n  url: https://a.org\n  archived: [] # none\n', '[]', `[${value}]`],
    ['a list on one line', 'source:\n  url: https://a.org\n  archived: [{ url: x }]\n', '[{', `[${value}, {`],
    ['a list of lines', 'source:\n  archived:\n    - url: x\n  url: https://a.org\n', '- url', `- ${value}\n    - url`],
    ['a flat list', 'source:\r\n  archived:\r\n  - url: x\r\n  url: y\r\n', '- url', `- ${value}\r\n  - url`],
    ['a source on one line', 'source: { url: "https://a.org", id: a }\n', 'org"', `org", archived: [${value}]`],
  ])('goes into %s', (_, before, from, to) => {
    expect(insertArchived(before, copy)).toBe(before.replace(from, to));
  });
});
