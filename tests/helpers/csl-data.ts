/**
 * The schema of CSL-JSON, as far as our items use it: the fields that we write, with the types of csl-data.json
 * (https://github.com/citation-style-language/schema, e3ce254), and nothing else. What fits it fits the published one.
 */
const text = { type: 'string' };
const names = {
  type: 'array',
  items: { type: 'object', properties: { family: text, given: text, literal: text }, additionalProperties: false },
};
const parts = { type: 'array', items: { type: ['string', 'number'] }, minItems: 1, maxItems: 3 };
const date = {
  type: 'object',
  properties: {
    'date-parts': { type: 'array', items: parts, minItems: 1, maxItems: 2 },
    season: { type: ['string', 'number'] },
    circa: { type: ['string', 'number', 'boolean'] },
    literal: text,
  },
  additionalProperties: false,
};
const TEXTS = [
  'title',
  'container-title',
  'original-publisher',
  'URL',
  'archive',
  'archive_location',
  'language',
  'note',
];

export const CSL_DATA = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: { type: ['string', 'number'] },
      type: { const: 'webpage' },
      author: names,
      issued: date,
      accessed: date,
      custom: { type: 'object' },
      ...Object.fromEntries(TEXTS.map((name) => [name, text])),
    },
    required: ['type', 'id'],
    additionalProperties: false,
  },
};
