/** A catalogue in a folder of its own, with a companion of the composer, and the calls of its page. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockText } from '../../src/card/evidence/lock.ts';
import { readSavedPage } from '../../src/tools/captures.ts';
import { startCompanion } from '../../src/tools/compose/server.ts';
import { refuse } from '../../src/tools/new/args.ts';
import { GOOD_FILE } from './catalog-file.ts';
import { lockOf } from './lock.ts';

export const ADDRESS = 'https://news.example.org/harbour';
export const PAGE = `<!doctype html><html lang="en"><head><title>A harbour grows | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Eva Muster">
<meta property="article:published_time" content="2023-08-01T10:00:00Z"></head><body><article><h1>A harbour grows</h1>
<p>By Eva Muster, 1 August 2023</p>
<p>The harbour reportedly moors up to 1,200 fishing boats in summer. Its quays are old, and its lamps are lit every night of the year.</p>
<p>“We built every quay ourselves without any help,” Mayor Jan Novak said on Friday. The town likes its quays very much.</p>
<p>In May the lamps burn late. In June the lamps burn late too, and nobody in the town knows why that is so.</p>
</article></body></html>`;

export type Answer = { status: number; body: Record<string, unknown> & { message?: string } };

export async function openComposer(pages: Record<string, string> = { [ADDRESS]: PAGE }) {
  const home = process.cwd();
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  process.chdir(root);
  mkdirSync('cards');
  writeCatalog(GOOD_FILE);
  const companion = await startCompanion({
    preview: 'http://localhost:8787',
    readPage: async (url) => {
      const html = pages[url];
      if (html === undefined) return refuse(`${url} cannot be read.`);
      return { ok: true, ...readSavedPage('page.html', Buffer.from(html)), url };
    },
  });
  const address = new URL(companion.address);
  const token = address.pathname.split('/')[1] ?? '';
  return {
    address,
    token,
    call: (name: string, body: unknown, headers: Record<string, string> = {}) =>
      send(address, {
        method: 'POST',
        path: `/api/${name}`,
        headers: { 'x-composer-token': token, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path: string, headers: Record<string, string> = {}) => send(address, { method: 'GET', path, headers }),
    read: (name: string) => readFileSync(name, 'utf8'),
    write: (name: string, text: string) => writeFileSync(name, text),
    files: () => readdirSync('cards').sort(),
    async close() {
      await companion.close();
      process.chdir(home);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
export type Composer = Awaited<ReturnType<typeof openComposer>>;

export function writeCatalog(text: string): void {
  writeFileSync('cards/daily-example.yaml', text);
  writeFileSync('cards/evidence.lock.json', lockText(lockOf([{ name: 'daily-example.yaml', text }])));
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Sent = { method: string; path: string; headers: Record<string, string>; body?: string };

/** Unlike fetch, sends every header as given. */
function send(
  { hostname, port }: URL,
  { body, ...rest }: Sent,
): Promise<Answer & { text: string; headers: Record<string, unknown> }> {
  return new Promise((settle, reject) => {
    const sent = request({ hostname, port, ...rest }, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('end', () => {
        const isJson = response.headers['content-type'] === 'application/json';
        settle({
          status: response.statusCode ?? 0,
          body: isJson ? JSON.parse(text) : {},
          text,
          headers: response.headers,
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
