/** The documents of the API. Written by `npm run schema`, from the schemas that validate them. */

/** A fact with its speaker, its date and the exact words of its source. Fields of other kinds are null. */
export type Card = FigureCard | QuoteCard | ClaimCard | EventCard | ComparisonCard;

/** A card of the kind figure. */
export type FigureCard = {
  schemaVersion: 1;
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  kind: "figure";
  language: string;
  /** The first is the main one. */
  topics: Array<string>;
  /** stated: stated openly by someone in a position to know. reported: an outlet reports it. claimed: asserted by an interested side. assessed: somebody’s judgement, not an observation. */
  status: "stated" | "reported" | "claimed" | "assessed";
  /** Whether another card contradicts it. */
  disputed: boolean;
  /** The card in one line: the fact, its speaker, source and date. */
  sentence: string;
  /** The fact in our own words, clear and true on its own. At most 140 characters. */
  claim: string;
  /** count: counted. estimate: estimated, not counted. capacity: the maximum possible, not the actual number. plan: intended, but not in place yet. forecast: expected, but not in place yet. null if the card does not state it. */
  nature: "count" | "estimate" | "capacity" | "plan" | "forecast" | null;
  figure: Figure;
  rows: null;
  note: null;
  /** The names of the steps: the speaker first, then each outlet that passed the words on. */
  attribution: Array<string>;
  /** The attribution, with details of each name. */
  steps: Array<AttributionStep>;
  /** The date that the statement is about; null if unknown. */
  asOf: Date | null;
  /** The date on which it was said, if it differs from asOf. */
  saidOn: Date | null;
  place: string | null;
  quote: TextQuoteSelector;
  translation: Translation | null;
  /** Further quotes, from this or another source, if the claim states more than its quote. */
  support: Array<Support>;
  /** Cards that contradict this one, report the same remark, or have older data. */
  related: Array<Relation>;
  source: Source;
  /** null in a preview, before the quote is verified. */
  evidence: Evidence | null;
  citation: {
    short: string;
    long: string;
  };
  /** The alternative text of the picture. */
  alt: string;
  links: {
    self: string;
    /** The current card. */
    current: string;
    page: string;
    image: string;
    /** The passage in the source, as a URL with a text fragment. */
    source: string;
  };
  images: Array<Image>;
  /** The state of the card since its publication. */
  state: "current" | "corrected" | "superseded" | "retracted";
  /** Oldest entry first. */
  history: Array<HistoryEntry>;
  /** The last correction; null if there is none. */
  correction: HistoryEntry | null;
  /** The id of the card that replaces it; null if there is none. */
  supersededBy: string | null;
  /** Changes with every change of the card's content. */
  revision: string;
  updated: string;
  /** The day on which this revision was published; null for the current card. */
  published: string | null;
  /** The current revision of the card; null in an earlier revision, which never changes. Use links.current instead. */
  currentRevision: string | null;
  /** All published revisions, oldest first; empty in an earlier revision. */
  revisions: Array<Revision>;
  /** Where to report an error in the card: a mailto or https address with its id and revision filled in. null if the site has no report address. */
  report: string | null;
  /** Snippets to paste into a post, with the picture of the size og in the light theme; null in lists, unless the request has fields=embed. */
  embed: Snippets | null;
};

/** A number from the source: a value, a minimum, a maximum, or a range. */
export type Figure = {
  /** The figure as drawn, with its hedge: "up to 1,000". */
  text: string;
  value: number | null;
  min: number | null;
  max: number | null;
  /** The sign of the number: "%", a currency code (ISO 4217), or an ambiguous currency sign such as "$". Null if there is none. */
  unitSign: string | null;
  /** The thing counted, in the plural, as it follows the number: "Wagner fighters". Of a share, it begins with "of": "of respondents". */
  unit: string;
};

export type AttributionStep = {
  name: string;
  /** How the step obtained the words. said: made the statement. told: heard it from the previous step. translated: translated the words. reported: reported them. caption: the words are its caption. agency: distributed them as a news agency. */
  as: "said" | "told" | "translated" | "reported" | "caption" | "agency" | null;
  /** The id in /api/speakers; null if the name is not listed. */
  speaker: string | null;
  /** null if unknown. unnamed: sources without a name, such as "Unnamed officers". document: a caption, a report, a video. */
  type: "person" | "organisation" | "document" | "unnamed" | null;
  /** The role: "Belarusian opposition leader". */
  role: string | null;
};

export type Date = {
  /** EDTF level 1: YYYY-MM-DD, YYYY-MM or YYYY; a season (2023-21 spring to 2023-24 winter); unspecified digits (202X, 2023-XX); with ~ approximate, ? uncertain, % both; an interval of two with "/" between, whose end may be open (2022/..) or not known (2022/). */
  date: string;
  /** stated: the text says it. external: another page says it. inferred: derived from other facts (give the reason). */
  basis: "stated" | "external" | "inferred";
  reason: string | null;
};

/** The words of the source, as a TextQuoteSelector of the Web Annotation Data Model. */
export type TextQuoteSelector = {
  type: "TextQuoteSelector";
  /** Verbatim from the source, the fewest words that state the fact. At most 25. */
  exact: string;
  /** The preceding words. Needed only if exact occurs more than once. */
  prefix: string | null;
  /** The following words. Needed only if exact occurs more than once. */
  suffix: string | null;
  /** The part of exact that the card highlights. */
  highlight: string | null;
  /** The words of the source directly before and after exact, if a reader needs them. At most 12 each. */
  context: {
    before: string | null;
    after: string | null;
  } | null;
  /** Set if these words translate the speaker's words: the original language and the translator; null if not stated. */
  translated: {
    from: string | null;
    by: string | null;
  } | null;
  /** The quote in the card's language. Needed if the quote is in another language. */
  translation: {
    /** The quoted words in the card's language. */
    text: string;
    /** The translator; null if not named. */
    by: string | null;
    /** Whether this is a machine translation. */
    machine: boolean;
  } | null;
};

/** The translation of the words on the card; null if they are not known to be translated. */
export type Translation = {
  from: string | null;
  by: string | null;
  /** Whether it is known to be a machine translation. */
  machine: boolean;
  /** The words in the card's language; null if the quote is in that language. */
  text: string | null;
};

/** A further quote that supports the claim. */
export type Support = {
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  source: string;
  citation: string;
  quote: TextQuoteSelector;
  evidence: Evidence | null;
  /** The passage in its source. */
  link: string;
};

/** How, when and in which text (identified by its SHA-256) a program found the quote. normalised: the same words with different spaces, quotation marks, dashes or invisible characters. */
export type Evidence = {
  match: "exact" | "normalised";
  checkedAt: string;
  snapshot: string;
  /** The block in which the quote begins; null if unknown, for example in plain text. */
  block: "paragraph" | "heading" | "caption" | "list-item" | "table-cell" | null;
  /** Whether the quote begins at the start of a sentence; null if unknown. */
  beginsSentence: boolean | null;
  /** Whether the quote ends at the end of a sentence; null if unknown. */
  endsSentence: boolean | null;
  /** The results of the meaning checks; null if they have not run on the card in its current form. */
  checks: Array<Check> | null;
  /** null if the source is not watched, or has not been checked yet. */
  watch: Watch | null;
};

/** The result of one check of the card against its source. confirmed: they agree. not checkable: the program cannot decide. accepted: the check gave a warning, and an editor accepted it with a reason. figure: The figure is the number in the quote, with its hedge and unit sign. unit: The source uses the same unit. hedges: The card keeps the hedges and negations in and near the quote, and does not state a plan as a fact. numbers: The numbers and dates of the claim occur in the paragraph of the quote. names: The names in the claim occur in the source text. place: The source text names the place. speaker: The source attributes the words to this speaker. asOf: The date occurs in the source text. saidOn: The date on which the words were said occurs in the source text. published: The publication date occurs in the source text, or in the metadata of its page. title: The title occurs in the source text. authors: The source text names the authors. furniture: The quote is in the article, not in the rest of the page. */
export type Check = {
  check: "figure" | "unit" | "hedges" | "numbers" | "names" | "place" | "speaker" | "asOf" | "saidOn" | "published" | "title" | "authors" | "furniture";
  outcome: "confirmed" | "not checkable" | "accepted" | "warning";
  because: string | null;
  /** The warning of the check, even if an editor accepted it; null if there is none. */
  warning?: {
    code: "figure-differs" | "figure-not-in-quote" | "unit-not-in-text" | "bare-share" | "part-of-whole" | "hedge-dropped" | "negation-dropped" | "negation-added" | "plan-as-fact" | "number-not-in-text" | "name-not-in-text" | "place-not-in-text" | "speaker-not-in-text" | "speaker-unclear" | "outlet-as-speaker" | "outlet-not-in-text" | "date-not-in-text" | "said-date-not-in-text" | "published-not-in-text" | "page-furniture" | "heading-as-speech";
    message: string;
  } | null;
};

/** The result of checks of the source page, at most once a day. It changes after three equal results. */
export type Watch = {
  /** present: the words occur in the same context. moved: the words occur elsewhere, or the page has a new permanent address. changed: only similar words occur. gone: the page or the words no longer exist. unreachable: the page cannot be read. paywalled: the page blocks programs, or shows only a part without the words. */
  state: "present" | "moved" | "changed" | "gone" | "unreachable" | "paywalled";
  /** The first day of the current state. */
  since: string;
  lastLooked: string;
  /** For changed: the similarity of the words. */
  score: number | null;
};

export type Relation = {
  /** contradicts: the two cards give opposite answers to the same question. same-remark: the same words of the same speaker in another report. updates: this card has a newer value of the same thing. updated-by: the other card updates this one. */
  type: "contradicts" | "same-remark" | "updates" | "updated-by";
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  card: string;
  /** The sentence of the other card; null in an earlier revision. */
  sentence: string | null;
  page: string;
};

/** The published text that cards quote. */
export type Source = {
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  /** Who published the text that is quoted. */
  publisher: string;
  /** The headline as published; null if it is unknown. */
  title: string | null;
  authors: Array<string>;
  /** The address of the text with the quoted words; null if it is unknown. Never guess it. */
  url: string | null;
  /** The language of the captured text (BCP 47). */
  language: string;
  /** The captured text in which the quotes were checked. */
  snapshot: {
    sha256: string;
    accessed: string;
  };
  published: Date;
  /** Copies of the page in archives, as npm run archive finds them; [] or absent if none is known. Never guess one. */
  archived: Array<ArchivedCopy>;
  /** If the text is a translation: the language, publisher and address (null if unknown) of the original, and whether a machine translated it. */
  translated: {
    from: string;
    publisher: string;
    url: string | null;
    machine: boolean;
  } | null;
  /** What the publisher has corrected in the text since, oldest first. */
  corrections: Array<SourceCorrection>;
  /** What a reader should know about this text or its address. */
  note: string | null;
};

export type ArchivedCopy = {
  url: string;
  date: string | null;
};

export type SourceCorrection = {
  date: string;
  text: string;
  url: string | null;
};

export type Image = {
  size: "og" | "wide" | "square" | "portrait" | "story";
  theme: "light" | "dark";
  url: string;
  width: number;
  height: number;
  type: "image/png";
};

/** A change of a card, with date and reason. */
export type HistoryEntry = {
  type: "corrected" | "updated" | "retracted" | "superseded";
  date: string;
  reason: string;
  earlier: Earlier | null;
  /** The id of the card that replaces it. */
  by: string | null;
};

/** What the card said before. */
export type Earlier = {
  claim: string | null;
  topics: Array<string> | null;
  language: string | null;
  kind: "figure" | "quote" | "claim" | "event" | "comparison" | null;
  /** The earlier figure with its unit: "up to 2,000 fighters". */
  figure: string | null;
  /** stated: stated openly by someone in a position to know. reported: an outlet reports it. claimed: asserted by an interested side. assessed: somebody’s judgement, not an observation. */
  status: "stated" | "reported" | "claimed" | "assessed" | null;
  /** count: counted. estimate: estimated, not counted. capacity: the maximum possible, not the actual number. plan: intended, but not in place yet. forecast: expected, but not in place yet. */
  nature: "count" | "estimate" | "capacity" | "plan" | "forecast" | null;
  attribution: Array<Step> | null;
  asOf: Date | null;
  saidOn: Date | null;
  place: string | null;
  quote: string | null;
  highlight: string | null;
  context: {
    before?: string | null;
    after?: string | null;
  } | null;
  support: Array<{
    /** The id of the source. The default is the card's own source. */
    source?: string;
    quote: Quote;
  }> | null;
  /** Cards that contradict this one, report the same remark, or have older data. */
  related: Array<{
    /** contradicts: the two cards give opposite answers to the same question. same-remark: the same words of the same speaker in another report. updates: this card has a newer value of the same thing. Write the first two on both cards. */
    type: "contradicts" | "same-remark" | "updates";
    /** The id of the other card. */
    card: string;
  }> | null;
  accept: Array<{
    /** The warning, as npm run verify names it. */
    check: "figure-differs" | "figure-not-in-quote" | "unit-not-in-text" | "bare-share" | "part-of-whole" | "hedge-dropped" | "negation-dropped" | "negation-added" | "plan-as-fact" | "number-not-in-text" | "name-not-in-text" | "place-not-in-text" | "speaker-not-in-text" | "speaker-unclear" | "outlet-as-speaker" | "outlet-not-in-text" | "date-not-in-text" | "said-date-not-in-text" | "published-not-in-text" | "page-furniture" | "heading-as-speech";
    /** Why the card is true despite the warning. Shown to readers. */
    because: string;
  }> | null;
  translated: {
    from: string | null;
    by: string | null;
  } | null;
  translation: {
    /** The quoted words in the card's language. */
    text: string;
    /** The translator; null if not named. */
    by: string | null;
    /** Whether this is a machine translation. */
    machine: boolean;
  } | null;
  rows: Array<{
    /** Permanent and unique in the whole catalogue, because addresses contain it. */
    card: string;
    label: string;
    /** What the number of this row counts: "Wagner fighters, or places for them". Rows with the same measure have bars on one axis. */
    measure?: string;
    /** The words that this row shows: a part of the quote of its card, or of its translation. Default: the highlight of the card. Rows with a number show the number. */
    exact?: string;
    /** The telling words of this row, which its picture marks: a part of the words that the row shows. */
    mark?: string;
  }> | null;
  note: string | null;
  source: EarlierSource | null;
};

export type Step = string | {
  name: string;
  /** said: made the statement. told: heard it from the previous step. translated: translated the words. reported: reported them. caption: the words are its caption. agency: distributed them as a news agency. */
  as: "said" | "told" | "translated" | "reported" | "caption" | "agency";
};

export type Quote = {
  /** Verbatim from the source, the fewest words that state the fact. At most 25. */
  exact: string;
  /** The part of exact that the card highlights. */
  highlight?: string;
  /** The preceding words. Needed only if exact occurs more than once. */
  prefix?: string;
  /** The following words. Needed only if exact occurs more than once. */
  suffix?: string;
  /** The words of the source directly before and after exact, if a reader needs them. At most 12 each. */
  context?: {
    before?: string | null;
    after?: string | null;
  };
  /** Set to true if exact intentionally spans more than one paragraph, table cell or list item. */
  acrossBlocks?: true;
  /** Set if these words translate the speaker's words: the original language and the translator; null if not stated. */
  translated?: {
    from: string | null;
    by: string | null;
  };
  /** The quote in the card's language. Needed if the quote is in another language. */
  translation?: {
    /** The quoted words in the card's language. */
    text: string;
    /** The translator; null if not named. */
    by: string | null;
    /** Whether this is a machine translation. */
    machine: boolean;
  };
};

export type EarlierSource = {
  publisher: string | null;
  title: string | null;
  authors: Array<string> | null;
  published: Date | null;
  url: string | null;
  language: string | null;
  translated: {
    from: string;
    publisher: string;
    url: string | null;
    /** true if the text is known to be a machine translation. */
    machine?: boolean;
  } | null;
  corrections: Array<{
    date: string;
    /** What the publisher corrected, in your own words. */
    text: string;
    /** Where the publisher says so, if not at the source's address. */
    url?: string;
  }> | null;
  note: string | null;
};

export type Revision = {
  revision: string;
  released: string;
  json: string;
  image: string;
};

export type Snippets = {
  markdown: string;
  html: string;
  text: string;
  bbcode: string;
  dokuwiki: string;
  mediawiki: string;
  wikipedia: string;
};

/** A card of the kind quote. */
export type QuoteCard = {
  schemaVersion: 1;
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  kind: "quote";
  language: string;
  /** The first is the main one. */
  topics: Array<string>;
  /** stated: stated openly by someone in a position to know. reported: an outlet reports it. claimed: asserted by an interested side. assessed: somebody’s judgement, not an observation. */
  status: "stated" | "reported" | "claimed" | "assessed";
  /** Whether another card contradicts it. */
  disputed: boolean;
  /** The card in one line: the fact, its speaker, source and date. */
  sentence: string;
  /** The fact in our own words, clear and true on its own. At most 140 characters. */
  claim: string;
  nature: null;
  figure: null;
  rows: null;
  note: null;
  /** The names of the steps: the speaker first, then each outlet that passed the words on. */
  attribution: Array<string>;
  /** The attribution, with details of each name. */
  steps: Array<AttributionStep>;
  /** The date that the statement is about; null if unknown. */
  asOf: Date | null;
  /** The date on which it was said, if it differs from asOf. */
  saidOn: Date | null;
  place: string | null;
  quote: TextQuoteSelector;
  translation: Translation | null;
  /** Further quotes, from this or another source, if the claim states more than its quote. */
  support: Array<Support>;
  /** Cards that contradict this one, report the same remark, or have older data. */
  related: Array<Relation>;
  source: Source;
  /** null in a preview, before the quote is verified. */
  evidence: Evidence | null;
  citation: {
    short: string;
    long: string;
  };
  /** The alternative text of the picture. */
  alt: string;
  links: {
    self: string;
    /** The current card. */
    current: string;
    page: string;
    image: string;
    /** The passage in the source, as a URL with a text fragment. */
    source: string;
  };
  images: Array<Image>;
  /** The state of the card since its publication. */
  state: "current" | "corrected" | "superseded" | "retracted";
  /** Oldest entry first. */
  history: Array<HistoryEntry>;
  /** The last correction; null if there is none. */
  correction: HistoryEntry | null;
  /** The id of the card that replaces it; null if there is none. */
  supersededBy: string | null;
  /** Changes with every change of the card's content. */
  revision: string;
  updated: string;
  /** The day on which this revision was published; null for the current card. */
  published: string | null;
  /** The current revision of the card; null in an earlier revision, which never changes. Use links.current instead. */
  currentRevision: string | null;
  /** All published revisions, oldest first; empty in an earlier revision. */
  revisions: Array<Revision>;
  /** Where to report an error in the card: a mailto or https address with its id and revision filled in. null if the site has no report address. */
  report: string | null;
  /** Snippets to paste into a post, with the picture of the size og in the light theme; null in lists, unless the request has fields=embed. */
  embed: Snippets | null;
};

/** A card of the kind claim. */
export type ClaimCard = {
  schemaVersion: 1;
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  kind: "claim";
  language: string;
  /** The first is the main one. */
  topics: Array<string>;
  /** stated: stated openly by someone in a position to know. reported: an outlet reports it. claimed: asserted by an interested side. assessed: somebody’s judgement, not an observation. */
  status: "stated" | "reported" | "claimed" | "assessed";
  /** Whether another card contradicts it. */
  disputed: boolean;
  /** The card in one line: the fact, its speaker, source and date. */
  sentence: string;
  /** The fact in our own words, clear and true on its own. At most 140 characters. */
  claim: string;
  /** count: counted. estimate: estimated, not counted. capacity: the maximum possible, not the actual number. plan: intended, but not in place yet. forecast: expected, but not in place yet. null if the card does not state it. */
  nature: "count" | "estimate" | "capacity" | "plan" | "forecast" | null;
  figure: null;
  rows: null;
  note: null;
  /** The names of the steps: the speaker first, then each outlet that passed the words on. */
  attribution: Array<string>;
  /** The attribution, with details of each name. */
  steps: Array<AttributionStep>;
  /** The date that the statement is about; null if unknown. */
  asOf: Date | null;
  /** The date on which it was said, if it differs from asOf. */
  saidOn: Date | null;
  place: string | null;
  quote: TextQuoteSelector;
  translation: Translation | null;
  /** Further quotes, from this or another source, if the claim states more than its quote. */
  support: Array<Support>;
  /** Cards that contradict this one, report the same remark, or have older data. */
  related: Array<Relation>;
  source: Source;
  /** null in a preview, before the quote is verified. */
  evidence: Evidence | null;
  citation: {
    short: string;
    long: string;
  };
  /** The alternative text of the picture. */
  alt: string;
  links: {
    self: string;
    /** The current card. */
    current: string;
    page: string;
    image: string;
    /** The passage in the source, as a URL with a text fragment. */
    source: string;
  };
  images: Array<Image>;
  /** The state of the card since its publication. */
  state: "current" | "corrected" | "superseded" | "retracted";
  /** Oldest entry first. */
  history: Array<HistoryEntry>;
  /** The last correction; null if there is none. */
  correction: HistoryEntry | null;
  /** The id of the card that replaces it; null if there is none. */
  supersededBy: string | null;
  /** Changes with every change of the card's content. */
  revision: string;
  updated: string;
  /** The day on which this revision was published; null for the current card. */
  published: string | null;
  /** The current revision of the card; null in an earlier revision, which never changes. Use links.current instead. */
  currentRevision: string | null;
  /** All published revisions, oldest first; empty in an earlier revision. */
  revisions: Array<Revision>;
  /** Where to report an error in the card: a mailto or https address with its id and revision filled in. null if the site has no report address. */
  report: string | null;
  /** Snippets to paste into a post, with the picture of the size og in the light theme; null in lists, unless the request has fields=embed. */
  embed: Snippets | null;
};

/** A card of the kind event. */
export type EventCard = {
  schemaVersion: 1;
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  kind: "event";
  language: string;
  /** The first is the main one. */
  topics: Array<string>;
  /** stated: stated openly by someone in a position to know. reported: an outlet reports it. claimed: asserted by an interested side. assessed: somebody’s judgement, not an observation. */
  status: "stated" | "reported" | "claimed" | "assessed";
  /** Whether another card contradicts it. */
  disputed: boolean;
  /** The card in one line: the fact, its speaker, source and date. */
  sentence: string;
  /** The fact in our own words, clear and true on its own. At most 140 characters. */
  claim: string;
  /** count: counted. estimate: estimated, not counted. capacity: the maximum possible, not the actual number. plan: intended, but not in place yet. forecast: expected, but not in place yet. null if the card does not state it. */
  nature: "count" | "estimate" | "capacity" | "plan" | "forecast" | null;
  figure: null;
  rows: null;
  note: null;
  /** The names of the steps: the speaker first, then each outlet that passed the words on. */
  attribution: Array<string>;
  /** The attribution, with details of each name. */
  steps: Array<AttributionStep>;
  asOf: Date;
  /** The date on which it was said, if it differs from asOf. */
  saidOn: Date | null;
  place: string | null;
  quote: TextQuoteSelector;
  translation: Translation | null;
  /** Further quotes, from this or another source, if the claim states more than its quote. */
  support: Array<Support>;
  /** Cards that contradict this one, report the same remark, or have older data. */
  related: Array<Relation>;
  source: Source;
  /** null in a preview, before the quote is verified. */
  evidence: Evidence | null;
  citation: {
    short: string;
    long: string;
  };
  /** The alternative text of the picture. */
  alt: string;
  links: {
    self: string;
    /** The current card. */
    current: string;
    page: string;
    image: string;
    /** The passage in the source, as a URL with a text fragment. */
    source: string;
  };
  images: Array<Image>;
  /** The state of the card since its publication. */
  state: "current" | "corrected" | "superseded" | "retracted";
  /** Oldest entry first. */
  history: Array<HistoryEntry>;
  /** The last correction; null if there is none. */
  correction: HistoryEntry | null;
  /** The id of the card that replaces it; null if there is none. */
  supersededBy: string | null;
  /** Changes with every change of the card's content. */
  revision: string;
  updated: string;
  /** The day on which this revision was published; null for the current card. */
  published: string | null;
  /** The current revision of the card; null in an earlier revision, which never changes. Use links.current instead. */
  currentRevision: string | null;
  /** All published revisions, oldest first; empty in an earlier revision. */
  revisions: Array<Revision>;
  /** Where to report an error in the card: a mailto or https address with its id and revision filled in. null if the site has no report address. */
  report: string | null;
  /** Snippets to paste into a post, with the picture of the size og in the light theme; null in lists, unless the request has fields=embed. */
  embed: Snippets | null;
};

/** A card of the kind comparison. */
export type ComparisonCard = {
  schemaVersion: 1;
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  kind: "comparison";
  language: string;
  /** The first is the main one. */
  topics: Array<string>;
  status: null;
  /** Whether another card contradicts it. */
  disputed: boolean;
  /** The card in one line: the fact, its speaker, source and date. */
  sentence: string;
  /** The fact in our own words, clear and true on its own. At most 140 characters. */
  claim: string;
  nature: null;
  figure: null;
  /** The compared cards. measure: what the bar of the row counts; null if it has no bar. exact: the words shown; null for the highlight or the number of the card. mark: the telling words, or null. */
  rows: Array<{
    /** Permanent and unique in the whole catalogue, because addresses contain it. */
    card: string;
    label: string;
    measure: string | null;
    exact: string | null;
    mark: string | null;
  }>;
  /** Why the rows are not directly comparable. */
  note: string;
  attribution: null;
  steps: null;
  asOf: null;
  saidOn: null;
  place: null;
  quote: null;
  translation: null;
  /** Further quotes, from this or another source, if the claim states more than its quote. */
  support: Array<Support>;
  /** Cards that contradict this one, report the same remark, or have older data. */
  related: Array<Relation>;
  source: null;
  evidence: null;
  citation: null;
  /** The alternative text of the picture. */
  alt: string;
  links: {
    self: string;
    /** The current card. */
    current: string;
    page: string;
    image: string;
    source: null;
  };
  images: Array<Image>;
  /** The state of the card since its publication. */
  state: "current" | "corrected" | "superseded" | "retracted";
  /** Oldest entry first. */
  history: Array<HistoryEntry>;
  /** The last correction; null if there is none. */
  correction: HistoryEntry | null;
  /** The id of the card that replaces it; null if there is none. */
  supersededBy: string | null;
  /** Changes with every change of the card's content. */
  revision: string;
  updated: string;
  /** The day on which this revision was published; null for the current card. */
  published: string | null;
  /** The current revision of the card; null in an earlier revision, which never changes. Use links.current instead. */
  currentRevision: string | null;
  /** All published revisions, oldest first; empty in an earlier revision. */
  revisions: Array<Revision>;
  /** Where to report an error in the card: a mailto or https address with its id and revision filled in. null if the site has no report address. */
  report: string | null;
  /** Snippets to paste into a post, with the picture of the size og in the light theme; null in lists, unless the request has fields=embed. */
  embed: Snippets | null;
};

/** Problem details (RFC 9457). */
export type Problem = {
  /** Always about:blank; see code. */
  type: "about:blank";
  /** A short description of the problem. */
  title: string;
  /** The status of the response. */
  status: number;
  /** The problem and how to fix it, for people. */
  detail: string;
  /** The problem, for programs. */
  code: "address-not-found" | "bad-parameter" | "card-damaged" | "card-not-found" | "catalog-unavailable" | "drawing-failed" | "format-not-implemented" | "internal-error" | "method-not-allowed" | "origin-not-allowed" | "revision-not-found" | "size-not-found" | "source-not-found" | "speaker-not-found" | "too-many-calls" | "too-many-drawings" | "topic-not-found";
  /** The invalid parameter; null if there is none. */
  parameter: string | null;
};

export type Health = {
  status: "ok" | "failing";
  version: string;
  /** The revision of the code. */
  code: string;
  /** The revision of the catalogue. */
  catalog: string;
  cards: number;
  sources: number;
  /** The result of a test render. A successful result is valid for a minute. */
  drawing: "ok" | "failed";
};

export type Index = {
  /** The name of the site. */
  name: string;
  version: string;
  /** Where each list is. */
  links: {
    cards: string;
    sources: string;
    speakers: string;
    topics: string;
    corrections: string;
    watch: string;
    /** The description of all operations, for programs. */
    openapi: string;
    /** The description of all operations, for people. */
    docs: string;
    /** The same for language models (Model Context Protocol, POST). */
    mcp: string;
    health: string;
  };
  /** Where to report an error; null if there is no such address. */
  report: string | null;
};

/** A source with all its cards. */
export type SourceWithCards = {
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  /** Who published the text that is quoted. */
  publisher: string;
  /** The headline as published; null if it is unknown. */
  title: string | null;
  authors: Array<string>;
  /** The address of the text with the quoted words; null if it is unknown. Never guess it. */
  url: string | null;
  /** The language of the captured text (BCP 47). */
  language: string;
  /** The captured text in which the quotes were checked. */
  snapshot: {
    sha256: string;
    accessed: string;
  };
  published: Date;
  /** Copies of the page in archives, as npm run archive finds them; [] or absent if none is known. Never guess one. */
  archived: Array<ArchivedCopy>;
  /** If the text is a translation: the language, publisher and address (null if unknown) of the original, and whether a machine translated it. */
  translated: {
    from: string;
    publisher: string;
    url: string | null;
    machine: boolean;
  } | null;
  /** What the publisher has corrected in the text since, oldest first. */
  corrections: Array<SourceCorrection>;
  /** What a reader should know about this text or its address. */
  note: string | null;
  /** The ids of its cards. */
  cards: Array<string>;
  /** Where to report an error: a mailto or https address with the page of the source filled in. null if the site has no report address. */
  report: string | null;
};

/** A speaker with all cards that name it. */
export type SpeakerWithCards = {
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  /** The name as cards write it in attribution. */
  name: string;
  /** unnamed: sources without a name, such as "Unnamed officers". document: a caption, a report, a video. */
  type: "person" | "organisation" | "document" | "unnamed";
  /** Other names and spellings in sources. */
  aliases: Array<string>;
  /** Who the speaker is: "Belarusian opposition leader". */
  role: string | null;
  /** The cards that name the speaker in their attribution, newest first. */
  cards: Array<string>;
  /** Where to report an error: a mailto or https address with the page of the speaker filled in. null if the site has no report address. */
  report: string | null;
};

export type CardList = {
  cards: Array<Card>;
  /** The number of cards on all pages. */
  total: number;
  /** What each card has of q. all: all words, except words such as "how" and "the". similar: all, with similar words in place of unknownWords. known: all words that any card has. most: more than half of these. some: fewer. null without q. */
  match: "all" | "similar" | "known" | "most" | "some" | null;
  /** The words of q that no card has, each with the similar words that the search used instead. A word without similar ones was ignored. */
  unknownWords: Array<{
    word: string;
    similar: Array<string>;
  }>;
  /** The cursor of the next page; null on the last page. */
  next: string | null;
};

export type WatchList = {
  /** null if the watch is disabled or has no results yet. */
  watch: {
    lastLooked: string;
    sources: Array<SourceWatch>;
    total: number;
  } | null;
};

export type SourceWatch = {
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  url: string;
  lastLooked: string | null;
  /** The result of the last check; null before the first check. */
  outcome: "read" | "unchanged" | "stopped" | "not-in-catalogue" | "not-https" | "not-public" | "network" | "timeout" | "http-status" | "paywall" | "too-many-redirects" | "redirect-refused" | "disallowed" | "no-robots" | "not-html" | "pdf" | "too-large" | "too-complex" | "no-text" | null;
  /** The new address, if the page redirects permanently. */
  movedTo: string | null;
  /** The page is not read before this day, because reading it stopped the program; null otherwise. */
  skippedUntil: string | null;
  /** One letter per day, starting at from: p present, m moved, c changed, g gone, u unreachable, w paywalled, - none, x disallowed. */
  history: {
    from: string;
    marks: string;
  } | null;
  cards: Array<{
    /** Permanent and unique in the whole catalogue, because addresses contain it. */
    id: string;
    watch: Watch | null;
  }>;
};

export type CorrectionList = {
  corrections: Array<Correction>;
  /** The number of entries on all pages. */
  total: number;
  /** The cursor of the next page; null on the last page. */
  next: string | null;
};

export type Correction = {
  type: "corrected" | "updated" | "retracted" | "superseded";
  date: string;
  reason: string;
  earlier: Earlier | null;
  /** The id of the card that replaces it. */
  by: string | null;
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  card: string;
  /** The current sentence of the card. */
  sentence: string;
  links: {
    page: string;
    card: string;
    entry: string;
  };
};

export type SourceList = {
  sources: Array<Source>;
  total: number;
};

export type SpeakerList = {
  speakers: Array<Speaker>;
  total: number;
  /** Always null, because the list has only one page. */
  next: null;
};

export type Speaker = {
  /** Permanent and unique in the whole catalogue, because addresses contain it. */
  id: string;
  /** The name as cards write it in attribution. */
  name: string;
  /** unnamed: sources without a name, such as "Unnamed officers". document: a caption, a report, a video. */
  type: "person" | "organisation" | "document" | "unnamed";
  /** Other names and spellings in sources. */
  aliases: Array<string>;
  /** Who the speaker is: "Belarusian opposition leader". */
  role: string | null;
  /** The number of cards that name the speaker in their attribution. */
  count: number;
};

export type TopicList = {
  topics: Array<Topic>;
  total: number;
};

export type Topic = {
  /** The name in URLs and in the parameter topic. */
  slug: string;
  name: string;
  /** The number of cards with the topic. */
  count: number;
};

/** The parameters of a list of cards, as in the address. */
export type ListCardsQuery = {
  /** Words and numbers to search for, best match first. If no card has all words, cards with similar words or with most of them; match and unknownWords say which. It must be at most 200 characters. */
  q?: string;
  /** Only cards of this topic. It must be the slug or the name of a topic that /api/topics lists. */
  topic?: string;
  /** Only cards from this source, and comparisons with one of them. It must be the id of a source that /api/sources lists. */
  source?: string;
  /** Only cards that name this speaker in their attribution. It must be the id of a speaker that /api/speakers lists. */
  speaker?: string;
  /** Only cards of this kind. It must be one of figure, quote, claim, event, comparison. */
  kind?: "figure" | "quote" | "claim" | "event" | "comparison";
  /** Only cards of this status. It must be one of stated, reported, claimed, assessed. */
  status?: "stated" | "reported" | "claimed" | "assessed";
  /** Only figures, claims and events of this nature. It must be one of count, estimate, capacity, plan, forecast. */
  nature?: "count" | "estimate" | "capacity" | "plan" | "forecast";
  /** Only cards with this relation to another card. contradicts: the two cards give opposite answers to the same question. same-remark: the same words of the same speaker in another report. updates: this card has a newer value of the same thing. updated-by: the other card updates this one. It must be one of contradicts, same-remark, updates, updated-by. */
  related?: "contradicts" | "same-remark" | "updates" | "updated-by";
  /** Only cards in this language; de includes de-AT. It must be the language of a card, as a tag such as en or de-AT. */
  language?: string;
  /** Only these cards. It must be the ids of 1 to 100 cards, separated by commas. */
  ids?: string;
  /** Only figures of at least this number; “up to 1,000” counts as 1000. It must be a number such as 1000 or -2.5. */
  min?: number;
  /** Only figures of at most this number; “over 1,000” counts as 1000. It must be a number such as 1000 or -2.5. */
  max?: number;
  /** Only cards about this time or a later one. It must be a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD. */
  from?: string;
  /** Only cards about this time or an earlier one. It must be a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD. */
  until?: string;
  /** Only cards that changed on this day or later. It must be a day: YYYY-MM-DD. */
  updated_since?: string;
  /** The order; - is descending. Without it, a search gives the best match first, and other lists the newest card. It must be one of -updated, updated, -asOf, asOf, id, -id. */
  sort?: "-updated" | "updated" | "-asOf" | "asOf" | "id" | "-id";
  /** Only these fields of each card. Lists omit the snippets: embed alone adds them to all other fields. It must be fields of a card, separated by commas, such as id,sentence,links. */
  fields?: string;
  /** The maximum number of cards per page. It must be a whole number from 1 to 100. */
  limit?: number;
  /** The start of the page. The default is the first page. It must be the value of "next" on the previous page, with all other parameters unchanged. */
  cursor?: string;
};
