/** The shared part of the kinds that quote a source. Pure. */
import { Attribution, stepLabels, stepNames, stepsOf } from '../attribution.ts';
import { attributionLine, datedCitation } from '../citation.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { endSentence } from '../prose.ts';
import { inMarks } from '../quotation-marks.ts';
import { quotedText } from '../quoted-text.ts';
import { Related, relatedLine, relatedWords } from '../related.ts';
import { DatedFact, datedWords, line } from '../source.ts';
import { Nature, natureNoun, Status, statusLine, statusWord } from '../status.ts';
import { whenLine } from '../when.ts';
import {
  Accept,
  Highlight,
  natureField,
  Place,
  QuoteContext,
  type QuotedFields,
  quotedFields,
  Support,
  Translated,
  Translation,
} from './fields.ts';
import type { DrawnText, Fault, Proposal, QuotedContent, SearchTexts } from './spec.ts';

const frozen = {
  status: frozenField(Status, { path: ['status'], label: 'Status', words: statusWord }),
  nature: frozenField(Nature.nullable(), { path: ['nature'], label: 'Nature', words: natureNoun }),
  attribution: frozenField(Attribution, {
    path: ['attribution'],
    label: 'Attribution',
    words: (steps) => stepLabels(steps).join(' → '),
  }),
  asOf: frozenField(DatedFact.nullable(), {
    path: ['asOf'],
    label: 'As of',
    words: (fact) => (fact ? datedWords(fact) : 'not known'),
  }),
  saidOn: frozenField(DatedFact.nullable(), {
    path: ['saidOn'],
    label: 'Said on',
    words: (fact) => (fact ? datedWords(fact) : 'not given'),
  }),
  place: frozenField(Place, { path: ['place'], label: 'Place' }),
  // An earlier quote may exceed the current limit.
  quote: frozenField(line(300), { path: ['quote', 'exact'], label: 'Quote', words: (exact) => inMarks(exact, 'en') }),
  highlight: frozenField(Highlight.nullable(), {
    path: ['quote', 'highlight'],
    label: 'Marked',
    words: (words) => inMarks(words ?? '', 'en'),
  }),
  context: frozenField(QuoteContext.nullable(), {
    path: ['quote', 'context'],
    label: 'Words around the quote',
    words: (context) => [context?.before, '…', context?.after].filter(Boolean).join(' '),
  }),
  support: frozenField(Support.nullable(), {
    path: ['support'],
    label: 'Further quotes',
    words: (support) => (support ?? []).map(({ quote }) => inMarks(quote.exact, 'en')).join('; '),
  }),
  related: frozenField(Related.nullable(), { path: ['related'], label: 'Related cards', words: relatedWords }),
  accept: frozenField(Accept.nullable(), {
    path: ['accept'],
    label: 'Accepted by an editor',
    words: (accepted) => accepted?.map(({ because }) => because).join(' ') ?? 'nothing',
  }),
  translated: frozenField(Translated.nullable(), {
    path: ['quote', 'translated'],
    label: 'Translation of the quote',
    words: (value) => `from ${value?.from ?? 'an unknown language'}, by ${value?.by ?? 'an unknown translator'}`,
  }),
  translation: frozenField(Translation.nullable(), {
    path: ['quote', 'translation'],
    label: 'Translation',
    words: (translation) => inMarks(translation?.text ?? '', 'en'),
  }),
} satisfies FrozenFields;

/** A kind with only a quote, a claim and an attribution. */
export const quotedKind = {
  fields: quotedFields,
  lead: (): string | null => null,
  describe: describeQuoted({ claim: false, quote: true }),
  searchable: ({ quote, support = [], attribution, place }: QuotedFields): SearchTexts => ({
    quote: [quote.exact, quote.translation?.text, ...support.map((further) => further.quote.exact)],
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

/** A kind that states a number or an action, not words. */
export const factKind = {
  ...quotedKind,
  fields: { ...quotedFields, ...natureField },
  document: {
    nature: {
      schema: Nature.nullable().meta({ description: `${Nature.description} null if the card does not state it.` }),
      of: ({ nature }: QuotedFields): Nature | null => nature ?? null,
    },
  },
};

/** Describes the card after its sentence. `lacking`: whether the sentence lacks the claim or the quote. */
export function describeQuoted(lacking: { claim: boolean; quote: boolean }) {
  return ({ card, source, evidence, speakers }: QuotedContent): string[] => [
    ...(lacking.claim ? [endSentence(card.claim)] : []),
    ...(lacking.quote ? [`Quote: ${quotedText({ card, evidence }).text}.`] : []),
    `${statusLine(card)}, ${whenLine(card)}.`,
    ...(relatedLine(card)?.split(' · ').map(endSentence) ?? []),
    `Source: ${datedCitation(source)}; ${attributionLine({ card, source, speakers })}.`,
    ...speakerRole({ card, source, speakers }),
  ];
}

/** The role of the speaker, unless the claim states it. */
function speakerRole({ card, source, speakers }: Pick<QuotedContent, 'card' | 'source' | 'speakers'>): string[] {
  const [first] = stepsOf({ card, source, speakers });
  const role = first?.speaker?.role;
  if (role === undefined || card.claim.toLowerCase().includes(role.toLowerCase())) return [];
  return [`${first?.name}: ${role}.`];
}

function quotedTexts({ attribution, quote }: QuotedFields): DrawnText[] {
  const { translated, translation } = quote;
  return [
    ...stepNames(attribution).map((text, index) => ({ path: ['attribution', index], text })),
    { path: ['quote', 'exact'], text: quote.exact },
    ...(translated?.by ? [{ path: ['quote', 'translated', 'by'], text: translated.by }] : []),
    ...(translation
      ? [
          { path: ['quote', 'translation', 'text'], text: translation.text },
          { path: ['quote', 'translation', 'by'], text: translation.by ?? '' },
        ]
      : []),
  ];
}

/** The given or highlighted words, or their translation if they are in another language. */
function markedWords({ language = 'en', quote }: QuotedFields, exact?: string): string {
  return inMarks(exact ?? quote.translation?.text ?? quote.highlight ?? quote.exact, language);
}
