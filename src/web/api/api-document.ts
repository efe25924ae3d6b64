/** The API's document (OpenAPI 3.1): generated from the routes and their schemas, with the catalogue's own cards as examples. */

import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import packageJson from '../../../package.json';
import type { Site } from '../../card/site.ts';
import { MAIN_VARIANT, SIZES, VARIANT_NAMES, type VariantName } from '../../render/variant.ts';
import type { CardContext } from '../context.ts';
import { type CardForm, FORM_NAMES, FORMS, type ImageForm, isImageForm } from '../forms.ts';
import { api, createApi } from './api.ts';
import { addExamples } from './examples.ts';
import type { ApiDocument } from './routes.ts';
import { FAILURES, getCardFile, getOpenApi, NOT_FOUND, NOT_MODIFIED, TAGS } from './routes.ts';
import { CslItems } from './schemas/card.ts';
import { CardAddress } from './schemas/parameters.ts';

const DESCRIPTION = `${packageJson.description}. Every address is read with GET (or HEAD), from any site, without a key.

Absent values are null, never left out. All addresses are absolute. An error is problem details (RFC 9457) that name the
parameter at fault. Send an ETag back as If-None-Match, and what has not changed is answered 304, without a body.`;

const TAG_DESCRIPTIONS: Record<keyof typeof TAGS, string> = {
  cards: 'Facts as data.',
  sources: 'Where the facts come from, and what they are about.',
  pictures: 'Cards as pictures, to be embedded by their address.',
  embedding: 'For programs that show cards elsewhere.',
  service: 'The service itself.',
};

/** Describes the API at the address that the request came to. */
export async function describeApi({ var: { store, links, site } }: CardContext): Promise<ApiDocument> {
  const described = createApi().route('/', api);
  for (const route of [getCardFile, getOpenApi, ...DESCRIBED_ROUTES]) described.openAPIRegistry.registerPath(route);
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
  await addExamples(document, store, links);
  return document;
}

/** Where readers report errors, as the document has it: an e-mail address or a page. */
function contactOf({ name, report }: Site) {
  if (report === null) return {};
  const address = report.startsWith('mailto:') ? { email: report.slice('mailto:'.length) } : { url: report };
  return { contact: { name, ...address } };
}

/** Answers whose bytes no schema describes. */
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
    description: 'Any ?v=… is ignored: it only renews the caches of others. Errors are drawn, too.',
    request: { params },
    responses: {
      200: bytes('The picture.', mediaType),
      304: NOT_MODIFIED,
      404: bytes('A picture that says what is not there.', mediaType),
      429: bytes('A picture that says that too many were asked for that had to be drawn.', mediaType),
      500: bytes('A picture that says that the fault is ours.', mediaType),
      503: bytes('A picture that says that the card cannot be drawn, or the catalogue read, just now.', mediaType),
    },
  });
}

const variant = z
  .enum(VARIANT_NAMES as [VariantName, ...VariantName[]])
  .openapi({ description: 'The size; with -dark behind it, in the dark theme.' });
const PictureAddress = CardAddress.extend({ variant });

const pixels = z.int().min(1);
const EmbedParameters = z.object({
  url: z.url().openapi({ description: "The address of a card's page, or of the card in any other form." }),
  format: z.enum(['json', 'xml']).default('json'),
  maxwidth: pixels.optional().openapi({ description: 'The room that there is, in px.' }),
  maxheight: pixels.optional().openapi({ description: 'The room that there is, in px.' }),
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
    description: 'An oEmbed response; as oEmbed has it, a thumbnail that there is not is left out.',
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

/** Errors of an address that returns text. */
const WORDS = {
  500: bytes('An error of the server, as text.', 'text/plain'),
  503: bytes('The catalogue cannot be read at the moment, as text.', 'text/plain'),
};

/** The routes of a form of a card. Its JSON is a route of the API itself. */
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
        : { 404: bytes('What was not found, as text.', 'text/plain'), ...WORDS }),
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
    summary: 'To the passage in the source',
    description: "Where the source has no known address, to the card's place in our record of it.",
    request: { params: CardAddress },
    responses: {
      302: {
        description: 'The passage is at the address in Location.',
        headers: { Location: { description: 'An address with a text fragment.', schema: { type: 'string' } } },
      },
      404: bytes('A page that says that no card has this id.', 'text/html'),
      500: bytes('A page that says that the fault is ours.', 'text/html'),
      503: bytes('A page that says that the catalogue cannot be read just now.', 'text/html'),
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
      404: { ...FAILURES[400], description: 'The address is not that of a card here.' },
      501: { ...FAILURES[400], description: 'There is no such format.' },
      ...FAILURES,
    },
  }),
  jsonFeed('/feed.json', 'getJsonFeed', 'Cards as they are added and corrected'),
  jsonFeed('/watch.json', 'getWatchFeed', 'Quotes whose state in their source changed'),
  createRoute({
    method: 'get',
    path: '/feed.xml',
    operationId: 'getAtomFeed',
    tags: [TAGS.embedding],
    summary: 'Cards as they are added and corrected (Atom)',
    responses: {
      200: bytes('The feed.', 'application/atom+xml'),
      304: NOT_MODIFIED,
      405: bytes('The answer to every method but GET, HEAD and OPTIONS.', 'text/plain'),
      ...WORDS,
    },
  }),
];
