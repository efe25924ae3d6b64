/** /mcp: the Model Context Protocol over stateless streamable HTTP. The server is loaded on the first call. */
import { Hono } from 'hono';
import { CACHE_POLICY } from '../caching.ts';
import type { CardContext, Env } from '../context.ts';
import { answerProblem, MCP_PATH } from '../errors.tsx';
import { mayCall } from '../images/metering.ts';

/** A call is a question of a few lines. */
const MAX_BODY_BYTES = 64 * 1024;

export const mcp = new Hono<Env>().post(MCP_PATH, async (c) => {
  if (!isAllowed(c)) return answerProblem(c, { type: 'origin-not-allowed' });
  if (!(await mayCall(c))) return answerProblem(c, { type: 'too-many-calls' });
  const { createMcpHandler, serverOf } = await import('./server.ts');
  const { fetch } = createMcpHandler(() => serverOf(c), {
    maxRequestBodySize: MAX_BODY_BYTES,
    // Nothing changes while a client is connected.
    maxSubscriptions: 0,
    keepAliveMs: 0,
  });
  const response = await fetch(c.req.raw);
  const headers = new Headers(response.headers);
  headers.set('Cache-Control', CACHE_POLICY.never);
  return new Response(response.body, { status: response.status, headers });
});

/**
 * Whether a page of this origin may call. All data is public and no call changes anything, so every site may; but the preview
 * on a developer's machine accepts only origins on that machine, as the specification requires against DNS rebinding.
 */
function isAllowed(c: CardContext): boolean {
  const origin = c.req.header('Origin');
  if (origin === undefined) return true;
  if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol)) return false;
  return !c.var.isPreview || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(origin).hostname);
}
