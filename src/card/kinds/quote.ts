/** A quote: the words of a speaker. Pure. */
import { quotedKind } from './quoted.ts';
import type { QuotedSpec } from './spec.ts';

export const quote = {
  ...quotedKind,
  quotesSpeaker: true,
  proposal: { ...quotedKind.proposal, claim: 'who speaks, and on what, in your own words' },
} satisfies QuotedSpec;
