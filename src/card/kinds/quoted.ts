/** What the kinds that quote a source share. Pure. */
import { Attribution, stepLabels, stepNames } from '../attribution.ts';
import { attributionLine, datedCitation } from '../citation.ts';
import { formatDate } from '../date.ts';
import { quotationMarks } from '../evidence/highlight.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { endSentence } from '../prose.ts';
import { quotedText } from '../quoted-text.ts';
import { DatedFact, datedWords, line } from '../source.ts';
import {
  Accept,
  Highlight,
  Place,
  QuoteContext,
  type QuotedFields,
  quotedFields,
  Status,
  statusWord,
  Translated,
} from './fields.ts';
import type { Compared, DrawnText, Fault, Proposal, QuotedContent, SearchTexts } from './spec.ts';

const frozen = {
  status: frozenField(Status, { path: ['status'], label: 'Status', words: statusWord }),
  attribution: frozenField(Attribution, {
    path: ['attribution'],
    label: 'Who says so',
    words: (steps) => stepLabels(steps).join(' → '),
  }),
  asOf: frozenField(DatedFact.nullable(), {
    path: ['asOf'],
    label: 'As of',
    words: (fact) => (fact ? datedWords(fact) : 'not known'),
  }),
  place: frozenField(Place, { path: ['place'], label: 'Place' }),
  // An earlier quote may be longer than what may be quoted now.
  quote: frozenField(line(300), { path: ['quote', 'exact'], words: (exact) => `“${exact}”` }),
  highlight: frozenField(Highlight.nullable(), {
    path: ['quote', 'highlight'],
    label: 'Marked',
    words: (words) => `“${words}”`,
  }),
  context: frozenField(QuoteContext.nullable(), {
    path: ['quote', 'context'],
    label: 'Words around the quote',
    words: (context) => [context?.before, '…', context?.after].filter(Boolean).join(' '),
  }),
  accept: frozenField(Accept.nullable(), {
    path: ['accept'],
    label: 'Accepted by an editor',
    words: (accepted) => accepted?.map(({ because }) => because).join(' ') ?? 'nothing',
  }),
  translated: frozenField(Translated.nullable(), {
    path: ['quote', 'translated'],
    label: 'Translation of the quote',
    words: (value) => `from ${value?.from ?? 'a language not said'}, by ${value?.by ?? 'somebody not said'}`,
  }),
} satisfies FrozenFields;

/** A kind that adds nothing to a quote, its claim and who says so. */
export const quotedKind = {
  fields: quotedFields,
  lead: (): string | null => null,
  describe: describeQuoted({ claim: false, quote: true }),
  searchable: ({ quote, attribution, place }: QuotedFields): SearchTexts => ({
    quote: [quote.exact],
    speaker: stepNames(attribution),
    place: [place],
  }),
  drawn: quotedTexts,
  frozen,
  document: {},
  says: ({ card }: { card: QuotedFields }): [string, string?] => [card.claim],
  compared: markedWords,
  quotesSpeaker: false,
  check: (): Fault[] => [],
  proposal: {
    claim: 'the fact in your own words',
    asOf: 'the date it is about',
    fields: () => [],
    highlight: () => undefined,
  } satisfies Proposal,
};

/** How the statement is to be taken, and where it is from; before that the claim or the quote, where the sentence lacks them. */
export function describeQuoted(lacking: { claim: boolean; quote: boolean }) {
  return ({ card, source, evidence, speakers }: QuotedContent): string[] => [
    ...(lacking.claim ? [endSentence(card.claim)] : []),
    ...(lacking.quote ? [`Quote: ${quotedText({ card, evidence }).text}.`] : []),
    `${statusWord(card.status)}, ${asOfText(card.asOf)}.`,
    `Source: ${datedCitation(source)}; ${attributionLine({ card, source, speakers })}.`,
  ];
}

function asOfText(asOf: DatedFact | null): string {
  if (asOf === null) return 'date not known';
  return `as of ${formatDate(asOf.date, 'day')}${asOf.basis === 'inferred' ? ' (inferred)' : ''}`;
}

function quotedTexts({ attribution, quote }: QuotedFields): DrawnText[] {
  const { translated } = quote;
  return [
    ...stepNames(attribution).map((text, index) => ({ path: ['attribution', index], text })),
    { path: ['quote', 'exact'], text: quote.exact },
    ...(translated?.by ? [{ path: ['quote', 'translated', 'by'], text: translated.by }] : []),
  ];
}

/** The words of the source that the card marks. */
function markedWords({ language = 'en', quote }: QuotedFields): Compared {
  const [open, close] = quotationMarks(language);
  return { text: `${open}${quote.highlight ?? quote.exact}${close}`, measure: null };
}
