/** /oembed: how a card is embedded, for sites that ask (oEmbed 1.0, https://oembed.com). */
import { Hono } from 'hono';
import { cacheContent } from './caching.ts';
import { cardIdOf } from './card-address.ts';
import type { Env } from './context.ts';
import { answerProblem } from './errors.tsx';
import { oembedDocument } from './oembed.ts';
import { element, xmlDocument } from './xml.ts';

export const embeds = new Hono<Env>().get('/oembed', async (c) => {
  c.header('Access-Control-Allow-Origin', '*');
  const asked = parseQuery(new URL(c.req.url).searchParams);
  if ('type' in asked) return answerProblem(c, asked);
  const { url, format, maxWidth, maxHeight } = asked;

  // A card has one address and one origin. Of other sites nothing is known here, and nothing is fetched.
  const own = /^https?:$/.test(url.protocol) && url.host === new URL(c.var.links.origin).host;
  const id = own ? cardIdOf(url.pathname) : undefined;
  if (id === undefined) return answerProblem(c, { type: 'address-not-found' });
  const record = c.var.catalog.getCard(id);
  if (!record) return answerProblem(c, { type: 'card-not-found', id });

  const unchanged = cacheContent(c, record, `oembed.${format}-${maxWidth}-${maxHeight}`);
  if (unchanged) return unchanged;
  const document = oembedDocument(record, c.var.links, { maxWidth, maxHeight });
  if (format === 'json') return c.json(document);
  const elements = Object.entries(document).map(([name, value]) => element(name, {}, String(value)));
  return c.body(xmlDocument(element('oembed', {}, ...elements)), 200, { 'Content-Type': 'text/xml; charset=utf-8' });
});

type OembedQuery = { url: URL; format: 'json' | 'xml'; maxWidth: number | undefined; maxHeight: number | undefined };
type OembedProblem = { type: 'bad-parameter'; parameter: string; message: string } | { type: 'format-not-implemented' };

const PARAMETERS = ['url', 'format', 'maxwidth', 'maxheight'] as const;

/** Reads the four parameters of the specification. Consumers send others of their own, which are ignored. */
function parseQuery(query: URLSearchParams): OembedQuery | OembedProblem {
  const bad = (parameter: string, message: string) => ({ type: 'bad-parameter' as const, parameter, message });
  for (const name of PARAMETERS)
    if (query.getAll(name).length > 1) return bad(name, `The parameter ${name} is given more than once.`);

  const url = query.get('url');
  if (!url) return bad('url', 'The parameter url is missing. Give the address of a card’s page.');
  if (!URL.canParse(url)) return bad('url', 'The parameter url is not an address. Give the address of a card’s page.');
  const format = query.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return { type: 'format-not-implemented' };
  for (const name of ['maxwidth', 'maxheight'])
    if (query.has(name) && !/^[1-9]\d{0,8}$/.test(query.get(name) ?? ''))
      return bad(name, `The parameter ${name} is not a whole number of pixels above 0.`);
  const pixels = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  return { url: new URL(url), format, maxWidth: pixels('maxwidth'), maxHeight: pixels('maxheight') };
}
