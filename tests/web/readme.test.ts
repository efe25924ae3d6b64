/** The README, docs/ and the code hold each other: what it names exists, and what exists is named. */
import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import evidence from '../../docs/evidence.md?raw';
import packageJson from '../../package.json';
import frontPage from '../../README.md?raw';
import { createApp } from '../../src/app.ts';
import { CHECKS, WARNINGS } from '../../src/card/evidence/checks/findings.ts';
import { store } from '../helpers/published.ts';

const readme = `${frontPage}\n${evidence}`;

const ORIGIN = 'https://cards.example.org';
const EXAMPLES: Record<string, string> = {
  '{revision}': (await store.revisionsOf('merchant-ships-harbour'))[0]?.revision ?? '',
  '/cards/{id}': '/cards/merchant-ships-harbour',
  '/CARDS/{ID}': '/CARDS/MERCHANT-SHIPS-HARBOUR',
  '/sources/{id}': '/sources/harbour-times-second-basin',
  '/speakers/{id}': '/speakers/eva-muster',
  '{size}': 'square',
  '{topic}': 'harbours',
  '{operationId}': 'listCards',
};

/** Addresses in the README's code: "/cards/{id}.png". What is in quotes there comes from the maintainer's own folders. */
const named = [
  ...new Set([...readme.matchAll(/`(\/(?:[a-zA-Z{][^`\s]*)?)`/g)].map(([, address = '']) => address)),
].filter((address) => !address.includes('…') && !address.startsWith('/oembed?'));

function exampleOf(address: string): string {
  let path = address.replace('/api/cards/{id}', '/api/cards/merchant-ships-harbour');
  path = path.replace('/api/sources/{id}', '/api/sources/harbour-times-second-basin');
  for (const [part, example] of Object.entries(EXAMPLES)) path = path.replace(part, example);
  return path;
}

const app = createApp({ loadStore: () => Promise.reject(new Error('not asked')), codeRevision: 'test' });
const routes = [...new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))];

/** What a route of Hono's takes, as a regular expression. */
function patternOf(route: string): RegExp {
  const source = route.replace(/:[a-zA-Z]+(?:\{((?:[^{}]|\{[^}]*\})+)\})?/g, (_, inner) => `(?:${inner ?? '[^/]+'})`);
  return new RegExp(`^${source}$`);
}

describe('addresses', () => {
  /** These answer 404 in a catalogue as small as ours, 400 without a parameter, or 404 without a logo; their own tests have them. */
  const elsewhere = ['/sitemap-1.xml', '/oembed', '/brand/{theme}'];

  test.each(named.filter((address) => !elsewhere.includes(address)))('%s is there', async (address) => {
    const response = await exports.default.fetch(`${ORIGIN}${exampleOf(address)}`, { redirect: 'manual' });
    expect([200, 302]).toContain(response.status);
  });

  test.each(routes)('%s is named', (route) => {
    const examples = named.map(exampleOf);
    expect(examples.filter((example) => patternOf(route).test(example))).not.toEqual([]);
  });
});

test('every check of the meaning and every warning is described, and no other', () => {
  const rows = [
    ...(/\| check [^\n]*\n\|[-|]+\n((?:\|[^\n]*\n)+)/.exec(evidence)?.[1]?.matchAll(/`([a-z-]+|asOf|saidOn)`/g) ?? []),
  ];
  const cells = new Set(rows.map(([, name]) => name));
  for (const notAName of ['attribution']) cells.delete(notAName);
  expect([...cells].sort()).toEqual([...Object.keys(CHECKS), ...Object.keys(WARNINGS)].sort());
});

describe('scripts', () => {
  const scripts = Object.keys(packageJson.scripts);
  const run = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name = '']) => name);

  test.each(scripts)('%s is named', (script) => expect(run).toContain(script));
  test('and no other', () => {
    const npmsOwn = ['ci', 'install', 'run'];
    expect(run.filter((name) => !scripts.includes(name) && !npmsOwn.includes(name))).toEqual([]);
  });
});

type Schema = { $ref?: string; properties?: Record<string, unknown>; oneOf?: Schema[] };
type Operation = { parameters?: { name: string; in: string }[] };
type Document = {
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, Schema> };
};
const document = (await (await exports.default.fetch(`${ORIGIN}/openapi.json`)).json()) as Document;
const code = new Set([...readme.matchAll(/`([a-zA-Z]+)`/g)].map(([, word]) => word));

test('every parameter of the API is named, and every named parameter is there', () => {
  const parameters = Object.values(document.paths)
    .flatMap(({ get }) => get.parameters ?? [])
    .filter(({ in: place, name }) => place === 'query' && name !== 'v')
    .map(({ name }) => name);
  expect(parameters.filter((name) => !code.has(name))).toEqual([]);
  const tables = [...readme.matchAll(/\| parameter[^\n]*\n\|[- |]+\n((?:\|[^\n]*\n)+)/g)].flatMap(([, rows = '']) =>
    rows.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z]+)`/g)].map(([, name]) => name)),
  );
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter((name) => !parameters.includes(name ?? ''))).toEqual([]);
});

test('every field of a card is named, and every named field is there', () => {
  const { Card, ...schemas } = document.components.schemas;
  const kinds = (Card?.oneOf ?? []).map(({ $ref = '' }) =>
    Object.keys(schemas[$ref.split('/').at(-1) ?? '']?.properties ?? {}),
  );
  const [fields = []] = kinds;
  for (const ofKind of kinds) expect(ofKind).toEqual(fields);
  expect(fields.length).toBeGreaterThan(20);
  expect(fields.filter((field) => !code.has(field))).toEqual([]);
  const table = /\| field [^\n]*\n\|[-|]+\n((?:\|[^\n]*\n)+)/.exec(readme)?.[1] ?? '';
  const listed = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name));
  expect(listed.sort()).toEqual(fields.sort());
});
