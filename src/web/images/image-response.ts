/** The headers of a picture, which any site may embed. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CardContext } from '../context.ts';
import { FORMS, type ImageForm } from '../forms.ts';

export function imageResponse(
  c: CardContext,
  bytes: Uint8Array,
  format: ImageForm,
  status: ContentfulStatusCode = 200,
): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, status, {
    'Content-Type': FORMS[format].mediaType,
    'Content-Length': String(bytes.length),
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    // An SVG opened by itself is a document: let it run nothing and load nothing.
    ...(format === 'svg'
      ? { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }
      : {}),
  });
}
