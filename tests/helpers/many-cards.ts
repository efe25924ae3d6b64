/** Makes catalogues of any size: the same for the same number, with every kind of card. */
import { hashQuote, type LockEntry, lockText } from '../../src/domain/evidence.ts';

const CARDS_PER_SOURCE = 50;

export type GeneratedFile = { name: string; text: string };

/** Catalogue files with `count` cards and the lock that proves them. */
export function makeCatalog(count: number): GeneratedFile[] {
  const sources = Math.ceil(count / CARDS_PER_SOURCE);
  const files: GeneratedFile[] = [];
  const entries: Record<string, LockEntry> = {};
  for (let index = 0; index < sources; index++) {
    const first = index * CARDS_PER_SOURCE;
    const numbers = Array.from({ length: Math.min(CARDS_PER_SOURCE, count - first) }, (_, offset) => first + offset);
    files.push({ name: `source-${index}.yaml`, text: [sourceText(index), ...numbers.map(cardText)].join('') });
    for (const number of numbers) entries[`card-${number}`] = entryOf(number);
  }
  files.push({ name: 'evidence.lock.json', text: lockText({ version: 1, cards: entries }) });
  return files;
}

const SNAPSHOT = 'a'.repeat(64);

function sourceText(index: number): string {
  return `source:
  id: source-${index}
  publisher: Outlet ${index % 40}
  title: "Article number ${index}: what was said and counted"
  authors: [Writer ${index % 97}]
  published: { date: 2023-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}, basis: stated }
  url: https://outlet-${index % 40}.example/articles/${index}
  language: en
  snapshot: { sha256: ${SNAPSHOT}, accessed: 2026-11-21 }
cards:
`;
}

const KINDS = ['figure', 'quote', 'claim', 'event'] as const;

function quoteOf(number: number) {
  return {
    exact: `there are up to ${number + 1} people in place number ${number}`,
    highlight: `up to ${number + 1} people`,
  };
}

function cardText(number: number): string {
  const kind = KINDS[number % KINDS.length];
  const { exact, highlight } = quoteOf(number);
  const figure =
    kind === 'figure' ? `    figure: { text: "up to ${number + 1}", max: ${number + 1}, unit: people }\n` : '';
  return `  - id: card-${number}
    kind: ${kind}
    topics: [Topic ${number % 60}, Place ${number % 200}]
${figure}    claim: Speaker ${number % 500} said how many people there may be in place number ${number}
    status: ${['stated', 'reported', 'claimed', 'estimated'][number % 4]}
    attribution: [Speaker ${number % 500}, Outlet ${Math.floor(number / CARDS_PER_SOURCE) % 40}]
    asOf: { date: "2022", basis: stated }
    quote: { exact: "${exact}", highlight: "${highlight}" }
`;
}

function entryOf(number: number): LockEntry {
  return {
    quote: hashQuote(quoteOf(number)),
    snapshot: SNAPSHOT,
    from: 'snapshot',
    match: 'exact',
    start: 0,
    end: 10,
    standing: null,
    checkedAt: '2026-11-21',
  };
}

const pad = (number: number) => String(number).padStart(2, '0');
