/** The typed client of the API. It contains no code of the Worker. */
import { hc } from 'hono/client';
import type { api } from './web/api/api.ts';
import type { CardDocument, SourceDocument } from './web/api/schemas/card.ts';
import type { ProblemDocument } from './web/api/schemas/service.ts';

export type Api = typeof api;
export type Card = CardDocument;
export type Source = SourceDocument;
export type ApiProblem = ProblemDocument;

/**
 * Creates a client of the API at `origin`. `fetch`: replaces the global `fetch`.
 *
 * @example const response = await createClient('https://cards.example.org').api.cards.$get({ query: { topic: 'belarus' }
 * }); if (response.status === 200) for (const card of (await response.json()).cards) if (card.kind === 'figure')
 * console.log(card.figure.max);
 */
export function createClient(origin: string, options: { fetch?: typeof fetch } = {}) {
  return hc<Api>(origin, options);
}
