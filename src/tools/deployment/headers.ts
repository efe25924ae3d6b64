/**
 * The `_headers` file of a deployment: pictures served as assets have the same headers as from the Worker. Generated from
 * responses of the Worker, so that a policy is changed in one place. Syntax and limits:
 * https://developers.cloudflare.com/workers/static-assets/headers/
 */
import { readFile } from 'node:fs/promises';
import { CACHE_POLICY } from '../../web/caching.ts';
import { writeBuilt } from '../built-files.ts';
import type { PictureForm } from './plan.ts';
import type { Worker } from './try-out.ts';

/** The Worker's response for a picture. `path` contains `{id}` for the card: "cards/{id}/square.png". */
export type Sample = { id: string; path: string; headers: [name: string, value: string][] };

/** Headers that the asset server sets itself, and headers of a single connection. */
const NOT_COPIED = new Set([
  'cf-cache-status',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
]);

/** The asset server ignores longer lines. */
const MAX_LINE_LENGTH = 2000;

/** Only the Worker reads the catalogue. Other clients must not cache or index it. */
const CATALOG_RULE =
  '/_catalog/*\n  Cache-Control: no-cache\n  X-Content-Type-Options: nosniff\n  X-Robots-Tag: noindex\n';

/** The name of a font contains the hash of its bytes. A page may be at another origin than its font. */
const FONT_RULE = `/fonts/*
  Cache-Control: ${CACHE_POLICY.immutable}
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
`;

/**
 * Writes the rules: one for each folder and format of pictures. `:id` in a rule's path represents the card, in its headers
 * too.
 * @throws Error when the samples of a rule do not agree on a header, or a line is too long.
 */
export function headersFile(samples: readonly Sample[]): string {
  const rules = [...Map.groupBy(samples, ({ path }) => ruleOf(path))].map(([rule, same]) => {
    const lines = commonHeaders(same).map(([name, value]) => `  ${name}: ${value}`);
    const long = lines.find((line) => line.length > MAX_LINE_LENGTH);
    if (long) throw new Error(`a header of the pictures is longer than ${MAX_LINE_LENGTH} characters: ${long}`);
    return `${rule}\n${lines.join('\n')}\n`;
  });
  return [...rules, FONT_RULE, CATALOG_RULE].join('\n');
}

/** "cards/{id}/square-dark.png" → "/cards/:id/:form.png", the path of the rule that covers it. */
export function ruleOf(path: string): string {
  return `/${path.replace('{id}', ':id').replace(/[^/]+(?=\.[a-z]+$)/, (name) => (name.includes(':id') ? name : ':form'))}`;
}

/**
 * The headers that all samples share, with `:id` for the card. Of the cache tags, a rule can only contain the one of the
 * card.
 */
function commonHeaders(samples: readonly Sample[]): [name: string, value: string][] {
  const templates = samples.map(({ id, headers }) => templateOf(id, headers));
  const [first = new Map<string, string>(), ...others] = templates;
  for (const name of new Set(templates.flatMap((template) => [...template.keys()]))) {
    const other = others.find((template) => template.get(name) !== first.get(name));
    if (other)
      throw new Error(`pictures have different headers ${name}: "${first.get(name)}" and "${other.get(name)}"`);
  }
  return [...first];
}

function templateOf(id: string, headers: Sample['headers']): Map<string, string> {
  const template = new Map<string, string>();
  for (const [name, value] of headers) {
    if (NOT_COPIED.has(name.toLowerCase())) continue;
    const general = placeholders(value, id);
    template.set(name, /^cache-tag$/i.test(name) ? ownTags(general) : general);
  }
  return template;
}

/** Replaces an id with `:id` where it is a whole name: in an address, plain or encoded, or in a tag. */
function placeholders(value: string, id: string): string {
  return value.replaceAll(new RegExp(`(?<=/cards/|%2Fcards%2F|card-)${id}(?![a-z0-9-])`, 'g'), ':id');
}

function ownTags(tags: string): string {
  const own = tags.split(/,\s*/).filter((tag) => tag.includes(':id'));
  return own.join(',');
}

type HeadersOptions = {
  ids: readonly string[];
  forms: readonly PictureForm[];
  /** The file that stores the headers for the next build, keyed by their inputs. */
  store: string;
  key: string;
  start(): Promise<Worker>;
};

/** Requests the headers from the Worker if the code, the configuration or the address has changed. */
export async function makeHeaders({ ids, forms, store, key, start }: HeadersOptions): Promise<string> {
  if (ids.length === 0) return headersFile([]);
  const kept = await readKept(store);
  if (kept?.key === key) return kept.headers;
  const worker = await start();
  try {
    const headers = headersFile(await takeSamples(worker, ids, forms));
    await writeBuilt(store, JSON.stringify({ key, headers } satisfies Kept));
    return headers;
  } finally {
    await worker.stop();
  }
}

type Kept = { key: string; headers: string };

/** The stored headers of the last build; `undefined` if there are none, or if they cannot be read. */
async function readKept(store: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(store, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** The newest, the middle and the oldest card, with one form per rule. */
async function takeSamples(worker: Worker, ids: readonly string[], forms: readonly PictureForm[]): Promise<Sample[]> {
  const [first = '', middle = first, last = first] = [ids[0], ids[ids.length >> 1], ids.at(-1)];
  const paths = [...Map.groupBy(forms, ({ path }) => ruleOf(path)).values()].flatMap(([form]) => form?.path ?? []);
  const samples: Sample[] = [];
  for (const path of paths)
    for (const id of new Set([first, middle, last])) {
      const address = `/${path.replace('{id}', id)}`;
      const response = await worker.ask(address);
      await response.arrayBuffer();
      if (response.status !== 200)
        throw new Error(`the Worker returned ${response.status} for ${address}. ${worker.complaints()}`);
      samples.push({ id, path, headers: [...response.headers] });
    }
  return samples;
}
