/** The documents of the service: topics, health, and problems (RFC 9457). */
import { z } from '@hono/zod-openapi';
import type { Problem } from '../../../card/problem.ts';

const count = z.int().min(0);

export const Index = z
  .strictObject({
    name: z.string().openapi({ description: 'The name of the site.' }),
    version: z.string(),
    links: z
      .strictObject({
        cards: z.url(),
        sources: z.url(),
        speakers: z.url(),
        topics: z.url(),
        corrections: z.url(),
        watch: z.url(),
        openapi: z.url().openapi({ description: 'The description of all operations, for programs.' }),
        docs: z.url().openapi({ description: 'The description of all operations, for people.' }),
        mcp: z.url().openapi({ description: 'The same for language models (Model Context Protocol, POST).' }),
        health: z.url(),
      })
      .openapi({ description: 'Where each list is.' }),
    report: z.url().nullable().openapi({ description: 'Where to report an error; null if there is no such address.' }),
  })
  .openapi('Index');

export const TopicList = z
  .strictObject({
    topics: z.array(
      z
        .strictObject({
          slug: z.string().openapi({ description: 'The name in URLs and in the parameter topic.' }),
          name: z.string(),
          count: count.openapi({ description: 'The number of cards with the topic.' }),
        })
        .openapi('Topic'),
    ),
    total: count,
  })
  .openapi('TopicList');

export const Health = z
  .strictObject({
    status: z.enum(['ok', 'failing']),
    version: z.string(),
    code: z.string().openapi({ description: 'The revision of the code.' }),
    catalog: z.string().openapi({ description: 'The revision of the catalogue.' }),
    cards: count,
    sources: count,
    drawing: z.enum(['ok', 'failed']).openapi({
      description: 'The result of a test render. A successful result is valid for a minute.',
    }),
  })
  .openapi('Health');
export type Health = z.infer<typeof Health>;

/** All problem codes. The type check ensures that the list is complete. */
const CODES = Object.keys({
  'address-not-found': true,
  'bad-parameter': true,
  'card-damaged': true,
  'card-not-found': true,
  'catalog-unavailable': true,
  'drawing-failed': true,
  'format-not-implemented': true,
  'internal-error': true,
  'method-not-allowed': true,
  'origin-not-allowed': true,
  'revision-not-found': true,
  'size-not-found': true,
  'source-not-found': true,
  'speaker-not-found': true,
  'too-many-calls': true,
  'too-many-drawings': true,
  'topic-not-found': true,
} satisfies Record<Problem['type'], true>) as Problem['type'][];

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export const ProblemDocument = z
  .strictObject({
    type: z.literal('about:blank').openapi({ description: 'Always about:blank; see code.' }),
    title: z.string().openapi({ description: 'A short description of the problem.' }),
    status: z.int().min(400).max(599).openapi({ description: 'The status of the response.' }),
    detail: z.string().openapi({ description: 'The problem and how to fix it, for people.' }),
    code: z.enum(CODES).openapi({ description: 'The problem, for programs.' }),
    parameter: z.string().nullable().openapi({ description: 'The invalid parameter; null if there is none.' }),
  })
  .openapi('Problem', { description: 'Problem details (RFC 9457).' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;
