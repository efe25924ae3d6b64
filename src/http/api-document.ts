/** The API's document (OpenAPI 3.1): generated from the routes and their schemas, with the catalogue's own cards as examples. */
import packageJson from '../../package.json';
import { api, createApi } from './api.ts';
import { getCardFile, getOpenApi, TAGS } from './api-routes.ts';
import type { CardContext } from './context.ts';
import { DESCRIBED_ROUTES } from './described-routes.ts';
import { addExamples } from './examples.ts';
import type { ApiDocument } from './openapi.ts';

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
export function describeApi({ var: { catalog, links } }: CardContext): ApiDocument {
  const described = createApi().route('/', api);
  for (const route of [getCardFile, getOpenApi, ...DESCRIBED_ROUTES]) described.openAPIRegistry.registerPath(route);
  const document = described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Sourced fact cards',
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
  addExamples(document, catalog, links);
  return document;
}
