/** The least that a Worker with Hono can answer: what our answers are compared with. */
import { Hono } from 'hono';

export default new Hono().get('/', (c) => c.text('hello'));
