/** The specification of a card kind. Each kind has a file here; kinds.ts lists them. Types only. */
import type { z } from 'zod';
import type { FrozenFields } from '../frozen.ts';
import type { Ends } from '../quoted-text.ts';
import type { Source } from '../source.ts';
import type { Speaker } from '../speaker.ts';
import type { QuotedFields } from './fields.ts';

type Path = readonly (string | number)[];

/** A text of the card that its picture shows, with its field. */
export type DrawnText = { path: Path; text: string };

/** A fault that the author has to fix, with its field. */
export type Fault = { path: Path; message: string };

/** The searchable parts of a card; each has its own weight. `mention`: other names of the people in its words. */
export type SearchField = 'claim' | 'figure' | 'quote' | 'speaker' | 'topic' | 'publisher' | 'place' | 'mention' | 'id';
export type SearchTexts = Partial<Record<SearchField, readonly (string | null | undefined)[]>>;

/**
 * The fields of the JSON document that only some kinds have. They are null for every other kind. Fields of the same name
 * have the same schema in all kinds.
 */
export type DocumentPart<Card> = Record<string, { schema: z.ZodType; of(card: Card): unknown }>;

export type QuotedContent = {
  card: QuotedFields;
  source: Source;
  evidence?: Ends | null;
  speakers?: readonly Speaker[] | undefined;
};

/** `Content`: a card of the kind with its source, or with the cards that it compares. */
export type KindSpec<Content extends { card: object }> = {
  /** The YAML fields of the kind, without those of every card. */
  fields: Record<string, z.ZodType>;
  /** The words shown above the claim; null if the claim comes first. */
  lead(card: Content['card']): string | null;
  /**
   * The alternative text. For a card with a quote: the parts after its sentence, most important first. For a comparison:
   * the whole text. `room`: the number of characters available.
   */
  describe(content: Content, room: number): string[];
  /** The searchable texts, in addition to those of every card. */
  searchable(card: Content['card']): SearchTexts;
  /** The texts in the picture, in addition to those of every card. */
  drawn(card: Content['card']): DrawnText[];
  /** The frozen fields, in addition to those of every card. */
  frozen: FrozenFields;
  document: DocumentPart<Content['card']>;
};

/** A kind that quotes a source. */
export type QuotedSpec<Card extends QuotedFields = QuotedFields> = KindSpec<
  Omit<QuotedContent, 'card'> & { card: Card }
> & {
  fields: { asOf: z.ZodType };
  /** The fact in one line, without its speaker, and optionally a shorter form. */
  says(content: { card: Card; source: Source; evidence?: Ends | null | undefined }): [whole: string, short?: string];
  /** The value of the card in a comparison. `exact`: the part of its quote that the row shows. */
  compared(card: Card, exact?: string): string;
  /** Whether the quote is always the speaker's words. In other kinds it may be the outlet's own words. */
  quotesSpeaker: boolean;
  /** Checks that the schema cannot make. */
  check(card: Card, source: Source): Fault[];
  proposal: Proposal;
};

/** The words of a number in a quote, with hedge and unit sign. */
export type ReadFigure = { text: string };

/** The draft of a card in `npm run new`. Its hints explain what to fill in. */
export type Proposal = {
  claim: string;
  asOf: string;
  /** The fields that only this kind has. Empty values are for the author to fill in. */
  fields(figure: ReadFigure | undefined): ProposedField[];
  /** The decisive words of the quote; undefined if the author has to choose them. */
  highlight(figure: ReadFigure | undefined): string | undefined;
};
export type ProposedField = { name: string; value: Record<string, string>; hint: string };
