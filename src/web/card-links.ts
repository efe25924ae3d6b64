/** Links to the other forms of a card: link elements of its page, and Link headers (RFC 8288). */

import type { MiddlewareHandler } from 'hono';
import { SIZE_NAMES, THEME_NAMES, type Theme } from '../render/variant.ts';
import { canonicalCardPath, cardIdOf } from './card-address.ts';
import { type Env, setHeaders } from './context.ts';
import { FORM_NAMES, FORMS } from './forms.ts';
import type { Links } from './links.ts';

export type Alternate = { href: string; type: string; title: string };

/** The alternative forms of the card. */
export function cardForms(id: string, links: Links): Alternate[] {
  return FORM_NAMES.map((form) => {
    const { mediaType, title } = FORMS[form];
    return { href: links.form(id, form), type: mediaType, title: `This card as ${title}` };
  });
}

/** The links by which sites find the embed of a page (oEmbed 1.0, section 4, "Discovery"). `theme`: that of the page. */
export function cardEmbeds(id: string, links: Links, theme?: Theme): Alternate[] {
  return [
    { href: links.oembed(id, 'json', theme), type: 'application/json+oembed', title: 'oEmbed of this card as JSON' },
    { href: links.oembed(id, 'xml', theme), type: 'text/xml+oembed', title: 'oEmbed of this card as XML' },
  ];
}

/** The picture in the query of an address. Redirects repeat no other parameters. */
function pictureQuery(search: string): string {
  const asked = new URLSearchParams(search);
  const [size, theme] = [asked.get('size') ?? '', asked.get('theme') ?? ''];
  const kept = new URLSearchParams({ ...(isSize(size) && { size }), ...(isTheme(theme) && { theme }) });
  return kept.size > 0 ? `?${kept}` : '';
}

const isSize = (name: string) => SIZE_NAMES.some((size) => size === name);
const isTheme = (name: string) => THEME_NAMES.some((theme) => theme === name);

/** Redirects to the canonical address from one in another case or with a trailing slash. */
export const redirectToCanonical: MiddlewareHandler<Env> = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const canonical = canonicalCardPath(pathname);
  if (!canonical || !(await c.var.store.getCard(canonical.id))) return next();
  return c.redirect(`${c.var.links.origin}${canonical.path}${pictureQuery(search)}`, 301);
};

/**
 * Adds the Link header to a card's page and forms. Errors, redirects and 304 have none. There is no `license`, because the
 * quotes belong to their sources, and no `author`, because a name is not an address.
 */
export const linkCards: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const id = cardIdOf(c.req.path);
  if (c.res.status !== 200 || id === undefined) return;
  const others = c.res.headers.get('Link');
  const theme = c.req.path.includes('.') ? undefined : THEME_NAMES.find((name) => name === c.req.query('theme'));
  const own = cardLinkHeader(id, c.var.links, theme);
  setHeaders(c, { Link: others === null ? own : `${others}, ${own}` });
};

/**
 * - `canonical` (RFC 6596) and `cite-as` (RFC 8574): the page, which remains when sizes are added or removed
 * - `describedby` (POWDER, W3C): all data of the card, as JSON
 * - `alternate`: its forms, and its oEmbed
 */
export function cardLinkHeader(id: string, links: Links, theme?: Theme): string {
  const page = links.page(id);
  return [
    link(page, { rel: 'canonical' }),
    link(page, { rel: 'cite-as' }),
    link(links.form(id, 'json'), { rel: 'describedby', type: 'application/json' }),
    link(page, { rel: 'alternate', type: 'text/html' }),
    ...[...cardForms(id, links), ...cardEmbeds(id, links, theme)].map(({ href, type }) =>
      link(href, { rel: 'alternate', type }),
    ),
  ].join(', ');
}

/** Ids and our own addresses contain neither `>` nor `"`, so nothing needs escaping. */
function link(href: string, parameters: Record<string, string>): string {
  const text = Object.entries(parameters).map(([name, value]) => `; ${name}="${value}"`);
  return `<${href}>${text.join('')}`;
}
