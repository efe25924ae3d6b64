/** What the project has to know of a kind of card. Each kind has a file beside this one; kinds.ts lists them. Types only. */
import type { z } from 'zod';
import type { FrozenFields } from '../frozen.ts';
import type { Ends } from '../quoted-text.ts';
import type { Source } from '../source.ts';
import type { Speaker } from '../speaker.ts';
import type { QuotedFields } from './fields.ts';

type Path = readonly (string | number)[];

/** A text of the card that its picture shows, and the field that it comes from. */
export type DrawnText = { path: Path; text: string };

/** What the author of a card has to change, and the field. */
export type Fault = { path: Path; message: string };

/** The parts of a card that a search can find, each with a weight of its own. `mention`: other names of who is in its words. */
export type SearchField = 'claim' | 'figure' | 'quote' | 'speaker' | 'topic' | 'publisher' | 'place' | 'mention' | 'id';
export type SearchTexts = Partial<Record<SearchField, readonly (string | null | undefined)[]>>;

/**
 * The fields that only some kinds have in the JSON document. They are null in the document of every other kind; kinds that
 * have a field of the same name have the same schema of it.
 */
export type DocumentPart<Card> = Record<string, { schema: z.ZodType; of(card: Card): unknown }>;

export type QuotedContent = {
  card: QuotedFields;
  source: Source;
  evidence?: Ends | null;
  speakers?: readonly Speaker[] | undefined;
};

/** `Content`: a card of the kind, with its source or with the cards that it sets side by side. */
export type KindSpec<Content extends { card: object }> = {
  /** The fields of the kind in YAML, without those that every card has. */
  fields: Record<string, z.ZodType>;
  /** The few words that lead the card, before its claim; null where the claim leads. */
  lead(card: Content['card']): string | null;
  /**
   * What the alternative text says: of a card with a quote, in parts after its sentence, those that matter most first; of a
   * comparison, all of it. `room`: how many characters there are.
   */
  describe(content: Content, room: number): string[];
  /** The texts that a search finds, besides those of every card. */
  searchable(card: Content['card']): SearchTexts;
  /** The texts in the picture, besides those of every card. */
  drawn(card: Content['card']): DrawnText[];
  /** The fields that readers see, besides those of every card. */
  frozen: FrozenFields;
  document: DocumentPart<Content['card']>;
};

/** The value of a card beside others. Measures of the same name can be drawn to scale. */
export type Compared = { text: string; measure: { name: string; size: number } | null };

/** A kind that quotes a source. */
export type QuotedSpec<Card extends QuotedFields = QuotedFields> = KindSpec<
  Omit<QuotedContent, 'card'> & { card: Card }
> & {
  fields: { asOf: z.ZodType };
  /** The fact in one line, without who says it; and a shorter form where there is one. */
  says(content: { card: Card; source: Source; evidence?: Ends | null | undefined }): [whole: string, short?: string];
  compared(card: Card): Compared;
  /** Whether the quote is what the speaker said. In other kinds it may be the outlet's own words about it. */
  quotesSpeaker: boolean;
  /** Checks that the schema cannot make. */
  check(card: Card, source: Source): Fault[];
  proposal: Proposal;
};

/** The words of a number in a quote, with its hedge and unit sign. */
export type ReadFigure = { text: string };

/** The draft of a card in `npm run new`. Its hints say what to fill in. */
export type Proposal = {
  claim: string;
  asOf: string;
  /** The fields that only this kind has. Values that the schema refuses are left to the author. */
  fields(figure: ReadFigure | undefined): ProposedField[];
  /** The decisive words of the quote; undefined where the author has to choose them. */
  highlight(figure: ReadFigure | undefined): string | undefined;
};
export type ProposedField = { name: string; value: Record<string, string>; hint: string };
