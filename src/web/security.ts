/** The security headers: one content security policy per form, and CORS for every site. */

import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import embedScript from '../../assets/scripts/embed.js';
import type { Site } from '../card/site.ts';
import { type CardContext, type Env, setHeaders } from './context.ts';
import { COMMON, INERT, OPEN_TO_ALL_SITES } from './default-headers.ts';
import { methodsOf } from './errors.tsx';
import { embedStyle, PAGE_STYLES, perSite } from './pages/site-style.ts';
import { siteScript, themeScript } from './script-text.ts';

/** The source expression of an inline script or style (Content Security Policy Level 3, § 2.3.1). */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const SCRIPTS = `${hashSource(themeScript)} ${hashSource(siteScript)}`;
const EMBED_SCRIPT = hashSource(embedScript);

const pageStyleSources = perSite((site) =>
  Object.values(PAGE_STYLES)
    .map((style) => hashSource(style(site)))
    .join(' '),
);
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
    `style-src ${pageStyleSources(site)}${files}`,
    `script-src ${SCRIPTS}${files}`,
    "font-src 'self'",
    `connect-src 'self' ${origin}`,
    `form-action 'self' ${origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The policy of the embed page: only pictures, its style and its script. Without `frame-ancestors`, because `*` excludes files on
 * disk and apps.
 */
export function embedPolicy({ links: { origin }, site }: PolicyOptions): string {
  return [
    "default-src 'none'",
    `img-src 'self' ${origin}`,
    `style-src ${embedStyleSource(site)}`,
    `script-src ${EMBED_SCRIPT}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const OF_PAGES = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** The default security headers of a response with this media type. */
function securityOf(c: CardContext, mediaType: string): Record<string, string> {
  if (mediaType.startsWith('text/html'))
    return { ...COMMON, 'Content-Security-Policy': pagePolicy(c.var), ...OF_PAGES };
  return mediaType.startsWith('image/') ? COMMON : { ...COMMON, ...INERT };
}

/**
 * Adds the default policies to responses that have none. A 304 has none, because browsers would replace the policies of the
 * cached response with them (RFC 9111, 3.2), and a page would lose its pictures.
 */
export const secureByDefault: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'OPTIONS') c.res = answerPreflight(c);
  else await next();
  if (c.get('isData')) return;
  const { headers, status } = c.res;
  if (c.req.method !== 'OPTIONS') setHeaders(c, OPEN_TO_ALL_SITES);
  if (status === 304) return;
  const defaults = securityOf(c, headers.get('Content-Type') ?? '');
  const missing = Object.entries(defaults).filter(([name]) => !headers.has(name));
  setHeaders(c, Object.fromEntries(missing));
};

const DAY_SECONDS = 24 * 60 * 60;

/** Answers preflight requests. */
function answerPreflight(c: CardContext): Response {
  const methods = methodsOf(c.req.path).join(', ');
  return c.body(null, 204, {
    Allow: methods,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': String(DAY_SECONDS),
  });
}
