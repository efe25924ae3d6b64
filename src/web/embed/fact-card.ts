/** The script of the web component <fact-card>, which other sites load. */
import { Hono } from 'hono';
import source from '../../../assets/scripts/fact-card.js';
import type { Env } from '../context.ts';

/** The script without its comments and indents. Its texts contain neither. */
export const served = source
  .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  .replace(/\s*\n\s*/g, '\n')
  .trim();

export const factCard = new Hono<Env>().get('/fact-card.js', (c) =>
  c.body(served, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }),
);
