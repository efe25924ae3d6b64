/** The script of the web component <fact-card>, which other sites load. */
import { Hono } from 'hono';
import type { Env } from '../context.ts';
import { factCardScript } from '../script-text.ts';

export const factCard = new Hono<Env>().get('/fact-card.js', (c) =>
  c.body(factCardScript, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }),
);
