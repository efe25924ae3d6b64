/** /oembed: the embed of a card for consumers of oEmbed 1.0 (https://oembed.com). */
import { Hono } from 'hono';
import { creditOf } from '../../card/headline.ts';
import type { CardRecord } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import { MAIN_VARIANT, SIZE_NAMES, SIZES, THEME_NAMES, type Theme } from '../../render/variant.ts';
import { cacheContent, FRESH_SECONDS } from '../caching.ts';
import { cardIdOf } from '../card-address.ts';
import type { Env } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { element, xmlDocument } from '../feeds/xml.ts';
import type { Links } from '../links.ts';
import { captionHeight, embedHtml, pictureHeight, squareHeight } from './embed.tsx';

export const embeds = new Hono<Env>().get('/oembed', async (c) => {
  c.header('Access-Control-Allow-Origin', '*');
  const query = parseQuery(new URL(c.req.url).searchParams);
  if ('type' in query) return answerProblem(c, query);
  const { url, theme, format, maxWidth, maxHeight } = query;

  // Only addresses of this origin are known. Nothing is fetched from other sites.
  const own = /^https?:$/.test(url.protocol) && url.host === new URL(c.var.links.origin).host;
  const id = own ? cardIdOf(url.pathname) : undefined;
  if (id === undefined) return answerProblem(c, { type: 'address-not-found' });
  const record = await c.var.store.getCard(id);
  if (!record) return answerProblem(c, { type: 'card-not-found', id });

  const unchanged = cacheContent(c, record, `oembed.${format}-${maxWidth}-${maxHeight}-${theme}`);
  if (unchanged) return unchanged;
  const { links, site } = c.var;
  const document = oembedDocument(record, { links, siteName: site.name, theme, maxWidth, maxHeight });
  if (format === 'json') return c.json(document);
  const elements = Object.entries(document).map(([name, value]) => element(name, {}, String(value)));
  return c.body(xmlDocument(element('oembed', {}, ...elements)), 200, { 'Content-Type': 'text/xml; charset=utf-8' });
});

type OembedQuery = {
  url: URL;
  /** The theme in `url`, which the author chose. */
  theme: Theme | undefined;
  format: 'json' | 'xml';
  maxWidth: number | undefined;
  maxHeight: number | undefined;
};
type OembedProblem = { type: 'bad-parameter'; parameter: string; message: string } | { type: 'format-not-implemented' };

const SINGLE_PARAMETERS = ['url', 'maxwidth', 'maxheight'] as const;

/**
 * Reads the four parameters of the specification. Other parameters of consumers are ignored. If format is repeated, the last
 * one counts, because some consumers append it to an address that already has one.
 */
function parseQuery(query: URLSearchParams): OembedQuery | OembedProblem {
  const bad = (parameter: string, message: string) => ({ type: 'bad-parameter' as const, parameter, message });
  for (const name of SINGLE_PARAMETERS)
    if (query.getAll(name).length > 1) return bad(name, `The parameter ${name} is given more than once.`);

  const url = query.get('url');
  if (!url) return bad('url', 'url is missing. It must be the address of a card’s page.');
  if (!URL.canParse(url)) return bad('url', 'url is not an address. It must be the address of a card’s page.');
  const page = new URL(url);
  const asked = page.searchParams.get('theme') || undefined;
  const theme = THEME_NAMES.find((name) => name === asked);
  if (asked !== undefined && theme === undefined)
    return bad('url', `The theme in url must be one of ${THEME_NAMES.join(', ')}.`);
  const format = query.getAll('format').at(-1) ?? 'json';
  if (format !== 'json' && format !== 'xml') return { type: 'format-not-implemented' };
  for (const name of ['maxwidth', 'maxheight'])
    if (query.has(name) && !/^[1-9]\d{0,8}$/.test(query.get(name) ?? ''))
      return bad(name, `The parameter ${name} is not a whole number of pixels above 0.`);
  const pixels = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  return { url: page, theme, format, maxWidth: pixels('maxwidth'), maxHeight: pixels('maxheight') };
}

/** The space available on a site, in px. */
export type Room = { maxWidth?: number | undefined; maxHeight?: number | undefined };

export type OembedDocument = {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  /** Either all three thumbnail fields exist or none, if no picture fits. */
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
  html: string;
  width: number;
  height: number;
};

/** Half the size of the picture, so that it is sharp on high-density screens. */
const DEFAULT_WIDTH_PX = SIZES.og.width / 2;
/** In narrower frames, assets/styles/embed.css hides the caption. */
const MIN_CAPTIONED_WIDTH_PX = 200;

type OembedOptions = Room & { links: Links; siteName: string; theme?: Theme | undefined };

/** The embed of a card in the available space. `author_url` is omitted because it is unknown. */
export function oembedDocument(record: CardRecord, { links, siteName, theme, ...room }: OembedOptions): OembedDocument {
  const { width, height } = fitFrame(record, room);
  return {
    version: '1.0',
    type: 'rich',
    title: titleOf(record),
    author_name: creditOf(record),
    provider_name: siteName,
    provider_url: links.gallery(),
    cache_age: FRESH_SECONDS,
    ...thumbnail(record, { links, theme, ...room }),
    html: embedHtml({ record, links, theme, width, height, maxHeight: room.maxHeight }),
    width,
    height,
  };
}

/** The largest frame that fits, with the caption if the frame is wide enough for it. */
function fitFrame(record: CardRecord, { maxWidth = DEFAULT_WIDTH_PX, maxHeight = Number.POSITIVE_INFINITY }: Room) {
  const widest = Math.min(maxWidth, SIZES.og.width);
  const square = squareHeight(record, widest);
  if (widest >= MIN_CAPTIONED_WIDTH_PX && square <= maxHeight && Number.isFinite(square))
    return { width: widest, height: square };
  for (let width = widest; width >= MIN_CAPTIONED_WIDTH_PX; width--) {
    const height = pictureHeight(width) + captionHeight(record, width);
    if (height <= maxHeight) return { width, height };
  }
  const byHeight = Math.max(1, Math.floor((maxHeight * SIZES.og.width) / SIZES.og.height));
  const width = Math.min(widest, byHeight, MIN_CAPTIONED_WIDTH_PX - 1);
  return { width, height: Math.min(pictureHeight(width), maxHeight) };
}

/** The first size that fits. */
function thumbnail({ card }: CardRecord, options: Omit<OembedOptions, 'siteName'>) {
  const { links, theme = MAIN_VARIANT.theme, maxWidth = Infinity, maxHeight = Infinity } = options;
  const size = SIZE_NAMES.find((name) => SIZES[name].width <= maxWidth && SIZES[name].height <= maxHeight);
  if (size === undefined) return {};
  const { width, height } = SIZES[size];
  return { thumbnail_url: links.image(card.id, size, theme), thumbnail_width: width, thumbnail_height: height };
}
