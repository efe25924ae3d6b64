/** An event: what happened, and when. Pure. */
import { ReasonedDate } from '../source.ts';
import { factKind } from './quoted.ts';
import type { QuotedSpec } from './spec.ts';

export const event = {
  ...factKind,
  /** The picture begins with the date, so the date is required. */
  fields: { ...factKind.fields, asOf: ReasonedDate.meta({ description: 'When it happened.' }) },
  proposal: { ...factKind.proposal, claim: 'what happened, in your own words', asOf: 'when it happened' },
} satisfies QuotedSpec;
