/** A claim: a statement in our own words, and the words that it rests on. Pure. */
import { quotedKind } from './quoted.ts';
import type { QuotedSpec } from './spec.ts';

export const claim = quotedKind satisfies QuotedSpec;
