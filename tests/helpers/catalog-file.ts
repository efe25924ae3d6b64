/** The text of a catalogue file that has no problem, to be broken on purpose. */
export const GOOD_FILE = `source:
  id: daily-example
  publisher: Daily Example
  title: A title
  authors: []
  published: { date: 2023-11-02, basis: stated }
  url: https://example.org/article
  language: en
  snapshot: { sha256: ${'a'.repeat(64)}, accessed: 2026-11-21 }
cards:
  - id: some-fighters
    kind: figure
    topics: [Examples]
    figure: { text: "up to 1,000", max: 1000, unit: fighters }
    claim: Fighters reportedly stayed
    status: reported
    attribution: [Daily Example]
    asOf: { date: 2023-11, basis: inferred, reason: "The present tense" }
    quote: { exact: "reportedly hosts up to 1,000 fighters", highlight: "up to 1,000 fighters" }
  - id: other-words
    kind: quote
    topics: [Examples]
    claim: Somebody on something
    status: stated
    attribution: [Somebody, Daily Example]
    asOf: null
    quote: { exact: "these are the words", highlight: "the words" }
`;
