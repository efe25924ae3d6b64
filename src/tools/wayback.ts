/** Asks the Wayback Machine whether it has a copy of a page (https://archive.org/help/wayback_api.php). */

import { isMap, isPair, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import app from '../../package.json' with { type: 'json' };
import { firstKnownDay } from '../card/date.ts';
import { siteOf } from '../page/visit.ts';

export const WAYBACK_API = 'https://archive.org/wayback/available';

const USER_AGENT = `${app.name}/${app.version} (looks for archived copies)`;

/** The archive is slow at times. */
const TIMEOUT_MS = 30_000;

/** `date`: YYYY-MM-DD. */
export type Copy = { url: string; date: string };
export type WaybackAnswer = { copy: Copy } | { copy: null; reason: string } | { problem: string };

const Answer = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({ available: z.boolean(), status: z.string(), url: z.string(), timestamp: z.string() })
      .optional(),
  }),
});

/** "https://web.archive.org/web/20231103120000/https://example.org/article" */
const SNAPSHOT = /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d{2})(\d{2})\d*[a-z_]*\/(.+)$/;

/**
 * The copy nearest to the day of publication; only one that the page itself answered (status 200), and only of this page.
 * `published`: a date as the catalogue has it.
 */
export async function askWayback(asked: { url: string; published: string; api: string }): Promise<WaybackAnswer> {
  const timestamp = firstKnownDay(asked.published).replaceAll('-', '');
  const address = `${asked.api}?${new URLSearchParams({ url: asked.url, timestamp })}`;
  let body: unknown;
  try {
    const headers = { 'User-Agent': USER_AGENT, Accept: 'application/json' };
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return { problem: `the archive answers ${response.status}. Try again later.` };
    body = await response.json();
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    return { problem: `the archive cannot be asked (${cause?.code ?? message}). Try again later.` };
  }
  const answer = Answer.safeParse(body);
  if (!answer.success) return { problem: 'the archive answers in a form that is not known. Try again later.' };
  const { closest } = answer.data.archived_snapshots;
  if (!closest?.available) return { copy: null, reason: 'the archive has no copy.' };
  if (closest.status !== '200')
    return { copy: null, reason: `the archive has a copy of status ${closest.status} only.` };
  return readSnapshot(closest.url, asked.url);
}

function readSnapshot(snapshot: string, page: string): WaybackAnswer {
  const [, year, month, day, original = ''] = SNAPSHOT.exec(snapshot) ?? [];
  if (!isSamePage(original, page))
    return { copy: null, reason: `the archive names a copy of another page, ${snapshot}` };
  return { copy: { url: snapshot.replace(/^http:/, 'https:'), date: `${year}-${month}-${day}` } };
}

/** Whether two addresses are of one page: scheme, `www.`, the last slash and the fragment make no difference. */
function isSamePage(a: string, b: string): boolean {
  const [first, second] = [a, b].map((address) => {
    const url = URL.parse(address);
    if (url === null) return undefined;
    if (url.protocol === 'http:') url.protocol = 'https:';
    if (url.port === '80') url.port = '';
    return `${siteOf(url)}${url.pathname.replace(/\/$/, '')}${url.search}`;
  });
  return first !== undefined && first === second;
}

/** The text of a source's file with `archived` behind `url`. @throws Error when the file holds no source with an address. */
export function insertArchived(text: string, { url, date }: { url: string; date: string }): string {
  const document = parseDocument(text);
  const source = document.get('source', true);
  if (!isMap(source)) throw new Error('the file holds no source');
  const value = `{ url: ${JSON.stringify(url)}, date: ${date} }`;
  const known = pairOf(source, 'archived');
  if (known) {
    const [start, end] = rangeOf(known.value);
    return `${text.slice(0, start)}${value}${text.slice(end)}`;
  }
  const address = pairOf(source, 'url');
  if (!address) throw new Error('the source has no url');
  const [, end] = rangeOf(address.value);
  if (source.flow) return `${text.slice(0, end)}, archived: ${value}${text.slice(end)}`;
  const [keyStart] = rangeOf(address.key);
  const indent = ' '.repeat(keyStart - (text.lastIndexOf('\n', keyStart) + 1));
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const newLine = text[at - 1] === '\r' ? '\r\n' : '\n';
  const before = newLine === '\r\n' ? at - 1 : at;
  return `${text.slice(0, before)}${newLine}${indent}archived: ${value}${text.slice(before)}`;
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);
}

function rangeOf(node: unknown): [start: number, end: number] {
  const range = isScalar(node) || isMap(node) ? node.range : undefined;
  if (!range) throw new Error('the file cannot be edited by a program');
  return [range[0], range[1]];
}
