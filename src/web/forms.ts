/** The forms of a card, in one table: routes, links, media types, errors and documents derive from it. Pure. */

/** How an answer in a form, or an error in its place, is written. */
export type Writing = 'json' | 'page' | 'text' | 'png' | 'svg';

type FormSpec = {
  /** What its address ends with, behind that of the card's page. */
  ending: `.${string}`;
  mediaType: string;
  /** For people: "This card as …". */
  title: string;
  /** How errors look at its address. */
  errors: Writing;
  /** Whether each size and theme has it, too. */
  inVariants: boolean;
  /** Of the API's description. */
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

/** The forms that each size and theme has: pictures. */
export type ImageForm = { [F in CardForm]: (typeof FORMS)[F]['inVariants'] extends true ? F : never }[CardForm];

export const FORM_NAMES = Object.keys(FORMS) as CardForm[];

/** The longest ending first, for ".csl.json" ends with ".json", too. */
const BY_ENDING = FORM_NAMES.toSorted((a, b) => FORMS[b].ending.length - FORMS[a].ending.length);

/** A file of a card by its ending: "a-card.json" → "a-card" as `json`; `undefined` where no form has this ending. */
export function splitForm(file: string): { name: string; form: CardForm } | undefined {
  const form = BY_ENDING.find((candidate) => file.endsWith(FORMS[candidate].ending));
  return form && { name: file.slice(0, -FORMS[form].ending.length), form };
}

export function isImageForm(form: CardForm): form is ImageForm {
  return FORMS[form].inVariants;
}
