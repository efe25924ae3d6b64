/** The least that a Worker with Hono can answer: what our answers are compared with. */
import { Hono } from 'hono';

/** A long text, which is answered as bytes. */
type Bindings = { LONG: string };

let long: Uint8Array<ArrayBuffer>;

export default new Hono<{ Bindings: Bindings }>()
  .get('/', (c) => c.text('hello'))
  .get('/long', (c) => {
    long ??= Uint8Array.from(new TextEncoder().encode(c.env.LONG));
    return c.body(long);
  });
