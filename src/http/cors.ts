/** Lets the scripts of every site read what is here: all of it is public, and no answer depends on who asks. */
import type { MiddlewareHandler } from 'hono';
import { READING_METHODS } from './errors.tsx';
import { setHeaders } from './set-headers.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Opens every answer, errors included, and answers the question that a browser asks before a request. */
export const openToAllSites: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    const methods = READING_METHODS.join(', ');
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
