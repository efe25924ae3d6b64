/** The documentation and the Worker agree: addresses, parameters, fields and errors that it names exist, and those that exist are named. */
import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import api from '../../docs/api.md?raw';
import cards from '../../docs/cards.md?raw';
import deployment from '../../docs/deployment.md?raw';
import embedding from '../../docs/embedding.md?raw';
import evidence from '../../docs/evidence.md?raw';
import mcp from '../../docs/mcp.md?raw';
import spreadsheets from '../../docs/spreadsheets.md?raw';
import watch from '../../docs/watch.md?raw';
import readme from '../../README.md?raw';
import security from '../../SECURITY.md?raw';
import { createApp } from '../../src/app.ts';
import { isOurReadme, rowsOf, tableOf } from '../helpers/documentation.ts';
import { store } from '../helpers/published.ts';

const pages = [
  isOurReadme(readme) ? readme : '',
  ...[security, api, cards, deployment, embedding, evidence, mcp, spreadsheets, watch],
].join('\n');

const ORIGIN = 'https://cards.example.org';
const EXAMPLES: Record<string, string> = {
  '{revision}': (await store.revisionsOf('merchant-ships-harbour'))[0]?.revision ?? '',
  '/cards/{id}': '/cards/merchant-ships-harbour',
  '/check/{id}': '/check/merchant-ships-harbour',
  '/CARDS/{ID}': '/CARDS/MERCHANT-SHIPS-HARBOUR',
  '/sources/{id}': '/sources/harbour-times-second-basin',
  '/speakers/{id}': '/speakers/eva-muster',
  '{size}': 'square',
  '{topic}': 'harbours',
  '{operationId}': 'listCards',
};

/** Addresses in the code of the pages: "/cards/{id}.png". What is in quotes there comes from the maintainer's own folders. */
const named = [
  ...new Set([...pages.matchAll(/`(\/(?:[a-zA-Z{][^`\s]*)?)`/g)].map(([, address = '']) => address)),
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
  const source = route.replace(
    /:[a-zA-Z]+(?:\{((?:[^{}]|\{[^}]*\})+)\})?|\*$/g,
    (_, inner) => `(?:${inner ?? '[^/]+'})`,
  );
  return new RegExp(`^${source}$`);
}

describe('addresses', () => {
  /** These answer 404 in a catalogue as small as ours, 400 without a parameter, 404 without a logo, 404 outside the preview, or only POST; their own tests have them. */
  const elsewhere = ['/sitemap-1.xml', '/oembed', '/brand/{theme}', '/compose', '/mcp'];

  test.each(named.filter((address) => !elsewhere.includes(address)))('%s is there', async (address) => {
    const response = await exports.default.fetch(`${ORIGIN}${exampleOf(address)}`, { redirect: 'manual' });
    expect([200, 302]).toContain(response.status);
  });

  test.each(routes)('%s is named', (route) => {
    const examples = named.map(exampleOf);
    expect(examples.filter((example) => patternOf(route).test(example))).not.toEqual([]);
  });
});

type Schema = { properties?: Record<string, Schema>; enum?: string[]; oneOf?: { $ref: string }[] };
type Operation = { parameters?: { name: string; in: string }[] };
type Document = {
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, Schema> };
};
const document = (await (await exports.default.fetch(`${ORIGIN}/openapi.json`)).json()) as Document;
const code = new Set([...pages.matchAll(/`([a-zA-Z_]+)`/g)].map(([, word]) => word));

/** The names in a column of tables. */
const listed = (table: string, column = 0) =>
  rowsOf(table).flatMap((row) => [...(row[column] ?? '').matchAll(/`([a-zA-Z_-]+)`/g)].map(([, name]) => name));

test('every parameter of the API is named, and every named parameter is there', () => {
  const parameters = Object.values(document.paths)
    .flatMap(({ get }) => get.parameters ?? [])
    .filter(({ in: place, name }) => place === 'query' && name !== 'v')
    .map(({ name }) => name);
  expect(parameters.filter((name) => !code.has(name))).toEqual([]);
  const tables = [...listed(tableOf(api, 'parameter of `/api/cards`')), ...listed(tableOf(embedding, 'parameter'))];
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter((name) => !parameters.includes(name ?? ''))).toEqual([]);
});

const { Card, ...schemas } = document.components.schemas;
const kinds = (Card?.oneOf ?? []).map(({ $ref }) => schemas[$ref.split('/').at(-1) ?? '']?.properties ?? {});

test('every field of a card is named, and every named field is there', () => {
  const [fields = [], ...others] = kinds.map((properties) => Object.keys(properties));
  for (const ofKind of others) expect(ofKind).toEqual(fields);
  expect(fields.length).toBeGreaterThan(20);
  expect(listed(tableOf(api, 'field')).sort()).toEqual(fields.sort());
});

test('every error code is named, and no other', () => {
  const codes = document.components.schemas.Problem?.properties?.code?.enum ?? [];
  expect(codes.length).toBeGreaterThan(10);
  expect(listed(tableOf(api, 'status'), 1).sort()).toEqual([...codes].sort());
});

test('every snippet is named, and no other', () => {
  const markups = Object.keys(schemas.Snippets?.properties ?? {});
  expect(listed(tableOf(embedding, 'markup')).sort()).toEqual(markups.sort());
});
