/**
 * Specimens: invented cards of every kind, with texts that are hard to lay out, and with histories. The preview shows them
 * at /specimens. They are never part of a deployed Worker.
 */

import type { ComparisonCard, QuotedCard } from '../card/card.ts';
import type { Kind } from '../card/kind.ts';
import type { Evidence } from '../card/record.ts';
import type { Source } from '../card/source.ts';
import type { Timeline } from '../card/timeline.ts';
import type { CompiledCard, CompiledCatalog } from '../catalog/compile.ts';
import { SIZE_NAMES } from '../render/variant.ts';

const SNAPSHOT = { sha256: '0'.repeat(64), accessed: '2026-11-21' };

const daily: Source = {
  id: 'daily-example',
  publisher: 'Daily Example',
  title: 'An invented article',
  authors: ['Ann Author'],
  published: { date: '2023-11-02', basis: 'stated' },
  url: 'https://daily.example/article',
  language: 'en',
  snapshot: SNAPSHOT,
};

const translated: Source = {
  ...daily,
  id: 'zeitung-translated',
  publisher: 'reprints.example',
  title: null,
  published: { date: '2023-06-27/2023-07-01', basis: 'inferred', reason: 'Between two weekdays that the text names' },
  translated: { from: 'de', publisher: 'Beispielzeitung', url: null },
};

const zeitung: Source = { ...daily, id: 'zeitung', publisher: 'Beispielzeitung', title: 'Der Hafen', language: 'de' };

const base = {
  topics: ['Harbours', 'Trade'],
  status: 'reported',
  attribution: ['Daily Example'],
  asOf: { date: '2023-11', basis: 'inferred', reason: 'The article speaks in the present tense' },
} as const satisfies Partial<QuotedCard>;

const figure: QuotedCard = {
  ...structuredClone(base),
  id: 'figure',
  kind: 'figure',
  nature: 'capacity',
  figure: { text: 'up to 1,200', max: 1200, unit: 'ships' },
  claim: 'Ships that the harbour can reportedly take in a year, once its second basin is open',
  quote: { exact: 'the harbour will reportedly take up to 1,200 ships a year', highlight: 'up to 1,200 ships' },
};

const share: QuotedCard = {
  ...structuredClone(figure),
  id: 'share',
  nature: 'estimate',
  status: 'assessed',
  figure: { text: '60–70%', min: 60, max: 70, unit: 'of harbour pilots' },
  claim: 'The share who expect delays while the second basin is built, according to their union',
  attribution: ['Pilots’ union', 'Daily Example'],
  quote: { exact: '60 to 70 percent of us expect delays', highlight: '60 to 70 percent of us' },
};

const quote: QuotedCard = {
  ...structuredClone(base),
  id: 'quote',
  kind: 'quote',
  status: 'stated',
  claim: 'Harbour master Eva Muster on the second basin',
  attribution: ['Eva Muster', 'Radio Example', 'Daily Example'],
  quote: {
    exact: 'We have waited twenty years for this. Nobody will wait another one',
    highlight: 'waited twenty years',
  },
};

const claim: QuotedCard = {
  ...structuredClone(base),
  id: 'claim',
  kind: 'claim',
  status: 'claimed',
  claim: 'The second basin would not raise the water level of the old town, the builders say',
  attribution: ['The builders', 'Beispielzeitung', { name: 'reprints.example', as: 'translated' }],
  quote: { exact: 'will not raise the level of the water in the old town', highlight: 'will not raise the level' },
};

const event: QuotedCard = {
  ...structuredClone(base),
  id: 'event',
  kind: 'event',
  claim: 'The town council voted to build the second basin of the harbour',
  asOf: { date: '2023-10-12', basis: 'stated' },
  quote: { exact: 'the council voted on Thursday to build the second basin', highlight: 'voted on Thursday' },
};

const second: QuotedCard = {
  ...structuredClone(figure),
  id: 'figure-second',
  nature: 'count',
  figure: { text: '430', value: 430, unit: 'ships' },
  claim: 'Ships that the harbour took in 2022',
  status: 'stated',
  attribution: ['The harbour office', 'Daily Example'],
  asOf: { date: '2022', basis: 'stated' },
  quote: { exact: 'it took 430 ships in 2022', highlight: '430 ships' },
};

const third: QuotedCard = {
  ...structuredClone(second),
  id: 'figure-third',
  figure: { text: '1,180', value: 1180, unit: 'ships' },
  claim: 'Ships that the harbour took in 2023 until October',
  asOf: { date: '2023-01/2023-10', basis: 'stated' },
  quote: { exact: 'already 1,180 ships until October', highlight: '1,180 ships' },
};

const comparison: ComparisonCard = {
  id: 'comparison',
  kind: 'comparison',
  topics: ['Harbours', 'Trade'],
  claim: 'How many ships did the harbour take?',
  rows: [
    { card: 'figure-second', label: 'The whole of 2022', measure: 'Ships in the harbour' },
    { card: 'figure-third', label: '2023 until October', measure: 'Ships in the harbour' },
  ],
  note: 'Both are counts of the harbour office, but one is of a whole year and the other of ten months.',
};

/** A card of each kind. */
const OF_KIND: Record<Kind, QuotedCard | ComparisonCard> = { figure, quote, claim, event, comparison };

const mixed: ComparisonCard = {
  ...comparison,
  id: 'comparison-mixed',
  claim: 'What is said of the second basin',
  note: 'A count of one year, a capacity that depends on a basin which is not built yet, and two opinions.',
  rows: [
    { card: 'figure-second', label: 'Counted in 2022', measure: 'Ships in a year, or room for them' },
    { card: 'figure', label: 'What it could take', measure: 'Ships in a year, or room for them' },
    { card: 'claim', label: 'The old town (the builders)' },
    { card: 'quote', label: 'The harbour master', mark: 'twenty years' },
  ],
};

const words = 'ordinary words of any length stand here one after another until nothing more goes in ';
const longest: QuotedCard = {
  ...structuredClone(claim),
  id: 'longest',
  topics: ['A topic with a rather long name, really', 'Another one'],
  claim: words.repeat(2).slice(0, 139).trim(),
  attribution: [
    'Somebody with a long name',
    'Another outlet',
    'Beispielzeitung',
    { name: 'reprints.example', as: 'translated' },
  ],
  asOf: { date: '2023-06-24/2023-07-01', basis: 'inferred', reason: 'Between two days that the text names' },
  quote: {
    exact: words.repeat(2).trim().split(' ').slice(0, 25).join(' '),
    highlight: 'one after another until nothing more goes in',
  },
};

const letters: QuotedCard = {
  ...structuredClone(quote),
  id: 'letters',
  topics: ['Żółć', 'Łódź'],
  claim: 'Лукашенко, Ціханоўская, Зеленський, Ľ, Ş, Ω and Ελλάδα stand where they should',
  attribution: ['Святлана Ціханоўская', 'Наша Ніва'],
  language: 'be',
  quote: { exact: 'Ніхто не хоча ваяваць, сказала Ціханоўская — Ψ, Ğ, ő, ț', highlight: 'Ніхто не хоча ваяваць' },
};

const address: QuotedCard = {
  ...structuredClone(claim),
  id: 'address',
  claim: `See https://daily.example/a-very-long-address/that-does-not-end/${'x'.repeat(40)}`,
  quote: {
    exact: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    highlight: 'Hauptbetriebswerk'.toLowerCase(),
  },
};

const shortest: QuotedCard = {
  ...structuredClone(figure),
  id: 'shortest',
  nature: 'count',
  figure: { text: '1', value: 1, unit: 'ship' },
  claim: 'One ship',
  asOf: null,
  topics: ['A'],
  quote: { exact: '1 ship', highlight: '1' },
};

const disputed: QuotedCard = {
  ...structuredClone(claim),
  id: 'disputed',
  related: [
    { type: 'contradicts', card: 'quote' },
    { type: 'same-remark', card: 'claim' },
  ],
};

const foreign: QuotedCard = {
  ...structuredClone(quote),
  id: 'foreign',
  claim: 'Harbour master Eva Muster on the second basin',
  attribution: ['Eva Muster', 'Beispielzeitung'],
  saidOn: { date: '2023-06-27', basis: 'inferred', reason: 'The last Tuesday before the article' },
  quote: {
    exact: 'Zwanzig Jahre haben wir darauf gewartet',
    highlight: 'Zwanzig Jahre',
    translation: { text: 'We have waited twenty years for this', by: 'Ann Author', machine: false },
  },
};

const foreignFigure: QuotedCard = {
  ...structuredClone(figure),
  id: 'foreign-figure',
  attribution: ['Beispielzeitung'],
  quote: {
    exact: 'der Hafen wird dem Vernehmen nach bis zu 1.200 Schiffe im Jahr aufnehmen',
    highlight: 'bis zu 1.200 Schiffe',
    translation: { text: 'the harbour will reportedly take up to 1,200 ships a year', by: null, machine: true },
  },
};

const corrected: QuotedCard = {
  ...structuredClone(figure),
  id: 'corrected',
  history: [
    {
      type: 'corrected',
      date: '2026-12-03',
      reason: 'The article was misread: it gives the number of places, not of ships',
      earlier: { claim: 'Ships that lie in the harbour every day', figure: 'more than 3,000 ships' },
    },
  ],
};

const superseded: QuotedCard = {
  ...structuredClone(claim),
  id: 'superseded',
  history: [{ type: 'superseded', date: '2026-12-10', reason: 'The builders have published newer plans', by: 'event' }],
};

const retracted: QuotedCard = {
  ...structuredClone(figure),
  id: 'retracted',
  history: [
    {
      type: 'retracted',
      date: '2026-12-20',
      reason: 'The newspaper has withdrawn the article: the figure was invented, and nobody stands by it',
    },
  ],
};

const quoted: [QuotedCard, Source][] = [
  [figure, daily],
  [share, daily],
  [quote, daily],
  [claim, translated],
  [event, daily],
  [second, daily],
  [third, daily],
  [longest, translated],
  [letters, daily],
  [address, daily],
  [shortest, daily],
  [disputed, translated],
  [foreign, zeitung],
  [foreignFigure, zeitung],
  [corrected, daily],
  [superseded, translated],
  [retracted, daily],
];

/** The specimens whose quote ends inside its sentence. In the others, a capital shows that the quote begins one. */
const CUT = new Set(['claim', 'longest', 'figure-third', 'letters']);

function evidenceOf({ id, quote: { exact } }: QuotedCard): Evidence {
  const { sha256: snapshot, accessed: checkedAt } = SNAPSHOT;
  const ends = { beginsSentence: /^\p{Lu}/u.test(exact), endsSentence: !CUT.has(id) };
  return { match: 'exact', checkedAt, snapshot, pageText: null, ...ends };
}

const nearby: Timeline = {
  topic: 'Harbours',
  dates: [
    { date: '2022-06', basis: 'stated' },
    { date: '2023-01-20', basis: 'inferred' },
    { date: '2023-12-05', basis: 'stated' },
  ],
};

/** Invented, so that no correction of a card changes them. */
export const SPECIMENS: CompiledCatalog = {
  sources: [daily, translated, zeitung],
  cards: [
    ...quoted.map(
      ([card, source]): CompiledCard => ({
        card,
        sourceId: source.id,
        evidence: evidenceOf(card),
        ...(card.kind === 'event' && { timeline: nearby }),
        ...published(card.id),
      }),
    ),
    ...[comparison, mixed].map((card): CompiledCard => ({ card, ...published(card.id) })),
  ],
};

function published(id: string) {
  return { revision: `specimen-${id}`, updated: '2026-11-21' };
}

const variants = SIZE_NAMES.flatMap((size) => [size, `${size}-dark`]);

/** Each kind in each size and theme. */
const KIND_PICTURES = Object.values(OF_KIND).flatMap(({ id }) => variants.map((variant) => `${id}/${variant}`));

/** Texts that are hard to lay out, each in its hardest sizes. */
const HARD_PICTURES = [
  'share/og',
  'share/square-dark',
  'share/portrait',
  'share/story',
  'comparison-mixed/og',
  'comparison-mixed/square-dark',
  'comparison-mixed/portrait',
  'longest/og',
  'longest/square',
  'longest/portrait-dark',
  'longest/story',
  'letters/og',
  'letters/wide-dark',
  'address/og',
  'address/square',
  'shortest/og',
  'shortest/story-dark',
];

/** The states of a card: each once in every size. */
const HISTORY_PICTURES = ['corrected', 'superseded', 'retracted'].flatMap((id) =>
  ['og', 'wide-dark', 'square', 'story-dark'].map((variant) => `${id}/${variant}`),
);

/** Relations, and quotes in another language than the card. */
const RELATED_PICTURES = ['disputed', 'foreign', 'foreign-figure'].flatMap((id) =>
  ['og', 'square-dark', 'story'].map((variant) => `${id}/${variant}`),
);

/** Every specimen's picture: "figure/square-dark" is the card "figure", square, in the dark theme. */
export const SPECIMEN_PICTURES = [...KIND_PICTURES, ...HARD_PICTURES, ...HISTORY_PICTURES, ...RELATED_PICTURES];
