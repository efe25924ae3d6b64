/** The rules find what they are there to find. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { findFaults } from './rules.ts';
import { createWire, type Received } from './wire.ts';

const CANARY = 'zqcanary';
const PAGE = '<!doctype html><html lang="en"><body></body></html>';
const HEAD = {
  'content-type': 'text/html; charset=UTF-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'access-control-allow-origin': '*',
  'content-security-policy': "default-src 'none'",
  'cache-control': 'public, max-age=60',
};

const answer = (changes: { status?: number; headers?: Record<string, string>; body?: string } = {}): Received => ({
  status: changes.status ?? 404,
  headers: { ...HEAD, ...changes.headers },
  body: Buffer.from(changes.body ?? PAGE),
});
const faults = (received: Received, target = '/nothing', method = 'GET') =>
  findFaults({ method, target, headers: {} }, received, CANARY);

test('a right answer has no fault', () => expect(faults(answer())).toEqual([]));

test.each([
  ['status 500', answer({ status: 500 })],
  ['the body repeats', answer({ body: PAGE.replace('<body>', `<body>${CANARY.toUpperCase()}`) })],
  ['the header location repeats', answer({ status: 302, headers: { location: `/${CANARY}` }, body: '' })],
  ['unknown headers: x-injected', answer({ headers: { 'x-injected': '1' } })],
  ['unknown headers: set-cookie', answer({ headers: { 'set-cookie': 'a=1' } })],
  ['304 with content-security-policy', answer({ status: 304 })],
  ['no nosniff', answer({ headers: { 'x-content-type-options': '' } })],
  ['an error is cached', answer({ headers: { 'cache-control': 'public, max-age=240' } })],
  ['not a whole page', answer({ body: '<!doctype html><p>' })],
])('%s', (fault, received) => expect(faults(received).join('\n')).toContain(fault));

test.each([
  ['/cards/a.png', 'png is answered as text/html'],
  ['/cards/a.svg?x=.json', 'svg is answered as text/html'],
  ['/api/cards', 'json is answered as text/html'],
  ['/feed.xml', 'text is answered as text/html'],
])('%s in the form of a page', (target, fault) =>
  expect(
    faults(answer(), target)
      .join('\n')
      .replace(/(\w+),\1/, '$1'),
  ).toContain(fault),
);

test('a picture that does not decode', () => {
  const received = answer({ headers: { 'content-type': 'image/png' }, body: 'PNG' });
  expect(faults(received, '/a.png').join()).toContain('does not decode');
});

test('search words may occur only in their field', () => {
  const page = (words: string, title = '') =>
    answer({
      status: 200,
      body: `<!doctype html><html><title>${title}</title><input name="q" value="${words}"></html>`,
    });
  expect(faults(page(CANARY), `/?q=${CANARY}`)).toEqual([]);
  expect(faults(page(CANARY, CANARY), `/?q=${CANARY}`)).toHaveLength(1);
  expect(faults(page(CANARY), '/')).toHaveLength(1);
});

test.each([
  ['nothing', () => {}],
  ['only half', (response: { write(text: string): void }) => response.write('<!doctype')],
])('a request that is answered with %s is given up', async (_, answerWith) => {
  const server = createServer((_request, response) => answerWith(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const wire = createWire(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 50);
  await expect(wire.send({ method: 'GET', target: '/', headers: {} })).rejects.toThrow('no answer within 0.05 s');
  wire.close();
  server.closeAllConnections();
  server.close();
});
