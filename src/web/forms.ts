/** The forms of a card, in one table: routes, links, media types, errors and documents derive from it. Pure. */

/** The format of a response, and of errors in its place. */
export type Writing = 'json' | 'page' | 'text' | 'png' | 'svg';

type FormSpec = {
  /** The ending of its address, after the address of the card's page. */
  ending: `.${string}`;
  mediaType: string;
  /** For people: "This card as …". */
  title: string;
  /** The format of errors at its address. */
  errors: Writing;
  /** Whether it also exists in each size and theme. */
  inVariants: boolean;
  /** The operation id in the API document. */
  operationId: string;
};

/** In the order in which documents list them. */
export const FORMS = {
  json: {
    ending: '.json',
    mediaType: 'application/json',
    title: 'JSON',
    errors: 'json',
    inVariants: false,
    operationId: 'getCardFile',
  },
  md: {
    ending: '.md',
    mediaType: 'text/markdown',
    title: 'Markdown',
    errors: 'text',
    inVariants: false,
    operationId: 'getCardMarkdown',
  },
  png: {
    ending: '.png',
    mediaType: 'image/png',
    title: 'a picture',
    errors: 'png',
    inVariants: true,
    operationId: 'getCardPng',
  },
  svg: {
    ending: '.svg',
    mediaType: 'image/svg+xml',
    title: 'a vector picture',
    errors: 'svg',
    inVariants: true,
    operationId: 'getCardSvg',
  },
  csl: {
    ending: '.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    title: 'a citation in CSL-JSON',
    errors: 'json',
    inVariants: false,
    operationId: 'getCardCsl',
  },
  ris: {
    ending: '.ris',
    mediaType: 'application/x-research-info-systems',
    title: 'a citation in RIS',
    errors: 'text',
    inVariants: false,
    operationId: 'getCardRis',
  },
  bib: {
    ending: '.bib',
    mediaType: 'application/x-bibtex',
    title: 'a citation in BibLaTeX',
    errors: 'text',
    inVariants: false,
    operationId: 'getCardBib',
  },
} as const satisfies Record<string, FormSpec>;

export type CardForm = keyof typeof FORMS;

/** The forms that exist in each size and theme: pictures. */
export type ImageForm = { [F in CardForm]: (typeof FORMS)[F]['inVariants'] extends true ? F : never }[CardForm];

export const FORM_NAMES = Object.keys(FORMS) as CardForm[];

/** Longest ending first, because ".csl.json" also ends with ".json". */
const BY_ENDING = FORM_NAMES.toSorted((a, b) => FORMS[b].ending.length - FORMS[a].ending.length);

/** A file of a card by its ending: "a-card.json" → "a-card" as `json`; `undefined` if no form has this ending. */
export function splitForm(file: string): { name: string; form: CardForm } | undefined {
  const form = BY_ENDING.find((candidate) => file.endsWith(FORMS[candidate].ending));
  return form && { name: file.slice(0, -FORMS[form].ending.length), form };
}

export function isImageForm(form: CardForm): form is ImageForm {
  return FORMS[form].inVariants;
}
