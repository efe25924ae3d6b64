/** The table of kinds. To add a kind, add a file here, a line below, and a layout in render/layouts/. */
import { claim } from './claim.ts';
import { comparison } from './comparison.ts';
import { event } from './event.ts';
import { figure } from './figure.ts';
import { quote } from './quote.ts';
import type { KindSpec, QuotedSpec } from './spec.ts';

/** The kinds that quote a source. Their cards are in the file of their source. */
export const QUOTED_KINDS = { figure, quote, claim, event } satisfies Record<string, QuotedSpec>;

/** The kinds that compare other cards. Their cards are in comparisons.yaml. */
export const COMPARED_KINDS = { comparison } satisfies Record<string, KindSpec<{ card: object }>>;
