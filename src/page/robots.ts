/** What a site allows programs to read (Robots Exclusion Protocol, RFC 9309). */
import robotsParser from 'robots-parser';
import app from '../../package.json' with { type: 'json' };
import { readBytes, type VisitOptions, visit } from './visit.ts';

/** The name that a site calls us by in its robots.txt: the product token of our User-Agent. */
export const PRODUCT_TOKEN = app.name;

/** The robots.txt of a site as it was read on a day. `text`: null where it cannot be read just now. */
export type Robots = { day: string; text: string | null };

/** Robots kept between passes, by the origin they hold for. */
export type RobotsStore = {
  getRobots(origin: string): Promise<Robots | null>;
  putRobots(origin: string, robots: Robots): Promise<void>;
};

export type Permission = 'allowed' | 'disallowed' | 'unknown';

/** RFC 9309, section 2.5: a parser takes at least so much, and may leave the rest. */
const MAX_BYTES = 500 * 1024;
const TOO_MANY_REQUESTS = 429;

/** Answers whether addresses may be asked for. Reads a site's robots.txt at most once a day. */
export function createRobots(store: RobotsStore, day: string, options: VisitOptions) {
  return async (url: URL): Promise<Permission> => {
    const known = await store.getRobots(url.origin);
    const robots = known?.day === day ? known : { day, text: await readRobots(url, options) };
    if (robots !== known) await store.putRobots(url.origin, robots);
    return permissionIn(robots, url);
  };
}

/** What a robots.txt says of an address, to us by name, or else to everyone. Pure. */
export function permissionIn({ text }: Robots, url: URL): Permission {
  if (text === null) return 'unknown';
  const allowed = robotsParser(`${url.origin}/robots.txt`, text).isAllowed(url.href, PRODUCT_TOKEN);
  return allowed === false ? 'disallowed' : 'allowed';
}

/**
 * Section 2.3.1: a site without the file (any 4xx) allows everything, and one that cannot say (5xx, no connection) nothing.
 * "Too many requests" is a site that cannot say.
 */
async function readRobots({ origin }: URL, options: VisitOptions): Promise<string | null> {
  const address = `${origin}/robots.txt`;
  const allowed = new Set([...options.allowed, address]);
  const { validators: _page, permission: _asked, ...limits } = options;
  const answer = await visit(address, { ...limits, allowed }, async ({ response }) => {
    const { status } = response;
    if (status >= 400 && status < 500 && status !== TOO_MANY_REQUESTS) return { text: '' };
    if (!response.ok) return { text: null };
    try {
      const { bytes } = await readBytes(response, MAX_BYTES);
      return { text: new TextDecoder().decode(bytes) };
    } catch {
      return { text: null };
    }
  });
  return 'text' in answer ? answer.text : null;
}
