/** A claim: a statement in our own words, supported by a quote. Pure. */
import { factKind } from './quoted.ts';
import type { QuotedSpec } from './spec.ts';

export const claim = factKind satisfies QuotedSpec;
