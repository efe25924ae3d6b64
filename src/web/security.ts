/** The security headers: one content security policy per form, and CORS for every site. */

import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import embedScript from '../../assets/scripts/embed.js';
import type { Site } from '../card/site.ts';
import { type Env, setHeaders } from './context.ts';
import { methodsOf } from './errors.tsx';
import { embedStyle, pageStyle, perSite } from './pages/site-style.ts';
import { siteScript } from './script-text.ts';

/** The source expression of an inline script or style (Content Security Policy Level 3, § 2.3.1). */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const SCRIPT = hashSource(siteScript);
const EMBED_SCRIPT = hashSource(embedScript);

const pageStyleSource = perSite((site) => hashSource(pageStyle(site)));
const embedStyleSource = perSite((site) => hashSource(embedStyle(site)));

type PolicyOptions = { links: { origin: string }; site: Site };

/**
 * The policy of a page. With `ownFiles`, it also allows styles and scripts of this site. Pictures come from the public
 * origin, which may differ from the page's own.
 */
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

/** The policy of the embed page, which any site may frame: only pictures, its style and its script. */
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

/** The policy of responses that are not pages: nothing runs and nothing loads. */
const INERT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * Adds the default policies to responses that have none. A 304 has none, because browsers would replace the policies of the
 * cached response with them (RFC 9111, 3.2), and a page would lose its pictures.
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
  // Other sites receive only the origin, so a source can count readers from cards but not see the page.
  setDefault('Referrer-Policy', 'strict-origin-when-cross-origin');
  if (!isPage) return;
  setDefault('Cross-Origin-Opener-Policy', 'same-origin');
  setDefault('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
};

const DAY_SECONDS = 24 * 60 * 60;

/** Allows CORS for every response, including errors, and answers preflight requests. */
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
