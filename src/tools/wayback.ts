/**
 * Asks the Wayback Machine for an existing copy of a page (https://archive.org/help/wayback_api.php), or for a new one
 * (Save Page Now 2, https://docs.google.com/document/d/1Nsv52MvSjbLb2PCpHlat0gkzw0EvtSgpKHu4mk0MnrA). Never throws because
 * of the archive.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import app from '../../package.json' with { type: 'json' };
import { writtenOut } from '../card/address.ts';
import { siteOf } from '../page/visit.ts';

/** The environment can name other services with the same responses. */
export const WAYBACK_API = process.env.WAYBACK_API || 'https://archive.org/wayback/available';
const SAVE_API = process.env.WAYBACK_SAVE_API || 'https://web.archive.org/save';

const USER_AGENT = `${app.name}/${app.version} (looks for archived copies)`;

/** The archive is slow at times. */
const TIMEOUT_MS = 30_000;
/** The limit for a new copy, and the increasing delays between two requests. */
const SAVING_MS = 180_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

/** `date`: YYYY-MM-DD. */
export type Copy = { url: string; date: string };
/** `problem`: the archive could not be reached, or did not respond. */
export type WaybackAnswer = { copy: Copy } | { copy: null; reason: string } | { problem: string };

const Available = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({ available: z.boolean(), status: z.string(), url: z.string(), timestamp: z.string() })
      .optional(),
  }),
});
const Job = z.object({ job_id: z.string().regex(/^[\w-]+$/) });
const JobStatus = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending') }),
  z.object({ status: z.literal('success'), timestamp: z.string().regex(/^\d{14}$/), original_url: z.string() }),
  z.object({ status: z.literal('error'), message: z.string() }),
]);

/** "https://web.archive.org/web/20231103120000/https://example.org/article" */
const SNAPSHOT = /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d{2})(\d{2})\d*[a-z_]*\/(.+)$/;

type Asked = { url: string; day: string; api?: string; timeoutMs?: number };

/** The copy nearest to a day (YYYY-MM-DD); only of this page, and only with status 200. */
export async function askWayback({ url, day, api = WAYBACK_API, timeoutMs }: Asked): Promise<WaybackAnswer> {
  const query = new URLSearchParams({ url, timestamp: day.replaceAll('-', '') });
  const asked = await ask(`${api}?${query}`, Available, { timeoutMs });
  if ('problem' in asked) return asked;
  const { closest } = asked.answer.archived_snapshots;
  if (!closest?.available) return { copy: null, reason: 'the archive has no copy.' };
  if (closest.status !== '200')
    return { copy: null, reason: `the archive has only a copy with status ${closest.status}.` };
  return readSnapshot(closest.url, url);
}

/** The keys of an account at archive.org, which Save Page Now requires. */
const { WAYBACK_ACCESS_KEY: access, WAYBACK_SECRET_KEY: secret } = process.env;

/** Why no new copy can be requested; undefined if it can. */
export const CANNOT_SAVE =
  access && secret
    ? undefined
    : '--save needs WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY in the environment: the keys of an account at archive.org, from https://archive.org/account/s3.php';

/** A new copy of a page. It takes up to three minutes. */
export async function saveToWayback(url: string): Promise<WaybackAnswer> {
  const headers = { Authorization: `LOW ${access}:${secret}` };
  const body = new URLSearchParams({ url, skip_first_archive: '1' });
  const started = await ask(SAVE_API, Job, { method: 'POST', headers, body });
  if ('problem' in started) return started;
  const end = Date.now() + SAVING_MS;
  for (let pause = FIRST_WAIT_MS; Date.now() < end; pause = Math.min(2 * pause, LONGEST_WAIT_MS)) {
    await wait(pause);
    const asked = await ask(`${SAVE_API}/status/${started.answer.job_id}`, JobStatus, { headers });
    if ('problem' in asked) return asked;
    const { answer } = asked;
    if (answer.status === 'error') return { problem: `the archive made no copy: ${answer.message.slice(0, 200)}` };
    if (answer.status === 'success')
      return readSnapshot(`https://web.archive.org/web/${answer.timestamp}/${answer.original_url}`, url);
  }
  return { problem: 'the archive has not finished its copy yet. Run npm run archive later to find it.' };
}

type AskOptions = {
  method?: string;
  headers?: Record<string, string>;
  body?: URLSearchParams;
  timeoutMs?: number | undefined;
};

async function ask<T>(
  address: string,
  schema: z.ZodType<T>,
  { headers = {}, timeoutMs = TIMEOUT_MS, ...request }: AskOptions,
): Promise<{ answer: T } | { problem: string }> {
  let body: unknown;
  try {
    const response = await fetch(address, {
      ...request,
      headers: { 'User-Agent': USER_AGENT, Accept: 'application/json', ...headers },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 401 || response.status === 403)
      return { problem: `the archive returned ${response.status}. Check WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY.` };
    if (!response.ok) return { problem: `the archive returned ${response.status}. Try again later.` };
    body = await response.json();
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    return { problem: `the archive cannot be reached (${cause?.code ?? message}). Try again later.` };
  }
  const answer = schema.safeParse(body);
  if (answer.success) return { answer: answer.data };
  const { message } = z.object({ message: z.string() }).catch({ message: '' }).parse(body);
  const why = message ? `: ${message.slice(0, 200)}` : ' in an unknown format. Try again later.';
  return { problem: `the archive answers${why}` };
}

function readSnapshot(snapshot: string, page: string): WaybackAnswer {
  const [, year, month, day, original = ''] = SNAPSHOT.exec(snapshot) ?? [];
  if (!isSamePage(original, page))
    return { copy: null, reason: `the archive names a copy of another page, ${snapshot}` };
  return { copy: { url: writtenOut(snapshot.replace(/^http:/, 'https:')), date: `${year}-${month}-${day}` } };
}

/** Whether two addresses lead to the same page: scheme, `www.`, trailing slash and fragment are ignored. */
function isSamePage(a: string, b: string): boolean {
  const [first, second] = [a, b].map((address) => {
    const url = URL.parse(writtenOut(address));
    if (url === null) return undefined;
    if (url.protocol === 'http:') url.protocol = 'https:';
    if (url.port === '80') url.port = '';
    return `${siteOf(url)}${url.pathname.replace(/\/$/, '')}${url.search}`;
  });
  return first !== undefined && first === second;
}
