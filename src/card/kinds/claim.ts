/** A claim: a statement in our own words, and the words that it rests on. Pure. */
import { factKind } from './quoted.ts';
import type { QuotedSpec } from './spec.ts';

export const claim = factKind satisfies QuotedSpec;
