/** The document of an error: problem details (RFC 9457). */
import { z } from '@hono/zod-openapi';
import type { Problem } from '../../domain/problem.ts';

/** Every problem that there is: the compiler asks for all of them, and for no other. */
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
  'revision-not-found': true,
  'size-not-found': true,
  'source-not-found': true,
  'too-many-drawings': true,
  'topic-not-found': true,
} satisfies Record<Problem['type'], true>) as Problem['type'][];

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export const ProblemDocument = z
  .strictObject({
    type: z.literal('about:blank').openapi({ description: 'What went wrong is told by code.' }),
    title: z.string().openapi({ description: 'What went wrong, in a few words.' }),
    status: z.int().min(400).max(599).openapi({ description: 'The status of the answer.' }),
    detail: z.string().openapi({ description: 'What went wrong and what to do, for people.' }),
    code: z.enum(CODES).openapi({ description: 'What went wrong, for programs.' }),
    parameter: z.string().nullable().openapi({ description: 'The parameter at fault; null where none is.' }),
  })
  .openapi('Problem', { description: 'Problem details (RFC 9457).' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;
