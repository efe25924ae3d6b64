/** The default headers of responses, besides those of caches. */

/** The security headers of responses that are not pages: nothing runs and nothing loads. */
export const INERT = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };

/** Other sites receive only the origin, so a source can count readers from cards but not see the page. */
export const COMMON = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin' };

/** Allows CORS for every response, including errors. */
export const OPEN_TO_ALL_SITES = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link' };

/** All default headers of data. */
export const DATA_HEADERS = { ...COMMON, ...INERT, ...OPEN_TO_ALL_SITES };
