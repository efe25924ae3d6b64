/** A local server of a publisher with one article. The test decides how it responds on each day. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  day: string;
  path: string;
  userAgent: string | undefined;
  conditional: boolean;
  status: number;
};

/** The response on a day. `day` counts from 0. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, day: number) => void;

/** Starts a server that records all requests. `today` returns the current day of the test. */
export async function openPublisher(behave: Behaviour, today: () => { number: number; name: string }) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const entry: Asked = {
      day: today().name,
      path: request.url ?? '',
      userAgent: request.headers['user-agent'],
      conditional: 'if-none-match' in request.headers || 'if-modified-since' in request.headers,
      status: 0,
    };
    asked.push(entry);
    response.on('close', () => {
      entry.status = response.statusCode;
    });
    behave(request, response, today().number);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Random numbers from 0 to 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = `harbour minister reportedly budget troops village summer fighters up to thousand camp market goal weather
  hosts election train border police river school bridge council price bank report army country talks`.split(/\s+/);

const pick = <T>(random: () => number, from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
const some = (random: () => number, most: number) => Array.from({ length: Math.floor(random() * (most + 1)) });
const sentence = (random: () => number) =>
  some(random, 14)
    .map(() => pick(random, WORDS))
    .join(' ');

/** The surroundings of an article, different each day: advertisements, dates, links, a cookie banner. */
export function furnish(paragraphs: readonly string[], { random, title }: { random: () => number; title: string }) {
  const advertisement = () => (random() < 0.4 ? `<aside>Advertisement: ${sentence(random)}</aside>` : '');
  const related = some(random, 8).map(() => `<li><a href="/${random()}">${sentence(random)}</a></li>`);
  const comments = some(random, 5).map(() => `<p>${sentence(random)}</p>`);
  return `<!doctype html><title>${title}</title>
    ${random() < 0.5 ? `<div>We value your privacy. ${sentence(random)} <button>Accept</button></div>` : ''}
    <nav>${some(random, 10).map(() => `<a href="/">${pick(random, WORDS)}</a>`)}</nav>
    <p>Today is day ${Math.floor(random() * 365)}, ${Math.floor(random() * 30)} °C</p>
    <script>window.nonce = ${random()}</script>
    <article><h1>${title}</h1>${paragraphs.map((text) => `${advertisement()}<p>${text}</p>`).join('')}</article>
    ${random() < 0.3 ? `<blockquote>${pick(random, paragraphs)}</blockquote>` : ''}
    <h2>Read also</h2><ul>${related.join('')}</ul><section>${comments.join('')}</section>`;
}
