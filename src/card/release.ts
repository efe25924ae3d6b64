/**
 * Releases: every published revision of every card, as lines of JSON. Release files are append-only, so that every revision
 * can be served permanently and none can be lost unnoticed. Schema and types. Pure.
 */
import { z } from 'zod';
import { ComparisonCard, QuotedCard } from './card.ts';
import { Day } from './date.ts';
import { Outcome } from './evidence/checks/findings.ts';
import { BlockType } from './evidence/place.ts';
import { Source } from './source.ts';
import { Speaker } from './speaker.ts';
import { Timeline } from './timeline.ts';

const Revision = z.string().regex(/^[0-9a-f]{8}$/);

const Evidence = z.strictObject({
  match: z.enum(['exact', 'normalised']),
  checkedAt: Day,
  snapshot: z.string(),
  pageText: z.string().nullable(),
  beginsSentence: z.boolean().optional(),
  endsSentence: z.boolean().optional(),
  block: BlockType.nullable().optional(),
  checks: z.array(Outcome).optional(),
});

/** A source at the time of the release, written once for all cards that were released with it. */
const SourceLine = z.strictObject({ type: z.literal('source'), revision: Revision, source: Source });

const published = { revision: Revision, released: Day, updated: Day };

const CardLine = z.strictObject({
  type: z.literal('card'),
  ...published,
  /** The revision of the source line. */
  source: Revision,
  evidence: Evidence.nullable(),
  speakers: z.array(Speaker).optional(),
  /** For each further quote, the revision of its source line. */
  support: z.array(z.strictObject({ source: Revision, evidence: Evidence.nullable() })).optional(),
  timeline: Timeline.optional(),
  card: QuotedCard,
});

const ComparisonLine = z.strictObject({
  type: z.literal('comparison'),
  ...published,
  /** The revisions of the rows' cards, in order. */
  rows: z.array(Revision),
  card: ComparisonCard,
});

export const ReleaseLine = z.discriminatedUnion('type', [SourceLine, CardLine, ComparisonLine]);
export type ReleaseLine = z.infer<typeof ReleaseLine>;
export type ReleasedCard = Exclude<ReleaseLine, { type: 'source' }>;
