/** The lexicon of the number reader for a language: CLDR's table and the hand-written lists, indexed. Pure. */
import table from './cldr.json' with { type: 'json' };
import { type Compounds, compoundsOf } from './compound.ts';
import type { Separators } from './digits.ts';
import { be } from './languages/be.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { it } from './languages/it.ts';
import { nl } from './languages/nl.ts';
import { pl } from './languages/pl.ts';
import { pt } from './languages/pt.ts';
import { ru } from './languages/ru.ts';
import { uk } from './languages/uk.ts';
import { type LanguageWords, phrases } from './languages/words.ts';
import { joined, type Phrases, phrasesOf } from './phrases.ts';
import type { NumberHedge } from './reading.ts';
import { foldWord } from './tokens.ts';

/** Languages with elided words like "d'", which are split from the next word. */
const ELIDING = ['fr', 'it'];

const LANGUAGES: Record<string, LanguageWords> = { en, de, fr, es, it, pt, nl, pl, uk, ru, be };

/** Indexes lists and records of words as phrases. */
type Ready<Field> = Field extends string[]
  ? Phrases<true>
  : Field extends Record<string, infer Value extends number | string>
    ? Phrases<Value>
    : never;
type Special =
  | 'units'
  | 'tens'
  | 'hundreds'
  | 'compound'
  | 'hedges'
  | 'hedgesAfter'
  | 'change'
  | 'dateOrder'
  | 'scales';

export type Lexicon = { [Field in Exclude<keyof LanguageWords, Special>]: Ready<LanguageWords[Field]> } & {
  /** Null if the language is unknown. */
  language: string | null;
  elides: boolean;
  separators: Separators;
  dateOrder: LanguageWords['dateOrder'];
  /** 0 to 19, 20 to 90, 100 to 900, and one-word numbers up to 999,999 in languages that have them. */
  units: Phrases<number>;
  tens: Phrases<number>;
  hundreds: Phrases<number>;
  compounds: Compounds | null;
  /** Powers of ten; null if languages disagree. */
  scales: Phrases<number | null>;
  /** Abbreviations of one or two letters; case-sensitive. */
  letters: Map<string, number | null>;
  hedges: Phrases<NumberHedge>;
  hedgesAfter: Phrases<NumberHedge>;
  /** Words between a hedge and its number that do not change the meaning. */
  fillers: Phrases<true>;
  change: string[];
  months: Phrases<number>;
  /** The first words of all readings. */
  starters: Set<string>;
};

type Table = { decimal?: string; group?: string; scales?: Record<string, number>; months?: Record<string, number> };
const languageTables: Record<string, Table> = table.languages;
const regionTables: Record<string, Table> = table.regions;

function withStarters(lexicon: Unstarted): Lexicon {
  const { units, tens, hundreds, hundred, scales, multiples, vague, several, approximate, parts, shares } = lexicon;
  const { article, minus, everyBefore, between, from, labels, months, idioms } = lexicon;
  const opening = [units, tens, hundreds, hundred, scales, multiples, vague, several, approximate, parts, shares];
  const all: Phrases<unknown>[] = [...opening, article, minus, everyBefore, between, from, labels, months, idioms];
  const starters = new Set(all.flatMap(({ values }) => [...values.keys()].map((phrase) => phrase.split(' ')[0] ?? '')));
  return { ...lexicon, starters };
}

/** Signs that are hedges in every language. */
const HEDGE_SIGNS: LanguageWords['hedgesAfter'] = {
  about: ['~', '≈', '±', '∼'],
  below: ['<'],
  above: ['>'],
  'at-most': ['≤', '<=', '< =', '⩽'],
  'at-least': ['≥', '>=', '> =', '⩾'],
};

/** Excludes "the": "over the 5 days" and "unter den 300 Toten" have no hedge. */
const FILLERS = [
  ...phrases('a | an | just | well | only | still | even | a total of | a combined | an average of | altogether'),
  ...phrases('einer | einem | eine | eines | sogar | noch | nur | insgesamt | zusammen | een | het | in totaal'),
  ...phrases(
    'encore | seulement | un total de | au total | solo | solamente | aun | un | una | en total | un promedio de',
  ),
  ...phrases("il | lo | l' | un totale di | in totale | um | uma | ainda | apenas | um total de | ao todo"),
  ...phrases('łącznie | w sumie | загалом | в цілому | у цілому | в общей сложности | в целом | всего | агулам'),
];

const ready = new Map<string, Lexicon>();

/** English has both orders of day and month in digits. */
const ENGLISH_ORDERS = new Map<string, LanguageWords['dateOrder']>([
  ['en-us', 'mdy'],
  ...['gb', 'ie', 'au', 'nz', 'in', 'za', 'sg'].map((region): [string, 'dmy'] => [`en-${region}`, 'dmy']),
]);

/** The lexicon of a language tag. For null and unknown languages: only the words with the same meaning in all languages. */
export function lexiconOf(tag: string | null): Lexicon {
  const lower = tag?.toLowerCase() ?? '';
  const primary = lower.split('-')[0] ?? '';
  const words = Object.hasOwn(LANGUAGES, primary) ? LANGUAGES[primary] : undefined;
  const region = Object.keys(regionTables).find((one) => one.toLowerCase() === lower);
  const dateOrder = ENGLISH_ORDERS.get(lower);
  const name = words ? (region ?? (dateOrder ? lower : primary)) : '';
  let lexicon = ready.get(name);
  if (!lexicon) {
    const built = words ? buildLexicon(primary, words, region) : sharedLexicon();
    lexicon = withStarters(dateOrder ? { ...built, dateOrder } : built);
    ready.set(name, lexicon);
  }
  return lexicon;
}

/** Whether the number reader knows a language. */
export const isKnownLanguage = (tag: string): boolean =>
  Object.hasOwn(LANGUAGES, tag.toLowerCase().split('-')[0] ?? '');

type Unstarted = Omit<Lexicon, 'starters'>;

function buildLexicon(language: string, words: LanguageWords, region: string | undefined): Unstarted {
  const elides = ELIDING.includes(language);
  const own = languageTables[language] ?? {};
  const regional = regionTables[region ?? ''] ?? {};
  const scales = Object.entries({ ...own.scales, ...words.scales, ...regional.scales });
  const list = (texts: string[]) =>
    phrasesOf(
      texts.map((text) => [text, true as const]),
      elides,
    );
  const record = <Value>(values: Record<string, Value>) => phrasesOf(Object.entries(values), elides);
  const numbered = (texts: string[], value: (index: number) => number) =>
    phrasesOf(
      texts.flatMap((forms, index) => forms.split('/').map((form): [string, number] => [form, value(index)])),
      elides,
    );
  const hedges = (lists: LanguageWords['hedgesAfter']) =>
    phrasesOf(
      Object.entries(lists).flatMap(([hedge, texts]) =>
        texts.map((text): [string, NumberHedge] => [text, hedge as NumberHedge]),
      ),
      elides,
    );
  const units = numbered(words.units, (index) => index);
  const tens = numbered(words.tens, (index) => (index + 2) * 10);
  return {
    language,
    elides,
    separators: separatorsOf(own, regional),
    dateOrder: words.dateOrder,
    units,
    tens,
    hundreds: numbered(words.hundreds, (index) => (index + 1) * 100),
    compounds: words.compound && compoundsOf(words.compound, units.values, tens.values),
    scales: phrasesOf(
      scales.filter(([word]) => !isLetters(word)),
      elides,
    ),
    letters: new Map(scales.filter(([word]) => isLetters(word))),
    hedges: joined(hedges(words.hedges), hedges(HEDGE_SIGNS)),
    hedgesAfter: hedges(words.hedgesAfter),
    fillers: list(FILLERS),
    change: words.change.map(foldWord),
    months: phrasesOf(Object.entries({ ...own.months, ...words.months, ...regional.months }), elides),
    hundred: list(words.hundred),
    and: list(words.and),
    article: list(words.article),
    point: list(words.point),
    minus: list(words.minus),
    alone: list(words.alone),
    multiples: record(words.multiples),
    vague: record(words.vague),
    several: list(words.several),
    of: list(words.of),
    approximate: record(words.approximate),
    parts: record(words.parts),
    shares: record(words.shares),
    fractions: record(words.fractions),
    plusHalf: list(words.plusHalf),
    outOf: list(words.outOf),
    everyBefore: list(words.everyBefore),
    everyOrdinals: record(words.everyOrdinals),
    between: list(words.between),
    betweenAnd: list(words.betweenAnd),
    from: list(words.from),
    to: list(words.to),
    or: list(words.or),
    percent: list(words.percent),
    points: list(words.points),
    currencies: record(words.currencies),
    labels: list(words.labels),
    dateOf: list(words.dateOf),
    daySuffix: list(words.daySuffix),
    yearBefore: list(words.yearBefore),
    yearAfter: list(words.yearAfter),
    decade: list(words.decade),
    timeBefore: list(words.timeBefore),
    timeAfter: list(words.timeAfter),
    timeSuffix: list(words.timeSuffix),
    ordinalSuffix: list(words.ordinalSuffix),
    beforeOrdinal: list(words.beforeOrdinal),
    ordinals: list(words.ordinals),
    idioms: list(words.idioms),
  };
}

/** Abbreviations of one or two letters, which may mean something else in capitals. */
const isLetters = (word: string) => word.length <= 2;

/**
 * Regions where the press uses another decimal sign than CLDR gives: a Swiss "1.000" is ambiguous. Spanish America is not
 * included, because there the press follows CLDR.
 */
function separatorsOf(own: Table, regional: Table): Separators {
  const decimal = (regional.decimal ?? own.decimal) as '.' | ',';
  return { decimal, mixed: regional.decimal !== undefined && (regional.group === "'" || regional.decimal === ',') };
}

/** Words with the same meaning in every language that has them: scales, hedges, percent signs and currency names. */
function sharedLexicon(): Unstarted {
  const all = Object.entries(LANGUAGES).map(([language, words]) => buildLexicon(language, words, undefined));
  const none = { values: new Map(), longest: 0 };
  const [first] = all;
  const blank = Object.fromEntries(
    Object.entries(first as Unstarted).map(([field, value]) => [field, isPhrases(value) ? none : value]),
  ) as Unstarted;
  const letters = new Map<string, number | null>();
  for (const one of all) for (const [word, power] of one.letters) agree(letters, word, power);
  return {
    ...blank,
    language: null,
    elides: false,
    separators: { decimal: null, mixed: true },
    dateOrder: null,
    compounds: null,
    scales: mergeAll(all.map(({ scales }) => scales)),
    letters,
    change: [],
    hedges: longOnes(mergeAll(all.map(({ hedges }) => hedges))),
    hedgesAfter: longOnes(mergeAll(all.map(({ hedgesAfter }) => hedgesAfter))),
    percent: mergeAll(all.map(({ percent }) => percent)) as Phrases<true>,
    points: mergeAll(all.map(({ points }) => points)) as Phrases<true>,
    currencies: longOnes(mergeAll(all.map(({ currencies }) => currencies))),
  };
}

const isPhrases = (value: unknown): value is Phrases<unknown> =>
  typeof value === 'object' && value !== null && 'longest' in value;

/** Null if two languages give a word different values. */
function agree<Value>(values: Map<string, Value | null>, word: string, value: Value): void {
  const known = values.get(word);
  values.set(word, known === undefined || known === value ? value : null);
}

function mergeAll<Value>(all: Phrases<Value>[]): Phrases<Value | null> {
  const values = new Map<string, Value | null>();
  for (const one of all) for (const [phrase, value] of one.values) agree(values, phrase, value);
  return { values, longest: Math.max(...all.map(({ longest }) => longest)) };
}

/** Removes words that languages disagree on, and short words, which may have another meaning elsewhere. */
function longOnes<Value>({ values, longest }: Phrases<Value | null>): Phrases<Value> {
  const kept = [...values].filter(
    ([phrase, value]) => value !== null && (phrase.length > 3 || !/\p{L}/u.test(phrase)),
  ) as [string, Value][];
  return { values: new Map(kept), longest };
}
