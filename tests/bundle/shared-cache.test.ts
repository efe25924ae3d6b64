/**
 * A correction as it shows through a real HTTP cache: nginx keeps what the real bundle answers, and its clock is moved.
 * Runs where nginx and libfaketime are (Debian: nginx-light, libfaketime); elsewhere it is skipped, and says so.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompiledCatalog } from '../../src/catalog/compile.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';

const NGINX = process.env.NGINX ?? '/usr/sbin/nginx';
const FAKETIME = globSync('/usr/lib/*/faketime/libfaketime.so.1')[0] ?? '';
const there = existsSync(NGINX) && FAKETIME !== '';
if (!there) console.warn(`${NGINX} or libfaketime is not there: corrections are not seen through a real HTTP cache.`);

const OLD = 'Somebody said so, mistakenly';
const NEW = 'Somebody never said so';
const catalogOf = (claim: string, revision: string): CompiledCatalog => ({
  sources: [source],
  cards: ['a-card', 'b-card'].map((id) => ({ ...entryOf({ id, claim }), revision })),
});

/** Passes requests on to what is deployed at the moment, under the published host. */
function startUpstream(deployed: () => Awaited<ReturnType<typeof bootBundle>>): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    const answer = await deployed().get(url);
    const headers = [...answer.headers].filter(([name]) => !/^(connection|keep-alive|transfer-encoding)$/.test(name));
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** An address to listen on that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** nginx reads its clock every time; its timers are not affected. It keeps only the variables that the configuration names. */
const CLOCK = { FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' };

const configText = (folder: string, port: number, upstream: number) => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/pid;
${Object.keys(CLOCK)
  .map((name) => `env ${name};`)
  .join(' ')} env FAKETIME_TIMESTAMP_FILE; env LD_PRELOAD;
error_log stderr warn;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=cards:1m inactive=1d use_temp_path=off;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_cache cards;
      proxy_cache_background_update on;
      add_header X-Cache-Status $upstream_cache_status always;
    }
  }
}
`;

describe.skipIf(!there)('through nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fact-cards-nginx-'));
  const clock = join(folder, 'clock');
  let before: Awaited<ReturnType<typeof bootBundle>>;
  let after: Awaited<ReturnType<typeof bootBundle>>;
  let upstream: Server;
  let nginx: ChildProcess;
  let origin: string;
  let corrected = false;

  /** Moves nginx's clock, and no other, to so many seconds after the start. */
  const moveClock = (seconds: number) => writeFileSync(clock, `+${seconds}s`);

  beforeAll(async () => {
    [before, after] = await Promise.all([
      bootBundle(catalogOf(OLD, '0000000a')),
      bootBundle(catalogOf(NEW, '0000000b')),
    ]);
    upstream = await startUpstream(() => (corrected ? after : before));
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    mkdirSync(join(folder, 'cache'));
    writeFileSync(join(folder, 'nginx.conf'), configText(folder, port, portOf(upstream)));
    moveClock(0);
    nginx = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...CLOCK, LD_PRELOAD: FAKETIME, FAKETIME_TIMESTAMP_FILE: clock },
    });
    for (let tries = 0; tries < 100; tries++) {
      if (await fetch(`${origin}/health`).catch(() => undefined)) return;
      await sleep(100);
    }
    throw new Error('nginx does not answer');
  });
  afterAll(async () => {
    nginx?.kill('SIGTERM');
    upstream?.close();
    await Promise.all([before?.close(), after?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const FORMS = ['.png', '/square-dark.png', '.json', '.md', ''];
  const drawn = async (bundle: typeof before, path: string) =>
    Buffer.from(await (await bundle.get(path)).arrayBuffer()).toString('base64');

  /** Which catalogue an answer is of, and what nginx says of where it had it from. */
  async function ask(path: string): Promise<[seen: 'old' | 'new', cache: string | null]> {
    const response = await fetch(`${origin}${path}`);
    const bytes = Buffer.from(await response.arrayBuffer()).toString('base64');
    const [old, corrected] = await Promise.all([drawn(before, path), drawn(after, path)]);
    expect([old, corrected]).toContain(bytes);
    expect(old).not.toBe(corrected);
    return [bytes === old ? 'old' : 'new', response.headers.get('X-Cache-Status')];
  }

  test('a correction is seen within five minutes in every form, and not asked for all the time before', async () => {
    const paths = FORMS.flatMap((form) => ['a-card', 'b-card'].map((id) => `/cards/${id}${form}`));
    for (const path of paths) expect([path, ...(await ask(path))]).toEqual([path, 'old', 'MISS']);

    corrected = true;
    moveClock(235);
    for (const path of paths) expect([path, ...(await ask(path))]).toEqual([path, 'old', 'HIT']);

    // In the last minute a reader still gets the old answer at once, and the cache fetches the new one for the next.
    moveClock(270);
    const asked = paths.filter((path) => path.includes('a-card'));
    for (const path of asked) {
      expect([path, ...(await ask(path))]).toEqual([path, 'old', 'STALE']);
      await expect.poll(async () => (await ask(path))[0], { timeout: 10_000 }).toBe('new');
    }

    // Nobody asked for these meanwhile: after five minutes nobody gets the old answer, not even the first.
    moveClock(301);
    for (const path of paths.filter((path) => path.includes('b-card')))
      expect([path, ...(await ask(path))]).toEqual([path, 'new', 'EXPIRED']);
  });

  test('an error is not kept longer than a minute', async () => {
    moveClock(400);
    const status = async () => (await fetch(`${origin}/cards/nobody.png`)).headers.get('X-Cache-Status');
    expect([await status(), await status()]).toEqual(['MISS', 'HIT']);
    moveClock(462);
    expect(await status()).toBe('EXPIRED');
  });
});
