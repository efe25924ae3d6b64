/** Requests of every kind of malice, each with a token in it that no answer may repeat. */
import fc from 'fast-check';
import type { Sent } from './wire.ts';

/** Letters and digits alone, so that no encoding hides it; the same in lower case, which addresses are turned to. */
export const canaryOf = (seed: number) => `zq${(seed >>> 0).toString(36)}xkcanary`;

/** Addresses of every route, and of what is near them. */
const addressesOf = (card: string, source: string, topic: string) => [
  ...[
    '/',
    '/sources',
    `/sources/${source}`,
    `/topics/${topic}`,
    '/speakers',
    '/corrections',
    '/speakers/nobody',
    '/docs',
    '/docs/style.css',
    '/docs/script.js',
  ],
  ...[
    `/cards/${card}`,
    `/cards/${card}/source`,
    `/cards/${card}/embed`,
    `/CARDS/${card.toUpperCase()}`,
    '/favicon.svg',
    '/specimens',
  ],
  ...['png', 'svg', 'json', 'md'].map((form) => `/cards/${card}.${form}`),
  ...['og', 'wide-dark', 'square', 'story'].flatMap((size) => [
    `/cards/${card}/${size}.png`,
    `/cards/${card}/${size}.svg`,
  ]),
  ...[
    '/api',
    '/api/cards',
    `/api/cards/${card}`,
    `/topics/${topic}.json`,
    `/topics/${topic}.csv`,
    '/api/sources',
    `/api/sources/${source}`,
    '/api/topics',
    '/api/speakers',
    '/openapi.json',
  ],
  ...['', '.png', '.svg', '.json', '.md', '/source'].map((form) => `/cards/${card}@0123abcd${form}`),
  ...['/docs/try/listCards', '/docs/try/getCard', '/oembed', '/feed.json', '/feed.xml', '/sitemap.xml'],
  ...[
    '/sitemap-1.xml',
    '/api/corrections',
    '/robots.txt',
    '/llms.txt',
    '/health',
    '/nothing',
    '/.well-known/security.txt',
  ],
];

/** Bytes as Node writes them to the wire: UTF-8, a character a byte. */
const raw = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

const hostilePiecesOf = (canary: string) => [
  ...[canary, `%00${canary}`, `<script>${canary}</script>`, `"><img/src=x/onerror=${canary}>`, `';--${canary}`],
  ...[`%0d%0aX-Injected:%20${canary}`, `%0aSet-Cookie:${canary}=1`, `%E5%98%8D%E5%98%8AX-Injected:${canary}`],
  ...[`\${${canary}}`, `{{${canary}}}`, `javascript:${canary}`, `//${canary}.example`, `\\\\${canary}.example`],
  ...['%', '%z', '%zz', '%ff', '%c0%ae', '%ed%a0%80', '%u0041', '%25%30%30', '%2500', '%252e%252e%252f', '%F0%9F'],
  ...['..', '../', '..%2f', '%2e%2e/', '%2e%2e%2f', './', '//', '/', '%2f', '\\', '%5c', ';', ';a=b', '.', '..;/'],
  ...['а', 'ｃ', 'ﬁ', 'é', 'e\u0301', '\u202e', '\u200b', '\ufeff', 'İ', 'ß', '😀', '\uffff'].flatMap((text) => [
    raw(text),
    encodeURIComponent(text),
  ]),
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', '-1', '1e9', '*', '~'],
  ...['.png', '.svg', '.json', '.md', '.xml', '.txt', '-dark', '.PNG', '.png.png', '%2Epng', '.png%00', '.json/'],
];

/** What is done to an address, or to a part of it. */
function mutationsOf(canary: string): fc.Arbitrary<(text: string) => string> {
  const piece = fc.constantFrom(...hostilePiecesOf(canary));
  const at = fc.nat({ max: 200 });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(piece, at).map(
        ([part, place]) =>
          (text: string) =>
            splice(text, place, part),
      ),
    },
    { weight: 3, arbitrary: piece.map((part) => (text: string) => text + part) },
    { weight: 2, arbitrary: piece.map((part) => (text: string) => text.replace(/[^/]*$/, part)) },
    fc.constant((text: string) => text.toUpperCase()),
    fc.constant((text: string) => encodeURIComponent(text)),
    fc.constant((text: string) => encodeURIComponent(encodeURIComponent(text))),
    fc.constant((text: string) => text.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)),
    fc.constant((text: string) => `${text}/`),
    fc.constant((text: string) => `${text}.`),
    fc.constant((text: string) => `/${text}`),
    fc.constant((text: string) => text.replaceAll('/', '//')),
    fc.nat({ max: 300 }).map((length) => (text: string) => text + canary.repeat(length)),
  );
}

const splice = (text: string, place: number, part: string) => {
  const index = 1 + (place % Math.max(1, text.length));
  return text.slice(0, index) + part + text.slice(index);
};

/** What a request line may hold; the rest of it is another request, or none. */
const onOneLine = (text: string) => text.replace(/[^\x21-\xff]|#/g, (c) => encodeURIComponent(c));

const NAMES = [
  'q',
  'topic',
  'source',
  'kind',
  'status',
  'ids',
  'sort',
  'fields',
  'min',
  'from',
  'language',
  'limit',
  'cursor',
  'size',
  'theme',
  'v',
  'url',
  'format',
].concat(...['maxwidth', 'maxheight', 'revision', 'id', 'variant', 'callback', 'q[]', '__proto__', 'constructor']);

function queriesOf(canary: string, known: string[]): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...hostilePiecesOf(canary));
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
    piece,
    fc.constant(canary),
    fc.constant(`y${canary}`.repeat(9)),
  );
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('')) },
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((t) => encodeURIComponent(t.toWellFormed())),
    },
    { weight: 1, arbitrary: fc.constantFrom(200, 201, 4000).map((length) => canary.repeat(length).slice(0, length)) },
  );
  const pair = fc.tuple(name, value).map(([key, text]) => `${key}=${text}`);
  return fc
    .array(fc.oneof({ weight: 8, arbitrary: pair }, fc.constant('&'), fc.constant('=')), { maxLength: 5 })
    .map((pairs) => pairs.join('&'));
}

function headersOf(canary: string): fc.Arbitrary<Record<string, string>> {
  const text = fc.constantFrom(
    ...[
      canary,
      `"${canary}"`,
      `W/"${canary}", *x`,
      '*',
      '"',
      ',,,,',
      'é\xff\x80',
      `<${canary}>`,
      '-1',
      canary.repeat(500),
    ],
    ...['bytes=0-', 'bytes=-1', 'bytes=9-1,0-0', '*/*;q=0', 'image/webp', `text/${canary}`, 'application/json', ''],
    ...[`https://${canary}.example`, `for=${canary};host=${canary}`, 'https', '127.0.0.1', '::1', 'DELETE', 'gzip, br'],
  );
  const names = [
    ...['If-None-Match', 'If-Modified-Since', 'If-Match', 'Accept', 'Accept-Language', 'Accept-Encoding', 'Range'],
    ...['X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-For', 'Forwarded', 'X-Original-URL', 'X-Rewrite-URL'],
    ...['Origin', 'Referer', 'Cookie', 'User-Agent', 'Authorization', 'X-HTTP-Method-Override', 'CF-Connecting-IP'],
    ...['Access-Control-Request-Method', 'Access-Control-Request-Headers', 'Cache-Control', 'Content-Type'],
  ];
  const hosts = [`${canary}.example`, 'localhost:1', '[::1]', `${canary}.example:8080`];
  const some = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4 });
  return fc
    .tuple(some, fc.option(fc.constantFrom(...hosts), { freq: 6 }))
    .map(([headers, host]) => (host === null ? headers : { ...headers, Host: host }))
    .chain((headers) => fc.constantFrom(headers, headers, headers, { ...headers, 'If-None-Match': '*' }));
}

const METHODS = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'SEARCH', 'PURGE'];

export type Known = { card: string; source: string; topic: string };

export function requestsWith(canary: string, { card, source, topic }: Known): fc.Arbitrary<Sent> {
  const known = [
    card,
    source,
    topic,
    `${card},${card}`,
    'id',
    '-asOf',
    'embed',
    '2023',
    'figure',
    'stated',
    '1',
    '100',
    'square',
    'dark',
    'xml',
    canary,
  ];
  known.push(`https://cards.example.org/cards/${card}`, `https://cards.example.org/cards/${canary}`);
  const address = fc.constantFrom(...addressesOf(card, source, topic));
  const mutated = fc
    .tuple(address, fc.array(mutationsOf(canary), { minLength: 1, maxLength: 3 }))
    .map(([path, mutations]) => mutations.reduce((text, mutate) => mutate(text), path));
  const long = fc.tuple(address, fc.nat({ max: 100_000 })).map(([path, length]) => path + canary.repeat(length / 10));
  const path = fc.oneof(
    { weight: 4, arbitrary: address },
    { weight: 8, arbitrary: mutated },
    { weight: 1, arbitrary: fc.oneof({ weight: 9, arbitrary: mutated }, long) },
  );
  const query = fc.option(queriesOf(canary, known), { freq: 2, nil: '' });
  const method = fc.oneof({ weight: 9, arbitrary: fc.constant('GET') }, fc.constantFrom(...METHODS));
  return fc.record({ method, path, query, headers: headersOf(canary) }).map(({ path: at, query: asked, ...rest }) => {
    const target = onOneLine(asked === '' ? at : `${at}?${asked}`);
    return { ...rest, target: target.startsWith('/') ? target : `/${target}` };
  });
}
