/** A quote: the words of a speaker. Pure. */
import { stepNames } from '../attribution.ts';
import { quotedText } from '../quoted-text.ts';
import type { QuotedFields } from './fields.ts';
import { describeQuoted, quotedKind } from './quoted.ts';
import type { QuotedContent, QuotedSpec } from './spec.ts';

export const quote = {
  ...quotedKind,
  lead: ({ attribution }: QuotedFields): string | null => stepNames(attribution)[0] ?? null,
  describe: describeQuoted({ claim: true, quote: false }),
  says,
  quotesSpeaker: true,
  proposal: {
    ...quotedKind.proposal,
    claim: 'what the words are about, in your own words: "On the …". The speaker is before it',
  },
} satisfies QuotedSpec;

/** The quoted words. The short form has only the highlighted ones. */
function says({ card, evidence }: Pick<QuotedContent, 'card' | 'evidence'>): [string, string?] {
  return [quotedText({ card, evidence }).text, markedText(card)];
}

function markedText({ language, quote: { exact, highlight = exact } }: QuotedFields): string {
  const at = exact.indexOf(highlight);
  const evidence = { beginsSentence: at <= 0, endsSentence: at + highlight.length >= exact.length };
  return quotedText({ card: { language, quote: { exact: highlight } }, evidence }).text;
}
