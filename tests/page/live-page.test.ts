import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PdfReader, readAgain, readLivePage } from '../../src/page/live-page.ts';
import { pdfBody } from '../../src/page/pdf/read-pdf.ts';
import type { VisitOptions } from '../../src/page/visit.ts';
import { lines, makePdf } from '../helpers/pdf.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/pages/${name}`);
const ARTICLE = fixture('article.html');
const REPORT = makePdf([lines(['Quays grow.'])]);
const ARTICLE_TEXT = 'Home\nBridge opens\nThe mayor said: “We counted up to 1,000 cyclists – in one day.”';

const html = (body: Uint8Array | string, headers = {}): RequestListener => {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
};
const status = (code: number, headers = {}): RequestListener => {
  return (_, response) => response.writeHead(code, headers).end('<p>Some words');
};
const redirect = (location: string) => status(302, { location });
/** Header values are written as Latin-1. */
const asHeader = (text: string) => Buffer.from(text).toString('latin1');
const writeForEver = (response: ServerResponse) => {
  const chunk = Buffer.alloc(64 * 1024, 'a');
  const write = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', write);
  write();
};

const ANSWERS: Record<string, RequestListener> = {
  '/article': html(ARTICLE, { 'content-type': 'text/html; charset=utf-8' }),
  '/wrong-charset': html(fixture('article.windows-1252'), { 'content-type': 'text/html; charset=utf-8' }),
  '/wrong-charset-1252': html(ARTICLE, { 'content-type': 'text/html; charset=ISO-8859-1' }),
  '/small': html('<p>Größe'),
  '/small-gzip': html(gzipSync('<p>Größe'), { 'content-encoding': 'gzip' }),
  '/one-broken-letter': html(Buffer.concat([Buffer.from('<p>Größe – '), Buffer.of(0xff)])),
  '/meta': html(fixture('meta.windows-1251')),
  '/bom-utf-16': html(Buffer.from('\uFEFF<p>Größe', 'utf16le'), { 'content-type': 'text/html; charset=utf-8' }),
  '/bom-broken': html(Buffer.of(0xef, 0xbb, 0xbf, 0x61, 0xe4, 0x62)),
  '/no-decoder': html('<p>Größe', { 'content-type': 'text/html; charset=iso-2022-kr' }),
  '/gzip': html(gzipSync(ARTICLE), { 'content-encoding': 'gzip' }),
  '/brotli': html(brotliCompressSync(ARTICLE), { 'content-encoding': 'br' }),
  '/broken-gzip': html('not gzip', { 'content-encoding': 'gzip' }),
  '/plain': html('a <b>\n\n  c', { 'content-type': 'text/plain' }),
  '/no-type': (_, response) => response.writeHead(200).end('<p>Some words'),
  '/pdf': html('%PDF-1.7', { 'content-type': 'application/pdf' }),
  '/report.pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(REPORT),
  '/picture': html('x', { 'content-type': 'image/png' }),
  '/script-only': html('<div id="app"></div><script>start()</script>'),
  '/paywalled': html(fixture('paywalled.html')),
  '/about-paywalls': html(
    '<script type="application/ld+json">{ "isAccessibleForFree": true }</script>' +
      '<p>Write <code>"isAccessibleForFree": false</code></p><script>({ "isAccessibleForFree": false })</script>',
  ),
  '/401': status(401),
  '/402': status(402),
  '/403': status(403),
  '/404': status(404),
  '/503': status(503),
  '/10-mb': html(Buffer.alloc(10_000_000, 'a')),
  '/10-mb-gzip': html(gzipSync(Buffer.alloc(10_000_000, 'a')), { 'content-encoding': 'gzip' }),
  '/open-tags': html(Array.from({ length: 8000 }, (_, at) => `<b a${at}><p>x`).join('')),
  '/endless': (_, response) => writeForEver(response.writeHead(200, { 'content-type': 'text/html' })),
  '/stalled': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('<p>Some words'),
  '/silent': () => {},
  '/dripping': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const drops = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(drops));
  },
  '/cut-off': (request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': 100 }).write('<p>Some words');
    setTimeout(() => request.socket.destroy(), 20);
  },
  '/moved': redirect(asHeader('/größe')),
  '/gr%C3%B6%C3%9Fe': redirect('article'),
  '/to-other-host': redirect('http://localhost/article'),
  '/to-other-port': redirect('http://127.0.0.1:1/article'),
  '/to-nowhere': redirect('http://'),
  '/loop': redirect('/loop'),
  '/hop-0': redirect('/hop-1'),
  '/hop-1': redirect('/hop-2'),
  '/hop-2': redirect('/hop-3'),
  '/hop-3': redirect('/hop-4'),
  '/hop-4': redirect('/hop-5'),
  '/hop-5': redirect('/article'),
};

let asked: { path: string | undefined; userAgent: string | undefined }[] = [];
const server = createServer((request, response) => {
  asked.push({ path: request.url, userAgent: request.headers['user-agent'] });
  (ANSWERS[request.url ?? ''] ?? status(500))(request, response);
});
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const read = (path: string, options: Partial<VisitOptions> & { pdf?: PdfReader } = {}) => {
  const url = URL.parse(path, origin)?.href ?? path;
  return readLivePage(url, { allowed: new Set([url]), loopbackHttp: true, ...options });
};
const readText = async (path: string) => {
  const page = await read(path);
  return page.ok ? page.text : page.message;
};
const readReason = async (path: string, options: Partial<VisitOptions> = {}) => {
  const page = await read(path, options);
  return page.ok ? 'ok' : page.reason;
};

test('a page is read: its last address, its text, its bytes and their hash, and the headers that say of when it is', async () => {
  expect(await read('/small')).toEqual({
    ok: true,
    url: `${origin}/small`,
    text: 'Größe',
    bytes: Buffer.from('<p>Größe'),
    headers: { 'content-type': 'text/html', date: expect.stringMatching(/ GMT$/) },
    blocks: [{ start: 0, end: 5, type: 'paragraph', part: 'other' }],
    sha256: 'f9f753beab12b1a101b079d24b273a940bc470ef9853bc5bf2689539bbc1d552',
    paywalled: false,
    movedTo: null,
    validators: null,
  });
});

describe('a PDF', () => {
  test('is read by who has a reader, also where the server does not know what it is', async () => {
    const page = await read('/report.pdf', { pdf: pdfBody });
    expect(page).toMatchObject({
      ok: true,
      text: 'Quays grow.',
      pages: [0],
      headers: { 'content-type': 'application/pdf' },
    });
    expect(page.ok && Buffer.from(page.bytes).equals(REPORT)).toBe(true);
  });

  test('that cannot be read is named, with what to do', async () => {
    expect(await read('/pdf', { pdf: pdfBody })).toMatchObject({
      ok: false,
      reason: 'pdf',
      message: expect.stringMatching(/^http:\S+\/pdf is damaged, or is not a PDF .* Download it again\.$/),
    });
  });

  test('is unchanged for the watch while it is the captured file, and else not read', async () => {
    const again = (captured: string) =>
      readAgain(`${origin}/report.pdf`, { allowed: new Set([`${origin}/report.pdf`]), loopbackHttp: true, captured });
    const captured = createHash('sha256').update(REPORT).digest('hex');
    expect(await again(captured)).toEqual({ ok: true, unchanged: true, movedTo: null });
    expect(await again('0'.repeat(64))).toMatchObject({
      ok: false,
      reason: 'pdf',
      message: expect.stringContaining('is a PDF, and not the captured file. npm run verify -- --live reads it.'),
    });
  });
});

test('the hash is that of the page without its compression', async () => {
  expect(await read('/small-gzip')).toMatchObject({
    sha256: 'f9f753beab12b1a101b079d24b273a940bc470ef9853bc5bf2689539bbc1d552',
  });
});

test('of an article, what a reader sees is read', async () => {
  expect(await readText('/article')).toBe(ARTICLE_TEXT);
});

test('the request says honestly who asks', async () => {
  await read('/article');
  const userAgent = expect.stringMatching(/^sourced-fact-cards\/\d+\.\d+\.\d+ \(quote check\)$/);
  expect(asked).toEqual([{ path: '/article', userAgent }]);
});

test.each(['/wrong-charset', '/wrong-charset-1252', '/gzip', '/brotli'])('%s gives the same text', async (path) => {
  expect(await readText(path)).toBe(ARTICLE_TEXT);
});

test.each([
  ['/meta', 'Міст відкрили о восьмій.'],
  ['/small', 'Größe'],
  ['/bom-utf-16', 'Größe'],
  ['/bom-broken', 'a\uFFFDb'],
  ['/no-decoder', 'Größe'],
  ['/one-broken-letter', 'Größe – \uFFFD'],
])('%s is read in the encoding of its bytes', async (path, text) => {
  expect(await readText(path)).toBe(text);
});

test('plain text is taken as it is', async () => {
  expect(await readText('/plain')).toBe('a <b>\n\n  c');
});

test('a page without a content type is taken for HTML', async () => {
  expect(await readText('/no-type')).toBe('Some words');
});

test('a page that says that it is not free still gives its free part', async () => {
  const text = 'Ferry prices\nA crossing costs three coins.\nSubscribe to read on.';
  expect(await read('/paywalled')).toMatchObject({ ok: true, paywalled: true, text });
});

test('a free page that writes about paywalls is not paywalled', async () => {
  expect(await read('/about-paywalls')).toMatchObject({ ok: true, paywalled: false });
});

test.each([
  ['/401', 'paywall'],
  ['/402', 'paywall'],
  ['/403', 'paywall'],
  ['/404', 'http-status'],
  ['/503', 'http-status'],
  ['/pdf', 'pdf'],
  ['/picture', 'not-html'],
  ['/script-only', 'no-text'],
  ['/10-mb', 'too-large'],
  ['/10-mb-gzip', 'too-large'],
  ['/endless', 'too-large'],
  ['/open-tags', 'too-complex'],
  ['/broken-gzip', 'network'],
  ['/cut-off', 'network'],
  ['/loop', 'too-many-redirects'],
  ['/to-other-host', 'redirect-refused'],
  ['/to-other-port', 'redirect-refused'],
  ['/to-nowhere', 'redirect-refused'],
])('%s fails as %s', async (path, reason) => {
  expect(await readReason(path)).toBe(reason);
});

test.each(['/silent', '/stalled', '/dripping'])('%s is given up after the time limit', async (path) => {
  expect(await readReason(path, { timeoutMs: 200 })).toBe('timeout');
});

test.each([
  ['/stalled', 'timeout'],
  ['/endless', 'too-large'],
])('the connection to %s is closed when it is given up', async (path, reason) => {
  const closed = new Promise((resolve) => server.once('request', (_, response) => response.once('close', resolve)));
  expect(await readReason(path, { timeoutMs: 200, maxBytes: 100_000 })).toBe(reason);
  await closed;
});

test('a page of exactly the size limit is read, one byte more is not', async () => {
  expect(await readReason('/plain', { maxBytes: 10 })).toBe('ok');
  expect(await readReason('/plain', { maxBytes: 9 })).toBe('too-large');
});

test('a redirect on the same site is followed, and the page is named by its last address', async () => {
  expect(await read('/moved')).toMatchObject({ ok: true, url: `${origin}/article`, text: ARTICLE_TEXT });
});

test('five redirects are followed, a sixth is not', async () => {
  expect(await readReason('/hop-1')).toBe('ok');
  expect(await readReason('/hop-0')).toBe('too-many-redirects');
});

test('a refused redirect names where it leads, and nothing is asked there', async () => {
  const other = `http://localhost:${new URL(origin).port}/article`;
  ANSWERS['/to-localhost'] = redirect(other);
  expect(await read('/to-localhost')).toMatchObject({ message: expect.stringContaining(`redirects to ${other}`) });
  expect(asked.map(({ path }) => path)).toEqual(['/to-localhost']);
});

test.each([
  ['https://example.org/a', 'https://www.example.org/b', 'ok'],
  ['https://www.example.org/a', 'https://example.org/b', 'ok'],
  ['https://example.org/a', 'https://amp.example.org/b', 'redirect-refused'],
  ['https://example.org/a', 'https://example.org.evil.test/b', 'redirect-refused'],
  ['https://example.org/a', 'http://example.org/b', 'redirect-refused'],
  ['https://example.org/a', 'file:///etc/passwd', 'redirect-refused'],
])('a redirect from %s to %s: %s', async (from, to, expected) => {
  const answers: Record<string, () => Response> = {
    [from]: () => new Response(null, { status: 301, headers: { location: to } }),
    [to]: () => new Response('<p>Some words', { headers: { 'content-type': 'text/html' } }),
  };
  const fetch: VisitOptions['fetch'] = async (url) => answers[String(url)]?.() ?? Response.error();
  expect(await readReason(from, { fetch })).toBe(expected);
});

test('an address outside the catalogue is never asked for', async () => {
  const page = await readLivePage(`${origin}/article`, { allowed: new Set([`${origin}/gzip`]), loopbackHttp: true });
  expect(page).toMatchObject({ reason: 'not-in-catalogue', message: expect.stringContaining(`${origin}/article`) });
  expect(asked).toEqual([]);
});

test('an address without https is never requested, even if the catalogue contains it', async () => {
  expect(await readReason('/article', { loopbackHttp: false })).toBe('not-https');
  expect(await readReason('http://example.org/')).toBe('not-https');
  expect(await readReason('https://')).toBe('not-https');
  expect(asked).toEqual([]);
});

test.each([
  ['/404', 'returned status 404. If the article has moved, put its new address in its source.'],
  ['/503', 'returned status 503. Try again later.'],
  ['/403', 'returned status 403: it is behind a paywall or refuses programs. Read it in a browser.'],
  ['/picture', 'is image/png, not a web page. Name a web page in its source.'],
  ['/10-mb', 'is larger than 5 MB. Set url in its source to a smaller page.'],
  ['/loop', 'redirects more than 5 times. Check in a browser where it leads.'],
])('the message for %s says what, where and what to do', async (path, words) => {
  const fix = 'Or check the captured text: npm run verify -- --texts DIR';
  expect(await read(path)).toMatchObject({ message: `${origin}${path} ${words} ${fix}` });
});

test('a refused connection is reported', async () => {
  const unused = createServer().listen(0, '127.0.0.1');
  await once(unused, 'listening');
  const url = `http://127.0.0.1:${(unused.address() as AddressInfo).port}/`;
  unused.close();
  await once(unused, 'close');
  const message = expect.stringContaining(
    `${url} cannot be read (ECONNREFUSED). Check the address and the connection.`,
  );
  expect(await read(url)).toEqual({ ok: false, reason: 'network', message });
});
