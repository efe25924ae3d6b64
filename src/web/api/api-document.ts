/** The OpenAPI 3.1 document, generated from the routes and their schemas, with cards of the catalogue as examples. */

import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import packageJson from '../../../package.json';
import { plainReportAddress } from '../../card/report.ts';
import type { Site } from '../../card/site.ts';
import { MAIN_VARIANT, SIZES, VARIANT_NAMES, type VariantName } from '../../render/variant.ts';
import type { CardContext } from '../context.ts';
import { type CardForm, FORM_NAMES, FORMS, type ImageForm, isImageForm } from '../forms.ts';
import { api, createApi } from './api.ts';
import { addExamples } from './examples.ts';
import type { ApiDocument } from './routes.ts';
import { FAILURES, getCardFile, getOpenApi, getTopicFile, NOT_FOUND, NOT_MODIFIED, TAGS } from './routes.ts';
import { CslItems } from './schemas/card.ts';
import { CardAddress } from './schemas/parameters.ts';

const DESCRIPTION = `${packageJson.description}. All operations use GET (or HEAD), from any origin, without a key.

Absent values are null and never omitted. All URLs are absolute. Errors are problem details (RFC 9457), which name the
invalid parameter. Send an ETag as If-None-Match to get 304 without a body if nothing has changed.`;

const TAG_DESCRIPTIONS: Record<keyof typeof TAGS, string> = {
  cards: 'Cards as data.',
  sources: 'The origin and subjects of the facts.',
  pictures: 'Cards as pictures, for embedding by URL.',
  embedding: 'For programs that display or follow cards.',
  service: 'The state of the service.',
};

/** Generates the document for the origin of the request. */
export async function describeApi({ var: { store, links, site } }: CardContext): Promise<ApiDocument> {
  const described = createApi().route('/', api);
  for (const route of [getCardFile, getTopicFile, getOpenApi, ...DESCRIBED_ROUTES])
    described.openAPIRegistry.registerPath(route);
  const document = described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: site.name,
      ...contactOf(site),
      description: DESCRIPTION,
      version: packageJson.version,
      license: { name: packageJson.license, url: `https://spdx.org/licenses/${packageJson.license}.html` },
    },
    servers: [{ url: links.origin }],
    security: [],
    tags: Object.entries(TAGS).map(([key, name]) => ({
      name,
      description: TAG_DESCRIPTIONS[key as keyof typeof TAGS],
    })),
  });
  await addExamples(document, { store, links, site });
  return document;
}

/** Where to report errors: an e-mail address or a page. */
function contactOf({ name, report }: Site) {
  if (report === null) return {};
  const plain = plainReportAddress(report);
  const address = plain.startsWith('mailto:') ? { email: plain.slice('mailto:'.length) } : { url: plain };
  return { contact: { name, ...address } };
}

/** A response whose bytes have no schema. */
function bytes(description: string, mediaType: string) {
  return { description, content: { [mediaType]: { schema: { type: 'string' as const } } } };
}

type PictureRoute = { form: ImageForm; path: string; operationId: string; summary: string; params: z.ZodObject };

function picture({ form, path, operationId, summary, params }: PictureRoute): RouteConfig {
  const { mediaType } = FORMS[form];
  return createRoute({
    method: 'get',
    path,
    operationId,
    tags: [TAGS.pictures],
    summary,
    description: 'The server ignores ?v=…; it is a cache buster. Errors are pictures, too.',
    request: { params },
    responses: {
      200: bytes('The picture.', mediaType),
      304: NOT_MODIFIED,
      404: bytes('An error picture: not found.', mediaType),
      429: bytes('An error picture: too many new pictures were requested.', mediaType),
      500: bytes('An error picture: server error.', mediaType),
      503: bytes('An error picture: the card or the catalogue is temporarily unavailable.', mediaType),
    },
  });
}

const variant = z
  .enum(VARIANT_NAMES as [VariantName, ...VariantName[]])
  .openapi({ description: 'The size, with the suffix -dark for the dark theme.' });
const PictureAddress = CardAddress.extend({ variant });

const pixels = z.int().min(1);
const EmbedParameters = z.object({
  url: z.url().openapi({ description: "The URL of a card's page, or of any other format of the card." }),
  format: z.enum(['json', 'xml']).default('json'),
  maxwidth: pixels.optional().openapi({ description: 'The maximum width in px.' }),
  maxheight: pixels.optional().openapi({ description: 'The maximum height in px.' }),
});

const EmbedDocument = z
  .strictObject({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    author_name: z.string(),
    provider_name: z.string(),
    provider_url: z.url(),
    cache_age: z.int().openapi({ description: 'Seconds.' }),
    thumbnail_url: z.url().optional(),
    thumbnail_width: pixels.optional(),
    thumbnail_height: pixels.optional(),
    html: z.string(),
    width: pixels,
    height: pixels,
  })
  .openapi('Embed', {
    description:
      'An oEmbed response. As in the oEmbed specification, the thumbnail fields are omitted if there is no thumbnail.',
  });

function jsonFeed(path: `/${string}`, operationId: string, summary: string) {
  const schema = z.looseObject({ version: z.url(), items: z.array(z.unknown()) });
  return createRoute({
    method: 'get',
    path,
    operationId,
    tags: [TAGS.embedding],
    summary: `${summary} (JSON Feed 1.1)`,
    responses: {
      200: { description: 'The feed.', content: { 'application/feed+json': { schema } } },
      304: NOT_MODIFIED,
      405: FAILURES[405],
      500: FAILURES[500],
      503: FAILURES[503],
    },
  });
}

/** Errors of text routes. */
const WORDS = {
  500: bytes('A server error, as text.', 'text/plain'),
  503: bytes('The catalogue is temporarily unavailable, as text.', 'text/plain'),
};

/** The routes of a card format. JSON is a route of the API itself. */
function describeForm(form: CardForm): RouteConfig[] {
  if (form === 'json') return [];
  const { ending, mediaType, title, errors, operationId } = FORMS[form];
  if (isImageForm(form)) {
    const { width, height } = SIZES[MAIN_VARIANT.size];
    const summary = `A card as ${form.toUpperCase()}`;
    const inVariants = operationId.replace('getCard', 'getCardVariant');
    return [
      picture({
        form,
        path: `/cards/{id}${ending}`,
        operationId,
        summary: `${summary}, ${width}×${height}, ${MAIN_VARIANT.theme}`,
        params: CardAddress,
      }),
      picture({
        form,
        path: `/cards/{id}/{variant}${ending}`,
        operationId: inVariants,
        summary: `${summary}, by size and theme`,
        params: PictureAddress,
      }),
    ];
  }
  const route = createRoute({
    method: 'get',
    path: `/cards/{id}${ending}`,
    operationId,
    tags: [TAGS.cards],
    summary: `A card as ${title}`,
    request: { params: CardAddress },
    responses: {
      200:
        form === 'csl'
          ? { description: 'The citation.', content: { [mediaType]: { schema: CslItems } } }
          : bytes('The card.', mediaType),
      304: NOT_MODIFIED,
      ...(errors === 'json'
        ? { 404: NOT_FOUND, 500: FAILURES[500], 503: FAILURES[503] }
        : { 404: bytes('Not found, as text.', 'text/plain'), ...WORDS }),
    },
  });
  return [route];
}

export const DESCRIBED_ROUTES: RouteConfig[] = [
  ...FORM_NAMES.flatMap(describeForm),
  createRoute({
    method: 'get',
    path: '/cards/{id}/source',
    operationId: 'followToSource',
    tags: [TAGS.sources],
    summary: 'Redirect to the passage in the source',
    description:
      "If the address of the source is unknown, redirects to the card in the catalogue's record of the source.",
    request: { params: CardAddress },
    responses: {
      302: {
        description: 'Location is the address of the passage.',
        headers: { Location: { description: 'A URL with a text fragment.', schema: { type: 'string' } } },
      },
      404: bytes('An error page: the card does not exist.', 'text/html'),
      500: bytes('An error page: server error.', 'text/html'),
      503: bytes('An error page: the catalogue is temporarily unavailable.', 'text/html'),
    },
  }),
  createRoute({
    method: 'get',
    path: '/oembed',
    operationId: 'getEmbed',
    tags: [TAGS.embedding],
    summary: "The embed of a card's page (oEmbed 1.0)",
    request: { query: EmbedParameters },
    responses: {
      200: {
        description: 'The embed, as JSON or XML.',
        content: {
          'application/json': { schema: EmbedDocument },
          'text/xml': { schema: { type: 'string' } },
        },
      },
      304: NOT_MODIFIED,
      404: { ...FAILURES[400], description: 'The URL is not a card of this service.' },
      501: { ...FAILURES[400], description: 'The format is not supported.' },
      ...FAILURES,
    },
  }),
  jsonFeed('/feed.json', 'getJsonFeed', 'New and corrected cards'),
  jsonFeed('/watch.json', 'getWatchFeed', 'Quotes whose state in their source has changed'),
  createRoute({
    method: 'get',
    path: '/feed.xml',
    operationId: 'getAtomFeed',
    tags: [TAGS.embedding],
    summary: 'New and corrected cards (Atom)',
    responses: {
      200: bytes('The feed.', 'application/atom+xml'),
      304: NOT_MODIFIED,
      405: bytes('The method is not GET, HEAD or OPTIONS.', 'text/plain'),
      ...WORDS,
    },
  }),
];
