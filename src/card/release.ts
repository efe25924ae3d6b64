/**
 * Releases: every revision of every card that was ever published, as lines of JSON. A file of them only grows, so a
 * revision can be served permanently, and nothing that was published can vanish unnoticed. Schema and types. Pure.
 */
import { z } from 'zod';
import { ComparisonCard, QuotedCard } from './card.ts';
import { Day } from './date.ts';
import { Outcome } from './evidence/checks/findings.ts';
import { BlockType } from './evidence/place.ts';
import { Source } from './source.ts';
import { Speaker } from './speaker.ts';

const Revision = z.string().regex(/^[0-9a-f]{8}$/);

const Evidence = z.strictObject({
  match: z.enum(['exact', 'normalised']),
  checkedAt: Day,
  snapshot: z.string(),
  standing: z.string().nullable(),
  beginsSentence: z.boolean().optional(),
  endsSentence: z.boolean().optional(),
  block: BlockType.nullable().optional(),
  checks: z.array(Outcome).optional(),
});

/** A source as it was: written once for all the cards that were published with it. */
const SourceLine = z.strictObject({ type: z.literal('source'), revision: Revision, source: Source });

const published = { revision: Revision, released: Day, updated: Day };

const CardLine = z.strictObject({
  type: z.literal('card'),
  ...published,
  /** The revision of its source's line. */
  source: Revision,
  evidence: Evidence.nullable(),
  speakers: z.array(Speaker).optional(),
  /** Of each further quote, the revision of its source's line. */
  support: z.array(z.strictObject({ source: Revision, evidence: Evidence.nullable() })).optional(),
  card: QuotedCard,
});

const ComparisonLine = z.strictObject({
  type: z.literal('comparison'),
  ...published,
  /** The revision of each row's card, in their order. */
  rows: z.array(Revision),
  card: ComparisonCard,
});

export const ReleaseLine = z.discriminatedUnion('type', [SourceLine, CardLine, ComparisonLine]);
export type ReleaseLine = z.infer<typeof ReleaseLine>;
export type ReleasedCard = Exclude<ReleaseLine, { type: 'source' }>;
