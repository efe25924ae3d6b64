import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lintFromString, loadConfig } from '@redocly/openapi-core';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type ApiDocument,
  anyValue,
  createValidator,
  edgesOf,
  type Parameter,
  validValue,
} from '../helpers/api-document.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';

/** What takes no parameter besides those it names. Pictures ignore `v`, and oEmbed ignores what its consumers add. */
const STRICT = /^(\/api\/|\/health$|\/openapi\.json$|\/cards\/\{id\}\.json$)/;

/** Only the catalogue and the calendar know which of their values there are. */
const KNOWN_TO_THE_CATALOGUE = ['topic', 'source', 'speaker', 'language', 'ids', 'from', 'until', 'cursor'];

const RUNS = 20;
/** A picture takes fifty times as long as a document. */
const PICTURE_RUNS = 5;

const bundle = await bootBundle(catalog);
afterAll(() => bundle.close());
const text = await (await bundle.get('/openapi.json')).text();
const document = JSON.parse(text) as ApiDocument;
const validator = createValidator(document);
const operations = Object.entries(document.paths).map(([path, { get: operation }]) => ({
  path,
  operation,
  parameters: operation.parameters ?? [],
}));

test('a linter finds nothing to say about the document', async () => {
  const config = await loadConfig({ configPath: 'redocly.yaml' });
  const problems = await lintFromString({ source: text, absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('every example in the document is what its schema describes', () => {
  let examples = 0;
  for (const { path, operation, parameters } of operations) {
    for (const { schema, example } of parameters)
      if (example !== undefined) expect(validator.allows(schema, String(example))).toBe(true);
    for (const [status, { content = {} }] of Object.entries(operation.responses))
      for (const [mediaType, { example }] of Object.entries(content)) {
        if (example === undefined) continue;
        expect(validator.findFaults(path, Number(status), mediaType, example)).toEqual([]);
        examples++;
      }
  }
  expect(examples).toBeGreaterThan(30);
});

test('docs/api.md names the parameters of lists, with their choices', () => {
  const section =
    /\| parameter of `\/api\/cards`[^\n]*\n([\s\S]+?)\n\n/.exec(readFileSync('docs/api.md', 'utf8'))?.[1] ?? '';
  const rows = section.split('\n').flatMap((line) => (/^\| `(\w+)` .*/.test(line) ? [line] : []));
  const parameters = document.paths['/api/cards']?.get.parameters ?? [];
  expect(rows.map((row) => /`(\w+)`/.exec(row)?.[1])).toEqual(parameters.map(({ name }) => name));
  for (const [index, { schema }] of parameters.entries())
    for (const choice of schema.enum ?? []) expect(rows[index]).toContain(`\`${choice}\``);
});

/** Packages of their own, because they need an older compiler than the project. */
const MODULES = 'tests/bundle/openapi-typescript/node_modules';

/** Programs that generate clients, with what each needs and how its types are imported. */
const GENERATORS = [
  {
    name: 'openapi-typescript',
    program: `${MODULES}/openapi-typescript/bin/cli.js`,
    args: ['openapi.json', '-o', 'api.ts'],
    types: `import type { components } from './api.ts';
type Card = components['schemas']['Card'];
type List = components['schemas']['CardList'];`,
  },
  {
    name: '@hey-api/openapi-ts',
    program: `${MODULES}/@hey-api/openapi-ts/bin/run.js`,
    args: ['-i', 'openapi.json', '-o', 'api', '--no-log-file'],
    types: `import { type Card, type CardList as List, listCards } from './api/index.ts';
export const figures = async () =>
  (await listCards({ query: { kind: 'figure', limit: 3 } })).data?.cards.map((card) => card.figure?.max);`,
  },
];

/** Each line below a `@ts-expect-error` must not compile. */
const READER = `
export function read(card: Card, list: List): unknown {
  // @ts-expect-error Before its kind is known, a card may be without a figure.
  card.figure.unit;
  // @ts-expect-error "poem" is no kind.
  if (card.kind === 'poem') return null;
  if (card.kind === 'figure') {
    const rows: null = card.rows;
    // @ts-expect-error A figure has no rows.
    card.rows.length;
    // @ts-expect-error The date of a figure may be unknown.
    card.asOf.date;
    return [rows, card.figure.value, card.quote.exact, card.source.publisher, card.links.source.length];
  }
  if (card.kind === 'comparison') {
    const absent: null[] = [card.figure, card.nature, card.quote, card.status, card.source, card.asOf, card.links.source];
    // @ts-expect-error A comparison has no quote of its own.
    card.quote.exact;
    return [absent, card.rows.map(({ card: id, label }) => id + label), card.note.length];
  }
  if (card.kind === 'quote') {
    const nature: null = card.nature;
    return nature;
  }
  if (card.kind === 'event') return card.asOf.date;
  const claim: 'claim' = card.kind;
  return [claim, list.cards.map((each) => (each.kind === 'figure' ? each.figure.text : each.status?.length))];
}
`;

test.skipIf(!existsSync(MODULES)).each(GENERATORS)(
  'types that $name generates narrow a card by its kind (npm ci --prefix tests/bundle/openapi-typescript)',
  ({ program, args, types }) => {
    const folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
    try {
      const run = (...given: string[]) => spawnSync(process.execPath, given, { cwd: folder, encoding: 'utf8' });
      writeFileSync(join(folder, 'openapi.json'), text);
      const generated = run(resolve(program), ...args);
      expect(generated.status, generated.stderr).toBe(0);
      writeFileSync(join(folder, 'reader.ts'), types + READER);
      const compilerOptions = { lib: ['ES2024', 'DOM', 'DOM.Iterable'] };
      const config = { extends: resolve('tsconfig.json'), compilerOptions, files: ['reader.ts'], include: [] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      expect(run(resolve('node_modules/typescript/bin/tsc'), '-p', folder).stdout).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

type Given = { name: string; value: string };
type Sent = { path: Given[]; query: Given[] };

/** Asks, and looks whether the answer is one that the document lists, of its media type and shape. */
async function ask(path: string, sent: Sent, init: Parameters<typeof bundle.get>[1] = {}) {
  const address = sent.path.reduce(
    (filled, { name, value }) => filled.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const query = sent.query
    .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const response = await bundle.get(query === '' ? address : `${address}?${query}`, init);
  const listed = document.paths[path]?.get.responses[response.status];
  expect(listed, `${response.status} is not listed`).toBeDefined();
  const bytes = Buffer.from(await response.arrayBuffer());
  const mediaType = response.headers.get('Content-Type')?.split(';')[0] ?? '';
  if (listed?.content) expect(Object.keys(listed.content)).toContain(mediaType);
  const fields = sent.query.find(({ name, value }) => name === 'fields' && value !== 'embed')?.value.split(',');
  if (fields && response.status === 200) expectOnly(fields, JSON.parse(bytes.toString()));
  else if (/json$/.test(mediaType) && bytes.length > 0)
    expect(validator.findFaults(path, response.status, mediaType, JSON.parse(bytes.toString()))).toEqual([]);
  return { response, bytes };
}

/** Cards with chosen fields are no whole cards. `embed` alone adds a field instead. */
function expectOnly(fields: string[], { cards }: { cards: object[] }): void {
  if (fields.every((name) => name === 'embed')) return;
  for (const card of cards) expect(Object.keys(card).sort()).toEqual([...new Set(fields)].sort());
}

/** A segment of "." or ".." would be another address. */
const isSegment = ({ value }: Given) => !/^\.{0,2}$/.test(value);

function givenFor({ name, schema, example }: Parameter): fc.Arbitrary<Given> {
  const known = example === undefined ? [] : [{ weight: 4, arbitrary: fc.constant(String(example)) }];
  const values = [...known, { weight: 4, arbitrary: validValue(schema) }, { weight: 1, arbitrary: anyValue }];
  return fc.oneof(...values).map((value) => ({ name, value }));
}

/** What is there once in so many times. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, times: number) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Requests of all kinds: with and without each parameter, with values that fit or not, with too many. */
function requestsTo(parameters: Parameter[]): fc.Arbitrary<Sent> {
  const within = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const stranger = fc.record({ name: fc.string({ minLength: 1 }), value: anyValue });
  return fc
    .record({
      path: fc.tuple(...within('path').map((parameter) => givenFor(parameter).filter(isSegment))),
      known: fc.tuple(...within('query').map((parameter) => sometimes(givenFor(parameter), 4))),
      unknown: sometimes(stranger, 4),
      repeated: sometimes(fc.nat({ max: 3 }), 4),
    })
    .map(({ path, known, unknown, repeated }) => {
      const query = [...known, unknown].filter((item) => item !== undefined);
      const again = query[repeated ?? -1];
      return { path, query: again ? [...query, again] : query };
    });
}

/** Whether the document says that a query is refused. */
function isRefused(query: Given[], parameters: Parameter[]): boolean {
  const names = query.map(({ name }) => name);
  if (new Set(names).size < names.length) return true;
  return query.some(({ name, value }) => {
    const known = parameters.find((parameter) => parameter.in === 'query' && parameter.name === name);
    return !known || !validator.allows(known.schema, value);
  });
}

describe.each(operations)('$path', ({ path, operation, parameters }) => {
  const examples: Sent = { path: [], query: [] };
  for (const { name, in: place, example } of parameters)
    if (example !== undefined) examples[place].push({ name, value: String(example) });
  const runs = path.match(/png|svg/) ? PICTURE_RUNS : RUNS;

  test('answers its examples', async () => {
    const { response, bytes } = await ask(path, examples);
    expect(response.status).toBe(operation.responses[302] ? 302 : 200);
    const head = await ask(path, examples, { method: 'HEAD' });
    expect([head.response.status, head.bytes.length]).toEqual([response.status, 0]);
    if (operation.responses[200]) expect(bytes.length).toBeGreaterThan(0);
  });

  test('returns 304 for a matching ETag where the document says so', async () => {
    const etag = (await ask(path, examples)).response.headers.get('ETag');
    expect(etag !== null).toBe(operation.responses[304] !== undefined);
    if (etag === null) return;
    const again = await ask(path, examples, { headers: { 'If-None-Match': etag } });
    expect([again.response.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('answers other methods as it says, where it does', async () => {
    if (operation.responses[405]) expect((await ask(path, examples, { method: 'DELETE' })).response.status).toBe(405);
  });

  test('takes each parameter as far as it says, and no further', async () => {
    const places = { path: examples.path };
    for (const { name, schema } of STRICT.test(path) ? parameters.filter((each) => each.in === 'query') : []) {
      const { within, beyond } = edgesOf(schema);
      const statusFor = async (value: string) =>
        (await ask(path, { ...places, query: [{ name, value }] })).response.status;
      if (!KNOWN_TO_THE_CATALOGUE.includes(name))
        for (const value of within) expect([name, value, await statusFor(value)]).toEqual([name, value, 200]);
      for (const value of beyond) expect([name, value, await statusFor(value)]).toEqual([name, value, 400]);
    }
  });

  test('answers every request in a way that it lists', async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(requestsTo(parameters), async (sent) => {
        const { response } = await ask(path, sent);
        seen.add(response.status);
        if (!STRICT.test(path)) return;
        const uncertain = sent.query.some(({ name }) => KNOWN_TO_THE_CATALOGUE.includes(name));
        if (isRefused(sent.query, parameters)) expect(response.status).toBe(400);
        else if (!uncertain) expect(response.status).not.toBe(400);
      }),
      { numRuns: runs },
    );
    if (STRICT.test(path))
      for (const status of [200, 400, 404])
        expect([status, seen.has(status)]).toEqual([status, status in operation.responses]);
  });
});
