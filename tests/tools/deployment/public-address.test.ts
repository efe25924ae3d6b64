/** The public address of a build, with a stand-in of Cloudflare's API. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RawConfig } from '../../../src/tools/deployment/config.ts';
import { findOrigin } from '../../../src/tools/deployment/public-address.ts';

let accounts = [{ id: 'one' }];
const isAllowed = ({ headers }: IncomingMessage) => headers.authorization === 'Bearer secret';
const cloudflare = createServer((request, response) => {
  if (!isAllowed(request)) return void response.writeHead(403).end();
  const result = request.url === '/accounts' ? accounts : { subdomain: `of-${request.url?.split('/')[2]}` };
  response.end(JSON.stringify({ success: true, result }));
});
let env: Record<string, string>;
beforeAll(async () => {
  await new Promise<void>((ready) => cloudflare.listen(0, '127.0.0.1', ready));
  const { port } = cloudflare.address() as AddressInfo;
  env = { CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${port}`, CLOUDFLARE_API_TOKEN: 'secret' };
});
afterAll(() => void cloudflare.close());

const config = { name: 'harbour-facts' };

const find = (changes: RawConfig, environment: Record<string, string> = env) =>
  findOrigin(undefined, { ...config, ...changes }, { isDeployed: true, env: environment });

test('is the one that is given or set, and Cloudflare is not asked', async () => {
  const options = { isDeployed: true, env: { CLOUDFLARE_API_TOKEN: 'other' } };
  const set = { vars: { PUBLIC_URL: 'https://a.example/' } };
  expect(await findOrigin(undefined, set, options)).toEqual({ origin: 'https://a.example' });
  expect(await findOrigin('https://b.example', set, options)).toEqual({ origin: 'https://b.example' });
  expect(await findOrigin('b.example', set, options)).toMatchObject({ message: expect.stringContaining('scheme') });
});

test('is that of workers.dev for the account of the token, or for the account that is named', async () => {
  expect(await find({ vars: { PUBLIC_URL: '' } })).toEqual({
    origin: 'https://harbour-facts.of-one.workers.dev',
    note: 'PUBLIC_URL is not set. The address is https://harbour-facts.of-one.workers.dev.',
  });
  expect(await find({}, { ...env, CLOUDFLARE_ACCOUNT_ID: 'two' })).toMatchObject({
    origin: 'https://harbour-facts.of-two.workers.dev',
  });
  expect(await find({ account_id: 'three' })).toMatchObject({ origin: 'https://harbour-facts.of-three.workers.dev' });
});

test.each<[string, RawConfig, Record<string, string>]>([
  ['CLOUDFLARE_API_TOKEN is not set', {}, { CLOUDFLARE_API_TOKEN: '' }],
  ['status 403 for /accounts', {}, { CLOUDFLARE_API_TOKEN: 'other' }],
  ['has its own address', { workers_dev: false }, {}],
  ['has its own address', { routes: ['cards.example.org/*'] }, {}],
])('is asked for before a deployment: %s', async (reason, changes, environment) => {
  const found = await find(changes, { ...env, ...environment });
  expect(found).toMatchObject({ message: expect.stringContaining('[vars]\nPUBLIC_URL =') });
  expect(found).toMatchObject({ message: expect.stringContaining(reason) });
});

test('is asked for where the token has several accounts', async () => {
  accounts = [{ id: 'one' }, { id: 'two' }];
  expect(await find({})).toMatchObject({ message: expect.stringContaining('set CLOUDFLARE_ACCOUNT_ID') });
});

test('is that of this machine for a build that is not deployed', async () => {
  expect(await findOrigin(undefined, config, { isDeployed: false, env: {} })).toEqual({
    origin: 'http://localhost:8787',
    note: expect.stringContaining('this build is for this machine only'),
  });
});
