/** Reads robots.txt (Robots Exclusion Protocol, RFC 9309). */
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

/**
 * Whether a robots.txt allows an address: by the rules for our name, or else for `*`. Pure. Takes linear time, whatever the
 * rules are.
 */
export function permissionIn({ text }: Robots, url: URL): Permission {
  if (text === null) return 'unknown';
  const path = upperCased(url.pathname + url.search);
  let decisive = { length: -1, allows: true };
  for (const { pattern, allows } of rulesFor(text)) {
    const { length } = pattern;
    // The longest rule counts, and of two equally long ones the one that allows (RFC 9309, section 2.2.2).
    const outweighs = length > decisive.length || (length === decisive.length && allows);
    if (outweighs && matches(pattern, path)) decisive = { length, allows };
  }
  return decisive.allows ? 'allowed' : 'disallowed';
}

type Rule = { pattern: string; allows: boolean };

/** The rules of all groups that name us; if none does, those of the groups for `*` (section 2.2.1). */
function rulesFor(text: string): Rule[] {
  const own: Rule[] = [];
  const common: Rule[] = [];
  let isNamed = false;
  let group = { own: false, common: false };
  let isGroupOpen = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:([^#]*)/i.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === 'user-agent') {
      if (!isGroupOpen) group = { own: false, common: false };
      const [agent = ''] = value.trim().toLowerCase().split('/', 1);
      if (agent.trim() === PRODUCT_TOKEN) group.own = true;
      if (agent === '*') group.common = true;
    } else if (key === 'allow' || key === 'disallow') {
      const pattern = value.trim();
      isNamed ||= group.own;
      const rule = { pattern: upperCased(encode(pattern)), allows: key === 'allow' };
      if (group.own && pattern !== '') own.push(rule);
      if (group.common && pattern !== '') common.push(rule);
    }
    if (key !== '') isGroupOpen = key === 'user-agent';
  }
  return isNamed ? own : common;
}

/** Letters outside ASCII as an address has them; what is escaped already stays. */
function encode(pattern: string): string {
  return encodeURI(pattern.toWellFormed()).replaceAll('%25', '%');
}

const upperCased = (path: string) => path.replace(/%[0-9a-f]{2}/gi, (escaped) => escaped.toUpperCase());

/** `*` matches any characters, and a final `$` the end of the path (section 2.2.3). */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  let end = start.length;
  const last = isWhole ? parts.pop() : undefined;
  for (const part of parts) {
    const at = path.indexOf(part, end);
    if (at < 0) return false;
    end = at + part.length;
  }
  if (!isWhole) return true;
  return last === undefined ? end === path.length : path.length - last.length >= end && path.endsWith(last);
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
