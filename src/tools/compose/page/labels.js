// @ts-check
/* The labels of the fields and checks, and the messages of the checks with labels instead of the names in YAML. No elements. */

/** By the names of the fields in YAML, those of a source after "source.". @type {Readonly<Record<string, string>>} */
const LABELS = {
  kind: 'Kind',
  quote: 'Quote',
  'quote.exact': 'Quote',
  'quote.highlight': 'Marked words of the quote',
  'quote.context': 'Words around the quote',
  'quote.context.before': 'Words before the quote',
  'quote.context.after': 'Words after the quote',
  'quote.translation': 'Translation of the quote',
  'quote.translation.text': 'Translation of the quote',
  figure: 'Figure',
  'figure.text': 'Number',
  'figure.unit': 'Unit',
  'figure.written': 'Number, if a program cannot read it',
  'figure.value': 'value',
  'figure.min': 'min',
  'figure.max': 'max',
  claim: 'Claim',
  status: 'Status',
  nature: 'Nature',
  attribution: 'Who says so',
  asOf: 'Date the fact is about',
  saidOn: 'Said on',
  place: 'Place',
  topics: 'Topics',
  language: 'Language of the card',
  related: 'Related cards',
  accept: 'Accepted warnings',
  id: 'Id',
  rows: 'Cards',
  note: 'Note',
  history: 'History',
  'history.reason': 'Reason',
  'history.by': 'Replaced by',
  source: 'Source',
  'source.publisher': 'Publisher',
  'source.title': 'Title',
  'source.authors': 'Authors',
  'source.published': 'Published',
  'source.url': 'Address',
  'source.language': 'Language',
  'source.note': 'Note on the source',
};

/** @param {string} field */
export const labelOf = (field) => LABELS[field] ?? field;

/** What each check is about. @type {Readonly<Record<string, string>>} */
export const CHECKS = {
  figure: 'Number',
  unit: 'Unit',
  hedges: 'Hedges and negations',
  numbers: 'Numbers in the claim',
  names: 'Names in the claim',
  place: 'Place',
  speaker: 'Speaker',
  asOf: 'Date the fact is about',
  saidOn: 'Said on',
  furniture: 'Part of the page',
  published: 'Published',
  title: 'Title',
  authors: 'Authors',
};

/** The parts of a date have no labels of their own. @type {Readonly<Record<string, string>>} */
const PARTS = { date: '', basis: ', how it is known', reason: ', reason' };

/** "“Who says so”, entry 2" for "attribution[1].name"; undefined if the path names no field. @param {string} path */
function named(path) {
  for (let at = path.length; at > 0; at = Math.max(path.lastIndexOf('.', at - 1), path.lastIndexOf('[', at - 1))) {
    const label = LABELS[path.slice(0, at)];
    if (label === undefined) continue;
    const rest = path.slice(at);
    const entry = /^\[(\d+)\]/.exec(rest)?.[1];
    return `“${label}”${entry === undefined ? (PARTS[rest.slice(1)] ?? '') : `, entry ${Number(entry) + 1}`}`;
  }
  return undefined;
}

/** Phrases for YAML, and their wording in the forms. @type {readonly [RegExp, string][]} */
const WORDS = [
  [
    /accept the warning and give the reason: accept: \[[^\]]*\]/g,
    'give the reason beside the check, and choose “Accept”',
  ],
  [/the basis “stated”/g, 'the basis “the text says so”'],
  [/set basis to inferred and add the reason/g, 'choose “inferred” and add the reason'],
  [/set basis to external/g, 'choose “another page says so”'],
  [/for example: \w+: /g, 'for example: '],
  [/, or add acrossBlocks: true to quote if this is intended/g, ''],
  [/so url is null, (.*), set url\./g, 'so the source has none, $1, enter it under “Address”.'],
];

/** Names of fields that are not English words, anywhere in a message. */
const INSIDE = /(?<![\w./“])(?:(?:source|figure|quote|asOf|saidOn|history)\.[a-zA-Z.]*[a-zA-Z]|asOf|saidOn)(?![\w(])/g;

/** A message of `npm run check` in the words of the forms. @param {string} message */
export function inLabels(message) {
  const worded = WORDS.reduce((text, [yaml, here]) => text.replace(yaml, here), message);
  const [path = ''] = worded.split(' ', 1);
  const subject = named(path);
  const rest = subject === undefined ? worded : worded.slice(path.length);
  return (subject ?? '') + rest.replace(INSIDE, (field) => named(field) ?? field);
}
