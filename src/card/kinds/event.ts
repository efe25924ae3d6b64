/** An event: what happened, and when. Pure. */
import { ReasonedDate } from '../source.ts';
import { quotedFields } from './fields.ts';
import { quotedKind } from './quoted.ts';
import type { QuotedSpec } from './spec.ts';

export const event = {
  ...quotedKind,
  /** The picture leads with the date, so it has to be known. */
  fields: { ...quotedFields, asOf: ReasonedDate },
  proposal: { ...quotedKind.proposal, claim: 'what happened, in your own words', asOf: 'when it happened' },
} satisfies QuotedSpec;
