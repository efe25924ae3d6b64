/** What browsers may do with our answers: one policy a form, and CORS open to every site. */

import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import embedScript from '../../assets/scripts/embed.js';
import script from '../../assets/scripts/site.js';
import type { Site } from '../card/site.ts';
import { type Env, setHeaders } from './context.ts';
import { methodsOf } from './errors.tsx';
import { embedStyle, pageStyle, perSite } from './pages/site-style.ts';

/** The source expression of an inline script or style (Content Security Policy Level 3, § 2.3.1). */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const SCRIPT = hashSource(script);
const EMBED_SCRIPT = hashSource(embedScript);

const pageStyleSource = perSite((site) => hashSource(pageStyle(site)));
const embedStyleSource = perSite((site) => hashSource(embedStyle(site)));

type PolicyOptions = { links: { origin: string }; site: Site };

/** What a page may load and do; with `ownFiles`, style and script that this site serves, too. Pictures come from the published origin, which may be another than the page's own. */
export function pagePolicy({ links: { origin }, site }: PolicyOptions, { ownFiles = false } = {}): string {
  const files = ownFiles ? " 'self'" : '';
  return [
    "default-src 'none'",
    `img-src 'self' ${origin}`,
    `style-src ${pageStyleSource(site)}${files}`,
    `script-src ${SCRIPT}${files}`,
    `connect-src 'self' ${origin}`,
    `form-action 'self' ${origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What the page of a card may load and do that any site may frame: pictures, its style and its script. */
export function embedPolicy({ links: { origin }, site }: PolicyOptions): string {
  return [
    "default-src 'none'",
    `img-src 'self' ${origin}`,
    `style-src ${embedStyleSource(site)}`,
    `script-src ${EMBED_SCRIPT}`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ');
}

/** Of an answer that is no document of its own, nothing runs and nothing loads. */
const INERT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * Gives every answer its policies, where it has not chosen others. A 304 has none: browsers would put them in the place of
 * those that came with what they keep (RFC 9111, 3.2), and a page would lose its pictures.
 */
export const secureByDefault: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.res.status === 304) return;
  const mediaType = c.res.headers.get('Content-Type') ?? '';
  const isPage = mediaType.startsWith('text/html');
  const setDefault = (name: string, value: string) => {
    if (!c.res.headers.has(name)) setHeaders(c, { [name]: value });
  };
  setHeaders(c, { 'X-Content-Type-Options': 'nosniff' });
  if (isPage) setDefault('Content-Security-Policy', pagePolicy(c.var));
  else if (!mediaType.startsWith('image/')) setDefault('Content-Security-Policy', INERT_POLICY);
  // Other sites get the origin only: a source can count readers from cards, and sees no page address.
  setDefault('Referrer-Policy', 'strict-origin-when-cross-origin');
  if (!isPage) return;
  setDefault('Cross-Origin-Opener-Policy', 'same-origin');
  setDefault('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
};

const DAY_SECONDS = 24 * 60 * 60;

/** Opens every answer, errors included, and answers the question that a browser asks before a request. */
export const openToAllSites: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    const methods = methodsOf(c.req.path).join(', ');
    return c.body(null, 204, {
      Allow: methods,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': String(DAY_SECONDS),
    });
  }
  await next();
  setHeaders(c, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link' });
};
