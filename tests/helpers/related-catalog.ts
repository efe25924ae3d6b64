/**
 * A catalogue of two newspapers, one of them German, that has what few cards have: relations, further quotes, translations,
 * dates of a remark, corrections of a source, and a card of each nature.
 */
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { createReleases, newLines } from '../../src/catalog/releases.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { lockOf } from './lock.ts';

const HARBOUR_POST = `source:
  id: harbour-post
  publisher: Harbour Post
  title: How many ships?
  authors: []
  published: { date: 2023-11-02, basis: stated }
  url: https://harbour-post.example/ships
  language: en
  snapshot: { sha256: ${'b'.repeat(64)}, accessed: 2026-11-21 }
  corrections:
    - { date: 2023-11-05, text: The number of ferries was wrong, url: https://harbour-post.example/corrections }
cards:
  - id: ships-in-november
    kind: figure
    topics: [Ships]
    nature: count
    figure: { text: "430", unit: ships }
    claim: Ships that Eva Muster says were in the harbour, which has room for 900
    status: claimed
    attribution: [Eva Muster, Harbour Post]
    asOf: { date: 2023-10, basis: inferred, reason: "“Last month”, in an article of November 2023" }
    saidOn: { date: 2023-10-31, basis: stated }
    place: the harbour
    quote: { exact: "there were 430 ships", highlight: "430 ships" }
    support:
      - { quote: { exact: "the harbour has room for 900" } }
      - { source: hafenblatt, quote: { exact: "430 Schiffe lagen im Hafen" } }
    related:
      - { type: contradicts, card: no-ship-at-all }
      - { type: updates, card: ships-in-march }
  - id: ships-in-march
    kind: figure
    topics: [Ships]
    nature: estimate
    figure: { text: "about 300", unit: ships }
    claim: Ships in the harbour in March
    status: assessed
    attribution: [Harbour Post]
    asOf: { date: 2023-03~, basis: stated }
    quote: { exact: "about 300 ships", highlight: "about 300" }
  - id: no-ship-at-all
    kind: quote
    topics: [Ships, Ferries]
    claim: Ida Muster on the ships in the harbour
    status: claimed
    attribution: [Ida Muster, Harbour Post]
    asOf: { date: 2023-10, basis: inferred, reason: "“Last month”" }
    quote: { exact: "There was not a single ship", highlight: "not a single ship" }
    related:
      - { type: contradicts, card: ships-in-november }
      - { type: same-remark, card: kein-schiff }
`;

const HAFENBLATT = `source:
  id: hafenblatt
  publisher: Hafenblatt
  title: Kein Schiff
  authors: [Bea Beispiel]
  published: { date: 2023-11-03, basis: external }
  url: https://hafenblatt.example/schiffe
  language: de
  snapshot: { sha256: ${'c'.repeat(64)}, accessed: 2026-11-21 }
cards:
  - id: kein-schiff
    kind: quote
    topics: [Ships, Ferries]
    claim: Ida Muster on the ships in the harbour
    status: claimed
    attribution: [Ida Muster, Hafenblatt]
    asOf: { date: 2023-10, basis: inferred, reason: "“Im letzten Monat”" }
    quote:
      exact: "Da war kein einziges Schiff"
      highlight: "kein einziges"
      translation: { text: "There was no ship, not one", by: Ann Author, machine: false }
    related: [{ type: same-remark, card: no-ship-at-all }]
  - id: third-basin
    kind: event
    topics: [Basins]
    nature: plan
    claim: The town wants to open a third basin
    status: stated
    attribution: [The town, Hafenblatt]
    asOf: { date: 2027/.., basis: stated }
    quote:
      exact: "ab 2027 soll das dritte Becken öffnen"
      translation: { text: "the third basin is to open from 2027", by: null, machine: true }
  - id: room-for-900
    kind: figure
    topics: [Ships, Basins]
    nature: capacity
    figure: { text: "900", unit: berths }
    claim: Berths that the harbour has
    status: stated
    attribution: [The town, Hafenblatt]
    asOf: null
    quote:
      exact: "Platz für 900 Schiffe"
      translation: { text: "room for 900 ships", by: null, machine: true }
`;

const REPRINT = `source:
  id: reprint
  publisher: reprints.example
  title: null
  authors: []
  published: { date: 2023-11, basis: inferred, reason: "The month of the original" }
  url: null
  language: en
  translated: { from: de, publisher: Hafenblatt, url: https://hafenblatt.example/original }
  snapshot: { sha256: ${'d'.repeat(64)}, accessed: 2026-11-21 }
cards:
  - id: ferries-may-return
    kind: claim
    topics: [Ferries]
    nature: forecast
    claim: The ferries may return in spring, the town says
    status: assessed
    attribution: [The town, Hafenblatt, { name: reprints.example, as: translated }]
    asOf: { date: 2024-21, basis: stated }
    saidOn: { date: 2023-10, basis: inferred, reason: "“Last month”" }
    quote:
      exact: "the ferries may come back in spring"
      highlight: "may come back"
      translated: { from: de, by: reprints.example }
`;

const COMPARISONS = `cards:
  - id: ships-side-by-side
    kind: comparison
    topics: [Ships]
    claim: How many ships were there in the harbour in October?
    rows:
      - { card: ships-in-november, label: Eva Muster }
      - { card: kein-schiff, label: Ida Muster }
      - { card: room-for-900, label: What there is room for }
      - { card: ferries-may-return, label: Ferries }
    note: A count, a remark, a capacity and a forecast are four different things.
`;

export const FILES = [
  { name: 'harbour-post.yaml', text: HARBOUR_POST },
  { name: 'hafenblatt.yaml', text: HAFENBLATT },
  { name: 'reprint.yaml', text: REPRINT },
  { name: 'comparisons.yaml', text: COMPARISONS },
];

const { catalog, problems } = compileCatalog(FILES, lockOf(FILES));
if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));

export const relatedRecords = linkRecords(catalog);
const releases = createReleases(newLines(createReleases([]), relatedRecords, '2026-11-22'));
export const relatedStore = createBundledStore(catalog, releases);
