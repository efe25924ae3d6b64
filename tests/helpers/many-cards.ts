/** Generates catalogues of any size: deterministic, with every kind of card, and without problems for `check`. */

import { lockText } from '../../src/card/evidence/lock.ts';
import { COMPARISONS_FILE } from '../../src/catalog/load.ts';
import { lockOf } from './lock.ts';
import { ADJECTIVES, NOUNS, nameOf, pick, pickFrequent, type Random, randomOf, rankOf, VERBS } from './many-words.ts';

export type GeneratedFile = { name: string; text: string };

/** Sources have 10 to 60 cards, 35 on average. */
const SOURCE_CARDS = { least: 10, most: 60 };
const OUTLETS = 80;
const PLACES = 4_000;
const SPEAKERS = 3_000;
const TOPICS = 300;
/** Of so many cards, one is a comparison. */
const CARDS_PER_COMPARISON = 40;
const SNAPSHOT = 'a'.repeat(64);
const FIRST_YEAR = 2014;
const LAST_YEAR = 2026;

/** Catalogue files with `count` cards, and the lock that proves them. A larger catalogue begins with the smaller one's cards. */
export function makeCatalog(count: number): GeneratedFile[] {
  const comparisons = Math.floor(count / CARDS_PER_COMPARISON);
  const quoted = count - comparisons;
  const files: GeneratedFile[] = [];
  for (let first = 0, index = 0; first < quoted; index++) {
    const random = randomOf(index);
    const { least, most } = SOURCE_CARDS;
    const last = Math.min(quoted, first + least + Math.floor(random() * (most - least + 1)));
    const published = dayOf(random, FIRST_YEAR, LAST_YEAR - 1);
    const cards = Array.from({ length: last - first }, (_, offset) => cardOf(first + offset, index, published));
    files.push({ name: `source-${index}.yaml`, text: yamlText({ source: sourceOf(index, published), cards }) });
    first = last;
  }
  if (comparisons > 0) {
    const cards = Array.from({ length: comparisons }, (_, number) => comparisonOf(number, quoted));
    files.push({ name: COMPARISONS_FILE, text: yamlText({ cards }) });
  }
  files.push({ name: 'evidence.lock.json', text: lockText(lockOf(files)) });
  return files;
}

function sourceOf(index: number, published: string) {
  const random = randomOf(index + 1_000_000);
  return {
    id: `source-${index}`,
    publisher: outletOf(index),
    title: `${sentence(random)}: ${sentence(random)}`,
    authors: [`${nameOf(index % 97)} ${nameOf(rankOf(SPEAKERS, random))}`],
    published: { date: published, basis: 'stated' },
    url: `https://outlet-${index % OUTLETS}.example/articles/${index}`,
    language: 'en',
    snapshot: { sha256: SNAPSHOT, accessed: '2026-11-21' },
  };
}

const KINDS = ['figure', 'quote', 'claim', 'event'] as const;
const STATUSES = ['stated', 'reported', 'claimed', 'assessed'] as const;

function cardOf(number: number, source: number, published: string) {
  const random = randomOf(number + 2_000_000);
  const kind = pick(KINDS, random);
  const place = placeOf(random);
  const speaker = speakerOf(random);
  const people = `${pickFrequent(ADJECTIVES, random)} ${pickFrequent(NOUNS, random)}`;
  const figure = Math.ceil(10 ** (1 + 4 * random()));
  const words = `up to ${figure.toLocaleString('en')} ${people}`;
  return {
    id: `card-${number}`,
    kind,
    topics: topicsOf(random),
    ...(kind === 'figure'
      ? { figure: { text: `up to ${figure.toLocaleString('en')}`, max: figure, unit: people } }
      : {}),
    claim: `${speaker} ${pickFrequent(VERBS, random)} ${words} in ${place} and ${nameOf(rankOf(20_000, random))}`,
    status: pick(STATUSES, random),
    attribution: [speaker, outletOf(source)],
    asOf: { date: published.slice(0, pick([4, 7, 10], random)), basis: 'stated' },
    ...(random() < 0.7 ? { place } : {}),
    quote: { exact: `there were ${words} near ${place}, ${sentence(random)}`, highlight: words },
    updated: [published, dayOf(random, LAST_YEAR - 3, LAST_YEAR - 1)].sort().at(-1),
  };
}

function comparisonOf(number: number, quoted: number) {
  const random = randomOf(number + 3_000_000);
  const rows = new Set<number>();
  // Early ones of early cards, so that a larger catalogue keeps the smaller one's comparisons.
  const among = Math.min(quoted, CARDS_PER_COMPARISON * (number + 1) - number - 1);
  while (rows.size < 2 + (number % 3)) rows.add(Math.floor(random() * among));
  return {
    id: `comparison-${number}`,
    kind: 'comparison',
    topics: topicsOf(random),
    claim: `How many ${pickFrequent(NOUNS, random)} in ${placeOf(random)}? What was counted`,
    rows: [...rows].map((row, at) => ({ card: `card-${row}`, label: `Count ${at + 1}, ${nameOf(row % 200)}` })),
    note: `Each counts something else: ${sentence(random)}.`,
  };
}

/** "Polish officers returned": the words of a sentence. */
function sentence(random: Random): string {
  return [ADJECTIVES, NOUNS, VERBS].map((words) => pickFrequent(words, random)).join(' ');
}

/** 2 to 4 topics: places, and what is counted there. */
function topicsOf(random: Random): string[] {
  const wanted = 2 + Math.floor(random() * 3);
  const topics = new Map<string, string>();
  while (topics.size < wanted) {
    const topic = topicOf(rankOf(TOPICS, random));
    topics.set(topic.toLowerCase(), topic);
  }
  return [...topics.values()];
}

const topicOf = (rank: number) =>
  rank % 3 === 0 ? nameOf(rank) : `${nameOf(rank)} ${NOUNS[rank % NOUNS.length] as string}`;

const placeOf = (random: Random) => nameOf(rankOf(PLACES, random));
const speakerOf = (random: Random) => `${nameOf(rankOf(300, random))} ${nameOf(500 + rankOf(SPEAKERS, random))}`;
const outletOf = (source: number) => `${nameOf(source % OUTLETS)} ${['Times', 'Daily', 'Post', 'Wire'][source % 4]}`;

function dayOf(random: Random, firstYear: number, lastYear: number): string {
  const year = firstYear + Math.floor(random() * (lastYear - firstYear + 1));
  return `${year}-${pad(1 + Math.floor(random() * 12))}-${pad(1 + Math.floor(random() * 28))}`;
}

const pad = (number: number) => String(number).padStart(2, '0');

/** A file as an editor writes it: a line for every field of a card, and what lies in a field in flow style (JSON is YAML). */
function yamlText({ source, cards }: { source?: object; cards: object[] }): string {
  const lines = (fields: object, indent: string) =>
    Object.entries(fields).map(([name, value]) => `${indent}${name}: ${JSON.stringify(value)}`);
  const items = cards.map((card) => lines(card, '    ').join('\n').replace('    ', '  - '));
  return [...(source ? ['source:', ...lines(source, '  ')] : []), 'cards:', ...items, ''].join('\n');
}
